import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import type { TaskKind, TaskOutcome, TaskStatus } from './task.rules.js';

/** One thing to do for a patient. It keeps the patient id it was born with for ever (decision 13). */
@Entity('task')
export class TaskEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Null for the task of a stay: in-hospital care. */
  @Column({ name: 'plan_id', type: 'uuid', nullable: true }) planId!: string | null;
  @Column({ name: 'patient_id', type: 'uuid' }) patientId!: string;
  @Column({ name: 'encounter_id', type: 'uuid' }) encounterId!: string;
  @Column({ type: 'text' }) kind!: TaskKind;
  @Column({ type: 'text' }) step!: string;
  /** Which one of the recurring visits, from 1. */
  @Column({ type: 'integer', nullable: true }) recurrence!: number | null;
  @Column({ name: 'name_zh', type: 'text' }) nameZh!: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn!: string;
  @Column({ type: 'text' }) status!: TaskStatus;
  @Column({ name: 'opens_on', type: 'date' }) opensOn!: Day;
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn!: Day | null;
  @Column({ name: 'lapses_on', type: 'date', nullable: true }) lapsesOn!: Day | null;
  /** When the calendar looks at the task next; null when it does not: done, paused, or without an end. */
  @Column({ name: 'deadline_at', type: 'timestamptz', nullable: true }) deadlineAt!: Date | null;
  @Column({ type: 'text', nullable: true }) outcome!: TaskOutcome | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'completed_at', type: 'timestamptz', nullable: true }) completedAt!: Date | null;
  @Column({ name: 'completed_by', type: 'text', nullable: true }) completedBy!: string | null;
  @Column({ name: 'completed_by_name', type: 'text', nullable: true }) completedByName!: string | null;
  /** Why it was cancelled. */
  @Column({ name: 'close_reason', type: 'text', nullable: true }) closeReason!: string | null;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt!: Date | null;
  @Column({ type: 'integer' }) version!: number;
}
