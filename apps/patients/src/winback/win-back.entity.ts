import type { Channel, WinBackAnswer, WinBackOutcome, WinBackStep } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Ladder } from './win-back.rules.js';

/** The offers made to somebody during one absence (PT-5). It keeps the id it was born with, also after a merge. */
@Entity('win_back')
export class WinBack implements Ladder {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The living record when it began. */
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  @Column({ type: 'timestamptz', name: 'started_at' }) startedAt!: Date;
  @Column({ type: 'uuid', name: 'visit_id' }) visitId!: string;
  @Column({ type: 'timestamptz', name: 'absent_since' }) absentSince!: Date;
  @Column({ type: 'int' }) step!: WinBackStep;
  @Column({ type: 'timestamptz', name: 'step_at' }) stepAt!: Date;
  /** When the next step comes, or the last one counts as unanswered; null once it ended. */
  @Column({ type: 'timestamptz', name: 'next_at', nullable: true }) nextAt!: Date | null;
  @Column({ type: 'text', nullable: true }) outcome!: WinBackOutcome | null;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column({ type: 'text', nullable: true }) answer!: WinBackAnswer | null;
  @Column({ type: 'text', name: 'answer_channel', nullable: true }) answerChannel!: Channel | null;
  @Column({ type: 'text', name: 'answer_note', nullable: true }) answerNote!: string | null;
  @Column({ type: 'text', name: 'answered_by', nullable: true }) answeredBy!: string | null;
  @Column({ type: 'timestamptz', name: 'returned_at', nullable: true }) returnedAt!: Date | null;
}
