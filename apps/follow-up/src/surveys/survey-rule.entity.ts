import { Column, Entity, PrimaryColumn } from 'typeorm';

/** After what a rule draws. Those asked on site are chosen by the guide, not drawn. */
export const SURVEY_TRIGGERS = ['discharge', 'outpatient-visit'] as const;
export type SurveyTrigger = (typeof SURVEY_TRIGGERS)[number];

/** How a drawn patient is asked. */
export const SURVEY_MODES = ['call', 'form'] as const;
export type SurveyMode = (typeof SURVEY_MODES)[number];

/** Which share of whose visits is asked what (FU-10). */
@Entity('survey_rule')
export class SurveyRuleEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'questionnaire_code', type: 'text' }) questionnaireCode!: string;
  @Column({ type: 'text' }) trigger!: SurveyTrigger;
  /** Codes; null for all. */
  @Column({ type: 'text', array: true, nullable: true }) departments!: string[] | null;
  /** In percent; PostgreSQL's numeric comes as text. */
  @Column({ type: 'numeric' }) share!: string;
  @Column({ type: 'text' }) mode!: SurveyMode;
  /** Days from the event to the day on which the task opens. */
  @Column({ name: 'after_days', type: 'integer' }) afterDays!: number;
  /** Days within which nobody is drawn again, by whatever rule; 0 for no such rest. */
  @Column({ name: 'rest_days', type: 'integer' }) restDays!: number;
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'integer' }) version!: number;
}
