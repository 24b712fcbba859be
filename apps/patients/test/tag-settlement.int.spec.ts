import type { TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { TagSettlement } from '../src/tags/tag-settlement.js';
import { startPatients } from './hospital.js';
import { statementsDuring } from './statements.js';

const PEOPLE = 60;
const SEEDS = [1, 2, 3];

describe('tags of many people settled at once', () => {
  let hospital: TestService;
  let settlement: TagSettlement;
  let now: Date;
  beforeAll(async () => {
    hospital = await startPatients();
    now = hospital.clock.now();
    settlement = hospital.app.get(TagSettlement);
  });
  afterAll(() => hospital.stop());

  /** In a transaction that is taken back, so that each way begins with the same. */
  const asLeftBy = async (seed: number, settle: (tx: EntityManager, ids: string[]) => Promise<void>) => {
    const runner = hospital.source.createQueryRunner();
    await runner.startTransaction();
    try {
      const ids = await someFamilies(runner.manager, seed, now);
      await settle(runner.manager, ids);
      return await outcome(runner.manager);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };

  it.each(SEEDS)(
    'PT-4 are those that each would have by itself, with the same words and events (people %i)',
    async (seed) => {
      const oneByOne = await asLeftBy(seed, async (tx, ids) => {
        for (const id of ids) await settlement.settle(tx, id, now);
      });
      const together = await asLeftBy(seed, (tx, ids) => settlement.settleAll(tx, ids, now));
      expect(together).toEqual(oneByOne);
      expect(together.words.length).toBeGreaterThan(PEOPLE);
      expect(together.events.length).toBeGreaterThan(PEOPLE / 2);
    },
  );

  it('PT-4 take as many statements for sixty as for one', async () => {
    await asLeftBy(1, async (tx, ids) => {
      const asked = await statementsDuring(() => settlement.settleAll(tx, ids, now));
      const own = asked.filter(({ text }) =>
        /INTO person_tag_word|UPDATE person_tagging|INTO outbox|AS "birthDate"/.test(text),
      );
      expect(own.length).toBeLessThanOrEqual(5);
    });
  });
});

/** Numbers that are the same at every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Made-up people: merged ones, tags they had, words by hand that were taken back, visits that were cancelled. */
async function someFamilies(tx: EntityManager, seed: number, now: Date): Promise<string[]> {
  const random = numbers(seed);
  const of = <T>(...values: T[]): T => values[Math.floor(random() * values.length)] as T;
  const id = (kind: number, n: number) =>
    `00000000-000${kind}-7000-8000-${String(seed).padStart(2, '0')}${String(n).padStart(10, '0')}`;
  const people = Array.from({ length: PEOPLE }, (_, n) => ({
    ...{ id: id(1, n), version: 1, phones: [], told_at: {}, name_text: '', name_grams: [], name_readings: [] },
    ...{ phone_keys: [], allowed_purposes: [], states: [], created_at: now, updated_at: now },
    merged_into: n > 10 && random() < 0.3 ? id(1, Math.floor(random() * n)) : null,
    birth_date: of(null, '1949', '1960-02', '2020-02-29', '1964-11-22', '2026-01-05'),
    deceased: random() < 0.1,
    address: of(null, '上海市徐汇区文化路1号', '北京市朝阳区建国路2号', '文化路3号'),
  }));
  const tags = ['emotion.calm', 'emotion.anxious', 'spending.high', 'age.60-69', 'disease.hypertension'];
  const visits = Array.from({ length: PEOPLE * 2 }, (_, n) => ({
    ...{ id: id(2, n), patient_id: of(...people).id, partner: 'p', visit_number: `${seed}-${n}`, version: 1 },
    ...{ class: 'outpatient', status: of('planned', 'in-progress', 'finished', 'cancelled'), procedures: [] },
    ...{ diagnoses: [{ code: of('I10.x00', 'e11.900', 'J18', '') }], discharge_number: 0 },
    ...{ began_at: now, created_at: now, updated_at: now },
  }));
  const words = Array.from({ length: PEOPLE }, (_, n) => ({
    ...{ id: id(3, n), person_id: of(...people).id, tag: of(...tags), origin: 'hand' },
    ...{ says: of('applies', 'does-not-apply', 'by-rule'), recorded_at: new Date(now.getTime() - n * 1000) },
  }));
  await tx.query('UPDATE tag SET retired = true WHERE code = $1', ['age.60-69']);
  await insert(tx, 'person', people);
  await insert(tx, 'encounter', visits);
  await insert(tx, 'person_tag_word', words);
  const had = people.map((person) => ({ person_id: person.id, tags: tags.filter(() => random() < 0.2) }));
  await tx.query(
    `UPDATE person_tagging t SET tags = r.tags FROM json_populate_recordset(NULL::person_tagging, $1::json) r
      WHERE t.person_id = r.person_id`,
    [JSON.stringify(had)],
  );
  return people.map((person) => person.id).filter(() => random() < 0.8);
}

async function insert(tx: EntityManager, table: string, rows: object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await tx.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`,
    [JSON.stringify(rows)],
  );
}

/** All that settling writes, without what is new each time. */
async function outcome(tx: EntityManager) {
  const taggings: object[] = await tx.query('SELECT * FROM person_tagging ORDER BY person_id');
  const words: object[] = await tx.query(
    `SELECT person_id, tag, says, recorded_at FROM person_tag_word WHERE origin = 'rule'
      ORDER BY person_id, tag, says`,
  );
  const events: object[] = await tx.query(
    `SELECT subject, partition_key, event -> 'data' AS data FROM outbox WHERE subject LIKE 'patients.person.%tagged%'
      ORDER BY partition_key, subject, event ->> 'data'`,
  );
  return { taggings, words, events };
}
