import { describe, expect, it } from '@jest/globals';
import { demoMessages, TRAIL } from './demo-messages.js';

const NOW = new Date('2026-03-01T16:30:00Z');
const texts = (now = NOW) =>
  demoMessages(now, 'Asia/Shanghai').map(({ bytes }, index) =>
    new TextDecoder(index === TRAIL.number - 1 ? 'gb18030' : 'utf-8', { fatal: true }).decode(bytes),
  );
const field = (text: string | undefined, name: string, number: number) =>
  text
    ?.split('\r')
    .find((line) => line.startsWith(name))
    ?.split('|')[number];

describe('the demo hospital', () => {
  it('tells of admissions, discharges, a death, an operation, outpatients and a new phone', () => {
    const events = texts().map((text) => field(text, 'MSH', 8));
    expect(events.toSorted()).toEqual(
      [
        ...['A01', 'A01', 'A03', 'A03', 'A03', 'A03', 'A04', 'A04', 'A08'].map((event) => `ADT^${event}`),
        ...['ORU^R01', 'ORU^R01', 'ORU^R01', 'RDE^O11', 'RDS^O13'],
      ].toSorted(),
    );
    expect(texts().filter((text) => field(text, 'PID', 30) === 'Y')).toHaveLength(1);
    expect(texts().filter((text) => text.includes('\rPR1|'))).toHaveLength(1);
  });

  it('PT-2 tells a panel, an X-ray report, a sensitive test, drugs to take home and what was handed out', () => {
    const told = texts().filter((text) => /ORU|RD[ES]/.test(field(text, 'MSH', 8) ?? ''));
    expect(told.map((text) => field(text, 'PV1', 19))).toEqual(['V0001', 'V0002', 'V0005', 'V0001', undefined]);
    expect(told.slice(0, 3).map((text) => [field(text, 'OBR', 24), field(text, 'OBR', 25)])).toEqual([
      ...[
        ['CH', 'F'],
        ['RAD', 'F'],
        ['CH', 'F'],
      ],
    ]);
    expect(field(told[3], 'ORC', 29)).toBe('出院带药');
    expect(field(told[4], 'RXD', 2)).toBe(field(told[3], 'RXE', 2));
  });

  it('discharges 葉东珅 in GB 18030, with bytes that look like delimiters', () => {
    const bytes = demoMessages(NOW, 'Asia/Shanghai')[TRAIL.number - 1]?.bytes ?? new Uint8Array();
    const text = new TextDecoder('gb18030').decode(bytes);
    expect(field(text, 'PID', 5)).toBe('葉^东珅');
    expect(field(text, 'PID', 3)).toMatch(new RegExp(`^${TRAIL.mrn}\\^`));
    expect(field(text, 'MSH', 17)).toBe('GB 18030-2000');
    const separators = (haystack: string) => haystack.split('|').length;
    expect(separators(Buffer.from(bytes).toString('latin1'))).toBeGreaterThan(separators(text));
  });

  it('counts days in the hospital’s zone, over the end of a month', () => {
    // 16:30 in London is half past midnight of 2 March in Shanghai; yesterday there was 1 March.
    expect(field(texts()[TRAIL.number - 1], 'PV1', 45)).toBe('20260301110000+0800');
    expect(field(texts()[0], 'PV1', 44)).toBe('20260221090000+0800');
  });

  it('makes the same bytes again on the same day, each message with an id of its own', () => {
    const again = demoMessages(new Date(NOW.getTime() + 60_000), 'Asia/Shanghai');
    expect(again).toEqual(demoMessages(NOW, 'Asia/Shanghai'));
    expect(new Set(again.map(({ controlId }) => controlId)).size).toBe(again.length);
  });
});
