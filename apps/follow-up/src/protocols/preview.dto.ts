import { IsMoment, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { TASK_MODES, type TaskMode } from '../tasks/task.rules.js';

export class PreviewedProtocol {
  @ApiProperty({ example: 'surgical-default' }) @IsString() @Length(1, 60) code!: string;
  @ApiProperty({ example: 1, description: 'A draft, too.' }) @IsInt() @Min(1) @Max(1_000_000) version!: number;
  @ApiProperty({ format: 'date-time', example: '2026-03-01T10:00:00+08:00', description: 'When the operation was …' })
  @IsMoment()
  anchoredAt!: string;
}

export class PreviewRequest {
  @ApiProperty({ format: 'date-time', example: '2026-03-02T10:15:00+08:00', description: 'When the discharge was …' })
  @IsMoment()
  anchoredAt!: string;
  @ApiPropertyOptional({
    type: [PreviewedProtocol],
    maxItems: 5,
    description: 'Plans that run beside it, to see joining.',
  })
  @Stated()
  @IsArray()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => PreviewedProtocol)
  beside?: PreviewedProtocol[];
}

export class PreviewedContact {
  @ApiProperty({ example: 'discharge-default' }) protocolCode!: string;
  @ApiProperty({ example: 1 }) protocolVersion!: number;
  @ApiProperty({ example: 'visit-1' }) step!: string;
  @ApiProperty({ example: '第一次回访（出院第1周）' }) nameZh!: string;
  @ApiProperty({ example: 'Visit 1 (week 1)' }) nameEn!: string;
  @ApiProperty({ enum: TASK_MODES, example: 'call' }) mode!: TaskMode;
  @ApiProperty({ format: 'date', example: '2026-03-02' }) opensOn!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) opensAt!: string | null;
  @ApiProperty({ format: 'date', example: '2026-03-09' }) dueOn!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) dueAt!: string | null;
  @ApiProperty({ format: 'date', example: '2026-03-16' }) lapsesOn!: string;
  @ApiProperty({ example: '出院后第0天至第7天，最后一天到期' }) reasonZh!: string;
  @ApiProperty({ example: 'days 0 to 7 after the discharge, due on the last' }) reasonEn!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'surgical-default day-7',
    description: 'The contact that stands for this one (FU-3).',
  })
  joinedTo!: string | null;
}

export class Preview {
  @ApiProperty({ type: [PreviewedContact], description: 'By due date, with the first four of a series.' })
  contacts!: PreviewedContact[];
}
