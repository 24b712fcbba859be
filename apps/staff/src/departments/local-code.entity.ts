import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a sending system calls a department. */
@Entity('department_local_code')
export class LocalCodeEntity {
  @PrimaryColumn({ type: 'text' }) system!: string;
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ name: 'department_id', type: 'uuid' }) departmentId!: string;
}
