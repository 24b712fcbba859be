import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport, exampleVisit } from './example-report.js';
import { HisReport } from './his-report.js';
import { ReportedVisit } from './reported-visit.js';

@EventContract<HisVisitAdmittedV1>({
  subject: 'his.visit.admitted.v1',
  emittedWhen: 'A HIS admitted a patient (ADT A01).',
  key: 'recordKey',
  example: { ...exampleReport, visit: exampleVisit },
})
export class HisVisitAdmittedV1 extends HisReport {
  @ValidateNested() @Type(() => ReportedVisit) visit!: ReportedVisit;
}
