import type { Procedure } from '../encounters/visit-details.rules.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a report of a HIS was dealt with, and how: also one that was too old to count is on record. */
@Entity('his_report')
export class HisReportRecord {
  /** Id of the event. */
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) subject!: string;
  /** The stored message in apps/his. */
  @Column({ type: 'uuid', name: 'message_id' }) messageId!: string;
  @Column({ type: 'text' }) partner!: string;
  @Column({ type: 'text', name: 'record_key' }) recordKey!: string;
  @Column({ type: 'text', name: 'visit_number', nullable: true }) visitNumber!: string | null;
  @Column({ type: 'timestamptz', name: 'event_time' }) eventTime!: Date;
  @Column({ type: 'timestamptz', name: 'handled_at' }) handledAt!: Date;
  /** What was not applied and why; null when everything was. */
  @Column({ type: 'text', nullable: true }) remark!: string | null;
  /** What it said was done in a visit that nobody had heard of: told when the visit begins. */
  @Column({ type: 'jsonb', nullable: true }) procedures!: Procedure[] | null;
}
