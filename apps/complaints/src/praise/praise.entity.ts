import type { PraiseKind } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PraiseState } from './praise.rules.js';

/** A letter of praise or a banner 锦旗 (CP-7). */
@Entity('praise')
export class PraiseEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) kind!: PraiseKind;
  @Column({ name: 'received_at', type: 'timestamptz' }) receivedAt!: Date;
  /** Who wrote it, as it is signed. */
  @Column({ name: 'from_name', type: 'text', nullable: true }) fromName!: string | null;
  @Column({ name: 'patient_id', type: 'uuid', nullable: true }) patientId!: string | null;
  @Column({ name: 'department_code', type: 'text', nullable: true }) departmentCode!: string | null;
  /** Members of staff praised by name. */
  @Column({ name: 'staff_member_ids', type: 'uuid', array: true }) staffMemberIds!: string[];
  @Column({ type: 'text' }) text!: string;
  @Column({ name: 'photo_file_id', type: 'uuid', nullable: true }) photoFileId!: string | null;
  @Column({ type: 'text' }) state!: PraiseState;
  /** The reward, once approved. */
  @Column({ name: 'amount_fen', type: 'integer', nullable: true }) amountFen!: number | null;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
  @Column({ name: 'recorded_by_name', type: 'text', nullable: true }) recordedByName!: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'decided_by', type: 'text', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decided_by_name', type: 'text', nullable: true }) decidedByName!: string | null;
  @Column({ name: 'decision_note', type: 'text', nullable: true }) decisionNote!: string | null;
  @Column({ type: 'integer' }) version!: number;
}
