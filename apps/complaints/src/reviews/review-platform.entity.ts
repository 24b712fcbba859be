import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where people write about the hospital (CP-6): its own data. */
@Entity('review_platform')
export class ReviewPlatform {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'text', name: 'name_zh' }) nameZh!: string;
  @Column({ type: 'text', name: 'name_en' }) nameEn!: string;
  @Column({ type: 'text', nullable: true }) url!: string | null;
  /** Whether it is looked through every day. */
  @Column({ type: 'boolean' }) active!: boolean;
  /** When the next patrol is to be made; null: none. */
  @Column({ type: 'timestamptz', name: 'patrol_due_at', nullable: true }) patrolDueAt!: Date | null;
}
