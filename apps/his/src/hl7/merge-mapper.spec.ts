import { describe, expect, it } from '@jest/globals';
import { anAdt } from '../../test/corpus/an-adt.js';
import { interpretMessage } from './interpretation.js';
import { DEFAULT_PROFILE } from './partner-profile.js';

const merge = (...more: string[]) =>
  interpretMessage(anAdt({ event: 'A40', pv1: null, more }), 'utf-8', [DEFAULT_PROFILE]).outcome;

describe('a merge', () => {
  it('PT-3 retires every identifier of MRG-1 into the patient of PID-3', () => {
    expect(merge('MRG|A^^^HIS^MR~B')).toMatchObject({
      value: {
        facts: [
          {
            kind: 'patients-merged',
            patient: { primary: { value: '00088001' } },
            retired: [
              { issuer: 'HIS', value: 'A' },
              { issuer: 'H1', value: 'B' },
            ],
          },
        ],
      },
    });
  });

  it('PT-3 of several pairs is several merges', () => {
    const outcome = merge('MRG|A^^^HIS^MR', 'PD1|', 'PID|2||C^^^HIS^MR', 'MRG|D^^^HIS^MR', 'PV1|1|O');
    expect(outcome).toMatchObject({ value: { facts: [{ retired: [{ value: 'A' }] }, { retired: [{ value: 'D' }] }] } });
  });

  it.each([
    ['no MRG', [], 100, { segment: 'MRG', sequence: 1 }],
    ['a second pair without MRG', ['MRG|A', 'PID|2||C'], 100, { segment: 'MRG', sequence: 2 }],
    ['an empty MRG-1', ['MRG|""'], 101, { segment: 'MRG', field: 1 }],
    ['a record merged into itself', ['MRG|00088001^^^HIS^MR'], 205, { segment: 'MRG', field: 1 }],
    ['a second patient without number', ['MRG|A', 'PID|2', 'MRG|B'], 101, { segment: 'PID', sequence: 2, field: 3 }],
  ])('PT-3 is refused: %s', (_case, more, code, at) => {
    expect(merge(...more)).toMatchObject({ ok: false, problem: { code, at } });
  });
});
