import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport, exampleVisit } from './example-report.js';
import { HisReport } from './his-report.js';
import { ReportedVisit } from './reported-visit.js';

@EventContract<HisVisitTransferredV1>({
  subject: 'his.visit.transferred.v1',
  emittedWhen: 'A HIS moved a patient to another ward or department (ADT A02).',
  key: 'recordKey',
  example: { ...exampleReport, visit: exampleVisit },
})
export class HisVisitTransferredV1 extends HisReport {
  @ValidateNested() @Type(() => ReportedVisit) visit!: ReportedVisit;
}
