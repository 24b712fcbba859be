import { ArrayNotEmpty, IsArray, IsIn, IsString, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PersonUntaggedV1>({
  subject: 'patients.person.untagged.v1',
  emittedWhen: 'A person lost tags (PT-4): by hand, by a rule, or because records were merged or parted.',
  key: 'patientId',
  example: {
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    tags: ['disease.hypertension', 'age.60-69'],
    by: 'rule',
  },
})
export class PersonUntaggedV1 {
  @IsUUID() patientId!: string;
  /** Codes of the catalogue. Told again, they change nothing. */
  @IsArray() @ArrayNotEmpty() @IsString({ each: true }) tags!: string[];
  /** Whether somebody said so, or the rule of the tag. */
  @IsIn(['hand', 'rule']) by!: 'hand' | 'rule';
}
