import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Min, ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport } from './example-report.js';
import { HisReport } from './his-report.js';
import { ReportedOrder } from './reported-result.js';

@EventContract<HisResultWithdrawnV1>({
  subject: 'his.result.withdrawn.v1',
  emittedWhen: 'A result was taken back as a whole (ORU R01 with OBR-25 X, or with D, W or X in every OBX-11).',
  key: 'recordKey',
  example: {
    ...exampleReport,
    number: 1,
    order: { orderNumber: 'L20260302017', placerNumber: 'YZ88021', code: 'CBC', name: '血常规' },
  },
})
export class HisResultWithdrawnV1 extends HisReport {
  /** Which result of its message, counted from 1. */
  @IsInt() @Min(1) number!: number;
  @IsOptional() @IsString() @Length(1, 120) visitNumber?: string;
  @ValidateNested() @Type(() => ReportedOrder) order!: ReportedOrder;
}
