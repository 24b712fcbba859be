import { prepared, Problem } from '#platform';
import type { EntityManager } from 'typeorm';
import { descendantsOf, survivorsOf } from './families.js';

/**
 * The living record that answers for an id, first, and all that were merged into it: whatever was said under one of
 * them is said of the person.
 * @throws Problem 404
 */
export async function recordsOf(target: EntityManager, id: string): Promise<string[]> {
  const rows = await prepared<{ id: string }>(target, 'patients.records', RECORDS, [id]);
  if (rows.length === 0) throw Problem.notFound('patient', id);
  return rows.map((row) => row.id);
}

const RECORDS = `SELECT id FROM (${descendantsOf(survivorsOf('SELECT $1::uuid AS id'))}) family ORDER BY id <> root`;
