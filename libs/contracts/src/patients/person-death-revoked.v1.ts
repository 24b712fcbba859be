import { IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PersonDeathRevokedV1>({
  subject: 'patients.person.death-revoked.v1',
  emittedWhen: 'A report of death was corrected.',
  key: 'patientId',
  example: {
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  },
})
export class PersonDeathRevokedV1 {
  @IsUUID() patientId!: string;
}
