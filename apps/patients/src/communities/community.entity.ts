import type { Channel } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DoctorHour } from './doctor-hour.rules.js';

/** A group of patients by disease (PT-10). */
@Entity('community')
export class Community {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Of what is said about it; members come and go without it. */
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'text', name: 'name_zh' }) nameZh!: string;
  @Column({ type: 'text', name: 'name_en' }) nameEn!: string;
  /** Whom it is for: any of these tags, ICD-10 beginnings, or the segment. */
  @Column({ type: 'text', array: true }) tags!: string[];
  @Column({ type: 'text', array: true }) icd10!: string[];
  @Column({ type: 'uuid', name: 'segment_id', nullable: true }) segmentId!: string | null;
  @Column({ type: 'text' }) channel!: Channel;
  /** Of the group there. */
  @Column({ type: 'text', name: 'external_id', nullable: true }) externalId!: string | null;
  /** A member of staff. */
  @Column({ type: 'uuid', name: 'owner_id' }) ownerId!: string;
  @Column({ type: 'int' }) capacity!: number;
  /** People in it; the database refuses more than the capacity. */
  @Column({ type: 'int', name: 'member_count' }) memberCount!: number;
  @Column({ type: 'jsonb', nullable: true }) hour!: DoctorHour | null;
  /** When the hour comes next, or came that is still told of. */
  @Column({ type: 'timestamptz', name: 'hour_at', nullable: true }) hourAt!: Date | null;
  /** When something of it is to be told. */
  @Column({ type: 'timestamptz', name: 'hour_due_at', nullable: true }) hourDueAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'text', name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column({ type: 'text', name: 'closed_by', nullable: true }) closedBy!: string | null;
  @Column({ type: 'text', name: 'close_reason', nullable: true }) closeReason!: string | null;
}
