import { Type } from 'class-transformer';
import { IsISO8601, IsInt, IsOptional, IsString, Length, Min, ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport } from './example-report.js';
import { exampleMedication } from './example-result.js';
import { HisReport } from './his-report.js';
import { ReportedMedication } from './reported-medication.js';

@EventContract<HisMedicationDispensedV1>({
  subject: 'his.medication.dispensed.v1',
  emittedWhen: 'A pharmacy handed a drug out (RDS O13, O01), once for each RXD.',
  key: 'recordKey',
  example: {
    ...exampleReport,
    number: 1,
    visitNumber: 'ZY20260221001',
    medication: exampleMedication,
    dispensedAt: '2026-03-02T10:40:00+08:00',
  },
})
export class HisMedicationDispensedV1 extends HisReport {
  /** Which order of its message, counted from 1. */
  @IsInt() @Min(1) number!: number;
  @IsOptional() @IsString() @Length(1, 120) visitNumber?: string;
  /** As far as the dispense message says; quantity and days are those handed out. */
  @ValidateNested() @Type(() => ReportedMedication) medication!: ReportedMedication;
  @IsISO8601() dispensedAt!: string;
}
