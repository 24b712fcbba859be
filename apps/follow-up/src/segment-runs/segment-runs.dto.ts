import { Stated, IsMoment } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { RUN_FAULTS, RUN_STATES, type RunFault, type RunState } from './segment-run.entity.js';

const SEGMENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0b';

export class NewSegmentRun {
  @ApiProperty({ format: 'uuid', example: SEGMENT, description: 'A segment of patients.' })
  @IsUUID()
  segmentId!: string;
  @ApiProperty({ example: 'consultation-default', description: 'Code of a published protocol, whatever it is for.' })
  @IsString()
  @Length(1, 60)
  protocolCode!: string;
  @ApiPropertyOptional({ example: 1, description: 'A published version; without it the newest.' })
  @Stated()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  protocolVersion?: number;
  @ApiProperty({
    format: 'date-time',
    example: '2026-03-02T09:30:00+08:00',
    description: 'What contacts count from; in a year from 1900 to 9900.',
  })
  @IsMoment()
  anchoredAt!: string;
  @ApiPropertyOptional({ example: '03.04', description: 'Code of the department concerned.' })
  @Stated()
  @IsString()
  @Length(1, 60)
  departmentCode?: string;
  @ApiPropertyOptional({ example: '心血管内科专业' })
  @Stated()
  @IsString()
  @Length(1, 120)
  departmentName?: string;
}

export class SegmentRun {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0d' }) id!: string;
  @ApiProperty({ format: 'uuid', example: SEGMENT }) segmentId!: string;
  @ApiProperty({ type: String, nullable: true, example: '糖尿病复诊', description: 'Null before it was asked for.' })
  segmentName!: string | null;
  @ApiProperty({ example: 'consultation-default' }) protocolCode!: string;
  @ApiProperty({ example: 1 }) protocolVersion!: number;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T01:30:00.000Z' }) anchoredAt!: string;
  @ApiProperty({ type: String, nullable: true, example: null }) departmentCode!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) departmentName!: string | null;
  @ApiProperty({ enum: RUN_STATES, example: 'waiting', description: 'waiting: not all members are dealt with yet.' })
  state!: RunState;
  @ApiProperty({
    type: String,
    enum: RUN_FAULTS,
    nullable: true,
    example: null,
    description:
      'Why it went no further: there is no such segment; it names sex, age or district, which you see masked; the protocol’s version was retired; or it was given up, as many attempts failed (patients did not answer) or its job was cancelled: ask again, and who has a plan gets no second.',
  })
  fault!: RunFault | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 5120,
    description: 'In the segment when its first members were asked for.',
  })
  members!: number | null;
  @ApiProperty({ example: 4980, description: 'People who got a plan.' }) begun!: number;
  @ApiProperty({ example: 100, description: 'Had one by this protocol from that day already.' }) existing!: number;
  @ApiProperty({ example: 40, description: 'Have died, or want no follow-up.' }) refused!: number;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Account of who asked.' })
  requestedBy!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:00:00.000Z' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) finishedAt!: string | null;
}
