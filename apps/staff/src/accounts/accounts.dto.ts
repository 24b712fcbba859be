import { ROLES, type Role } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,39}$/;

export class CreateAccount {
  @ApiProperty({ example: 'li.xiaomei', pattern: USERNAME.source, description: 'Lower case; never changes.' })
  @Matches(USERNAME)
  username!: string;

  @ApiProperty({ example: '李晓梅', minLength: 1, maxLength: 60 })
  @IsString()
  @Length(1, 60)
  displayName!: string;

  @ApiProperty({
    example: 'a-long-pass-phrase',
    minLength: 1,
    maxLength: 128,
    format: 'password',
    description: 'At least ten characters; neither the user name nor a common one.',
  })
  @IsString()
  @Length(1, 128)
  password!: string;

  @ApiProperty({ enum: ROLES, isArray: true, example: ['agent'] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  @ApiPropertyOptional({ type: String, nullable: true, format: 'uuid', description: 'The staff member whose it is.' })
  @IsOptional()
  @IsUUID()
  memberId?: string | null;
}

export class ChangeAccount {
  @ApiPropertyOptional({ example: '李晓梅', minLength: 1, maxLength: 60 })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  displayName?: string;

  @ApiPropertyOptional({
    enum: ROLES,
    isArray: true,
    example: ['agent', 'mentor'],
    description: 'All roles from now on.',
  })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles?: Role[];

  @ApiPropertyOptional({ example: false, description: 'false: this person can no longer log in.' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'The staff member whose it is; null: nobody’s.',
  })
  @IsOptional()
  @IsUUID()
  memberId?: string | null;
}

export class ResetPassword {
  @ApiProperty({ example: 'one-to-be-changed-soon', minLength: 1, maxLength: 128, format: 'password' })
  @IsString()
  @Length(1, 128)
  password!: string;
}

export class Account {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10' }) id!: string;
  @ApiProperty({ example: 'li.xiaomei' }) username!: string;
  @ApiProperty({ example: '李晓梅' }) displayName!: string;
  @ApiProperty({ enum: ROLES, isArray: true, example: ['agent'] }) roles!: Role[];
  @ApiProperty({ type: String, nullable: true, format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' })
  memberId!: string | null;
  @ApiProperty({ example: false, description: 'No token before the person has chosen another password.' })
  mustChangePassword!: boolean;
  @ApiProperty({ example: true }) active!: boolean;
  @ApiProperty({ example: 1, description: 'Grows with each change; also the ETag.' }) version!: number;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) createdAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) updatedAt!: string;
}

export class AccountPage {
  @ApiProperty({ type: [Account] }) items!: Account[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}
