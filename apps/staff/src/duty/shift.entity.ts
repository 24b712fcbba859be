import type { Role } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('duty_shift')
export class ShiftEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'department_id', type: 'uuid' }) departmentId!: string;
  @Column({ type: 'text' }) role!: Role;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  /** 1 is called first. */
  @Column({ type: 'integer' }) line!: number;
  @Column({ name: 'starts_at', type: 'timestamptz' }) startsAt!: Date;
  /** The first moment no longer in it. */
  @Column({ name: 'ends_at', type: 'timestamptz' }) endsAt!: Date;
  /** The weekly duty that made it. */
  @Column({ name: 'weekly_id', type: 'uuid', nullable: true }) weeklyId!: string | null;
  @Column({ type: 'integer' }) version!: number;
}
