import { Type } from 'class-transformer';
import { IsISO8601, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { ReportedPatient } from './reported-patient.js';

/** What every report of a HIS about a person carries. */
export class HisReport {
  /** The stored message this came from. */
  @IsUUID() messageId!: string;
  /** Code of the sending partner. */
  @IsString() @Length(1, 60) partner!: string;
  /** `<issuer>|<value>` of the primary identifier: reports on one record are handled in order. */
  @IsString() @Length(3, 250) recordKey!: string;
  /** When it happened at the sender (EVN-2, else MSH-7): an older report never overwrites a newer one. */
  @IsISO8601() eventTime!: string;
  @ValidateNested() @Type(() => ReportedPatient) patient!: ReportedPatient;
}
