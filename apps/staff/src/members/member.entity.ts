import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who works here, with or without an account. */
@Entity('staff_member')
export class MemberEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'staff_number', type: 'text' }) staffNumber!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', array: true }) titles!: string[];
  @Column({ type: 'text', array: true }) skills!: string[];
  /** The first is the main one. */
  @Column({ name: 'department_ids', type: 'uuid', array: true }) departmentIds!: string[];
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column({ type: 'text', nullable: true }) email!: string | null;
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}
