import { prepared } from '#platform';
import type { EntityManager } from 'typeorm';

/** What duplicates are found by and scored with. A change of anything else makes nobody more or less alike. */
const TELLING: readonly string[] = [
  'name',
  'sex',
  'birthDate',
  'nationalId',
  'documentType',
  'documentNumber',
  'phones',
  'address',
];

export function tellsPeopleApart(changed: readonly string[]): boolean {
  return changed.some((field) => TELLING.includes(field));
}

/**
 * These people are to be held against the others, in the transaction that makes or changes them. Rows are only added:
 * nobody who writes a record waits for a check that is under way.
 */
export async function dueForCheck(tx: EntityManager, personIds: string[], now: Date): Promise<void> {
  if (personIds.length === 0) return;
  await prepared(tx, 'duplicates.due', ADD, [personIds, now]);
}

const ADD = 'INSERT INTO duplicate_check (person_id, due_at) SELECT unnest($1::uuid[]), $2';
