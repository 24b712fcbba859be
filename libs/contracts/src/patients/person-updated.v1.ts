import { IsArray, IsString, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PersonUpdatedV1>({
  subject: 'patients.person.updated.v1',
  emittedWhen: 'Demographics of a person changed.',
  key: 'patientId',
  example: {
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    changed: ['phones'],
  },
})
export class PersonUpdatedV1 {
  @IsUUID() patientId!: string;
  /** Names of the fields that changed; read them with a role that may see them. */
  @IsArray() @IsString({ each: true }) changed!: string[];
}
