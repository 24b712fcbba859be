import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { allContracts, contractFor, contractOf, EventContract, EncounterDischargedV1 } from './index.js';

describe('the event contracts', () => {
  it.each(allContracts().map((contract) => [contract.subject, contract] as const))(
    'IN-3 the example of %s satisfies its own contract',
    (_subject, contract) => {
      const example = plainToInstance(contract.type, contract.example);
      expect(validateSync(example, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
    },
  );

  it.each(allContracts().map((contract) => [contract.subject, contract] as const))(
    'the key of %s is a string in its data',
    (_subject, contract) => {
      expect(typeof (contract.example as Record<string, unknown>)[contract.key]).toBe('string');
    },
  );

  it('are found by class and by subject', () => {
    const contract = contractOf(EncounterDischargedV1);
    expect(contractFor('patients.encounter.discharged.v1')).toBe(contract);
    expect(contractFor('patients.encounter.discharged.v9')).toBeUndefined();
  });

  it('refuse a malformed subject and a subject declared twice', () => {
    const declare = (subject: string) => () =>
      EventContract({ subject, emittedWhen: 'never', key: 'a', example: { a: '' } })(
        class {
          a!: string;
        },
      );
    expect(declare('patients.person')).toThrow('Malformed');
    expect(declare('patients.person.merged.v1')).toThrow('twice');
  });
});
