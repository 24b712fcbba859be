import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One link that was given to a patient: for one task, one questionnaire version, one answer. */
@Entity('patient_link')
export class PatientLinkEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash!: Buffer;
  @Column({ type: 'text' }) purpose!: string;
  @Column({ name: 'patient_id', type: 'uuid' }) patientId!: string;
  @Column({ name: 'task_id', type: 'uuid' }) taskId!: string;
  @Column({ name: 'questionnaire_code', type: 'text' }) questionnaireCode!: string;
  @Column({ name: 'questionnaire_version', type: 'integer' }) questionnaireVersion!: number;
  @Column({ name: 'issued_at', type: 'timestamptz' }) issuedAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  /** When somebody calls because no answer came; null when nobody is going to. */
  @Column({ name: 'call_at', type: 'timestamptz', nullable: true }) callAt!: Date | null;
  /** The call in place of the answer. */
  @Column({ name: 'call_task_id', type: 'uuid', nullable: true }) callTaskId!: string | null;
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true }) answeredAt!: Date | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
  /** Why it was taken back: the task's close reason. */
  @Column({ name: 'revoke_reason', type: 'text', nullable: true }) revokeReason!: string | null;
}
