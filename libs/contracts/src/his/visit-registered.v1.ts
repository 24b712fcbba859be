import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport, exampleVisit } from './example-report.js';
import { HisReport } from './his-report.js';
import { ReportedVisit } from './reported-visit.js';

@EventContract<HisVisitRegisteredV1>({
  subject: 'his.visit.registered.v1',
  emittedWhen: 'A HIS registered an outpatient, emergency or examination visit (ADT A04).',
  key: 'recordKey',
  example: { ...exampleReport, visit: exampleVisit },
})
export class HisVisitRegisteredV1 extends HisReport {
  @ValidateNested() @Type(() => ReportedVisit) visit!: ReportedVisit;
}
