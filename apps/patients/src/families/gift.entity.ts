import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A package that one patient bought for another (PT-7). */
@Entity('person_gift')
export class PersonGift {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The ids it was recorded under; a merge leaves them there. */
  @Column({ type: 'uuid', name: 'buyer_id' }) buyerId!: string;
  @Column({ type: 'uuid', name: 'beneficiary_id' }) beneficiaryId!: string;
  @Column({ type: 'text', name: 'package_code', nullable: true }) packageCode!: string | null;
  @Column({ type: 'text', name: 'package_name' }) packageName!: string;
  /** Yuan with two decimals; PostgreSQL's numeric comes as text. */
  @Column({ type: 'numeric', precision: 10, scale: 2 }) price!: string;
  /** The beneficiary must not see the price. */
  @Column({ type: 'boolean', name: 'price_hidden' }) priceHidden!: boolean;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Column({ type: 'text', name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  @Column({ type: 'text', name: 'cancelled_by', nullable: true }) cancelledBy!: string | null;
  @Column({ type: 'text', name: 'cancel_reason', nullable: true }) cancelReason!: string | null;
}
