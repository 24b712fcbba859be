import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TeamSeat } from './statement.rules.js';

/** A crisis of the hospital's name, from its declaration to its end (CP-6). */
@Entity('crisis')
export class Crisis {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) description!: string;
  @Column({ type: 'timestamptz', name: 'declared_at' }) declaredAt!: Date;
  @Column({ type: 'text', name: 'declared_by', nullable: true }) declaredBy!: string | null;
  /** 0: nothing is written yet. */
  @Column({ type: 'int', name: 'newest_version' }) newestVersion!: number;
  /** The one wording for all; null: none yet. */
  @Column({ type: 'int', name: 'approved_version', nullable: true }) approvedVersion!: number | null;
  @Column({ type: 'timestamptz', name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column({ type: 'text', name: 'closed_by', nullable: true }) closedBy!: string | null;
  @Column({ type: 'text', name: 'close_note', nullable: true }) closeNote!: string | null;
}

/** One version of the joint statement: written once, never edited. */
@Entity('crisis_statement')
export class CrisisStatement {
  @PrimaryColumn({ type: 'uuid', name: 'crisis_id' }) crisisId!: string;
  @PrimaryColumn({ type: 'int' }) version!: number;
  @Column({ type: 'text' }) facts!: string;
  @Column({ type: 'text' }) correction!: string;
  @Column({ type: 'text' }) compensation!: string;
  @Column({ type: 'text', name: 'wording_zh' }) wordingZh!: string;
  @Column({ type: 'text', name: 'wording_en' }) wordingEn!: string;
  @Column({ type: 'timestamptz', name: 'written_at' }) writtenAt!: Date;
  @Column({ type: 'text', name: 'written_by', nullable: true }) writtenBy!: string | null;
}

/** One of the three said yes to exactly one version. */
@Entity('crisis_approval')
export class CrisisApproval {
  @PrimaryColumn({ type: 'uuid', name: 'crisis_id' }) crisisId!: string;
  @PrimaryColumn({ type: 'int' }) version!: number;
  @PrimaryColumn({ type: 'text' }) seat!: TeamSeat;
  @Column({ type: 'text', name: 'approved_by' }) by!: string;
  @Column({ type: 'timestamptz', name: 'approved_at' }) at!: Date;
}
