import { ArrayMaxSize, IsArray, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';

/** What an answer to a questionnaire asks another service to begin; whoever wants its words reads the response. */
export class RequestOfResponse {
  /** Told again it is the same request. */
  @IsUUID() requestId!: string;
  @IsUUID() responseId!: string;
  @IsString() @Length(1, 60) questionnaireCode!: string;
  @IsInt() @Min(1) questionnaireVersion!: number;
  /** The rule of the questionnaire that the answers met. */
  @IsString() @Length(1, 60) flag!: string;
  /** What the rule means. */
  @IsString() @Length(1, 60) nameZh!: string;
  @IsString() @Length(1, 120) nameEn!: string;
  /** The questions whose answers met it. */
  @IsArray() @ArrayMaxSize(40) @IsString({ each: true }) @Length(1, 60, { each: true }) linkIds!: string[];
  @IsUUID() patientId!: string;
  @IsOptional() @IsUUID() encounterId?: string;
  @IsOptional() @IsUUID() planId?: string;
  @IsOptional() @IsUUID() taskId?: string;
  @IsOptional() @IsString() @Length(1, 60) departmentCode?: string;
  @IsOptional() @IsUUID() staffMemberId?: string;
  @IsISO8601() requestedAt!: string;
}
