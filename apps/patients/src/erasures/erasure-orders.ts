import { Clock, Problem, ServiceConfig, type ErasureOrder, type RecordNumber } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { descendantsOf } from '../people/families.js';
import { Unmerging } from '../merges/unmerging.service.js';
import { PeopleStore } from '../people/people.store.js';
import { ReportedIds } from '../people/reported-ids.js';
import { isBeingTreated, keptUntil, type CountedVisit } from './statutory-term.rules.js';

/** An order and the further ids that are never given out again: of merges, and those that numbers are made into. */
export interface PreparedErasure {
  order: ErasureOrder;
  otherIds: string[];
}

type Given = Omit<ErasureOrder, 'patientIds' | 'recordNumbers'> & { patientIds?: string[] };

/** Finds out who is erased with a record, and what the law keeps of him. */
@Injectable()
export class ErasureOrders {
  constructor(
    private readonly people: PeopleStore,
    private readonly ids: ReportedIds,
    private readonly unmerging: Unmerging,
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
  ) {}

  /** Locks the living record: reports, merges and erasures of it wait for each other. @throws Problem 404, 409 */
  async prepare(tx: EntityManager, erasureId: string, patientId: string): Promise<PreparedErasure> {
    const root = (await this.people.lock(tx, { identifiers: [] }, [patientId])).live(patientId);
    if (!root) throw Problem.notFound('patient', patientId);
    const visits = await this.visits(tx, root.id);
    if (isBeingTreated(visits)) throw Problem.conflict('erasure-visit-open');
    const now = this.clock.now();
    return this.order(tx, {
      ...{ id: erasureId, patientId: root.id, erasedAt: now },
      keepUntil: keptUntil(visits, now, this.config.hospitalZone),
    });
  }

  /** Also for a database that came from a backup, which still knows the record: then the records are given. */
  async order(tx: EntityManager, given: Given): Promise<PreparedErasure> {
    const patientIds = given.patientIds ? await this.decided(tx, given) : await this.family(tx, given);
    // Nobody may add anything that refers to them any more: whoever tries waits, and then finds nobody.
    await tx.query('SELECT 1 FROM person WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [patientIds]);
    const recordNumbers: RecordNumber[] = await tx.query(
      'SELECT issuer, value FROM person_identifier WHERE person_id = ANY ($1::uuid[]) ORDER BY issuer, value',
      [patientIds],
    );
    const known: { merge: string | null; nationalId: string | null }[] = await tx.query(
      `SELECT id::text AS merge, NULL AS "nationalId" FROM person_merge
        WHERE survivor_id = ANY ($1::uuid[]) OR retired_id = ANY ($1::uuid[])
       UNION ALL SELECT NULL, national_id FROM person WHERE id = ANY ($1::uuid[]) AND national_id IS NOT NULL`,
      [patientIds],
    );
    const otherIds = [
      ...recordNumbers.map(({ issuer, value }) => this.ids.person(issuer, value)),
      ...known.flatMap(({ merge, nationalId }) => merge ?? (nationalId === null ? [] : this.ids.holder(nationalId))),
    ];
    return { order: { ...given, patientIds, recordNumbers }, otherIds };
  }

  private async family(tx: EntityManager, { patientId }: Given): Promise<string[]> {
    const family: { id: string }[] = await tx.query(descendantsOf('SELECT $1::uuid AS id'), [patientId]);
    return family.map(({ id }) => id);
  }

  /** These and nobody else: whoever was merged with them in the backup was told apart before the erasure. */
  private async decided(tx: EntityManager, { patientId, patientIds = [] }: Given): Promise<string[]> {
    const decided = [...new Set([patientId, ...patientIds])];
    await this.unmerging.partFromOthers(tx, decided);
    return decided;
  }

  private visits(tx: EntityManager, rootId: string): Promise<CountedVisit[]> {
    return tx.query(VISITS, [rootId]);
  }
}

/** Who was examined or got a drug was seen, whether or not a visit was reported; a result that was withdrawn says nothing. */
const VISITS = `
  WITH people AS MATERIALIZED (SELECT id FROM (${descendantsOf('SELECT $1::uuid AS id')}) family),
  told AS (
    SELECT observed_at AS at FROM result WHERE patient_id IN (SELECT id FROM people) AND status <> 'withdrawn'
    UNION ALL
    SELECT greatest(starts_at, dispensed_at) FROM medication WHERE patient_id IN (SELECT id FROM people))
  SELECT class, status, began_at AS "beganAt", discharged_at AS "dischargedAt"
    FROM encounter WHERE patient_id IN (SELECT id FROM people)
  UNION ALL
  SELECT 'outpatient', 'finished', max(at), NULL FROM told HAVING count(*) > 0`;
