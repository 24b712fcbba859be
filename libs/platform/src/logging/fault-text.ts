/** SQLSTATE classes whose messages name things of ours (constraints, tables, sessions) and quote nobody's data. */
const NAMES_ONLY = /^(08|23|25|40|42|53|55|57|58|XX)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** The SQLSTATE of an error that came from PostgreSQL, through TypeORM or straight from the driver. */
export function sqlStateOf(error: unknown): string | undefined {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  return typeof state === 'string' && SQLSTATE.test(state) ? state : undefined;
}

/**
 * What went wrong, in words that may be logged: a database quotes the value it refuses and a JSON parser the text it
 * could not read, and either may be somebody's name.
 */
export function faultText(error: unknown): string {
  const state = sqlStateOf(error);
  if (state !== undefined && !NAMES_ONLY.test(state)) return `database error ${state}`;
  if (!(error instanceof Error)) return typeof error === 'string' ? error : 'unknown error';
  if (error instanceof SyntaxError && error.message.includes('JSON')) return 'not valid JSON';
  if (error instanceof AggregateError) return error.errors.map(faultText).join('; ');
  return error.message || error.name;
}
