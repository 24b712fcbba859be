import type { ResponseChannel } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResponseItem } from './answer.rules.js';

/** `amended`: another response stands in its place; it is kept as it was. */
export const RESPONSE_STATUSES = ['completed', 'amended'] as const;
export type ResponseStatus = (typeof RESPONSE_STATUSES)[number];

/** Answers to one version of a questionnaire. They never change; a response that amends them stands in their place. */
@Entity('questionnaire_response')
export class ResponseEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'questionnaire_code', type: 'text' }) questionnaireCode!: string;
  @Column({ name: 'questionnaire_version', type: 'integer' }) questionnaireVersion!: number;
  /** The record it began with, for ever (decision 13). */
  @Column({ name: 'patient_id', type: 'uuid' }) patientId!: string;
  @Column({ name: 'encounter_id', type: 'uuid', nullable: true }) encounterId!: string | null;
  @Column({ name: 'plan_id', type: 'uuid', nullable: true }) planId!: string | null;
  @Column({ name: 'task_id', type: 'uuid', nullable: true }) taskId!: string | null;
  @Column({ name: 'sample_id', type: 'uuid', nullable: true }) sampleId!: string | null;
  @Column({ type: 'text' }) channel!: ResponseChannel;
  @Column({ type: 'text' }) status!: ResponseStatus;
  /** The response in whose place it stands. */
  @Column({ type: 'uuid', nullable: true }) amends!: string | null;
  /** The first of those that amended each other; a flag is raised once for all of them. */
  @Column({ name: 'root_id', type: 'uuid' }) rootId!: string;
  @Column({ type: 'jsonb' }) items!: ResponseItem[];
  /** In all, as the questionnaire counts. */
  @Column({ type: 'numeric', nullable: true }) score!: string | null;
  @Column({ name: 'department_code', type: 'text', nullable: true }) departmentCode!: string | null;
  @Column({ name: 'staff_member_id', type: 'uuid', nullable: true }) staffMemberId!: string | null;
  /** Whoever entered it; null when the patient did. */
  @Column({ name: 'recorded_by', type: 'text', nullable: true }) recordedBy!: string | null;
  @Column({ name: 'recorded_by_name', type: 'text', nullable: true }) recordedByName!: string | null;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}
