import type { LifecycleStage } from '#contracts';
import { JointRead, type ReadPart, type Rows } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { CardQueries, CARDS_OF_RECORDS, type CardRow } from '../cards/cards.queries.js';
import { FAMILY_OF_RECORDS, familyOf, type FamilyRow } from '../families/family-rows.js';
import { RelativeQueries } from '../families/relatives.queries.js';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { recordsOf } from '../people/records-of.js';
import { PersonFact } from './fact.entity.js';
import type { RecordedFacts, Referrals } from './facts.dto.js';
import { factsOf, type FactWord } from './facts.rules.js';
import { versionOf } from './facts-version.js';
import { STAGE_OF_RECORDS } from './lifecycle.sql.js';

/** A row of each part. */
export interface FactRows {
  words: FactWord;
  families: FamilyRow;
  cards: CardRow;
  stages: { stage: LifecycleStage | null };
}

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
    return this.present(records, await FACTS.rows(tx, [records]));
  }

  present([patientId = '']: string[], { words, families, cards, stages }: Rows<FactRows>): RecordedFacts {
    return {
      ...{ patientId, version: versionOf(words), ...factsOf(words) },
      relatives: families.flatMap((family) => this.relatives.linesOf(familyOf(family))),
      cards: cards.map((card) => this.cards.viewOf(card)),
      lifecycleStage: stages[0]?.stage ?? null,
    };
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

const WORDS: ReadPart = {
  sql: `SELECT id, topic, value, recorded_at AS "recordedAt", ended_at AS "endedAt" FROM person_fact
         WHERE person_id = ANY ($1::uuid[])`,
  instants: ['recordedAt', 'endedAt'],
};

/** What is read of the records in `$1`, a living one first, to tell the facts. */
export const FACT_PARTS = {
  words: WORDS,
  families: FAMILY_OF_RECORDS,
  cards: CARDS_OF_RECORDS,
  stages: STAGE_OF_RECORDS,
};

const FACTS = new JointRead<FactRows>('patients.facts', FACT_PARTS);

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
