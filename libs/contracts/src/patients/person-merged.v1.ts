import { IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PersonMergedV1>({
  subject: 'patients.person.merged.v1',
  emittedWhen: 'Two records turned out to be one person (PT-3): the retired id now answers with the survivor.',
  key: 'survivorId',
  example: {
    survivorId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    retiredId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02',
  },
})
export class PersonMergedV1 {
  @IsUUID() survivorId!: string;
  @IsUUID() retiredId!: string;
}
