import { IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport } from './example-report.js';

@EventContract<HisResultContinuedV1>({
  subject: 'his.result.continued.v1',
  emittedWhen:
    'The text of a result is too long for one event: once for each further part, after his.result.reported.v1.',
  key: 'recordKey',
  example: {
    messageId: exampleReport.messageId,
    recordKey: exampleReport.recordKey,
    number: 1,
    part: 2,
    text: '……双肺纹理增多，余未见异常。',
  },
})
export class HisResultContinuedV1 {
  /** Of the report it belongs to. */
  @IsUUID() messageId!: string;
  /** As in the report it belongs to: its parts come after it, in order. */
  @IsString() @Length(3, 250) recordKey!: string;
  /** Which result of the message, counted from 1. */
  @IsInt() @Min(1) number!: number;
  /** From 2 on; to be put behind each other as they are. */
  @IsInt() @Min(2) @Max(2_000) part!: number;
  @IsString() @Length(1, 100_000) text!: string;
}
