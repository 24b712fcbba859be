import type { Bar } from '../plans/settlement.rules.js';
import { prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** One person with every id that was merged into one, locked until the transaction ends. */
export interface LockedPerson {
  ids: string[];
  /** A death reported under any of the ids is the death of the person. */
  deceased: boolean;
  barredBy: Bar | null;
  curedAt: Date | null;
}

/** What the patients service told of a person besides death, by topic; the newest word on each. */
export type Word = 'do-not-contact' | 'cured' | 'follow-up';

interface Told {
  holds: boolean;
  /** When it began or ended. */
  since: string;
  /** Time of the event that told it. */
  toldAt: string;
}

interface PersonRow {
  id: string;
  survivor_id: string | null;
  merged: boolean;
  deceased: boolean;
  told: Partial<Record<Word, Told>>;
}

/** Ids connected by merges, in either direction and over any number of steps. */
const FAMILY = `
  family (id, survivor_id) AS (
    SELECT id, survivor_id FROM person WHERE id = ANY($1::uuid[])
    UNION
    SELECT relative.id, relative.survivor_id
      FROM family CROSS JOIN LATERAL (
        SELECT id, survivor_id FROM person WHERE id = family.survivor_id
        UNION ALL
        SELECT id, survivor_id FROM person WHERE survivor_id = family.id
      ) AS relative
  )`;

const LOCK = `
  WITH RECURSIVE added AS (
    INSERT INTO person (id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING id, survivor_id, merged, deceased, told
  ), ${FAMILY}, locked AS (
    SELECT id, survivor_id, merged, deceased, told FROM person
     WHERE id IN (SELECT id FROM family) ORDER BY id FOR UPDATE
  )
  SELECT * FROM added UNION ALL SELECT * FROM locked`;

/** A statement that may read `family`: all ids of the persons in its first parameter, an array. */
export function ofPersons(statement: string): string {
  return `WITH RECURSIVE ${FAMILY} ${statement}`;
}

/** The small copy of people this service keeps: who is dead, and which ids are one person (decision 13). */
@Injectable()
export class PeopleStore {
  constructor(private readonly source: DataSource) {}

  /**
   * Locks these ids and all they were merged with, in id order, making rows for those never heard of.
   * Ids of one person are different event keys: this lock is what keeps their events one after another.
   */
  async lock(tx: EntityManager, ...ids: string[]): Promise<LockedPerson> {
    const wanted = [...new Set(ids)].sort();
    for (let seen: string | undefined; ;) {
      const rows = await prepared<PersonRow>(tx, 'people.lock', LOCK, [wanted]);
      const ids = rows.map((row) => row.id);
      const complete = wanted.every((id) => ids.includes(id));
      const unmerged = rows.length === wanted.length && rows.every((row) => !row.merged);
      if (complete && (unmerged || ids.join() === seen)) return personIn(rows);
      // A merge may have been committed between reading who belongs together and locking them: look again.
      seen = ids.join();
    }
  }

  /** Every id of the person, to read what was kept under any of them. */
  async idsOf(id: string, manager: Pick<EntityManager, 'query'> = this.source): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(`WITH RECURSIVE ${FAMILY} SELECT id FROM family`, [[id]]);
    return rows.length === 0 ? [id] : rows.map((row) => row.id);
  }

  /** A death reported under any of the ids. */
  async isDeceased(tx: EntityManager, ids: string[]): Promise<boolean> {
    const dead: unknown[] = await tx.query('SELECT 1 FROM person WHERE id = ANY($1::uuid[]) AND deceased LIMIT 1', [
      ids,
    ]);
    return dead.length > 0;
  }

  /** @returns false when the report is older than its own correction, as in a replay. */
  async markDeceased(tx: EntityManager, id: string, reportedAt: Date): Promise<boolean> {
    const [, marked]: [unknown, number] = await tx.query(
      'UPDATE person SET deceased = true WHERE id = $1 AND (death_revoked_at IS NULL OR death_revoked_at <= $2)',
      [id, reportedAt],
    );
    return marked > 0;
  }

  /** The correction is about the person, whichever id the report came under. */
  async revokeDeath(tx: EntityManager, ids: string[], at: Date): Promise<void> {
    await tx.query('UPDATE person SET deceased = false, death_revoked_at = $2 WHERE id = ANY($1::uuid[])', [ids, at]);
  }

  /** A word is about the person, whichever id it came under. Older ones, as in a replay, change nothing. */
  async tell(tx: EntityManager, ids: string[], word: Word, told: Told): Promise<void> {
    await tx.query(
      `UPDATE person SET told = told || jsonb_build_object($2::text, $3::jsonb)
        WHERE id = ANY($1::uuid[])
          AND coalesce((told -> $2::text ->> 'toldAt')::timestamptz, '-infinity') <= ($3::jsonb ->> 'toldAt')::timestamptz`,
      [ids, word, JSON.stringify(told)],
    );
  }

  /** Takes a merge back; with several merges between the two the one told is the one that goes. */
  async part(tx: EntityManager, survivorId: string, retiredId: string): Promise<void> {
    await tx.query('UPDATE person SET survivor_id = NULL WHERE id = $2 AND survivor_id = $1', [survivorId, retiredId]);
  }

  /** The survivor of the newest merge survives: a merge the other way round before it no longer counts. */
  async merge(tx: EntityManager, survivorId: string, retiredId: string): Promise<void> {
    await tx.query(
      `UPDATE person SET merged = true,
              survivor_id = CASE WHEN id = $2::uuid THEN $1::uuid WHEN survivor_id = $2::uuid THEN NULL ELSE survivor_id END
        WHERE id IN ($1::uuid, $2::uuid)`,
      [survivorId, retiredId],
    );
  }
}

/** What was said under any of the ids. */
function personIn(rows: PersonRow[]): LockedPerson {
  const said = (word: Word) => rows.flatMap(({ told }) => told[word] ?? []);
  const isBarred = said('do-not-contact').some(({ holds }) => holds);
  const hasWithdrawn = said('follow-up').some(({ holds }) => !holds);
  const cures = said('cured').filter(({ holds }) => holds);
  const cured = cures.map(({ since }) => new Date(since).getTime());
  return {
    ids: rows.map(({ id }) => id),
    deceased: rows.some((row) => row.deceased),
    barredBy: isBarred ? 'do-not-contact' : hasWithdrawn ? 'consent-withdrawn' : null,
    curedAt: cured.length === 0 ? null : new Date(Math.max(...cured)),
  };
}
