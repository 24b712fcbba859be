import type { Channel } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What kinds of contact the centre has with people; one for each service that tells of some (PT-2). */
export const CONTACT_KINDS = ['follow-up', 'complaint'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** One thing another service told of a person, as it was told: never edited, no words of the person in it. */
@Entity('contact')
export class ContactRecord {
  /** Of the event: told twice it is one. */
  @PrimaryColumn({ type: 'uuid', name: 'event_id' }) eventId!: string;
  /** The id it was told under, living or not; a merge leaves it there. */
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  @Column({ type: 'text' }) kind!: ContactKind;
  /** The event's type without its version: `follow-up.task.completed`. */
  @Column({ type: 'text' }) what!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  /** Which step or purpose, in the code of its service. */
  @Column({ type: 'text', nullable: true }) step!: string | null;
  /** How the two met, where it was told. */
  @Column({ type: 'text', nullable: true }) channel!: Channel | null;
  /** How it ended, or why. */
  @Column({ type: 'text', nullable: true }) outcome!: string | null;
  /** What it is about, in its service: a task, a plan. */
  @Column({ type: 'uuid', name: 'subject_id' }) subjectId!: string;
  /** What that belongs to, for instance the plan of a task. */
  @Column({ type: 'uuid', name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column({ type: 'uuid', name: 'encounter_id', nullable: true }) encounterId!: string | null;
}
