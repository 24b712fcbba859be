import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Words that are sent often (CP-10), Chinese and English. */
@Entity('canned_reply')
export class CannedReplyEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) code!: string;
  @Column({ name: 'title_zh', type: 'text' }) titleZh!: string;
  @Column({ name: 'title_en', type: 'text' }) titleEn!: string;
  @Column({ name: 'text_zh', type: 'text' }) textZh!: string;
  @Column({ name: 'text_en', type: 'text' }) textEn!: string;
  /** False: offered no more. */
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ type: 'integer' }) version!: number;
}
