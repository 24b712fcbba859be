import type { EntityManager } from 'typeorm';
import { descendantsOf, survivorsOf } from '../people/families.js';
import type { PersonRelative } from './person-relative.entity.js';
import { isAncestor, isDescendant, RELATION_CODES } from './relations.rules.js';

/** Nobody has more generations on record. */
const GENERATIONS = 12;

/** Whether an entry would make somebody an ancestor of himself: A is a child of B, and B of A (PT-7). */
export async function closesCircle(
  tx: EntityManager,
  personId: string,
  { relativeId, relation }: Pick<PersonRelative, 'relativeId' | 'relation'>,
): Promise<boolean> {
  if (relativeId === null) return false;
  if (isAncestor(relation)) return isAbove(tx, relativeId, personId);
  return isDescendant(relation) && (await isAbove(tx, personId, relativeId));
}

/**
 * One who names parents or children at a time: two that share no record would not see each other's, and close a circle
 * together. To be held before any record is.
 */
export async function holdDescent(tx: EntityManager, relation: PersonRelative['relation']): Promise<void> {
  if (!isAncestor(relation) && !isDescendant(relation)) return;
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('descent'))`);
}

/** Whether one is on record as an ancestor of the other. */
async function isAbove(tx: EntityManager, below: string, wanted: string): Promise<boolean> {
  const seen = new Set([below]);
  let generation = [below];
  for (let depth = 0; depth < GENERATIONS && generation.length > 0; depth += 1) {
    const rows: { id: string }[] = await tx.query(PARENTS, [generation, UP, DOWN]);
    generation = rows.map(({ id }) => id).filter((id) => !seen.has(id));
    if (generation.includes(wanted)) return true;
    for (const id of generation) seen.add(id);
  }
  return false;
}

const UP = RELATION_CODES.filter(isAncestor);
const DOWN = RELATION_CODES.filter(isDescendant);

/** The living records named as ancestors by these, and of those who named these as descendants. */
const PARENTS = `
  WITH below AS MATERIALIZED (SELECT id FROM (${descendantsOf('SELECT unnest($1::uuid[]) AS id')}) family),
  above AS (
    SELECT relative_id AS id FROM person_relative
     WHERE person_id = ANY (ARRAY(SELECT id FROM below)) AND relation = ANY ($2::text[])
       AND relative_id IS NOT NULL AND ended_at IS NULL
    UNION SELECT person_id FROM person_relative
     WHERE relative_id = ANY (ARRAY(SELECT id FROM below)) AND relation = ANY ($3::text[]) AND ended_at IS NULL)
  SELECT id FROM (${survivorsOf('SELECT id FROM above')}) living`;
