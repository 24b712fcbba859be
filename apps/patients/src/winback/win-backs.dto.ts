import {
  CHANNELS,
  LIFECYCLE_STAGES,
  WIN_BACK_ANSWERS,
  WIN_BACK_OFFERS,
  WIN_BACK_OUTCOMES,
  type Channel,
  type LifecycleStage,
  type WinBackAnswer,
  type WinBackOffer,
  type WinBackOutcome,
  type WinBackStep,
} from '#contracts';
import { IsMoment, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PlainText } from '../people/plain-text.js';

const ID = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51';
const AN_INSTANT = { type: String, format: 'date-time', nullable: true } as const;

export const WIN_BACK_STATUSES = ['open', 'ended'] as const;
export type WinBackStatus = (typeof WIN_BACK_STATUSES)[number];

export class NewWinBackAnswer {
  @ApiProperty({
    enum: WIN_BACK_ANSWERS,
    description: 'accepted takes the offer, will-come says so without it; declined and no-interest want neither.',
    example: 'will-come',
  })
  @IsIn(WIN_BACK_ANSWERS)
  answer!: WinBackAnswer;

  @ApiPropertyOptional({ enum: CHANNELS, description: 'How it was said.', example: 'phone' })
  @IsOptional()
  @IsIn(CHANNELS)
  channel?: Channel;

  @ApiPropertyOptional({ description: 'In the words of who says it.', example: '下周带老伴一起来复查' })
  @IsOptional()
  @PlainText(1, 500)
  note?: string;
}

export class OfferText {
  @ApiProperty({ example: '免费复查一次' }) 'zh-CN'!: string;
  @ApiProperty({ example: 'One free recheck' }) en!: string;
}

export class WinBackView {
  @ApiProperty({ format: 'uuid', example: ID }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'The record it was made for; a merged one answers with the survivor.' })
  patientId!: string;
  @ApiProperty({ enum: WIN_BACK_STATUSES, example: 'open' }) status!: WinBackStatus;
  @ApiProperty({ enum: [1, 2, 3], description: 'The last step made.', example: 1 }) step!: WinBackStep;
  @ApiProperty({ enum: WIN_BACK_OFFERS, description: 'What that step offers.', example: 'free-recheck' })
  offer!: WinBackOffer;
  @ApiProperty({ type: OfferText, description: 'The offer in words, for whoever tells the patient.' })
  offerText!: OfferText;
  @ApiProperty({ format: 'date-time', example: '2026-08-29T02:15:00.000Z' }) stepAt!: string;
  @ApiProperty({
    ...AN_INSTANT,
    description: 'When the next step comes, or the last one counts as unanswered. Null once it ended.',
    example: '2026-09-05T02:15:00.000Z',
  })
  dueAt!: string | null;
  @ApiProperty({ format: 'date-time', description: 'The last visit.', example: '2026-03-02T02:15:00.000Z' })
  absentSince!: string;
  @ApiProperty({ format: 'date-time', example: '2026-08-29T02:15:00.000Z' }) startedAt!: string;
  @ApiProperty({ type: String, enum: WIN_BACK_OUTCOMES, nullable: true, description: 'Why it ended.', example: null })
  outcome!: WinBackOutcome | null;
  @ApiProperty({ ...AN_INSTANT, example: null }) endedAt!: string | null;
  @ApiProperty({ type: String, enum: WIN_BACK_ANSWERS, nullable: true, example: null }) answer!: WinBackAnswer | null;
  @ApiProperty({ type: String, enum: CHANNELS, nullable: true, example: null }) answerChannel!: Channel | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) answerNote!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who recorded it.', example: null })
  answeredBy!: string | null;
  @ApiProperty({ ...AN_INSTANT, description: 'When the patient came again after it.', example: null })
  returnedAt!: string | null;
}

export class WinBackPage {
  @ApiProperty({ type: [WinBackView] }) items!: WinBackView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class PatientWinBack {
  @ApiProperty({
    format: 'uuid',
    description: 'The record that answers.',
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  })
  patientId!: string;
  @ApiProperty({
    type: String,
    enum: LIFECYCLE_STAGES,
    nullable: true,
    description: 'Null after death.',
    example: 'churned',
  })
  lifecycleStage!: LifecycleStage | null;
  @ApiProperty({ type: WinBackView, nullable: true, description: 'The one that is open.' })
  current!: WinBackView | null;
  @ApiProperty({ type: [WinBackView], description: 'Those that ended, the last first; at most fifty.' })
  former!: WinBackView[];
}

export class WinBackFiguresQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'Started from then on; a year back unless told.' })
  @IsOptional()
  @IsMoment()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'And before then; now unless told.' })
  @IsOptional()
  @IsMoment()
  to?: string;
}

export class WinBackFigures {
  @ApiProperty({ format: 'date-time', example: '2025-11-22T02:15:00.000Z' }) from!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T02:15:00.000Z' }) to!: string;
  @ApiProperty({ description: 'Win-backs that started in the time.', example: 120 }) started!: number;
  @ApiProperty({ description: 'Of them: open now.', example: 18 }) open!: number;
  @ApiProperty({ description: 'Of them: answered, whatever the answer.', example: 40 }) answered!: number;
  @ApiProperty({ description: 'Of them: accepted, or said they would come.', example: 25 }) agreed!: number;
  @ApiProperty({ description: 'Of them: every step passed without an answer.', example: 30 }) unanswered!: number;
  @ApiProperty({ description: 'Of them: came again, answered or not.', example: 33 }) returned!: number;
  @ApiProperty({
    description: 'returned ÷ started, 0 to 1; null when none started.',
    type: Number,
    nullable: true,
    example: 0.275,
  })
  returnRate!: number | null;
}
