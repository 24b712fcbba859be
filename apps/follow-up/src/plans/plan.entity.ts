import type { PlanEndReason } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import type { PlanAnchor } from '../protocols/protocol.rules.js';
import type { PlanStatus, Withdrawal } from './settlement.rules.js';

/**
 * The follow-up of one discharge, operation or visit, or one asked for at will (FU-1, FU-3, FU-11). It keeps the patient
 * id it was born with for ever (decision 13).
 */
@Entity('plan')
export class PlanEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'patient_id', type: 'uuid' }) patientId!: string;
  /** Null for what was asked for at will. */
  @Column({ name: 'encounter_id', type: 'uuid', nullable: true }) encounterId!: string | null;
  @Column({ type: 'text' }) anchor!: PlanAnchor;
  /** 0 for what no discharge began. */
  @Column({ name: 'discharge_number', type: 'integer' }) dischargeNumber!: number;
  @Column({ name: 'protocol_code', type: 'text' }) protocolCode!: string;
  @Column({ name: 'protocol_version', type: 'integer' }) protocolVersion!: number;
  @Column({ type: 'text' }) status!: PlanStatus;
  @Column({ name: 'end_reason', type: 'text', nullable: true }) endReason!: PlanEndReason | null;
  @Column({ name: 'end_note', type: 'text', nullable: true }) endNote!: string | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  /** Set when the discharge was taken back, also when the plan had ended before for another reason. */
  @Column({ type: 'text', nullable: true }) withdrawal!: Withdrawal | null;
  @Column({ name: 'anchored_at', type: 'timestamptz' }) anchoredAt!: Date;
  /** The hospital's day of the anchor, from which every visit is counted. */
  @Column({ name: 'anchored_on', type: 'date' }) anchoredOn!: Day;
  /** The anchor, or its arrival here when it is dated in the future. */
  @Column({ name: 'left_at', type: 'timestamptz' }) leftAt!: Date;
  @Column({ name: 'left_on', type: 'date' }) leftOn!: Day;
  @Column({ name: 'department_code', type: 'text', nullable: true }) departmentCode!: string | null;
  @Column({ name: 'department_name', type: 'text', nullable: true }) departmentName!: string | null;
  /** What a person should know about how the plan came about. */
  @Column({ type: 'text', nullable: true }) remark!: PlanRemark | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'integer' }) version!: number;
}

/** `…-in-future` when dated after its arrival; `…-long-past` when a visit had lapsed by its arrival. */
export const PLAN_REMARKS = [
  'discharge-in-future',
  'discharge-long-past',
  'anchor-in-future',
  'anchor-long-past',
] as const;
export type PlanRemark = (typeof PLAN_REMARKS)[number];
