import { IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<ComplaintCallWithdrawnV1>({
  subject: 'complaints.call.withdrawn.v1',
  emittedWhen: 'A complaint was taken up again before the patient was called: there is nothing to ask yet (CP-4).',
  key: 'patientId',
  example: {
    callId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd001',
    ticketId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd002',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  },
})
export class ComplaintCallWithdrawnV1 {
  @IsUUID() callId!: string;
  @IsUUID() ticketId!: string;
  @IsUUID() patientId!: string;
}
