import { EventContract } from '../event-contract.js';
import { ConfirmedComplaint, EXAMPLE_CONFIRMED } from './confirmed-complaint.js';

@EventContract<ComplaintConfirmedV1>({
  subject: 'complaints.complaint.confirmed.v1',
  emittedWhen:
    'An investigation found a complaint justified, or against others than before: the last one of a ticket counts (CP-8).',
  key: 'subjectId',
  example: EXAMPLE_CONFIRMED,
})
export class ComplaintConfirmedV1 extends ConfirmedComplaint {}
