import type { EntityManager } from 'typeorm';
import type { PeopleStore } from '../people/people.store.js';

/**
 * Two high scores of one person at once: the second finds the case that the first opened, or opened again. Where the case
 * is of another plan, whose answer comes in at the same moment, one of the two may have to be tried again.
 * @returns every id of the person, as no merge changes it any more in this transaction
 */
export async function oneAfterAnother(tx: EntityManager, people: PeopleStore, patientId: string): Promise<string[]> {
  for (let turn: string | undefined; ;) {
    const ids = await people.idsOf(patientId, tx);
    const [first = patientId] = ids.toSorted();
    // A merge that was committed meanwhile held the turn, too: the person has more ids now, and another turn.
    if (first === turn) return ids;
    await takeTurns(tx, [first]);
    turn = first;
  }
}

/** Of whoever any of these ids is, and was before a merge. */
export async function takeTurns(tx: EntityManager, ids: readonly string[]): Promise<void> {
  for (const id of ids.toSorted()) {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('follow-up.green-channel:' || $1, 0))`, [id]);
  }
}
