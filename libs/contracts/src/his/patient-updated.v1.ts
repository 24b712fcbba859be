import { EventContract } from '../event-contract.js';
import { exampleReport } from './example-report.js';
import { HisReport } from './his-report.js';

@EventContract<HisPatientUpdatedV1>({
  subject: 'his.patient.updated.v1',
  emittedWhen: 'A HIS reported or changed a person’s demographics (ADT A08, A28, A31).',
  key: 'recordKey',
  example: { ...exampleReport },
})
export class HisPatientUpdatedV1 extends HisReport {}
