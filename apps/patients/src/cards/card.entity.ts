import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A membership card (会员卡): kept under the record it was issued to, also after a merge. */
@Entity('membership_card')
export class MembershipCard {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  @Column({ type: 'int' }) version!: number;
  /** In the form of `writtenPlainly`; only one card has it. */
  @Column({ type: 'text' }) number!: string;
  @Column({ type: 'text' }) level!: string;
  @Column({ type: 'text', name: 'valid_from' }) validFrom!: string;
  /** The last day; null: without end. */
  @Column({ type: 'text', name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Column({ type: 'text', array: true }) benefits!: string[];
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
}
