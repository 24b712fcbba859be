import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeasureState } from './measure.rules.js';

/** What is to become better because of a complaint, by whom and until when (CP-4). */
@Entity('rectification_measure')
export class MeasureEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'ticket_id', type: 'uuid' }) ticketId!: string;
  @Column({ type: 'text' }) what!: string;
  /** The department responsible, the member, or both. */
  @Column({ name: 'department_code', type: 'text', nullable: true }) departmentCode!: string | null;
  @Column({ name: 'member_id', type: 'uuid', nullable: true }) memberId!: string | null;
  @Column({ name: 'due_at', type: 'timestamptz' }) dueAt!: Date;
  @Column({ type: 'text' }) state!: MeasureState;
  @Column({ name: 'planned_at', type: 'timestamptz' }) plannedAt!: Date;
  @Column({ name: 'planned_by_name', type: 'text', nullable: true }) plannedByName!: string | null;
  @Column({ name: 'done_at', type: 'timestamptz', nullable: true }) doneAt!: Date | null;
  /** Account: who did it does not verify it. */
  @Column({ name: 'done_by', type: 'text', nullable: true }) doneBy!: string | null;
  @Column({ name: 'done_by_name', type: 'text', nullable: true }) doneByName!: string | null;
  /** When it was verified, refused or withdrawn last. */
  @Column({ name: 'judged_at', type: 'timestamptz', nullable: true }) judgedAt!: Date | null;
  @Column({ name: 'judged_by_name', type: 'text', nullable: true }) judgedByName!: string | null;
  /** What was said of it last. */
  @Column({ type: 'text', nullable: true }) note!: string | null;
  /** When somebody was told that it is late; of this round. */
  @Column({ name: 'overdue_at', type: 'timestamptz', nullable: true }) overdueAt!: Date | null;
  /** When somebody is told; null when nobody is to be told any more. */
  @Column({ name: 'deadline_at', type: 'timestamptz', nullable: true }) deadlineAt!: Date | null;
  /** How often it was to be done. */
  @Column({ type: 'integer' }) round!: number;
  @Column({ type: 'integer' }) version!: number;
}
