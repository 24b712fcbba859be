import type { Channel, ContentKind } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Phone } from '../people/phone-number.js';
import type { Relation } from './relations.rules.js';

/** Whose word it was: the patient's, or a guardian's for a child. */
export const CONSENT_GIVERS = ['patient', 'guardian'] as const;
export type ConsentGiver = (typeof CONSENT_GIVERS)[number];

/** Who may end it: the relative too. */
export const END_SAYERS = [...CONSENT_GIVERS, 'relative'] as const;

/** What was said of a relative, and what held from then on; only added to. */
export interface RelativeWord {
  /** ISO 8601. */
  at: string;
  what: 'named' | 'changed' | 'ended';
  by: string | null;
  saidBy: (typeof END_SAYERS)[number];
  channel: Channel;
  note: string | null;
  kinds: ContentKind[];
  guardian: boolean;
  until: string | null;
}

/** A relative somebody named (PT-7): a patient by id, or a person by name and phone. */
@Entity('person_relative')
export class PersonRelative {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Grows with every change; the ETag. */
  @Column({ type: 'int' }) version!: number;
  /** The id it was said under, merged or not: an un-merge leaves it there. */
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  /** The relative's record when it was said; null of somebody without one. */
  @Column({ type: 'uuid', name: 'relative_id', nullable: true }) relativeId!: string | null;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'jsonb', nullable: true }) phone!: Phone | null;
  @Column({ type: 'text' }) relation!: Relation;
  @Column({ type: 'boolean' }) guardian!: boolean;
  @Column({ type: 'text', array: true }) kinds!: ContentKind[];
  @Column({ type: 'text', name: 'consent_by' }) consentBy!: ConsentGiver;
  @Column({ type: 'timestamptz', name: 'from_at' }) fromAt!: Date;
  @Column({ type: 'timestamptz', name: 'until_at', nullable: true }) untilAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Column({ type: 'text', name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column({ type: 'jsonb' }) words!: RelativeWord[];
}
