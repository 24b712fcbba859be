import type { Urgency } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from './preferences.rules.js';

/** One person who is to be told of one notification, and whether he has been. */
@Entity('notification_telling')
export class TellingEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'notification_id', type: 'uuid' }) notificationId!: string;
  /** A member, or an account that belongs to none. */
  @Column({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ type: 'integer' }) step!: number;
  /** By which target he was found. */
  @Column({ type: 'text' }) via!: string;
  @Column({ type: 'text' }) urgency!: Urgency;
  /** When he is, or was, to be told. */
  @Column({ name: 'owed_at', type: 'timestamptz' }) owedAt!: Date;
  @Column({ name: 'told_at', type: 'timestamptz', nullable: true }) toldAt!: Date | null;
  /** By which he was told beside the inbox; what he wanted at that time. */
  @Column({ type: 'text', array: true }) channels!: readonly Channel[];
  /** The digest he was told it with. */
  @Column({ name: 'digest_id', type: 'uuid', nullable: true }) digestId!: string | null;
  /** Acknowledged by another before his turn came. */
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt!: Date | null;
  @Column({ name: 'read_at', type: 'timestamptz', nullable: true }) readAt!: Date | null;
}
