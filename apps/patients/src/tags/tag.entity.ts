import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TagDimension, TagRule, TagSaying } from './tag.rules.js';

/** One of the catalogue (PT-4). The code never changes: segments and other services name it. */
@Entity('tag')
export class Tag {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) dimension!: TagDimension;
  @Column({ type: 'text' }) zh!: string;
  @Column({ type: 'text' }) en!: string;
  /** Null: only by hand. */
  @Column({ type: 'jsonb', nullable: true }) rule!: TagRule | null;
  @Column({ type: 'int' }) version!: number;
  /** Given to nobody any more. */
  @Column({ type: 'boolean' }) retired!: boolean;
  /** Of the review that a change of the rule asked for; null when everybody has been looked at. */
  @Column({ type: 'uuid', name: 'review_id', nullable: true }) reviewId!: string | null;
  /** Null until they are counted. */
  @Column({ type: 'int', name: 'review_total', nullable: true }) reviewTotal!: number | null;
  @Column({ type: 'int', name: 'review_done' }) reviewDone!: number;
}

/** That a tag was given or taken, by somebody or by its rule. Never edited; a merge leaves it where it was said. */
@Entity('person_tag_word')
export class TagWord {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  @Column({ type: 'text' }) tag!: string;
  @Column({ type: 'text' }) says!: TagSaying;
  @Column({ type: 'text' }) origin!: 'hand' | 'rule';
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Column({ type: 'text', name: 'recorded_by', nullable: true }) recordedBy!: string | null;
}
