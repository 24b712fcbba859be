import { v7 } from 'uuid';

/** A UUID v7: ordered by time, so that indexes on it stay dense. */
export function newId(): string {
  return v7();
}
