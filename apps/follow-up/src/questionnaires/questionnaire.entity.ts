import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuestionnaireDefinition, QuestionnaireStatus } from './questionnaire.rules.js';

/** A version, which never changes once it was published: answers are read by it (FU-8). */
@Entity('questionnaire')
export class QuestionnaireEntity {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'uuid' }) id!: string;
  @Column({ name: 'title_zh', type: 'text' }) titleZh!: string;
  @Column({ name: 'title_en', type: 'text' }) titleEn!: string;
  @Column({ type: 'text' }) status!: QuestionnaireStatus;
  @Column({ type: 'jsonb' }) definition!: QuestionnaireDefinition;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true }) publishedAt!: Date | null;
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true }) retiredAt!: Date | null;
  /** Grows with each change, for If-Match. */
  @Column({ type: 'integer' }) revision!: number;
}
