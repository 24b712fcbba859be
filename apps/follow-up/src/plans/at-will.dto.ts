import { IsMoment, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';

/** One transaction holds them all; more are several requests. */
const MOST_PATIENTS = 200;
const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';

export class NewPlans {
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
  @ApiProperty({ type: [String], format: 'uuid', example: [PATIENT], maxItems: MOST_PATIENTS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PATIENTS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  patientIds!: string[];
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

export const NOT_BEGUN = ['deceased', 'do-not-contact', 'consent-withdrawn', 'exists'] as const;
export type NotBegun = (typeof NOT_BEGUN)[number];

export class BegunPlan {
  @ApiProperty({ format: 'uuid', example: PATIENT }) patientId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04' })
  planId!: string | null;
  @ApiProperty({
    type: String,
    enum: NOT_BEGUN,
    nullable: true,
    example: null,
    description: 'Why there is no new plan; `exists`: one by this protocol from that day runs already.',
  })
  reason!: NotBegun | null;
}

export class BegunPlans {
  @ApiProperty({ type: [BegunPlan], description: 'One a patient, in the order asked.' }) items!: BegunPlan[];
}
