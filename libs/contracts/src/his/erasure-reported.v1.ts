import { EventContract } from '../event-contract.js';
import { ErasureReport, EXAMPLE_ERASURE_REPORT } from '../patients/erasure-report.js';

@EventContract<HisErasureReportedV1>({
  subject: 'his.erasure.reported.v1',
  emittedWhen: 'apps/his erased what it knew of a person, or failed to several times (PT-9).',
  key: 'patientId',
  example: EXAMPLE_ERASURE_REPORT,
})
export class HisErasureReportedV1 extends ErasureReport {}
