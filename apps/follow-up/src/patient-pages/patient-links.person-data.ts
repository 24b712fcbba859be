import {
  PersonData,
  removeRows,
  sectionOf,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** The links that were sent to the person. */
@PersonData()
export class PatientLinksPersonData implements PersonDataSource {
  readonly tables = ['patient_link'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'follow-up-links', ['发送给您的随访链接', 'Follow-up links sent to you'], LINKS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'patient_link', 'patient_id', ids)];
  }
}

const LINKS = `
  SELECT issued_at AS "issuedAt", purpose, questionnaire_code AS questionnaire,
         questionnaire_version AS "questionnaireVersion", expires_at AS "expiresAt", answered_at AS "answeredAt",
         revoked_at AS "revokedAt", revoke_reason AS "revokeReason", call_at AS "callAt", call_task_id AS "callTaskId",
         task_id AS "taskId", id
    FROM patient_link WHERE patient_id = ANY($1::uuid[]) ORDER BY issued_at DESC, id`;
