import { EventContract } from '../event-contract.js';
import { ErasureReport, EXAMPLE_ERASURE_REPORT } from '../patients/erasure-report.js';

@EventContract<FollowUpErasureReportedV1>({
  subject: 'follow-up.erasure.reported.v1',
  emittedWhen: 'apps/follow-up erased what it knew of a person, or failed to several times (PT-9).',
  key: 'patientId',
  example: EXAMPLE_ERASURE_REPORT,
})
export class FollowUpErasureReportedV1 extends ErasureReport {}
