import { Column, Entity, PrimaryColumn } from 'typeorm';

export const AWARD_STATES = ['proposed', 'approved'] as const;
export type AwardState = (typeof AWARD_STATES)[number];

/** Who is “satisfied department” and “satisfied person” of a quarter or a year (CP-8). */
@Entity('award')
export class AwardEntity {
  /** `2026-Q1` or `2026`. */
  @PrimaryColumn({ type: 'text' }) period!: string;
  @Column({ type: 'text' }) state!: AwardState;
  @Column({ name: 'department_ids', type: 'uuid', array: true }) departmentIds!: string[];
  @Column({ name: 'member_ids', type: 'uuid', array: true }) memberIds!: string[];
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
  @Column({ name: 'proposed_by_name', type: 'text', nullable: true }) proposedByName!: string | null;
  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true }) approvedAt!: Date | null;
  @Column({ name: 'approved_by', type: 'text', nullable: true }) approvedBy!: string | null;
  @Column({ name: 'approved_by_name', type: 'text', nullable: true }) approvedByName!: string | null;
  @Column({ type: 'integer' }) version!: number;
}
