import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `waiting` until the last member was dealt with: the job runs, or waits for the patients service. */
export const RUN_STATES = ['waiting', 'done', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/**
 * Why it went no further: there is no such segment; being in it tells what whoever asked sees masked; the version of the
 * protocol was retired meanwhile; or the last attempt failed too, as
 * patients did not answer or the service went away.
 */
export const RUN_FAULTS = ['segment-unknown', 'personal-unmasked', 'protocol-retired', 'given-up'] as const;
export type RunFault = (typeof RUN_FAULTS)[number];

/** The members of a segment being followed up at will (FU-11). Names nobody but the last one dealt with, while it lasts. */
@Entity('segment_run')
export class SegmentRunEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'segment_id', type: 'uuid' }) segmentId!: string;
  @Column({ name: 'segment_name', type: 'text', nullable: true }) segmentName!: string | null;
  @Column({ name: 'protocol_code', type: 'text' }) protocolCode!: string;
  @Column({ name: 'protocol_version', type: 'integer' }) protocolVersion!: number;
  @Column({ name: 'anchored_at', type: 'timestamptz' }) anchoredAt!: Date;
  @Column({ name: 'department_code', type: 'text', nullable: true }) departmentCode!: string | null;
  @Column({ name: 'department_name', type: 'text', nullable: true }) departmentName!: string | null;
  @Column({ type: 'text' }) state!: RunState;
  @Column({ type: 'text', nullable: true }) fault!: RunFault | null;
  /** As the segment was when its first members were asked for; null before the answer. */
  @Column({ type: 'integer', nullable: true }) members!: number | null;
  @Column({ type: 'integer' }) begun!: number;
  /** Had a plan of that protocol from that day. */
  @Column({ type: 'integer' }) existing!: number;
  /** Have died, or want none. */
  @Column({ type: 'integer' }) refused!: number;
  /** The record dealt with last: where the next attempt goes on. */
  @Column({ type: 'uuid', nullable: true }) reached!: string | null;
  /** Whether who asked sees what is masked for some. */
  @Column({ name: 'sees_personal', type: 'boolean' }) seesPersonal!: boolean;
  @Column({ name: 'requested_by', type: 'text', nullable: true }) requestedBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}
