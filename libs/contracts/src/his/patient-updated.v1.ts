import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport, exampleVisit } from './example-report.js';
import { HisReport } from './his-report.js';
import { ReportedVisit } from './reported-visit.js';

@EventContract<HisPatientUpdatedV1>({
  subject: 'his.patient.updated.v1',
  emittedWhen:
    'A HIS reported or changed a person’s demographics (ADT A08, A28, A31), or what it says of a visit (A08).',
  key: 'recordKey',
  example: { ...exampleReport, visit: exampleVisit },
})
export class HisPatientUpdatedV1 extends HisReport {
  /** A08 that names a visit: what it says of it now. It neither begins nor ends one. */
  @IsOptional() @ValidateNested() @Type(() => ReportedVisit) visit?: ReportedVisit;
}
