import type { NotificationTarget, Urgency } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `settled`: nobody is needed any more; `unanswered`: the list of next recipients is used up; `unreached`: nobody at all could be told. */
export const NOTIFICATION_STATES = ['open', 'acknowledged', 'settled', 'unanswered', 'unreached'] as const;
export type NotificationState = (typeof NOTIFICATION_STATES)[number];

@Entity('notification')
export class NotificationEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) purpose!: string;
  @Column({ name: 'subject_type', type: 'text' }) subjectType!: string;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ type: 'text' }) occasion!: string;
  @Column({ type: 'text' }) urgency!: Urgency;
  @Column({ name: 'title_zh', type: 'text' }) titleZh!: string;
  @Column({ name: 'title_en', type: 'text' }) titleEn!: string;
  @Column({ name: 'text_zh', type: 'text' }) textZh!: string;
  @Column({ name: 'text_en', type: 'text' }) textEn!: string;
  @Column({ type: 'text', nullable: true }) link!: string | null;
  @Column({ type: 'jsonb' }) recipients!: NotificationTarget[];
  @Column({ type: 'jsonb' }) next!: NotificationTarget[];
  @Column({ name: 'acknowledge_within_seconds', type: 'integer', nullable: true })
  acknowledgeWithinSeconds!: number | null;
  /** 0 while the first recipients have it, then which of `next`. */
  @Column({ type: 'integer' }) step!: number;
  @Column({ type: 'text' }) state!: NotificationState;
  /** When the next are told unless somebody acknowledges before. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt!: Date | null;
  /** The account or service that asked for it. */
  @Column({ name: 'requested_by', type: 'text' }) requestedBy!: string;
  @Column({ name: 'requested_at', type: 'timestamptz' }) requestedAt!: Date;
  @Column({ name: 'acknowledged_by', type: 'uuid', nullable: true }) acknowledgedBy!: string | null;
  @Column({ name: 'acknowledged_at', type: 'timestamptz', nullable: true }) acknowledgedAt!: Date | null;
}
