/**
 * The code of a system or database error, for instance EEXIST. Asked of the shape and not of the class: a test runs in
 * a realm of its own, whose Error is not the one that Node's modules throw.
 */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
