import type { LifecycleStage } from '#contracts';
import { prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { CardQueries } from '../cards/cards.queries.js';
import { RelativeQueries } from '../families/relatives.queries.js';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { recordsOf } from '../people/records-of.js';
import { PersonFact } from './fact.entity.js';
import type { RecordedFacts, Referrals } from './facts.dto.js';
import { factsOf } from './facts.rules.js';
import { versionOf } from './facts-version.js';
import { STAGE_OF } from './lifecycle.sql.js';

/** Reads what is said of people straight to the answer; merged records are read with the one that answers for them. */
@Injectable()
export class FactQueries {
  constructor(
    private readonly source: DataSource,
    private readonly cards: CardQueries,
    private readonly relatives: RelativeQueries,
  ) {}

  /** @throws Problem 404 */
  async read(id: string, tx: EntityManager = this.source.manager): Promise<RecordedFacts> {
    return this.ofRecords(await recordsOf(tx, id), tx);
  }

  /** @param records a living record, first, and those merged into it */
  async ofRecords(records: string[], tx: EntityManager = this.source.manager): Promise<RecordedFacts> {
    const [patientId = ''] = records;
    // One after the other: in a transaction they share its connection.
    const words = await this.words(tx, records);
    const relatives = await this.relatives.lines(patientId, tx);
    const cards = await this.cards.ofRecords(records, tx);
    const [lifecycle] = await prepared<{ stage: LifecycleStage | null }>(tx, 'patients.stage', STAGE_OF, [patientId]);
    const lifecycleStage = lifecycle?.stage ?? null;
    return { patientId, version: versionOf(words), ...factsOf(words), relatives, cards, lifecycleStage };
  }

  words(tx: EntityManager, records: string[]): Promise<PersonFact[]> {
    return tx.findBy(PersonFact, { personId: In(records) });
  }

  /** Who came because this person told them. @throws Problem 404 */
  async referrals(id: string): Promise<Referrals> {
    const records = await recordsOf(this.source.manager, id);
    const rows: { patientId: string; recordedAt: Date; count: number }[] = await this.source.query(REFERRED, [records]);
    const recent = rows.map(({ patientId, recordedAt }) => ({ patientId, recordedAt: recordedAt.toISOString() }));
    return { patientId: records[0] ?? id, count: rows[0]?.count ?? 0, recent };
  }
}

/** Of each person the last word on the source counts; who tells of oneself, through a merge, refers nobody. */
const REFERRED = `
  WITH teller AS (
    SELECT DISTINCT person_id AS id FROM person_fact
     WHERE topic = 'source' AND value ->> 'referrerId' = ANY ($1::text[])
  ), last_word AS (
    SELECT DISTINCT ON (family.root) family.root AS id, fact.recorded_at, fact.value ->> 'referrerId' AS referrer
      FROM (${descendantsOf(survivorsOf('SELECT id FROM teller'))}) family
      JOIN person_fact fact ON fact.person_id = family.id AND fact.topic = 'source'
     ORDER BY family.root, fact.recorded_at DESC, fact.id DESC
  )
  SELECT id AS "patientId", recorded_at AS "recordedAt", count(*) OVER ()::int AS count FROM last_word
   WHERE referrer = ANY ($1::text[]) AND id::text <> ALL ($1::text[])
   ORDER BY recorded_at DESC, id DESC LIMIT 20`;
