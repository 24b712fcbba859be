import { isDatabaseAway, sqlStateOf } from '#platform';
import { TypeORMError } from 'typeorm';

/** Data that PostgreSQL cannot take (22), constraints (23), program limits (54): the same again at each try. */
const REFUSED_DATA = /^(22|23|54)/;

/** Whether storing fails for what the message says; otherwise it is the database's state, and waiting helps. */
export function isFaultOfMessage(error: unknown): boolean {
  if (isDatabaseAway(error)) return false;
  const state = sqlStateOf(error);
  return state === undefined ? !(error instanceof TypeORMError) : REFUSED_DATA.test(state);
}
