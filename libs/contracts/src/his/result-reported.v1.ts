import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Min, ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport } from './example-report.js';
import { exampleResult } from './example-result.js';
import { HisReport } from './his-report.js';
import { ReportedResult } from './reported-result.js';

@EventContract<HisResultReportedV1>({
  subject: 'his.result.reported.v1',
  emittedWhen: 'A laboratory or imaging system reported or corrected a result (ORU R01), once for each OBR.',
  key: 'recordKey',
  example: { ...exampleReport, number: 1, visitNumber: 'ZY20260221001', result: exampleResult },
})
export class HisResultReportedV1 extends HisReport {
  /** Which result of its message, counted from 1. */
  @IsInt() @Min(1) number!: number;
  @IsOptional() @IsString() @Length(1, 120) visitNumber?: string;
  @ValidateNested() @Type(() => ReportedResult) result!: ReportedResult;
}
