import { LIFECYCLE_STAGES, type LifecycleStage } from '#contracts';
import { Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsUUID,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MembershipCardView } from '../cards/cards.dto.js';
import { RelativeLine } from '../families/relatives.dto.js';
import { PlainText } from '../people/plain-text.js';
import { BLOOD_TYPES, SOURCES, type BloodType, type FactTopic, type SourceKind } from './fact-topics.js';

export class PatientAllergy {
  @ApiProperty({ description: 'What the person must not get.', example: '青霉素' })
  @PlainText(1, 200)
  substance!: string;

  @ApiPropertyOptional({ example: '皮疹' })
  @IsOptional()
  @PlainText(1, 500)
  reaction?: string;
}

export class PatientCondition {
  @ApiProperty({ description: 'ICD-10.', example: 'I10' })
  @Matches(/^[A-Z]\d{2}(\.[\dA-Za-z+*]{1,12})?$/, { message: 'icd-10' })
  code!: string;

  @Personal('free-text')
  @ApiProperty({ description: 'In words.', example: '原发性高血压' })
  @PlainText(1, 300)
  text!: string;
}

export class PatientEmergencyContact {
  @Personal('name') @ApiProperty({ example: '王秀英' }) @PlainText(1, 200) name!: string;
  @ApiProperty({ description: 'What the contact is to the patient.', example: '女儿' })
  @PlainText(1, 60)
  relation!: string;
  @Personal('phone') @ApiProperty({ example: '138 0013 8000' }) @PlainText(1, 60) phone!: string;
}

export class PatientSource {
  @ApiProperty({ enum: SOURCES, example: 'friend-referral' }) @IsIn(SOURCES) kind!: SourceKind;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'With friend-referral (朋友介绍): the patient who told.',
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  })
  @IsOptional()
  @IsUUID()
  referrerId?: string;
}

export class PatientClub {
  @ApiProperty({ format: 'date', example: '2026-03-02' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'calendar-day' })
  @IsISO8601({ strict: true }, { message: 'calendar-day' })
  memberSince!: string;
}

/** A field left out stays as it is; null deletes; lists are given whole. */
export class FactsChange {
  @ApiPropertyOptional({ type: String, enum: BLOOD_TYPES, nullable: true, example: 'A+' })
  @IsOptional()
  @IsIn(BLOOD_TYPES)
  bloodType?: BloodType | null;

  @ApiPropertyOptional({ type: [PatientAllergy], description: 'The whole list.' })
  @Entries('allergies', PatientAllergy)
  allergies?: PatientAllergy[];

  @ApiPropertyOptional({ type: [PatientCondition], description: 'Chronic conditions, the whole list.' })
  @Entries('conditions', PatientCondition)
  conditions?: PatientCondition[];

  @ApiPropertyOptional({ type: [PatientEmergencyContact], description: 'The whole list, whom to call first first.' })
  @Entries('emergencyContacts', PatientEmergencyContact)
  emergencyContacts?: PatientEmergencyContact[];

  @ApiPropertyOptional({
    type: PatientSource,
    nullable: true,
    description: 'How the person first heard of the hospital.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => PatientSource)
  source?: PatientSource | null;

  @ApiPropertyOptional({ type: PatientClub, nullable: true, description: 'Membership of the patient club.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PatientClub)
  club?: PatientClub | null;
}

/** A list that may be left out, but is not null. */
function Entries(field: FactTopic & keyof FactsChange, type: new () => object): PropertyDecorator {
  return (target, property) => {
    ValidateIf((body: FactsChange) => body[field] !== undefined)(target, property);
    IsArray()(target, property);
    ArrayMaxSize(50)(target, property);
    ValidateNested({ each: true })(target, property);
    Type(() => type)(target, property);
  };
}

/** What is said of a person besides who it is, of merged records too. */
export class RecordedFacts {
  @ApiProperty({ format: 'uuid', description: 'Of the living record.' }) patientId!: string;
  @ApiProperty({ description: 'The ETag without its quotes; any change makes another number.', example: 48_213_377 })
  version!: number;
  @ApiProperty({ type: [PatientAllergy], description: 'Read these first.' }) allergies!: PatientAllergy[];
  @ApiProperty({ type: String, enum: BLOOD_TYPES, nullable: true, example: 'A+' }) bloodType!: BloodType | null;
  @ApiProperty({ type: [PatientCondition] }) conditions!: PatientCondition[];
  @ApiProperty({ type: [PatientEmergencyContact] }) emergencyContacts!: PatientEmergencyContact[];
  @ApiProperty({ type: PatientSource, nullable: true }) source!: PatientSource | null;
  @ApiProperty({ type: PatientClub, nullable: true }) club!: PatientClub | null;
  @ApiProperty({ type: [RelativeLine], description: 'Those who count now (PT-7).' }) relatives!: RelativeLine[];
  @ApiProperty({ type: [MembershipCardView] }) cards!: MembershipCardView[];
  @ApiProperty({
    type: String,
    enum: LIFECYCLE_STAGES,
    nullable: true,
    description:
      'From the visits that took place: revisit-due and churned after LIFECYCLE_REVISIT_DAYS and LIFECYCLE_CHURN_DAYS ' +
      'without one; nobody who is cured or must not be contacted is churned (PT-11). Null after death.',
    example: 'active',
  })
  lifecycleStage!: LifecycleStage | null;
}

export class Referral {
  @ApiProperty({ format: 'uuid', description: 'Who came.', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02' })
  patientId!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) recordedAt!: string;
}

export class Referrals {
  @ApiProperty({ format: 'uuid', description: 'Who told them, the living record.' }) patientId!: string;
  @ApiProperty({ description: 'Living records that name this person as their source.', example: 1 }) count!: number;
  @ApiProperty({ type: [Referral], description: 'The last twenty.' }) recent!: Referral[];
}
