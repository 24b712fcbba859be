/** What went wrong, for a log: a database's own words may quote the patient, so only its code is told. */
export function failureOf(error: unknown): string {
  const { driverError } = (error ?? {}) as { driverError?: { code?: unknown } };
  if (driverError) return `database error ${typeof driverError.code === 'string' ? driverError.code : 'unknown'}`;
  return error instanceof Error ? error.message : 'unknown error';
}
