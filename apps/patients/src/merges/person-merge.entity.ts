import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Demographics } from '../people/demographics.rules.js';

/** Why two records became one. */
export type MergeCause = 'his' | 'same-national-id' | 'same-record-number';

/** That a record was retired into another, with what the survivor said before: a merge can be undone (PT-3). */
@Entity('person_merge')
export class PersonMerge {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'survivor_id' }) survivorId!: string;
  @Column({ type: 'uuid', name: 'retired_id' }) retiredId!: string;
  @Column({ type: 'text' }) cause!: MergeCause;
  /** The survivor's demographics before those of the retired record were folded in. */
  @Column({ type: 'jsonb', name: 'survivor_before' }) survivorBefore!: Demographics;
  @Column({ type: 'timestamptz', name: 'merged_at' }) mergedAt!: Date;
}
