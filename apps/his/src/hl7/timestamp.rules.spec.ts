import { describe, expect, it } from '@jest/globals';
import { formatHl7Time, parseHl7Date, parseHl7Time } from './timestamp.rules.js';

const ZONE = 'Asia/Shanghai';

describe('a time in a message', () => {
  it.each([
    ['2026', '2026-01-01T00:00:00+08:00', 'year'],
    ['202602', '2026-02-01T00:00:00+08:00', 'month'],
    ['20260131', '2026-01-31T00:00:00+08:00', 'day'],
    ['2026013110', '2026-01-31T10:00:00+08:00', 'hour'],
    ['202601311030', '2026-01-31T10:30:00+08:00', 'minute'],
    ['20260131103059', '2026-01-31T10:30:59+08:00', 'second'],
    ['20260131103059.25', '2026-01-31T10:30:59.25+08:00', 'fraction'],
    ['198908181126+0215', '1989-08-18T11:26:00+02:15', 'minute'],
    ['20250102153045-0500', '2025-01-02T15:30:45-05:00', 'second'],
    ['20260131+0000', '2026-01-31T00:00:00+00:00', 'day'],
    ['2026-01-31', '2026-01-31T00:00:00+08:00', 'day'],
    ['2026/1/31 10:30', '2026-01-31T10:30:00+08:00', 'minute'],
    ['2026-01-31T10:30:59Z', '2026-01-31T10:30:59+00:00', 'second'],
    ['20240229235959', '2024-02-29T23:59:59+08:00', 'second'],
    // Shanghai kept summer time in 1988.
    ['19880818120000', '1988-08-18T12:00:00+09:00', 'second'],
  ])('HL7 v2 keeps precision and offset of %s', (text, iso, precision) => {
    expect(parseHl7Time(text, ZONE)).toEqual({ iso, precision });
  });

  it.each([
    '',
    '20260229',
    '20261301',
    '20260132',
    '00000000',
    '20260131240000',
    '20260131106000',
    '202601311',
    '20260131+9999',
    'unknown',
    '昨天',
    '20260131 ',
  ])('HL7 v2 knows no moment "%s"', (text) => {
    expect(parseHl7Time(text, ZONE)).toBeUndefined();
  });

  it.each([
    ['19280410000000', '1928-04-10'],
    ['1977-01-01', '1977-01-01'],
    ['198808181126+0215', '1988-08-18'],
    ['19880705235959-1100', '1988-07-05'],
    ['1970', '1970'],
    ['197005', '1970-05'],
    ['19400229', '1940-02-29'],
  ])('HL7 v2 reads the birth date %s as the day it names', (text, date) => {
    expect(parseHl7Date(text)).toBe(date);
  });

  it('HL7 v2 knows no 29 February in a common year', () => {
    expect(parseHl7Date('19000229')).toBeUndefined();
  });

  it('writes the time of an answer in the hospital’s zone', () => {
    expect(formatHl7Time(new Date('2026-01-31T16:00:05.999Z'), ZONE)).toBe('20260201000005+0800');
  });
});
