import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anObr, anObx, anOrder } from '../../test/corpus/an-order.js';
import { reportsOf } from '../messages/reports.js';
import { answersTo, interpretFrame } from './interpretation.js';

const stamp = { now: new Date('2026-01-31T02:30:00Z'), newMessageId: () => 'OURS' };
const source = { messageId: 'M', partner: 'default', receivedAt: stamp.now };

const MESSAGES = [
  anOrder({ lines: ['PV1|1|I', 'ORC|RE|P1|L1', anObr(), anObx(), 'NTE|1||note', anObx({ 2: 'TX', 5: '词~句' })] }),
  anOrder({ type: 'RDE^O11', lines: ['ORC|NW|P1', 'RXE|^BID^D3|A^甲|1', 'TQ1|1||QD|||3^D|20260131', 'RXR|PO'] }),
  anOrder({ type: 'RDS^O13', lines: ['ORC|RE|P1', 'RXD|1|A^甲|20260131|3'] }),
];
const JUNK = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '""',
    '^^^^',
    '~~~',
    '&&&',
    '\\',
    '\\X00\\',
    '\\.sp9999999999\\',
    '\\.sk999\\',
    'NaN',
    '9'.repeat(400),
  ),
  fc.constantFrom('constructor', '__proto__', '20260230', '-1', '1e999', '\ud800', '\u0000', '𠮷', '=1+1', "'); --"),
);

/** Segments of the message with one field after another replaced. */
const spoilt = fc
  .tuple(
    fc.constantFrom(...MESSAGES),
    fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 31 }), JUNK), { maxLength: 4 }),
  )
  .map(([message, changes]) => {
    const lines = message.split('\r').map((line) => line.split('|'));
    for (const [at, field, junk] of changes) {
      const line = lines[at % lines.length];
      // MSH-9 to 12 say what it is and are tested elsewhere; without them all would be refused at the door.
      if (line && line[0] !== 'MSH') line[field] = junk;
    }
    return lines.map((fields) => Array.from(fields, (field) => field ?? '').join('|')).join('\r');
  });

describe('a message of results or orders with junk in its fields', () => {
  it('HL7 v2 never crashes the reader: one answer, AA or AE with a place and a reason', () => {
    let taken = 0;
    fc.assert(
      fc.property(spoilt, (text) => {
        const [interpretation, ...others] = interpretFrame(Buffer.from(text, 'utf8'), []);
        expect(others).toEqual([]);
        const [answer, ...more] = answersTo(interpretation!, stamp);
        expect(more).toEqual([]);
        expect(answer?.code).toMatch(/^A[AE]$/);
        if (answer?.code === 'AE') expect(answer.text).toMatch(/\rERR\|.*\|E\|/);
        const { outcome } = interpretation!;
        if (!outcome?.ok) return;
        taken += 1;
        expect(reportsOf(outcome.value, source).length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(40);
  });
});
