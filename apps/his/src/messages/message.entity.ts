import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Charset } from '../hl7/charset.rules.js';

/** `repaired`: it was refused, and a repair or retry of it was accepted. */
export const MESSAGE_STATUSES = ['accepted', 'rejected', 'repaired'] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** A problem as it is kept beside the message. */
export interface StoredProblem {
  code: number;
  severity: 'error' | 'warning';
  location: string;
  text: string;
}

@Entity('hl7_message')
export class MessageEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) partner!: string;
  @Column({ name: 'received_at', type: 'timestamptz' }) receivedAt!: Date;
  /** EVN-2 or MSH-7 as the sender meant it, ISO 8601; may lie in the future. */
  @Column({ name: 'claimed_time', type: 'text', nullable: true }) claimedTime!: string | null;
  @Column({ name: 'sending_application', type: 'text' }) sendingApplication!: string;
  @Column({ name: 'sending_facility', type: 'text' }) sendingFacility!: string;
  @Column({ name: 'control_id', type: 'text' }) controlId!: string;
  @Column({ name: 'message_type', type: 'text' }) messageType!: string;
  @Column({ type: 'text' }) event!: string;
  @Column({ name: 'record_numbers', type: 'text', array: true }) recordNumbers!: string[];
  @Column({ name: 'visit_number', type: 'text', nullable: true }) visitNumber!: string | null;
  @Column({ type: 'text' }) charset!: Charset;
  /** The bytes as they came, without the frame. */
  @Column({ type: 'bytea', select: false }) raw!: Buffer;
  @Column({ name: 'body_hash', type: 'bytea', select: false }) bodyHash!: Buffer;
  @Column({ type: 'text' }) status!: MessageStatus;
  @Column({ type: 'text' }) code!: 'AA' | 'AE' | 'AR';
  @Column({ type: 'jsonb' }) problems!: StoredProblem[];
  /** Sent again when the message comes again; null where the sender wanted none. */
  @Column({ name: 'commit_answer', type: 'bytea', nullable: true, select: false }) commitAnswer!: Buffer | null;
  @Column({ name: 'application_answer', type: 'bytea', nullable: true, select: false })
  applicationAnswer!: Buffer | null;
  /** The refused message this one replaces. */
  @Column({ name: 'repaired_from', type: 'uuid', nullable: true }) repairedFrom!: string | null;
  /** Account that repaired or retried; null when the sender itself sent it again. */
  @Column({ name: 'repaired_by', type: 'text', nullable: true }) repairedBy!: string | null;
}
