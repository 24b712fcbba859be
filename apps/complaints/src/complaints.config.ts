import { Env, FilesConfig } from '#platform';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';

/** What the parts of this service are told; files are attachments and letters of praise. */
export class ComplaintsConfig extends FilesConfig {
  /** Code of the department whose desk medical complaints go to at once (CP-3); empty: its people are told, no more. */
  @Env('MEDICAL_AFFAIRS_DEPARTMENT') @IsString() @MaxLength(60) medicalAffairsDepartment: string = '';
  /** At which per cent of a limit the holder is warned (CP-2). */
  @Env('ESCALATION_WARNING_PERCENT') @IsInt() @Min(1) @Max(99) escalationWarningPercent: number = 80;
  /** After what further part of the limit, in per cent, the general manager is told (CP-2). */
  @Env('ESCALATION_FURTHER_PERCENT') @IsInt() @Min(1) @Max(1000) escalationFurtherPercent: number = 50;
}
