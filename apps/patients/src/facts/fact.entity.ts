import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FactTopic } from './fact-topics.js';

/** One thing said of a person (PT-1). Never edited: a newer word replaces it, an entry of a list is ended. */
@Entity('person_fact')
export class PersonFact {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The living record when it was said; a merge leaves it there. */
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  @Column({ type: 'text' }) topic!: FactTopic;
  /** Null: nothing holds any more. */
  @Column({ type: 'jsonb', nullable: true }) value!: object | string | null;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Column({ type: 'text', name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column({ type: 'text', name: 'ended_by', nullable: true }) endedBy!: string | null;
}
