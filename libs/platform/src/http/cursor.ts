import { Problem } from '../problems/problem.js';

/** One page of a list; `nextCursor` is null on the last one. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** An opaque position behind the last row of a page. */
export function encodeCursor(position: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws Problem 400 when the cursor is not one of ours. */
export function decodeCursor(cursor: string, length?: number): (string | number | null)[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(position) && position.length === (length ?? position.length) && position.every(isScalar))
      return position;
  } catch {
    // Falls through: whatever it was, it is not a cursor of ours.
  }
  throw Problem.invalid([{ field: 'cursor', code: 'unknown-cursor' }]);
}

function isScalar(value: unknown): value is string | number | null {
  return typeof value === 'string' || value === null || Number.isFinite(value);
}

/** Cuts a query that asked for one row too many into a page. */
export function pageOf<T>(rows: T[], limit: number, positionOf: (row: T) => (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(positionOf(last)) : null };
}
