import type { GreenChannelOutcome, ResponseChannel } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseStatus } from './green-channel.rules.js';

/** A patient in pain whom a doctor has to call within minutes (FU-4). */
@Entity('green_channel_case')
export class GreenChannelCaseEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'patient_id', type: 'uuid' }) patientId!: string;
  @Column({ name: 'encounter_id', type: 'uuid', nullable: true }) encounterId!: string | null;
  @Column({ name: 'plan_id', type: 'uuid', nullable: true }) planId!: string | null;
  @Column({ name: 'task_id', type: 'uuid', nullable: true }) taskId!: string | null;
  /** The answer that opened it, through all its amendments. */
  @Column({ name: 'response_root_id', type: 'uuid' }) responseRootId!: string;
  @Column({ name: 'department_code', type: 'text', nullable: true }) departmentCode!: string | null;
  /** The highest one while it was open. */
  @Column({ type: 'integer' }) score!: number;
  @Column({ type: 'text' }) channel!: ResponseChannel;
  @Column({ type: 'text' }) status!: CaseStatus;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt!: Date;
  /** When it was opened last: what the doctor takes is counted from here, and what was before is another call's. */
  @Column({ name: 'alarmed_at', type: 'timestamptz' }) alarmedAt!: Date;
  /** When it escalates; null when it has, or when there is nothing to wait for any more. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt!: Date | null;
  @Column({ name: 'acknowledged_at', type: 'timestamptz', nullable: true }) acknowledgedAt!: Date | null;
  @Column({ name: 'acknowledged_by', type: 'text', nullable: true }) acknowledgedBy!: string | null;
  @Column({ name: 'acknowledged_by_name', type: 'text', nullable: true }) acknowledgedByName!: string | null;
  /** When the director was told last; a high score may have begun the time again since. */
  @Column({ name: 'escalated_at', type: 'timestamptz', nullable: true }) escalatedAt!: Date | null;
  /** Calls that nobody answered. */
  @Column({ name: 'unanswered_calls', type: 'integer' }) unansweredCalls!: number;
  @Column({ type: 'text', nullable: true }) outcome!: GreenChannelOutcome | null;
  /** Of a case closed as merged: the one of the same person that went on. */
  @Column({ name: 'merged_into', type: 'uuid', nullable: true }) mergedInto!: string | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt!: Date | null;
  @Column({ name: 'closed_by', type: 'text', nullable: true }) closedBy!: string | null;
  @Column({ name: 'closed_by_name', type: 'text', nullable: true }) closedByName!: string | null;
}

/** What a case loses that is opened again. */
export const UNCLOSED = { outcome: null, mergedInto: null, closedAt: null, closedBy: null, closedByName: null };
