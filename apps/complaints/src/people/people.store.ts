import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Ids connected by merges with those in `$1`, in either direction and over any number of steps. */
const FAMILY = `
  WITH RECURSIVE family (id, survivor_id) AS (
    SELECT id, survivor_id FROM person WHERE id = ANY($1::uuid[])
    UNION
    SELECT relative.id, relative.survivor_id
      FROM family CROSS JOIN LATERAL (
        SELECT id, survivor_id FROM person WHERE id = family.survivor_id
        UNION ALL
        SELECT id, survivor_id FROM person WHERE survivor_id = family.id
      ) AS relative
  )
  SELECT id FROM family`;

/** The small copy of people this service keeps: which ids are one person (decision 13). */
@Injectable()
export class PeopleStore {
  constructor(private readonly source: DataSource) {}

  /** Every id of the person, to read what was kept under any of them; the id alone when it was never merged. */
  async idsOf(id: string, manager: Pick<EntityManager, 'query'> = this.source): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(FAMILY, [[id]]);
    return rows.length === 0 ? [id] : rows.map((row) => row.id);
  }

  /** The survivor of the newest merge survives: a merge the other way round before it no longer counts. */
  async merge(tx: EntityManager, survivorId: string, retiredId: string): Promise<void> {
    await this.lock(tx, survivorId, retiredId);
    await tx.query(
      `UPDATE person
          SET survivor_id = CASE WHEN id = $2::uuid THEN $1::uuid WHEN survivor_id = $2::uuid THEN NULL ELSE survivor_id END
        WHERE id IN ($1::uuid, $2::uuid)`,
      [survivorId, retiredId],
    );
  }

  /** Takes a merge back; with several merges between the two the one told is the one that goes. */
  async part(tx: EntityManager, survivorId: string, retiredId: string): Promise<void> {
    await this.lock(tx, survivorId, retiredId);
    await tx.query('UPDATE person SET survivor_id = NULL WHERE id = $2 AND survivor_id = $1', [survivorId, retiredId]);
  }

  /** In the order of ids, making rows for those never heard of: events of two ids are not one after another. */
  private async lock(tx: EntityManager, ...ids: string[]): Promise<void> {
    await tx.query('INSERT INTO person (id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [ids.toSorted()]);
    await tx.query('SELECT id FROM person WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
  }
}
