import { EventContract } from '../event-contract.js';
import { ConfirmedComplaint, EXAMPLE_CONFIRMED } from './confirmed-complaint.js';

@EventContract<ComplaintOverturnedV1>({
  subject: 'complaints.complaint.overturned.v1',
  emittedWhen: 'A complaint that was found justified is so no more: awards and bonuses it took are given back (CP-8).',
  key: 'subjectId',
  example: EXAMPLE_CONFIRMED,
})
export class ComplaintOverturnedV1 extends ConfirmedComplaint {}
