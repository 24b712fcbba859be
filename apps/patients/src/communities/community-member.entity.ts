import type { JoinWay, LeaveReason } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody is, or was, in a community. It keeps the id it was born with; who comes again gets another one. */
@Entity('community_member')
export class CommunityMember {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'community_id' }) communityId!: string;
  /** The living record when the person joined; a merge leaves it there. */
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  /** Of the person in the group, for instance WeCom's external_userid. */
  @Column({ type: 'text', name: 'external_user_id', nullable: true }) externalUserId!: string | null;
  @Column({ type: 'timestamptz', name: 'joined_at' }) joinedAt!: Date;
  @Column({ type: 'text', name: 'joined_how' }) joinedHow!: JoinWay;
  @Column({ type: 'text', name: 'joined_by', nullable: true }) joinedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'left_at', nullable: true }) leftAt!: Date | null;
  @Column({ type: 'text', name: 'left_reason', nullable: true }) leftReason!: LeaveReason | null;
  @Column({ type: 'text', name: 'left_by', nullable: true }) leftBy!: string | null;
  @Column({ type: 'text', name: 'left_note', nullable: true }) leftNote!: string | null;
  /** The membership that counts for the person, when a merge brought two of them together. */
  @Column({ type: 'uuid', name: 'doubles_id', nullable: true }) doublesId!: string | null;
  /** When something was heard last, or the person joined. */
  @Column({ type: 'timestamptz', name: 'heard_at' }) heardAt!: Date;
  /** When the silence is to be told; null when it was, or never will be. */
  @Column({ type: 'timestamptz', name: 'silence_due_at', nullable: true }) silenceDueAt!: Date | null;
  /** Since when, of a silence that was told. */
  @Column({ type: 'timestamptz', name: 'silent_since', nullable: true }) silentSince!: Date | null;
}
