import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CLOCK_EVENTS = [
  'paused',
  'resumed',
  'limit-changed',
  'warned',
  'escalated',
  'undated',
  'dated',
  'redated',
  'carried-on',
  'merged',
  'unmerged',
] as const;
export type ClockEvent = (typeof CLOCK_EVENTS)[number];

/** One line of a clock's history beyond its start and its stop: written once, never edited. */
@Entity('clock_trail')
export class ClockTrailEntity {
  @PrimaryColumn({ type: 'bigint' }) seq!: string;
  @Column({ name: 'clock_id', type: 'uuid' }) clockId!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text' }) what!: ClockEvent;
  /** For instance the limit before and after, or the step of the ladder. */
  @Column({ type: 'jsonb' }) facts!: Record<string, string | number | null>;
  @Column({ name: 'actor_id', type: 'text', nullable: true }) actorId!: string | null;
  @Column({ name: 'actor_name', type: 'text', nullable: true }) actorName!: string | null;
}
