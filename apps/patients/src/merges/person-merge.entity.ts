import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why two records became one. `agent`: somebody of the centre said so. */
export const MERGE_CAUSES = ['his', 'same-national-id', 'same-record-number', 'agent'] as const;
export type MergeCause = (typeof MERGE_CAUSES)[number];

/** That a record was retired into another, and whether that was taken back (PT-3). */
@Entity('person_merge')
export class PersonMerge {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'survivor_id' }) survivorId!: string;
  @Column({ type: 'uuid', name: 'retired_id' }) retiredId!: string;
  @Column({ type: 'text' }) cause!: MergeCause;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'timestamptz', name: 'merged_at' }) mergedAt!: Date;
  @Column({ type: 'text', name: 'merged_by', nullable: true }) mergedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'undone_at', nullable: true }) undoneAt!: Date | null;
  @Column({ type: 'text', name: 'undone_by', nullable: true }) undoneBy!: string | null;
  @Column({ type: 'text', name: 'undo_reason', nullable: true }) undoReason!: string | null;
}
