import type { Channel, ConsentPurpose, LegalBasis, PersonState } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who gives consent in the place of a child (PIPL Art. 31). */
export interface Guardian {
  name: string;
  relation: string;
}

/** One word of a person, or about one: a purpose allowed or not (PT-9), a state that holds or not (PT-11). Never edited. */
@Entity('person_decision')
export class PersonDecision {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The id it was said under, merged or not: an un-merge leaves it there. */
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  @Column({ type: 'text' }) topic!: ConsentPurpose | PersonState;
  @Column({ type: 'boolean' }) holds!: boolean;
  @Column({ type: 'timestamptz', name: 'decided_at' }) decidedAt!: Date;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Column({ type: 'text' }) channel!: Channel;
  @Column({ type: 'text', name: 'legal_basis', nullable: true }) legalBasis!: LegalBasis | null;
  @Column({ type: 'jsonb', nullable: true }) guardian!: Guardian | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'text', name: 'recorded_by', nullable: true }) recordedBy!: string | null;
}
