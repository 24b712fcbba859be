import type { Abnormality, ReportedObservation, ResultKind, ResultStatus } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResultContent } from './result.rules.js';

/** What holds of one result (PT-2). It keeps the patient id it was born with, also after a merge (decision 13). */
@Entity('result')
export class ResultRecord {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'patient_id' }) patientId!: string;
  @Column({ type: 'text' }) partner!: string;
  @Column({ type: 'text', name: 'order_number' }) orderNumber!: string;
  /** Its code, else its name: one order may be of several. */
  @Column({ type: 'text' }) service!: string;
  @Column({ type: 'text', name: 'placer_number', nullable: true }) placerNumber!: string | null;
  @Column({ type: 'text', nullable: true }) code!: string | null;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'text' }) kind!: ResultKind;
  @Column({ type: 'text' }) status!: ResultStatus;
  @Column({ type: 'text' }) abnormality!: Abnormality;
  @Column({ type: 'text', nullable: true }) section!: string | null;
  @Column({ type: 'text', name: 'visit_number', nullable: true }) visitNumber!: string | null;
  @Column({ type: 'timestamptz', name: 'observed_at' }) observedAt!: Date;
  @Column({ type: 'timestamptz', name: 'reported_at' }) reportedAt!: Date;
  @Column({ type: 'jsonb' }) observations!: ReportedObservation[];
  @Column({ type: 'text', nullable: true }) impression!: string | null;
  /** The report whose text holds. */
  @Column({ type: 'uuid', name: 'text_version', nullable: true }) textVersion!: string | null;
  /** Codes and names of all its reports, by which it may be sensitive. */
  @Column({ type: 'text', array: true }) codes!: string[];
  @Column({ type: 'text' }) words!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
}

/** One report of a result, as it was told: never edited. */
@Entity('result_version')
export class ResultVersion {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'result_id' }) resultId!: string;
  /** As of the result: what erasure finds it by. */
  @Column({ type: 'uuid', name: 'patient_id' }) patientId!: string;
  /** The message in apps/his, and which result of it. */
  @Column({ type: 'uuid', name: 'message_id' }) messageId!: string;
  @Column({ type: 'int' }) number!: number;
  /** Counted by the database. */
  @Column({ type: 'bigint', insert: false, update: false }) arrival!: string;
  @Column({ type: 'timestamptz', name: 'told_at' }) toldAt!: Date;
  @Column({ type: 'timestamptz', name: 'handled_at' }) handledAt!: Date;
  @Column({ type: 'text' }) status!: ResultStatus;
  @Column({ type: 'jsonb' }) content!: ResultContent;
  /** The first part; the others are in `result_text`. */
  @Column({ type: 'text', nullable: true }) text!: string | null;
  @Column({ type: 'int', name: 'text_parts' }) textParts!: number;
}
