import { isDatabaseAway } from '#platform';
import { TypeORMError } from 'typeorm';

/** Data that PostgreSQL cannot take (22), constraints (23), program limits (54): the same again at each try. */
const REFUSED_DATA = /^(22|23|54)/;

/** Whether storing fails for what the message says; otherwise it is the database's state, and waiting helps. */
export function isFaultOfMessage(error: unknown): boolean {
  if (isDatabaseAway(error)) return false;
  const state = sqlStateOf(error);
  return state === undefined ? !(error instanceof TypeORMError) : REFUSED_DATA.test(state);
}

/** What went wrong, for a log: a database's own words may quote the patient, so only its code is told. */
export function failureOf(error: unknown): string {
  const state = sqlStateOf(error);
  if (state !== undefined) return `error ${state}`;
  return error instanceof Error ? error.message : 'unknown error';
}

function sqlStateOf(error: unknown): string | undefined {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  return typeof state === 'string' ? state : undefined;
}
