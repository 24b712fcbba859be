import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptOutcome } from '../calls/attempt.rules.js';

/** One try to reach a patient for a task (FU-7). */
@Entity('task_attempt')
export class AttemptEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'task_id', type: 'uuid' }) taskId!: string;
  @Column({ name: 'patient_id', type: 'uuid' }) patientId!: string;
  /** Which of the task, from 1. */
  @Column({ type: 'integer' }) number!: number;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text' }) outcome!: AttemptOutcome;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  /** What the patient asked for. */
  @Column({ name: 'call_later_at', type: 'timestamptz', nullable: true }) callLaterAt!: Date | null;
  /** When the next call was due after it; null when the task ended. */
  @Column({ name: 'next_at', type: 'timestamptz', nullable: true }) nextAt!: Date | null;
  /** The answers that were given. */
  @Column({ name: 'response_id', type: 'uuid', nullable: true }) responseId!: string | null;
  /** The task had gone its way without it: it changed nothing (ADR 77). */
  @Column({ type: 'boolean' }) late!: boolean;
  @Column({ name: 'by_id', type: 'text', nullable: true }) byId!: string | null;
  @Column({ name: 'by_name', type: 'text', nullable: true }) byName!: string | null;
}
