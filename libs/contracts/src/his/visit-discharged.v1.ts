import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport, exampleVisit } from './example-report.js';
import { HisReport } from './his-report.js';
import { ReportedVisit } from './reported-visit.js';

@EventContract<HisVisitDischargedV1>({
  subject: 'his.visit.discharged.v1',
  emittedWhen: 'A HIS discharged a patient (ADT A03).',
  key: 'recordKey',
  example: { ...exampleReport, visit: exampleVisit },
})
export class HisVisitDischargedV1 extends HisReport {
  @ValidateNested() @Type(() => ReportedVisit) visit!: ReportedVisit;
}
