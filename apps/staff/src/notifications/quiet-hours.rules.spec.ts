import { describe, expect, it } from '@jest/globals';
import { quietUntil } from './quiet-hours.rules.js';

const NIGHT = { starts: '21:00', ends: '08:00', zone: 'Asia/Shanghai' };
const at = (text: string) => new Date(`2026-03-${text}+08:00`);

describe('ORG-2 quiet hours', () => {
  it.each([
    ['02T20:59:59.999', null],
    ['02T21:00:00.000', '03T08:00:00'],
    ['02T23:59:59.999', '03T08:00:00'],
    ['03T00:00:00.000', '03T08:00:00'],
    ['03T07:59:59.999', '03T08:00:00'],
    ['03T08:00:00.000', null],
  ])('over night: at %s they end %s', (moment, end) => {
    expect(quietUntil(at(moment), NIGHT)).toEqual(end === null ? null : at(end));
  });

  it.each([
    ['02T11:59:59.999', null],
    ['02T12:00:00.000', '02T13:30:00'],
    ['02T13:29:59.999', '02T13:30:00'],
    ['02T13:30:00.000', null],
  ])('at noon: at %s they end %s', (moment, end) => {
    const noon = { starts: '12:00', ends: '13:30', zone: 'Asia/Shanghai' };
    expect(quietUntil(at(moment), noon)).toEqual(end === null ? null : at(end));
  });

  it('that end when they start are none', () => {
    expect(quietUntil(at('02T23:00:00'), { ...NIGHT, ends: '21:00' })).toBeNull();
  });

  it('are those of the hospital’s zone, not the machine’s', () => {
    expect(quietUntil(at('02T23:00:00'), { ...NIGHT, zone: 'America/New_York' })).toBeNull();
  });

  it('end by the clock on the wall on the night it is put forward', () => {
    const newYork = { ...NIGHT, zone: 'America/New_York' };
    expect(quietUntil(new Date('2026-03-08T03:00:00Z'), newYork)).toEqual(new Date('2026-03-08T12:00:00Z'));
  });
});
