import { Clock, newId, prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FollowUpConfig } from '../follow-up.config.js';
import { hashOf, newToken } from './link-token.js';
import { SETTLEMENT_SHEET } from './link.rules.js';
import { PatientLinkEntity } from './patient-link.entity.js';

/** What a link is for, and for nothing else. */
export interface LinkTerms {
  /** For instance `pain-score` or `questionnaire`. */
  purpose: string;
  patientId: string;
  taskId: string;
  questionnaire: { code: string; version: number };
  expiresAt: Date;
  /** When somebody calls if there is no answer by then (FU-4). */
  callAt?: Date | null;
}

/** Of every task that closes; few ever had one. */
const REVOKE = `
  UPDATE patient_link SET revoked_at = $2, revoke_reason = $3, call_at = NULL
   WHERE task_id = $1 AND answered_at IS NULL AND revoked_at IS NULL`;

/** Links that let a patient answer one questionnaire without a login (FU-4, ADR 66). */
@Injectable()
export class PatientLinks {
  constructor(
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** @returns the URL, which is kept nowhere: a lost one is replaced by a new one. */
  async issue(tx: EntityManager, { questionnaire, ...terms }: LinkTerms): Promise<string> {
    const token = newToken();
    await tx.insert(PatientLinkEntity, {
      ...terms,
      id: newId(),
      tokenHash: hashOf(token),
      questionnaireCode: questionnaire.code,
      questionnaireVersion: questionnaire.version,
      issuedAt: this.clock.now(),
    });
    return `${this.config.publicUrl.replace(/\/$/, '')}/f/${token}`;
  }

  /** Takes back what is not answered yet: the task has closed. */
  async revokeOfTask(tx: EntityManager, taskId: string, reason: string, now: Date): Promise<void> {
    await prepared(tx, 'links.revoke-of-task', REVOKE, [taskId, now, reason]);
  }

  /** The same of what was sent; what was printed stays good until it is answered, or its days are over (FU-10). */
  async revokeUnprinted(tx: EntityManager, taskId: string, reason: string, now: Date): Promise<void> {
    await tx.query(
      `UPDATE patient_link SET revoked_at = $2, revoke_reason = $3, call_at = NULL
        WHERE task_id = $1 AND purpose <> $4 AND answered_at IS NULL AND revoked_at IS NULL`,
      [taskId, now, reason, SETTLEMENT_SHEET],
    );
  }

  /** Takes back every link of a person that is not answered yet. */
  async revokeOfPerson(tx: EntityManager, patientIds: string[], reason: string, now: Date): Promise<void> {
    await tx.query(
      `UPDATE patient_link SET revoked_at = $2, revoke_reason = $3, call_at = NULL
        WHERE patient_id = ANY($1::uuid[]) AND answered_at IS NULL AND revoked_at IS NULL`,
      [patientIds, now, reason],
    );
  }
}
