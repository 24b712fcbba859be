import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A saved filter (PT-4); who is in it is asked each time. */
@Entity('segment')
export class Segment {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  /** As it was written; checked. */
  @Column({ type: 'jsonb' }) filter!: object;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'text', name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
}
