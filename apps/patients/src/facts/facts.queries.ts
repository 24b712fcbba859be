import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { CardQueries } from '../cards/cards.queries.js';
import { Encounter } from '../encounters/encounter.entity.js';
import { RelativeQueries } from '../families/relatives.queries.js';
import { PatientsConfig } from '../patients.config.js';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { recordsOf } from '../people/records-of.js';
import { Person } from '../people/person.entity.js';
import { PersonFact } from './fact.entity.js';
import type { RecordedFacts, Referrals } from './facts.dto.js';
import { factsOf } from './facts.rules.js';
import { versionOf } from './facts-version.js';
import { lifecycleStage, type LifecycleStage } from './lifecycle.rules.js';

/** Reads what is said of people straight to the answer; merged records are read with the one that answers for them. */
@Injectable()
export class FactQueries {
  constructor(
    private readonly source: DataSource,
    private readonly cards: CardQueries,
    private readonly relatives: RelativeQueries,
    private readonly config: PatientsConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async read(id: string, tx: EntityManager = this.source.manager): Promise<RecordedFacts> {
    return this.ofRecords(await recordsOf(tx, id), tx);
  }

  /** @param records a living record, first, and those merged into it */
  async ofRecords(records: string[], tx: EntityManager = this.source.manager): Promise<RecordedFacts> {
    const [patientId = ''] = records;
    const words = await this.words(tx, records);
    return {
      patientId,
      version: versionOf(words),
      ...factsOf(words),
      relatives: await this.relatives.lines(patientId, tx),
      cards: await this.cards.ofRecords(records, tx),
      lifecycleStage: await this.stageOf(tx, patientId, records),
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

  private async stageOf(tx: EntityManager, id: string, records: string[]): Promise<LifecycleStage | null> {
    const person = await tx.findOne(Person, { where: { id }, select: { id: true, deceased: true } });
    if (person?.deceased) return null;
    const select = { class: true, status: true, beganAt: true, dischargedAt: true } as const;
    const visits = await tx.find(Encounter, { where: { patientId: In(records) }, select });
    const { lifecycleRevisitDays: revisitDays, lifecycleChurnDays: churnDays } = this.config;
    return lifecycleStage(visits, { now: this.clock.now(), revisitDays, churnDays });
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
