import { PersonUpdatedV1 } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import { checkContract, ContractViolationError } from './contract-check.js';

const data = { patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01', changed: ['phones'] };

describe('the data of an event', () => {
  it('comes out as an instance of its contract', () => {
    const checked = checkContract(PersonUpdatedV1, data, 'receive');
    expect(checked).toBeInstanceOf(PersonUpdatedV1);
    expect(checked).toEqual(data);
  });

  it('may have more when received, and nothing more when emitted', () => {
    const newer = { ...data, colour: 'red' };
    expect(() => checkContract(PersonUpdatedV1, newer, 'receive')).not.toThrow();
    expect(() => checkContract(PersonUpdatedV1, newer, 'emit')).toThrow('colour');
  });

  it('names each field at fault, in lists too', () => {
    const broken = { patientId: 7, changed: ['a', 7] };
    expect(() => checkContract(PersonUpdatedV1, broken, 'receive')).toThrow(/patientId: .*; changed: /);
  });

  it.each([undefined, null, 7, 'text', [], [data]])('is refused when it is no object: %j', (odd) => {
    for (const side of ['emit', 'receive'] as const) {
      expect(() => checkContract(PersonUpdatedV1, odd, side)).toThrow(ContractViolationError);
    }
  });

  it('reaches for no prototype', () => {
    const odd = JSON.parse(
      `{"__proto__": {"polluted": true}, "patientId": "${data.patientId}", "changed": []}`,
    ) as object;
    checkContract(PersonUpdatedV1, odd, 'receive');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
