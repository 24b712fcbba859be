import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Band } from '../calls/call-times.rules.js';
import type { Day } from '../calendar/hospital-day.rules.js';
import type { TaskKind, TaskMode, TaskOutcome, TaskStatus } from './task.rules.js';

/** One thing to do for a patient. It keeps the patient id it was born with for ever (decision 13). */
@Entity('task')
export class TaskEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Null for a task outside protocols: in-hospital care, or one made at will. */
  @Column({ name: 'plan_id', type: 'uuid', nullable: true }) planId!: string | null;
  @Column({ name: 'patient_id', type: 'uuid' }) patientId!: string;
  /** The visit or stay it is about; null when it is about none, as a survey of a list of people. */
  @Column({ name: 'encounter_id', type: 'uuid', nullable: true }) encounterId!: string | null;
  @Column({ type: 'text' }) kind!: TaskKind;
  @Column({ type: 'text' }) mode!: TaskMode;
  /** What is asked (FU-8); without a version, the newest when it is asked. */
  @Column({ name: 'questionnaire_code', type: 'text', nullable: true }) questionnaireCode!: string | null;
  @Column({ name: 'questionnaire_version', type: 'integer', nullable: true }) questionnaireVersion!: number | null;
  /** What whoever does it must be good at; a skill of apps/staff. */
  @Column({ type: 'text', nullable: true }) skill!: string | null;
  @Column({ type: 'text' }) step!: string;
  /** Which one of the recurring visits, from 1. */
  @Column({ type: 'integer', nullable: true }) recurrence!: number | null;
  @Column({ name: 'name_zh', type: 'text' }) nameZh!: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn!: string;
  @Column({ type: 'text' }) status!: TaskStatus;
  @Column({ name: 'opens_on', type: 'date' }) opensOn!: Day;
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn!: Day | null;
  @Column({ name: 'lapses_on', type: 'date', nullable: true }) lapsesOn!: Day | null;
  /** The moment it opens; null for 00:00 of `opensOn`. */
  @Column({ name: 'opens_at', type: 'timestamptz', nullable: true }) opensAt!: Date | null;
  /** The moment it is due when it is counted in hours; null when the day is all there is. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt!: Date | null;
  /** The contact of another plan that stands for this one: done counts for both (FU-3). */
  @Column({ name: 'joined_to', type: 'uuid', nullable: true }) joinedTo!: string | null;
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
  /** The account of the nurse it was dealt to; null: whoever has the skill may take it. */
  @Column({ name: 'assigned_to', type: 'text', nullable: true }) assignedTo!: string | null;
  /** The account of the nurse who has it in hand, until `claimedUntil`. */
  @Column({ name: 'claimed_by', type: 'text', nullable: true }) claimedBy!: string | null;
  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true }) claimedUntil!: Date | null;
  /** The account of the nurse who gave it back last: others come first. */
  @Column({ name: 'given_back_by', type: 'text', nullable: true }) givenBackBy!: string | null;
  /** Not handed out before; null: at any time. */
  @Column({ name: 'ready_at', type: 'timestamptz', nullable: true }) readyAt!: Date | null;
  /** When the patient was promised a call. */
  @Column({ name: 'promised_at', type: 'timestamptz', nullable: true }) promisedAt!: Date | null;
  /** The time of day at which nobody answered last. */
  @Column({ name: 'avoid_band', type: 'text', nullable: true }) avoidBand!: Band | null;
  /** How often somebody tried. */
  @Column({ type: 'integer' }) attempts!: number;
  @Column({ name: 'letter_sent_on', type: 'date', nullable: true }) letterSentOn!: Day | null;
  @Column({ name: 'letter_returned_on', type: 'date', nullable: true }) letterReturnedOn!: Day | null;
  /** When somebody is told that it is overdue, as its protocol has it; null when nobody is, or somebody was. */
  @Column({ name: 'escalates_at', type: 'timestamptz', nullable: true }) escalatesAt!: Date | null;
  @Column({ name: 'escalated_at', type: 'timestamptz', nullable: true }) escalatedAt!: Date | null;
  @Column({ type: 'integer' }) version!: number;
}
