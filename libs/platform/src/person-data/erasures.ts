import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Erasure, type RecordNumber } from './erasure.js';
import { totalled } from './outcomes.rules.js';
import type { ErasureOutcome } from './person-data.js';
import { PersonDataSources } from './person-data-sources.js';

/** That a person is to be erased, as the owner of the record decided it. */
export interface ErasureOrder {
  id: string;
  /** The living record; the others were merged into it. */
  patientId: string;
  patientIds: string[];
  recordNumbers: RecordNumber[];
  erasedAt: Date;
  /** The end of the statutory term of the medical record; null when there is none: everything goes. */
  keepUntil: Date | null;
}

/** How far an erasure is in this service. */
export interface AppliedErasure extends Omit<ErasureOrder, 'recordNumbers'> {
  state: 'waiting' | 'applied';
  outcomes: ErasureOutcome[];
  attempts: number;
  appliedAt: Date | null;
}

interface ErasureRow extends AppliedErasure {
  recordNumbers: RecordNumber[] | null;
}

const COLUMNS = `id, patient_id AS "patientId", patient_ids AS "patientIds", record_numbers AS "recordNumbers",
  erased_at AS "erasedAt", keep_until AS "keepUntil", state, outcomes, attempts, applied_at AS "appliedAt"`;

/** The erasures of a service: what was ordered, what came of it, and who is erased (PT-9, ADR 59). */
@Injectable()
export class Erasures {
  constructor(
    private readonly sources: PersonDataSources,
    private readonly clock: Clock,
  ) {}

  /**
   * Remembers the order; the same one again is worked again: the database may have come from a backup. One without
   * record numbers, for they are forgotten in the end, takes none from an order that still waits.
   */
  async accept(tx: EntityManager, order: ErasureOrder, otherIds: string[] = []): Promise<void> {
    const { id, patientId, patientIds, recordNumbers, erasedAt, keepUntil } = order;
    await tx.query(
      `INSERT INTO person_erasure (id, patient_id, patient_ids, record_numbers, erased_at, keep_until, state)
       VALUES ($1, $2, $3, $4, $5, $6, 'waiting')
       ON CONFLICT (id) DO UPDATE SET state = 'waiting', patient_ids = excluded.patient_ids,
              record_numbers = CASE excluded.record_numbers WHEN '[]' THEN coalesce(person_erasure.record_numbers, '[]')
                ELSE excluded.record_numbers END, attempts = 0`,
      [id, patientId, patientIds, JSON.stringify(recordNumbers), erasedAt, keepUntil],
    );
    await tx.query(
      `INSERT INTO erased_id AS e (id, erasure_id, erased_at) SELECT DISTINCT unnest($1::text[]), $2::uuid, $3::timestamptz
       ON CONFLICT (id) DO UPDATE SET erasure_id = excluded.erasure_id, erased_at = excluded.erased_at
        WHERE e.erased_at < excluded.erased_at`,
      [[...patientIds, ...otherIds], id, erasedAt],
    );
  }

  /** Every store in turn; whatever fails, nothing has happened. @returns undefined when it is applied already */
  async apply(tx: EntityManager, id: string): Promise<AppliedErasure | undefined> {
    const rows: ErasureRow[] = await tx.query(
      `SELECT ${COLUMNS} FROM person_erasure WHERE id = $1 AND state = 'waiting' FOR UPDATE`,
      [id],
    );
    const [row] = rows;
    if (!row) return undefined;
    const erasure = new Erasure(id, row.keepUntil, row.recordNumbers ?? []);
    const outcomes = await this.eraseAll(tx, row, erasure);
    await this.keepSealed(tx, erasure);
    const state = outcomes.some(({ waiting = 0 }) => waiting > 0) ? 'waiting' : 'applied';
    const sum = totalled([...row.outcomes, ...outcomes]);
    await tx.query(
      `UPDATE person_erasure SET state = $2, outcomes = $3, applied_at = CASE $2 WHEN 'applied' THEN $4::timestamptz END,
              record_numbers = CASE $2 WHEN 'waiting' THEN record_numbers END
        WHERE id = $1`,
      [id, state, JSON.stringify(sum), this.clock.now()],
    );
    const { recordNumbers: _, ...applied } = row;
    return { ...applied, state, outcomes: sum };
  }

  /** What `apply` would do. The caller takes the transaction back. */
  async rehearse(tx: EntityManager, order: Omit<ErasureOrder, 'patientId'>): Promise<ErasureOutcome[]> {
    return totalled(await this.eraseAll(tx, order, new Erasure(order.id, order.keepUntil, order.recordNumbers)));
  }

  /** The oldest first; not those that a restore entered and whose record numbers nobody has looked up yet. */
  async waiting(tx: EntityManager): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM person_erasure WHERE state = 'waiting' AND record_numbers IS NOT NULL ORDER BY erased_at LIMIT 100`,
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the order was given here; not when a restore entered it and nobody has looked up the record numbers yet. */
  async isOrdered(tx: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM person_erasure WHERE id = $1 AND NOT (state = 'waiting' AND record_numbers IS NULL)`,
      [id],
    );
    return rows.length > 0;
  }

  /** @returns the attempts that failed so far, with this one */
  async failed(tx: EntityManager, id: string): Promise<ErasureRow | undefined> {
    const [rows]: [ErasureRow[], number] = await tx.query(
      `UPDATE person_erasure SET attempts = attempts + 1 WHERE id = $1 AND state = 'waiting' RETURNING ${COLUMNS}`,
      [id],
    );
    return rows[0];
  }

  async find(tx: EntityManager, id: string): Promise<AppliedErasure | undefined> {
    const rows: AppliedErasure[] = await tx.query(`SELECT ${COLUMNS} FROM person_erasure WHERE id = $1`, [id]);
    return rows[0];
  }

  /** When each of these was erased; those that were not are missing. */
  async erasedAt(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Date>> {
    if (ids.length === 0) return new Map();
    const rows: { id: string; erasedAt: Date }[] = await tx.query(
      'SELECT id, erased_at AS "erasedAt" FROM erased_id WHERE id = ANY ($1::text[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.erasedAt]));
  }

  private async eraseAll(
    tx: EntityManager,
    { patientIds, erasedAt }: Pick<ErasureOrder, 'patientIds' | 'erasedAt'>,
    erasure: Erasure,
  ): Promise<ErasureOutcome[]> {
    const outcomes: ErasureOutcome[] = [];
    for (const source of await this.sources.inOrderOfErasure(tx)) {
      outcomes.push(...(await source.erase(tx, patientIds, erasedAt, erasure)));
    }
    return outcomes;
  }

  private async keepSealed(tx: EntityManager, { id, sealed, keepUntil }: Erasure): Promise<void> {
    for (const { table, rows } of sealed) {
      await tx.query(
        'INSERT INTO sealed_record (erasure_id, table_name, rows, sealed_at, keep_until) VALUES ($1, $2, $3, $4, $5)',
        [id, table, JSON.stringify(rows), this.clock.now(), keepUntil],
      );
    }
  }
}
