import { ENCOUNTER_CLASSES, type EncounterClass } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Length, Max, Min } from 'class-validator';
import { PROTOCOL_STATUSES, type ProtocolStatus } from './protocol.rules.js';

export class VisitWindow {
  @ApiProperty({ example: 0, description: 'Days after the day of discharge.' }) fromDay!: number;
  @ApiProperty({ example: 7, description: 'Days after the day of discharge; the visit is due on this day.' })
  toDay!: number;
}

export class ProtocolStepDto {
  @ApiProperty({ example: 'visit-1' }) key!: string;
  @ApiProperty({ example: '第一次回访（出院第1周）' }) nameZh!: string;
  @ApiProperty({ example: 'Visit 1 (week 1)' }) nameEn!: string;
  @ApiProperty({ type: VisitWindow }) window!: VisitWindow;
  @ApiProperty({ example: 7, description: 'Days after the due date at whose end an undone visit lapses.' })
  lapseAfterDays!: number;
}

export class ProtocolRecurrenceDto {
  @ApiProperty({ example: 'recurring' }) key!: string;
  @ApiProperty({ example: '定期回访' }) nameZh!: string;
  @ApiProperty({ example: 'Recurring visit' }) nameEn!: string;
  @ApiProperty({ example: 70, description: 'The series is counted from this day after the discharge.' })
  anchorDays!: number;
  @ApiProperty({ example: 3, description: 'Calendar months from one visit to the next.' }) everyMonths!: number;
  @ApiProperty({ example: 7, description: 'Days before the due date.' }) opensBeforeDays!: number;
  @ApiProperty({ example: 30, description: 'Days after the due date at whose end an undone visit lapses.' })
  lapseAfterDays!: number;
}

export class ProtocolScope {
  @ApiProperty({ enum: ENCOUNTER_CLASSES, isArray: true, example: ['inpatient'] }) classes!: EncounterClass[];
}

export class ProtocolDefinitionDto {
  @ApiProperty({ type: ProtocolScope }) appliesTo!: ProtocolScope;
  @ApiProperty({ type: [ProtocolStepDto] }) steps!: ProtocolStepDto[];
  @ApiPropertyOptional({ type: ProtocolRecurrenceDto }) recurrence?: ProtocolRecurrenceDto;
}

export class Protocol {
  @ApiProperty({ example: 'discharge-default' }) code!: string;
  @ApiProperty({ example: 1 }) version!: number;
  @ApiProperty({ example: '出院默认随访方案' }) nameZh!: string;
  @ApiProperty({ example: 'Default discharge protocol' }) nameEn!: string;
  @ApiProperty({ enum: PROTOCOL_STATUSES, example: 'active' }) status!: ProtocolStatus;
  @ApiProperty({ type: ProtocolDefinitionDto }) definition!: ProtocolDefinitionDto;
}

export class ProtocolList {
  @ApiProperty({ type: [Protocol] }) items!: Protocol[];
}

export class ProtocolVersionParams {
  @ApiProperty({ example: 'discharge-default', maxLength: 60 })
  @IsString()
  @Length(1, 60)
  code!: string;

  @ApiProperty({ example: 1, minimum: 1, maximum: 1_000_000 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version!: number;
}
