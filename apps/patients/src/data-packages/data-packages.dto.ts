import { Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, ValidateIf } from 'class-validator';
import { PlainText } from '../people/plain-text.js';
import {
  ASKERS,
  IDENTITY_CHECKS,
  PACKAGE_FORMATS,
  PACKAGE_STATES,
  type Asker,
  type IdentityCheck,
  type PackageFormat,
  type PackageState,
} from './data-package-vocabulary.js';

const PIPL = '个人信息保护法第四十五条 PIPL Art. 45';

export class NewDataPackage {
  @ApiProperty({ enum: ASKERS, example: 'self', description: 'Who asked; anybody but the person is named.' })
  @IsIn(ASKERS)
  askedBy!: Asker;

  @ApiPropertyOptional({ example: '葉青', description: 'Required unless the person asked.' })
  @ValidateIf(({ askedBy, askedByName }: NewDataPackage) => askedBy !== 'self' || askedByName !== undefined)
  @PlainText(1, 100)
  askedByName?: string;

  @ApiProperty({ enum: IDENTITY_CHECKS, example: 'document-in-person', description: 'How it was made sure who asks.' })
  @IsIn(IDENTITY_CHECKS)
  identityCheck!: IdentityCheck;

  @ApiPropertyOptional({
    example: '身份证原件与本人核对一致',
    description: 'Required with `other`. No number of a document.',
  })
  @ValidateIf(
    ({ identityCheck, identityNote }: NewDataPackage) => identityCheck === 'other' || identityNote !== undefined,
  )
  @PlainText(1, 500)
  identityNote?: string;

  @ApiPropertyOptional({ example: PIPL, default: PIPL, description: 'On what the person may ask.' })
  @IsOptional()
  @PlainText(1, 200)
  legalBasis: string = PIPL;

  @ApiPropertyOptional({ example: '转院后交给新医院', description: 'Why, where the person says so; nobody has to.' })
  @IsOptional()
  @PlainText(1, 500)
  reason?: string;
}

const MOMENT = { type: String, format: 'date-time', nullable: true } as const;

export class DataPackage {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0a' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'The record it was asked for; a merged one is part of its survivor’s.' })
  patientId!: string;
  @ApiProperty({
    enum: PACKAGE_STATES,
    example: 'ready',
    description: 'waiting: being made, or a service is away (`missing`) and is asked again until `givesUpAt`.',
  })
  state!: PackageState;
  @ApiProperty({ enum: ASKERS, example: 'self' }) askedBy!: Asker;
  @Personal('name')
  @ApiProperty({ type: String, nullable: true, example: null })
  askedByName!: string | null;
  @ApiProperty({ enum: IDENTITY_CHECKS, example: 'document-in-person' }) identityCheck!: IdentityCheck;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) identityNote!: string | null;
  @ApiProperty({ example: PIPL }) legalBasis!: string;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account id of who entered the request.' })
  requestedBy!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) requestedAt!: string;
  @ApiProperty({ format: 'date', example: '2026-03-17', description: 'The person is owed an answer by this day.' })
  dueOn!: string;
  @ApiProperty({
    type: [String],
    example: [],
    description: 'Services whose part is not there: not yet while it waits, not at all once it is ready.',
  })
  missing!: string[];
  @ApiProperty({ minimum: 0, example: 1, description: 'Times it was tried to make it.' }) attempts!: number;
  @ApiProperty({
    format: 'date-time',
    description: 'From then on it is made without the services that still do not answer.',
  })
  givesUpAt!: string;
  @ApiProperty(MOMENT) readyAt!: string | null;
  @ApiProperty({ ...MOMENT, description: 'Its files are removed then.' }) expiresAt!: string | null;
  @ApiProperty(MOMENT) endedAt!: string | null;
}

export class DataPackagePage {
  @ApiProperty({ type: [DataPackage] }) items!: DataPackage[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class DataPackageLinkQuery {
  @ApiProperty({ enum: PACKAGE_FORMATS, example: 'pdf', description: 'json is complete; pdf is for reading.' })
  @IsIn(PACKAGE_FORMATS)
  format!: PackageFormat;
}

export class DataPackageLink {
  @ApiProperty({
    example:
      '/files/patients/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08?expires=1772417400&disposition=attachment&signature=…',
    description: 'Path and query at the gateway; needs no token, works for whoever has it.',
  })
  url!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:20:00.000Z' }) expiresAt!: string;
}
