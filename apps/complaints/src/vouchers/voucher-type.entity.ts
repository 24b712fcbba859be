import type { VoucherKind, VoucherOccasion } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of voucher as the hospital gives it out (CP-5): its data, changed without a release. */
@Entity('voucher_type')
export class VoucherType {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) kind!: VoucherKind;
  @Column({ type: 'text', name: 'name_zh' }) nameZh!: string;
  @Column({ type: 'text', name: 'name_en' }) nameEn!: string;
  @Column({ type: 'int', name: 'value_fen' }) valueFen!: number;
  @Column({ type: 'int', name: 'validity_days' }) validityDays!: number;
  /** A voucher worth more waits for somebody's approval. */
  @Column({ type: 'int', name: 'approval_above_fen' }) approvalAboveFen!: number;
  /** What it is given for by itself. */
  @Column({ type: 'text', array: true }) occasions!: VoucherOccasion[];
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
}
