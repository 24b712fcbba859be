import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TrailEvent } from './chronicle.js';

/** One line of a plan's history: written once, never edited. */
@Entity('plan_trail')
export class TrailEntryEntity {
  @PrimaryColumn({ type: 'bigint' }) seq!: string;
  @Column({ name: 'plan_id', type: 'uuid' }) planId!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text' }) what!: TrailEvent;
  @Column({ type: 'text', nullable: true }) step!: string | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'actor_id', type: 'text', nullable: true }) actorId!: string | null;
  @Column({ name: 'actor_name', type: 'text', nullable: true }) actorName!: string | null;
  @Column({ type: 'text', nullable: true }) cause!: string | null;
}
