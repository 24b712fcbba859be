import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DuplicateReason } from './duplicate.rules.js';

/** open: to be looked at. dismissed: told apart. merged: one record by now. closed: nothing speaks for it any more. */
export const DUPLICATE_STATES = ['open', 'dismissed', 'merged', 'closed'] as const;
export type DuplicateState = (typeof DUPLICATE_STATES)[number];

/** Two records that are probably one person (PT-3); one row a pair for ever. */
@Entity('duplicate_pair')
export class DuplicatePair {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The lower of the two ids. */
  @Column({ type: 'uuid', name: 'one_id' }) oneId!: string;
  @Column({ type: 'uuid', name: 'other_id' }) otherId!: string;
  @Column({ type: 'text' }) state!: DuplicateState;
  /** When it was last scored: the sum of the reasons' points. */
  @Column({ type: 'int' }) score!: number;
  @Column({ type: 'text', array: true }) reasons!: DuplicateReason[];
  @Column({ type: 'timestamptz', name: 'found_at' }) foundAt!: Date;
  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column({ type: 'text', name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column({ type: 'text', name: 'decision_reason', nullable: true }) decisionReason!: string | null;
}
