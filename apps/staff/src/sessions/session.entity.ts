import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One sign-in; its id is the `sid` of its tokens. */
@Entity('login_session')
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'account_id', type: 'uuid' }) accountId!: string;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt!: Date;
  @Column({ name: 'last_used_at', type: 'timestamptz' }) lastUsedAt!: Date;
  @Column({ name: 'client_address', type: 'text' }) clientAddress!: string;
  @Column({ name: 'user_agent', type: 'text' }) userAgent!: string;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  @Column({ name: 'end_reason', type: 'text', nullable: true }) endReason!: string | null;
}
