import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { CLOCK_TIME } from '../duty/month-import.dto.js';
import { CHANNELS, LONGEST_QUIET_HOURS, type Channel } from './preferences.rules.js';

const CHANNEL_LIST = { enum: CHANNELS, isArray: true, example: ['console', 'message'] } as const;
const HOURS = { starts: '20:00', ends: '07:30' };
const BY_ALL = { channels: ['console', 'message'], quietHours: HOURS };
const BY_NONE = { channels: [], quietHours: null };

export class QuietHoursChoice {
  @ApiProperty({ example: '20:00', pattern: CLOCK_TIME.source, description: 'On the hospital’s clock.' })
  @Matches(CLOCK_TIME)
  starts!: string;

  @ApiProperty({
    example: '07:30',
    pattern: CLOCK_TIME.source,
    description: `At most ${LONGEST_QUIET_HOURS} hours later; as \`starts\`: never quiet.`,
  })
  @Matches(CLOCK_TIME)
  ends!: string;
}

export class TellingChoice {
  @ApiProperty({ ...CHANNEL_LIST, description: 'None: it is found in the inbox, and nothing rings.' })
  @IsArray()
  @ArrayUnique()
  @IsIn(CHANNELS, { each: true })
  channels!: Channel[];

  @ApiPropertyOptional({
    type: QuietHoursChoice,
    nullable: true,
    example: HOURS,
    description: 'In place of the hospital’s; null: the hospital’s. On duty there are none.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuietHoursChoice)
  quietHours?: QuietHoursChoice | null;
}

export class NormalTellingChoice extends TellingChoice {
  @ApiProperty({ ...CHANNEL_LIST, minItems: 1, description: 'At least one.' })
  @ArrayNotEmpty()
  declare channels: Channel[];
}

export class SavePreferences {
  @ApiProperty({ type: NormalTellingChoice, example: BY_ALL })
  @IsDefined()
  @ValidateNested()
  @Type(() => NormalTellingChoice)
  normal!: NormalTellingChoice;

  @ApiProperty({ type: TellingChoice, example: BY_NONE })
  @IsDefined()
  @ValidateNested()
  @Type(() => TellingChoice)
  low!: TellingChoice;
}

export class PreferencesView {
  @ApiProperty({
    format: 'uuid',
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
    description: 'The member, or an account that belongs to none.',
  })
  personId!: string;
  @ApiProperty({ type: TellingChoice, example: BY_ALL }) normal!: TellingChoice;
  @ApiProperty({ type: TellingChoice, example: BY_NONE }) low!: TellingChoice;
  @ApiProperty({ example: 1, description: '0: never chosen. Grows with each change; also the ETag.' }) version!: number;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', example: '2026-03-02T02:15:00.000Z' })
  updatedAt!: string | null;
}
