import type { EntityManager } from 'typeorm';
import { JOB_SCHEMA } from '../jobs/job-schema.js';
import type { Erasure } from './erasure.js';
import { PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from './person-data.js';

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

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(
    tx: EntityManager,
    patientIds: readonly string[],
    _at: Date,
    erasure: Erasure,
  ): Promise<ErasureOutcome[]> {
    const words = [...patientIds, ...erasure.recordNumbers.map(({ value }) => value)];
    return [
      await emptyAnswers(tx, words),
      await removeJobs(tx, words),
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

/** One that is being worked is waited for. */
async function removeJobs(tx: EntityManager, words: string[]): Promise<ErasureOutcome> {
  const naming = `(data::text LIKE ANY ($1::text[]) OR output::text LIKE ANY ($1::text[]))`;
  const patterns = [words.map(containing)];
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
