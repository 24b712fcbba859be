import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockKind, ClockOutcome, ClockSubjectType, LadderName, UrgencyRank } from './clock.vocabulary.js';

export const LIMIT_UNITS = ['minutes', 'working-days', 'until'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** Something promised by a moment, and what becomes of it. Of one kind and subject one at most runs. */
@Entity('clock')
export class ClockEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'subject_type', type: 'text' }) subjectType!: ClockSubjectType;
  @Column({ name: 'subject_id', type: 'uuid' }) subjectId!: string;
  @Column({ type: 'text' }) kind!: ClockKind;
  @Column({ type: 'smallint' }) rank!: UrgencyRank;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt!: Date;
  @Column({ name: 'limit_unit', type: 'text' }) limitUnit!: LimitUnit;
  /** Minutes or working days; null with a date. */
  @Column({ name: 'limit_value', type: 'integer', nullable: true }) limitValue!: number | null;
  @Column({ name: 'limit_until', type: 'timestamptz', nullable: true }) limitUntil!: Date | null;
  /** Null: round the clock. Hours never change: other hours are another row. */
  @Column({ name: 'hours_id', type: 'uuid', nullable: true }) hoursId!: string | null;
  /** Who is told. */
  @Column({ name: 'ladder_name', type: 'text' }) ladderName!: LadderName;
  /** At which per cent of the limit. */
  @Column({ type: 'smallint', array: true }) ladder!: number[];
  /** Steps that have been climbed. */
  @Column({ type: 'smallint' }) step!: number;
  /** How often its limit changed: one telling a step and round. */
  @Column({ type: 'smallint' }) round!: number;
  /** 0 not escalated, 1 to the director, 2 to the general manager; the highest it ever was. */
  @Column({ type: 'smallint' }) level!: number;
  /** The last moment in time; null while it is paused, or while nobody knows the holidays of `undatedYear`. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt!: Date | null;
  /** When the deadlines look at it: at the next step, or to date it. */
  @Column({ name: 'next_at', type: 'timestamptz', nullable: true }) nextAt!: Date | null;
  @Column({ name: 'paused_at', type: 'timestamptz', nullable: true }) pausedAt!: Date | null;
  @Column({ name: 'undated_year', type: 'smallint', nullable: true }) undatedYear!: number | null;
  /** The deadline that was missed first; no later change takes it back. */
  @Column({ name: 'breached_at', type: 'timestamptz', nullable: true }) breachedAt!: Date | null;
  @Column({ name: 'stopped_at', type: 'timestamptz', nullable: true }) stoppedAt!: Date | null;
  @Column({ type: 'text', nullable: true }) outcome!: ClockOutcome | null;
  @Column({ name: 'stopped_by', type: 'text', nullable: true }) stoppedBy!: string | null;
  @Column({ name: 'stopped_by_name', type: 'text', nullable: true }) stoppedByName!: string | null;
  /** The clock of a merged ticket that this one carries on. */
  @Column({ name: 'carries_on', type: 'uuid', nullable: true }) carriesOn!: string | null;
}
