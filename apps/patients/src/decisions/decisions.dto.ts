import {
  CHANNELS,
  CONSENT_PURPOSES,
  LEGAL_BASES,
  PERSON_STATES,
  type Channel,
  type ConsentPurpose,
  type LegalBasis,
  type PersonState,
} from '#contracts';
import { IsMoment, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { PlainText } from '../people/plain-text.js';

export class ConsentGuardian {
  @Personal('name') @ApiProperty({ example: '王秀英' }) @PlainText(1, 200) name!: string;
  @ApiProperty({ description: 'What the guardian is to the child.', example: '母亲' })
  @PlainText(1, 60)
  relation!: string;
}

class Told {
  @ApiProperty({ enum: CHANNELS, description: 'How it was said.', example: 'phone' })
  @IsIn(CHANNELS)
  channel!: Channel;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'When the person decided, if it was before now. The word decided last counts.',
    example: '2026-03-02T10:15:00+08:00',
  })
  @IsOptional()
  @IsMoment()
  decidedAt?: string;

  @ApiPropertyOptional({ description: 'In the words of who says it.', example: '本人来电要求' })
  @IsOptional()
  @PlainText(1, 500)
  reason?: string;
}

export class NewConsent extends Told {
  @ApiProperty({ enum: CONSENT_PURPOSES, example: 'marketing' })
  @IsIn(CONSENT_PURPOSES)
  purpose!: ConsentPurpose;

  @ApiProperty({ description: 'false withdraws: as easy as giving, without a basis.', example: true })
  @IsBoolean()
  granted!: boolean;

  @ApiPropertyOptional({
    enum: LEGAL_BASES,
    description:
      'Needed to grant. marketing: consent or separate-consent; research and publication: separate-consent (PIPL Art. 29).',
    example: 'separate-consent',
  })
  @IsOptional()
  @IsIn(LEGAL_BASES)
  legalBasis?: LegalBasis;

  @ApiPropertyOptional({
    type: ConsentGuardian,
    description: 'Who consents for a child below 14; needed to grant (PIPL Art. 31).',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ConsentGuardian)
  guardian?: ConsentGuardian;
}

export class NewState extends Told {
  @ApiProperty({ enum: PERSON_STATES, example: 'do-not-contact' })
  @IsIn(PERSON_STATES)
  state!: PersonState;

  @ApiProperty({ description: 'false: it holds no longer.', example: true })
  @IsBoolean()
  holds!: boolean;
}

export class Decision {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c21' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'The record it was said about.' }) patientId!: string;
  @ApiProperty({ enum: [...CONSENT_PURPOSES, ...PERSON_STATES], example: 'marketing' })
  topic!: ConsentPurpose | PersonState;
  @ApiProperty({ description: 'Granted, or begun.', example: true }) holds!: boolean;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) decidedAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:16:00.000Z' }) recordedAt!: string;
  @ApiProperty({ enum: CHANNELS, example: 'phone' }) channel!: Channel;
  @ApiProperty({ type: String, enum: LEGAL_BASES, nullable: true, example: 'separate-consent' })
  legalBasis!: LegalBasis | null;
  @ApiProperty({ type: ConsentGuardian, nullable: true }) guardian!: ConsentGuardian | null;
  @Personal('free-text')
  @ApiProperty({ type: String, nullable: true, example: '本人来电要求' })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who recorded it.', example: null })
  recordedBy!: string | null;
}

export class DecisionPage {
  @ApiProperty({ type: [Decision] }) items!: Decision[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class PurposeStanding {
  @ApiProperty({ enum: CONSENT_PURPOSES, example: 'marketing' }) purpose!: ConsentPurpose;
  @ApiProperty({ example: false }) allowed!: boolean;
  @ApiProperty({ type: String, enum: LEGAL_BASES, nullable: true, example: null }) legalBasis!: LegalBasis | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Null: nothing was said; care and follow-up are allowed then, the others are not.',
    example: null,
  })
  since!: string | null;
}

export class StateStanding {
  @ApiProperty({ enum: PERSON_STATES, example: 'do-not-contact' }) state!: PersonState;
  @ApiProperty({ example: false }) holds!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) since!: string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) reason!: string | null;
}

/** What counts now. */
export class PatientStanding {
  @ApiProperty({ type: [PurposeStanding] }) purposes!: PurposeStanding[];
  @ApiProperty({ type: [StateStanding] }) states!: StateStanding[];
}
