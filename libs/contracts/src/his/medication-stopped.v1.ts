import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Min, ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { MEDICATION_STOPS, type MedicationStop } from '../vocabulary/results.js';
import { exampleReport } from './example-report.js';
import { HisReport } from './his-report.js';
import { ReportedMedicationOrder } from './reported-medication.js';

@EventContract<HisMedicationStoppedV1>({
  subject: 'his.medication.stopped.v1',
  emittedWhen: 'An order for a drug was cancelled, discontinued or put on hold (RDE with ORC-1 CA, DC, HD …).',
  key: 'recordKey',
  example: {
    ...exampleReport,
    number: 1,
    order: { orderNumber: 'YZ90311', code: 'XC09AA01' },
    reason: 'discontinued',
  },
})
export class HisMedicationStoppedV1 extends HisReport {
  /** Which order of its message, counted from 1. */
  @IsInt() @Min(1) number!: number;
  @IsOptional() @IsString() @Length(1, 120) visitNumber?: string;
  @ValidateNested() @Type(() => ReportedMedicationOrder) order!: ReportedMedicationOrder;
  @IsIn(MEDICATION_STOPS) reason!: MedicationStop;
}
