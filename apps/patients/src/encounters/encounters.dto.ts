import {
  ENCOUNTER_CLASSES,
  ENCOUNTER_STATUSES,
  ROUGH_PRECISIONS,
  type EncounterClass,
  type EncounterStatus,
  type RoughPrecision,
} from '#contracts';
import { Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class EncounterDiagnosis {
  @ApiPropertyOptional({ description: 'ICD-10 where the sender codes it.', example: 'J18.9' }) code?: string;
  @ApiPropertyOptional({ example: '肺炎' }) name?: string;
  @ApiPropertyOptional({ description: 'A admitting, W working, F final.', example: 'F' }) type?: string;
}

export class EncounterProcedure {
  @ApiPropertyOptional({ example: '47.01' }) code?: string;
  @ApiPropertyOptional({ example: '腹腔镜下阑尾切除术' }) name?: string;
  @ApiPropertyOptional({ format: 'date-time', example: '2026-02-22T10:00:00+08:00' }) performedAt?: string;
  @ApiPropertyOptional({
    enum: ROUGH_PRECISIONS,
    description: 'Present where less than an hour is known: `performedAt` is the first moment of that time.',
    example: 'day',
  })
  precision?: RoughPrecision;
}

export class EncounterView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({
    format: 'uuid',
    description: 'The record it was born with; after a merge that id answers with the survivor.',
  })
  patientId!: string;
  @ApiProperty({ description: 'Whose visit number it is.', example: 'demo-his' }) partner!: string;
  @Personal('record-number') @ApiProperty({ example: 'ZY20260221001' }) visitNumber!: string;
  @ApiProperty({ enum: ENCOUNTER_CLASSES, example: 'inpatient' }) class!: EncounterClass;
  @ApiProperty({ enum: ENCOUNTER_STATUSES, example: 'finished' }) status!: EncounterStatus;
  @ApiProperty({ type: String, nullable: true, description: '卫医发〔1994〕27号 where mapped.', example: '03.01' })
  departmentCode!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '呼吸内科专业' }) departmentName!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '3W' }) ward!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '12' }) bed!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'D0107' }) doctorCode!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '李明' }) doctorName!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'As the sender codes it.', example: '1' })
  disposition!: string | null;
  @ApiProperty({ type: [EncounterDiagnosis] }) diagnoses!: EncounterDiagnosis[];
  @ApiProperty({ type: [EncounterProcedure] }) procedures!: EncounterProcedure[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-02-21T01:00:00.000Z' })
  admittedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-02T02:15:00.000Z' })
  dischargedAt!: string | null;
  @ApiProperty({ description: 'Discharges so far, those taken back included.', example: 1 }) dischargeNumber!: number;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:01.000Z' }) updatedAt!: string;
}

export class EncounterPage {
  @ApiProperty({ type: [EncounterView] }) items!: EncounterView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
