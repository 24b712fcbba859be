import type { Role } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Shifts that come again every week; they are put on the roster some weeks ahead. */
@Entity('weekly_duty')
export class WeeklyDutyEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'department_id', type: 'uuid' }) departmentId!: string;
  @Column({ type: 'text' }) role!: Role;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ type: 'integer' }) line!: number;
  /** 1 Monday … 7 Sunday. */
  @Column({ type: 'integer', array: true }) weekdays!: number[];
  @Column({ type: 'text' }) starts!: string;
  @Column({ type: 'text' }) ends!: string;
  @Column({ name: 'valid_from', type: 'date' }) validFrom!: string;
  @Column({ name: 'valid_until', type: 'date', nullable: true }) validUntil!: string | null;
  /** The first day not on the roster yet. */
  @Column({ name: 'rolled_until', type: 'date' }) rolledUntil!: string;
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true }) dueAt!: Date | null;
  @Column({ type: 'integer' }) version!: number;
}
