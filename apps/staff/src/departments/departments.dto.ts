import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ActiveQuery } from '../http/active-query.js';

const NATIONAL_CODE = /^\d{2}(\.\d{2}){0,2}$/;

export class LocalCode {
  @ApiProperty({ example: 'demo-his', description: 'Code of the sending system.', minLength: 1, maxLength: 60 })
  @IsString()
  @Length(1, 60)
  system!: string;

  @ApiProperty({ example: 'HXNK', description: 'What that system calls the department.', minLength: 1, maxLength: 60 })
  @IsString()
  @Length(1, 60)
  code!: string;
}

export class SaveDepartment {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '03.01',
    pattern: NATIONAL_CODE.source,
    description: '诊疗科目 code of 卫医发〔1994〕27号; several wards may share one.',
  })
  @IsOptional()
  @Matches(NATIONAL_CODE)
  nationalCode?: string | null;

  @ApiProperty({ example: '呼吸内科专业', minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120)
  nameZh!: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Respiratory medicine', minLength: 1, maxLength: 120 })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  nameEn?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'uuid',
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05',
    description: 'The department it belongs to.',
  })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @ApiPropertyOptional({
    type: [LocalCode],
    default: [],
    description: 'One code of one system names one department.',
  })
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique((code: LocalCode) => JSON.stringify([code.system, code.code]))
  @ValidateNested({ each: true })
  @Type(() => LocalCode)
  localCodes: LocalCode[] = [];

  @ApiPropertyOptional({ default: true, description: 'A closed department keeps its history and takes no new work.' })
  @IsBoolean()
  active: boolean = true;
}

export class Department {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06' }) id!: string;
  @ApiProperty({ type: String, nullable: true, example: '03.01', description: '卫医发〔1994〕27号' })
  nationalCode!: string | null;
  @ApiProperty({ example: '呼吸内科专业' }) nameZh!: string;
  @ApiProperty({ type: String, nullable: true, example: 'Respiratory medicine' }) nameEn!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05' })
  parentId!: string | null;
  @ApiProperty({ type: [LocalCode] }) localCodes!: LocalCode[];
  @ApiProperty({ example: true }) active!: boolean;
  @ApiProperty({ example: 1, description: 'Grows with each change; also the ETag.' }) version!: number;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) createdAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) updatedAt!: string;
}

export class MoveDepartment {
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05',
    description: 'The department it belongs to from now on; null: none.',
  })
  @ValidateIf((body: MoveDepartment) => body.parentId !== null)
  @IsUUID()
  parentId!: string | null;
}

export class DepartmentBranch {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05' }) id!: string;
  @ApiProperty({ type: String, nullable: true, example: '03' }) nationalCode!: string | null;
  @ApiProperty({ example: '内科' }) nameZh!: string;
  @ApiProperty({ type: String, nullable: true, example: 'Internal medicine' }) nameEn!: string | null;
  @ApiProperty({ example: true }) active!: boolean;
  @ApiProperty({ type: () => [DepartmentBranch], description: 'Those that belong to it.' })
  children!: DepartmentBranch[];
}

export class DepartmentTree {
  @ApiProperty({ type: [DepartmentBranch] }) items!: DepartmentBranch[];
}

export class DepartmentTreeQuery extends PickType(ActiveQuery, ['includeInactive']) {}

export class DepartmentPage {
  @ApiProperty({ type: [Department] }) items!: Department[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class DepartmentsQuery extends ActiveQuery {
  @ApiPropertyOptional({ example: '呼吸', description: 'Part of the Chinese or English name.', maxLength: 120 })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  name?: string;

  @ApiPropertyOptional({ example: '03', description: 'This national code and those below it.' })
  @IsOptional()
  @Matches(NATIONAL_CODE)
  nationalCode?: string;

  @ApiPropertyOptional({ example: 'demo-his', description: 'With `localCode`: what this system means by it.' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  system?: string;

  @ApiPropertyOptional({ example: 'HXNK' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  localCode?: string;
}
