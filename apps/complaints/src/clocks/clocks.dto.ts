import { ApiProperty } from '@nestjs/swagger';
import { COUNTED, NOT_COUNTED, type TimeReason } from '../calendars/stretch.rules.js';
import { CLOCK_EVENTS, type ClockEvent } from './clock-trail.entity.js';
import { LIMIT_UNITS, type LimitUnit } from './clock.entity.js';
import { CLOCK_KINDS, CLOCK_OUTCOMES, type ClockKind, type ClockOutcome } from './clock.vocabulary.js';

const INSTANT = { format: 'date-time', example: '2026-03-05T07:00:00.000Z' } as const;
const MAYBE_INSTANT = { ...INSTANT, type: String, nullable: true } as const;

export class Words {
  @ApiProperty({ example: '等待患者，暂停计时' }) zh!: string;
  @ApiProperty({ example: 'does not count: waiting for the patient' }) en!: string;
}

export class ClockLimit {
  @ApiProperty({ enum: LIMIT_UNITS, example: 'minutes' }) unit!: LimitUnit;
  @ApiProperty({ type: Number, nullable: true, example: 120, description: 'Null with a date.' }) value!: number | null;
  @ApiProperty({ ...MAYBE_INSTANT, example: null }) until!: Date | null;
}

export class ClockSegment {
  @ApiProperty(INSTANT) from!: Date;
  @ApiProperty(INSTANT) until!: Date;
  @ApiProperty({ example: 7200 }) seconds!: number;
  @ApiProperty({ example: true }) counted!: boolean;
  @ApiProperty({ enum: [...COUNTED, ...NOT_COUNTED], example: 'round-the-clock' }) why!: TimeReason;
  @ApiProperty({ type: Words }) text!: Words;
}

export class ClockWhy {
  @ApiProperty({ example: 7200, description: 'How much may be counted.' }) limitSeconds!: number;
  @ApiProperty({ example: 2400, description: 'Counted when it stopped, or by now.' }) countedSeconds!: number;
  @ApiProperty({ example: 4800, description: 'Left; below 0: overdue by so much.' }) leftSeconds!: number;
  @ApiProperty({ type: [ClockSegment], description: 'From the start to the deadline, the stop, or now while paused.' })
  segments!: ClockSegment[];
}

export class ClockLine {
  @ApiProperty(INSTANT) at!: Date;
  @ApiProperty({ enum: CLOCK_EVENTS, example: 'limit-changed' }) what!: ClockEvent;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { why: 'recoloured', beforeUnit: 'minutes', beforeValue: 1440, afterUnit: 'minutes', afterValue: 30 },
  })
  facts!: Record<string, string | number | null>;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null: the service itself.' })
  actorName!: string | null;
}

export class TicketClock {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: CLOCK_KINDS, example: 'solution' }) kind!: ClockKind;
  @ApiProperty({ type: Words, example: { zh: '办结', en: 'closing' } }) name!: Words;
  @ApiProperty(INSTANT) startedAt!: Date;
  @ApiProperty({ type: ClockLimit }) limit!: ClockLimit;
  @ApiProperty({ ...MAYBE_INSTANT, description: 'The last moment in time; null while paused, and without a calendar.' })
  dueAt!: Date | null;
  @ApiProperty({ ...MAYBE_INSTANT, example: null }) pausedAt!: Date | null;
  @ApiProperty({ ...MAYBE_INSTANT, example: null }) stoppedAt!: Date | null;
  @ApiProperty({
    enum: CLOCK_OUTCOMES,
    type: String,
    nullable: true,
    example: null,
    description: 'done; withdrawn: nothing is owed any more; superseded, merged: another clock counts in its place.',
  })
  outcome!: ClockOutcome | null;
  @ApiProperty({ type: String, nullable: true, example: null }) stoppedByName!: string | null;
  @ApiProperty({ ...MAYBE_INSTANT, example: null, description: 'The deadline missed first; never taken back.' })
  breachedAt!: Date | null;
  @ApiProperty({ example: 0, description: '1: the director was told; 2: the general manager.' }) level!: number;
  @ApiProperty({ type: Number, nullable: true, example: null, description: 'The year whose calendar is not known.' })
  undatedYear!: number | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null, description: 'Of a merged ticket.' })
  carriesOn!: string | null;
  @ApiProperty({ type: ClockWhy, nullable: true, description: 'Why this deadline; null without a calendar.' })
  why!: ClockWhy | null;
  @ApiProperty({ type: [ClockLine] }) history!: ClockLine[];
}
