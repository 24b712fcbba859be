import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport, exampleVisit } from './example-report.js';
import { HisReport } from './his-report.js';
import { ReportedVisit } from './reported-visit.js';

@EventContract<HisDischargeCancelledV1>({
  subject: 'his.discharge.cancelled.v1',
  emittedWhen: 'A HIS took a discharge back (ADT A13).',
  key: 'recordKey',
  example: { ...exampleReport, visit: exampleVisit },
})
export class HisDischargeCancelledV1 extends HisReport {
  @ValidateNested() @Type(() => ReportedVisit) visit!: ReportedVisit;
}
