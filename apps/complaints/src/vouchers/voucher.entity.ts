import type { VoucherKind, VoucherSource, VoucherStatus } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReservationEnd } from './voucher.rules.js';

/** One voucher: used once, or not at all (CP-5). */
@Entity('voucher')
export class Voucher {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Plain, without hyphens. Who knows it may use the voucher. */
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'uuid', name: 'type_id' }) typeId!: string;
  @Column({ type: 'text', name: 'type_code' }) typeCode!: string;
  /** As the type was when it was issued. */
  @Column({ type: 'text' }) kind!: VoucherKind;
  @Column({ type: 'int', name: 'value_fen' }) valueFen!: number;
  @Column({ type: 'int', name: 'validity_days' }) validityDays!: number;
  @Column({ type: 'text' }) source!: VoucherSource;
  @Column({ type: 'text', name: 'source_id', nullable: true }) sourceId!: string | null;
  /** What it may be given for only once, for instance a step of a win-back. */
  @Column({ type: 'text', name: 'once_key', nullable: true }) onceKey!: string | null;
  /** The id it was born with (decision 13). */
  @Column({ type: 'uuid', name: 'patient_id', nullable: true }) patientId!: string | null;
  @Column({ type: 'text' }) status!: VoucherStatus;
  @Column({ type: 'timestamptz', name: 'valid_until', nullable: true }) validUntil!: Date | null;
  @Column({ type: 'uuid', name: 'reservation_id', nullable: true }) reservationId!: string | null;
  /** Who holds it, for what, in few words. */
  @Column({ type: 'text', name: 'reserved_for', nullable: true }) reservedFor!: string | null;
  @Column({ type: 'timestamptz', name: 'reserved_until', nullable: true }) reservedUntil!: Date | null;
  @Column({ type: 'text', name: 'reservation_ended', nullable: true }) reservationEnded!: ReservationEnd | null;
  /** When time alone changes it next. */
  @Column({ type: 'timestamptz', name: 'due_at', nullable: true }) dueAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'issued_at' }) issuedAt!: Date;
  /** Account; null: issued by itself. */
  @Column({ type: 'text', name: 'issued_by', nullable: true }) issuedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column({ type: 'text', name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'redeemed_at', nullable: true }) redeemedAt!: Date | null;
  @Column({ type: 'text', name: 'redeemed_by', nullable: true }) redeemedBy!: string | null;
  /** When it ended unused: expired, void or declined. */
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column({ type: 'text', name: 'ended_by', nullable: true }) endedBy!: string | null;
  @Column({ type: 'text', name: 'end_reason', nullable: true }) endReason!: string | null;
}
