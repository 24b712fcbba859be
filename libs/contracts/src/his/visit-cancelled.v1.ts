import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport, exampleVisit } from './example-report.js';
import { HisReport } from './his-report.js';
import { ReportedVisit } from './reported-visit.js';

@EventContract<HisVisitCancelledV1>({
  subject: 'his.visit.cancelled.v1',
  emittedWhen: 'A HIS cancelled an admission or visit (ADT A11).',
  key: 'recordKey',
  example: { ...exampleReport, visit: exampleVisit },
})
export class HisVisitCancelledV1 extends HisReport {
  @ValidateNested() @Type(() => ReportedVisit) visit!: ReportedVisit;
}
