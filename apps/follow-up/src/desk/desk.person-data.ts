import {
  PersonData,
  removeRows,
  sealRows,
  sectionOf,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** How often the person was called for what, and when they do not want to be called. */
@PersonData()
export class DeskPersonData implements PersonDataSource {
  readonly tables = ['task_attempt', 'contact_times'];
  readonly withoutPatients = [
    ...['known_member', 'known_account', 'known_shift'].map((table) => ({ table, reason: 'people who work here' })),
    { table: 'calendar_year', reason: 'settings' },
    { table: 'calendar_watch', reason: 'settings' },
    { table: 'task_hand_out', reason: 'which nurse had which task in hand; goes with the task' },
  ];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'follow-up-attempts', ['随访电话', 'Calls made to you'], ATTEMPTS, ids),
      sectionOf(tx, 'contact-times', ['不接听电话的时间', 'When you are not to be called'], CONTACT_TIMES, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [
      await sealRows(tx, erasure, 'task_attempt', 'patient_id', ids),
      await removeRows(tx, 'contact_times', 'patient_id', ids),
    ];
  }
}

const ATTEMPTS = `
  SELECT at, number, outcome, note, call_later_at AS "callLaterAt", next_at AS "nextAt", by_name AS "who",
         response_id AS "responseId", task_id AS "taskId", id
    FROM task_attempt WHERE patient_id = ANY($1::uuid[]) ORDER BY at DESC, id`;

const CONTACT_TIMES = `
  SELECT noted_at AS "notedAt", declared AS "notAt", noted_by_name AS "notedBy"
    FROM contact_times WHERE patient_id = ANY($1::uuid[]) ORDER BY noted_at DESC`;
