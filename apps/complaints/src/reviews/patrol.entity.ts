import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The task to look through a platform on one day (CP-6). */
@Entity('review_patrol')
export class Patrol {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) platform!: string;
  /** Of the hospital, YYYY-MM-DD. */
  @Column({ type: 'date' }) day!: string;
  @Column({ type: 'timestamptz', name: 'ends_at' }) endsAt!: Date;
  /** When it is reported if nobody has done it; null once it is done or reported. */
  @Column({ type: 'timestamptz', name: 'due_at', nullable: true }) dueAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column({ type: 'text', name: 'done_by', nullable: true }) doneBy!: string | null;
  /** Reviews that were new. */
  @Column({ type: 'int', nullable: true }) found!: number | null;
  @Column({ type: 'text', nullable: true }) findings!: string | null;
  @Column({ type: 'timestamptz', name: 'reported_at', nullable: true }) reportedAt!: Date | null;
}
