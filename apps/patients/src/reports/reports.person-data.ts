import {
  PersonData,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
  type KnownPerson,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Reports of the HIS name the person by record number. */
@PersonData()
export class ReportsPersonData implements PersonDataSource {
  readonly tables = ['his_report'];

  collect(tx: EntityManager, _ids: readonly string[], { recordNumbers }: KnownPerson): Promise<PersonDataSection[]> {
    const keys = recordNumbers.map(({ issuer, value }) => `${issuer}|${value}`);
    return Promise.resolve([
      sectionOf(tx, 'hospital-reports', ['医院系统的报告', 'Reports of hospital systems'], REPORTS, keys),
    ]);
  }

  async erase(
    tx: EntityManager,
    _ids: readonly string[],
    at: Date,
    { recordNumbers }: Erasure,
  ): Promise<ErasureOutcome[]> {
    const keys = recordNumbers.map(({ issuer, value }) => `${issuer}|${value}`);
    const [, removed]: [unknown, number] = await tx.query(
      'DELETE FROM his_report WHERE record_key = ANY ($1::text[]) AND handled_at <= $2',
      [keys, at],
    );
    return [{ table: 'his_report', removed, emptied: 0, kept: 0 }];
  }
}

const REPORTS = `
  SELECT event_time AS "eventTime", subject, partner, record_key AS "recordNumber", visit_number AS "visitNumber", remark,
         procedures, handled_at AS "handledAt", message_id AS "messageId"
    FROM his_report WHERE record_key = ANY($1::text[]) ORDER BY event_time DESC, id`;
