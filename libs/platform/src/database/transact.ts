import type { DataSource, EntityManager } from 'typeorm';
import type { CallEntry } from '../context/call-entry.js';
import { currentContext } from '../context/request-context.js';
import { traced, type SpanText } from '../tracing/tracing.js';
import { ambientTransaction } from './ambient-transaction.js';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const CHECK_VIOLATION = '23514';
const NETWORK_FAULT = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND)/;
const ATTEMPTS = 4;

interface Diagnosis {
  code?: unknown;
  constraint?: string;
}

/** What PostgreSQL said, whether TypeORM wrapped it or not. */
function diagnosis(error: unknown): Diagnosis | undefined {
  const candidate = error as (Diagnosis & { driverError?: Diagnosis }) | null;
  return candidate?.driverError ?? candidate ?? undefined;
}

function sqlState(error: unknown): string | undefined {
  const code = diagnosis(error)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** The work lost a race it will win when run again. */
export function isLostRace(error: unknown): boolean {
  const code = sqlState(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || isLatePartition(error);
}

/** The partition of the row was attached while the row was on its way to the default one: no constraint is named. */
function isLatePartition(error: unknown): boolean {
  return sqlState(error) === CHECK_VIOLATION && diagnosis(error)?.constraint === undefined;
}

/** Somebody held a lock for longer than we wait. */
export function isLockTimeout(error: unknown): boolean {
  return sqlState(error) === '55P03';
}

/** A unique constraint refused the row; `constraint` narrows it to one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return sqlState(error) === '23505' && (constraint === undefined || diagnosis(error)?.constraint === constraint);
}

/** The database is away or shutting down: no fault of the work, which may be tried again later. */
export function isDatabaseAway(error: unknown): boolean {
  const code = sqlState(error) ?? '';
  if (/^(08...|53...|57P..)$/.test(code) || NETWORK_FAULT.test(code)) return true;
  // A missing socket, not a missing file of the work's own.
  if (code === 'ENOENT') return (error as NodeJS.ErrnoException).syscall === 'connect';
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message)
  );
}

type Work<T> = (tx: EntityManager) => Promise<T>;

const SPAN: SpanText = { name: 'transaction', kind: 'client', attributes: { 'db.system.name': 'postgresql' } };

/**
 * Runs the work in one transaction, or in a savepoint of the one the request has (ADR 27); deadlocks and serialization
 * failures are tried again, a few times, by whoever began the transaction. The audit entry of the call in hand is
 * written in it: a change that is committed has its entry, one rolled back has none of success.
 */
export function transact<T>(source: DataSource, work: Work<T>): Promise<T> {
  return run(source, work, currentContext()?.audit);
}

/**
 * As `transact`, for what is no effect of the call in hand and stays whatever becomes of it, for instance that an attempt
 * is counted: the audit entry is left to a later transaction or to the answer.
 */
export function transactAside<T>(source: DataSource, work: Work<T>): Promise<T> {
  return run(source, work, undefined);
}

async function run<T>(source: DataSource, work: Work<T>, audit: CallEntry | undefined): Promise<T> {
  // What polls for work would make a trace of every look.
  return currentContext()
    ? traced(
        () => SPAN,
        () => attempts(source, work, audit),
      )
    : attempts(source, work, audit);
}

async function attempts<T>(source: DataSource, work: Work<T>, audit: CallEntry | undefined): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    audit?.begin();
    try {
      const done = await source.transaction(async (tx) => {
        const result = await work(tx);
        await audit?.writeIn(tx, result);
        return result;
      });
      audit?.commit();
      return done;
    } catch (error) {
      if (ambientTransaction(source) || attempt >= ATTEMPTS || !isLostRace(error)) throw error;
    }
  }
}
