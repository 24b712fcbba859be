import type { EntityManager } from 'typeorm';
import { JOB_SCHEMA } from '../jobs/job-schema.js';
import type { Erasure } from './erasure.js';
import {
  PersonData,
  type ErasureOutcome,
  type KnownPerson,
  type PersonDataSection,
  type PersonDataSource,
} from './person-data.js';
import { sectionOf } from './read-rows.js';

const JOBS = `${JOB_SCHEMA}.job_common`;

/** What the platform itself keeps of what was said of a person, in every service. */
@PersonData()
export class PlatformPersonData implements PersonDataSource {
  readonly tables = ['idempotency_key', JOBS, 'file', 'audit_entry'];

  readonly withoutPatients = [
    { table: 'job_progress', reason: 'ids and counts only' },
    { table: 'audit_seal', reason: 'digests only' },
    { table: 'audit_anchor', reason: 'a digest' },
    { table: 'last_backup', reason: 'times and checksums' },
    ...['job', 'schedule', 'subscription', 'bam', 'warning', 'queue'].map((table) => ({
      table: `${JOB_SCHEMA}.${table}`,
      reason: 'rows of job_common, or nothing that we write',
    })),
  ];

  /** Who read or changed what. Answers kept for repeats and jobs say nothing that the stores do not say themselves. */
  collect(tx: EntityManager, ids: readonly string[], { recordNumbers }: KnownPerson): Promise<PersonDataSection[]> {
    const owners = ids.map((id) => `patient/${id}`);
    const numbers = recordNumbers.map(({ value }) => value);
    return Promise.resolve([
      sectionOf(tx, 'files', ['文件', 'Files'], FILES, owners),
      sectionOf(tx, 'audit', ['谁查看或更改了您的信息', 'Who read or changed your data'], AUDIT, ids, numbers),
    ]);
  }

  async erase(
    tx: EntityManager,
    patientIds: readonly string[],
    _at: Date,
    erasure: Erasure,
  ): Promise<ErasureOutcome[]> {
    // Whole, as JSON has them: a number may be one digit, which is in nearly every answer.
    const numbers = erasure.recordNumbers.map(({ value }) => JSON.stringify(value));
    return [
      await emptyAnswers(tx, [...patientIds, ...numbers]),
      await removeJobs(tx, patientIds),
      await giveUpFiles(tx, patientIds),
      await keptAudit(tx, patientIds),
    ];
  }
}

/** The key and the status stay: who asks again must not do again what was done. */
async function emptyAnswers(tx: EntityManager, words: string[]): Promise<ErasureOutcome> {
  const [, emptied]: [unknown, number] = await tx.query(
    `UPDATE idempotency_key SET answer = NULL, headers = NULL
      WHERE answer LIKE ANY ($1::text[]) OR headers::text LIKE ANY ($1::text[])`,
    [words.map(containing)],
  );
  return { table: 'idempotency_key', removed: 0, emptied, kept: 0 };
}

/** One that is being worked is waited for. No job is told a record number. */
async function removeJobs(tx: EntityManager, patientIds: readonly string[]): Promise<ErasureOutcome> {
  const naming = `(data::text LIKE ANY ($1::text[]) OR output::text LIKE ANY ($1::text[]))`;
  const patterns = [patientIds.map(containing)];
  const [, removed]: [unknown, number] = await tx.query(
    `DELETE FROM ${JOBS} WHERE state <> 'active' AND ${naming}`,
    patterns,
  );
  const [active]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM ${JOBS} WHERE state = 'active' AND ${naming}`,
    patterns,
  );
  return { table: JOBS, removed, emptied: 0, kept: 0, waiting: active?.count ?? 0 };
}

/** Their contents are removed after the commit, by the sweep. */
async function giveUpFiles(tx: EntityManager, patientIds: readonly string[]): Promise<ErasureOutcome> {
  const [, removed]: [unknown, number] = await tx.query(
    `UPDATE file SET state = 'deleted', name = '' WHERE owner = ANY ($1::text[]) AND state <> 'deleted'`,
    [patientIds.map((id) => `patient/${id}`)],
  );
  return { table: 'file', removed, emptied: 0, kept: 0 };
}

async function keptAudit(tx: EntityManager, patientIds: readonly string[]): Promise<ErasureOutcome> {
  const [entries]: { count: number }[] = await tx.query(
    'SELECT count(*)::int AS count FROM audit_entry WHERE subject_ids && $1::text[]',
    [patientIds],
  );
  const reason = 'proof of lawful handling, for 6 years (PIPL Art. 54, 69)';
  return { table: 'audit_entry', removed: 0, emptied: 0, kept: entries?.count ?? 0, reason };
}

function containing(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

const FILES = `
  SELECT created_at AS "createdAt", name, use, media_type AS "mediaType", size
    FROM file WHERE owner = ANY($1::text[]) AND state <> 'deleted' ORDER BY created_at DESC, id`;

/** What changed by name only: the values are in the stores, and may be of others. Messages of a HIS go by number. */
const AUDIT = `
  SELECT at, actor_name AS who, actor_roles AS roles, CASE WHEN method IN ('GET', 'HEAD') THEN 'read' ELSE 'change' END AS what,
         operation, unmasked, status,
         (SELECT array_agg(DISTINCT field)
            FROM jsonb_array_elements(CASE jsonb_typeof(changes) WHEN 'array' THEN changes ELSE '[]' END) change,
                 unnest(ARRAY[change -> 'before', change -> 'after']) side,
                 jsonb_object_keys(CASE jsonb_typeof(side) WHEN 'object' THEN side ELSE '{}' END) field) AS changed
    FROM audit_entry
   WHERE subject_ids && $1::text[] OR (subject = 'message' AND subject_ids && $2::text[])
   ORDER BY at DESC, id DESC`;
