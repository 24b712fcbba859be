import { ArrayNotEmpty, IsArray, IsIn, IsString, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PersonTaggedV1>({
  subject: 'patients.person.tagged.v1',
  emittedWhen: 'A person got tags (PT-4): by hand, by a rule, or because records were merged or parted.',
  key: 'patientId',
  example: {
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    tags: ['disease.hypertension', 'age.60-69'],
    by: 'rule',
  },
})
export class PersonTaggedV1 {
  @IsUUID() patientId!: string;
  /** Codes of the catalogue. Told again, they change nothing. */
  @IsArray() @ArrayNotEmpty() @IsString({ each: true }) tags!: string[];
  /** Whether somebody said so, or the rule of the tag. */
  @IsIn(['hand', 'rule']) by!: 'hand' | 'rule';
}
