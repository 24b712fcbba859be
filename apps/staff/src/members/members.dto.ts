import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { ActiveQuery } from '../http/active-query.js';
import { TERM_CODE } from '../terms/terms.dto.js';

const STAFF_NUMBER = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;
const PHONE = /^\+?[0-9][0-9 -]{4,29}$/;

export class SaveMember {
  @ApiProperty({ example: 'D0017', pattern: STAFF_NUMBER.source, description: '工号' })
  @Matches(STAFF_NUMBER)
  staffNumber!: string;

  @ApiProperty({ example: '陈建国', minLength: 1, maxLength: 60 }) @IsString() @Length(1, 60) name!: string;

  @ApiProperty({
    isArray: true,
    type: String,
    format: 'uuid',
    example: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06'],
    description: 'Departments; the first is the main one.',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  departmentIds!: string[];

  @ApiPropertyOptional({ isArray: true, type: String, example: ['attending-physician'], description: '职称, by code.' })
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(TERM_CODE, { each: true })
  titles: string[] = [];

  @ApiPropertyOptional({ isArray: true, type: String, example: ['chest-pain'], description: 'By code.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(TERM_CODE, { each: true })
  skills: string[] = [];

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '010 6234 5678',
    maxLength: 30,
    description: 'At work.',
  })
  @IsOptional()
  @Matches(PHONE)
  phone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'chen.jianguo@hospital.example', maxLength: 120 })
  @IsOptional()
  @IsEmail()
  @Length(3, 120)
  email?: string | null;

  @ApiPropertyOptional({ default: true, description: 'false: no longer works here, and stands on no roster.' })
  @IsBoolean()
  active: boolean = true;
}

export class Member {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' }) id!: string;
  @ApiProperty({ example: 'D0017' }) staffNumber!: string;
  @ApiProperty({ example: '陈建国' }) name!: string;
  @ApiProperty({ isArray: true, type: String, example: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06'] })
  departmentIds!: string[];
  @ApiProperty({ isArray: true, type: String, example: ['attending-physician'] }) titles!: string[];
  @ApiProperty({ isArray: true, type: String, example: ['chest-pain'] }) skills!: string[];
  @ApiProperty({ type: String, nullable: true, example: '010 6234 5678' }) phone!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'chen.jianguo@hospital.example' }) email!: string | null;
  @ApiProperty({ example: true }) active!: boolean;
  @ApiProperty({ example: 1, description: 'Grows with each change; also the ETag.' }) version!: number;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) createdAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) updatedAt!: string;
}

export class MemberPage {
  @ApiProperty({ type: [Member] }) items!: Member[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class MembersQuery extends ActiveQuery {
  @ApiPropertyOptional({ example: '陈', description: 'Part of the name, or the staff number.', maxLength: 60 })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  q?: string;
}
