import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Min, ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport } from './example-report.js';
import { exampleMedication } from './example-result.js';
import { HisReport } from './his-report.js';
import { ReportedMedication } from './reported-medication.js';

@EventContract<HisMedicationOrderedV1>({
  subject: 'his.medication.ordered.v1',
  emittedWhen: 'A hospital system ordered a drug, changed the order or released it (RDE O11, O01), once for each RXE.',
  key: 'recordKey',
  example: { ...exampleReport, number: 1, visitNumber: 'ZY20260221001', medication: exampleMedication },
})
export class HisMedicationOrderedV1 extends HisReport {
  /** Which order of its message, counted from 1. */
  @IsInt() @Min(1) number!: number;
  @IsOptional() @IsString() @Length(1, 120) visitNumber?: string;
  @ValidateNested() @Type(() => ReportedMedication) medication!: ReportedMedication;
}
