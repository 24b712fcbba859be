import { IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PersonRegisteredV1>({
  subject: 'patients.person.registered.v1',
  emittedWhen: 'A person gets a record for the first time.',
  key: 'patientId',
  example: {
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  },
})
export class PersonRegisteredV1 {
  @IsUUID() patientId!: string;
}
