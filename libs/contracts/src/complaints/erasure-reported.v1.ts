import { EventContract } from '../event-contract.js';
import { ErasureReport, EXAMPLE_ERASURE_REPORT } from '../patients/erasure-report.js';

@EventContract<ComplaintsErasureReportedV1>({
  subject: 'complaints.erasure.reported.v1',
  emittedWhen: 'apps/complaints erased what it knew of a person, or failed to several times (PT-9).',
  key: 'patientId',
  example: EXAMPLE_ERASURE_REPORT,
})
export class ComplaintsErasureReportedV1 extends ErasureReport {}
