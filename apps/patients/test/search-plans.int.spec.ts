import type { TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { SegmentReadings } from '../src/segments/segment-readings.js';
import { segmentSql } from '../src/segments/segment-sql.rules.js';
import { startPatients } from './hospital.js';
import { planOf, statementsDuring } from './statements.js';

describe('among very many people', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
    // A third are called 王…, one is called 王伟, nobody is called 单于; the records of all lie in no order.
    await hospital.source.query(
      `INSERT INTO person (id, version, name, phones, deceased, told_at, name_text, name_grams, name_readings,
                           phone_keys, allowed_purposes, states, created_at, updated_at)
       SELECT gen_random_uuid(), 1, name, '[]', false, '{}', name, grams, readings, '{}', '{}', '{}', $1, $1
         FROM generate_series(1, 20000) n
        CROSS JOIN LATERAL (SELECT CASE WHEN n = 7 THEN '王伟' WHEN n % 3 = 0 THEN '王芳' ELSE '李' || n END AS name) named
        CROSS JOIN LATERAL (SELECT CASE name WHEN '王伟' THEN '{王,伟,王伟}' WHEN '王芳' THEN '{王,芳,王芳}'
                                        ELSE ARRAY['李', n::text] END::text[] AS grams,
                                   CASE WHEN name LIKE '王%' THEN '{wang,wangx}' ELSE '{li}' END::text[] AS readings) keys`,
      [hospital.clock.now()],
    );
    await hospital.source.query('ANALYZE person');
  });
  afterAll(() => hospital.stop());

  const search = async (query: Record<string, string>) => {
    let items: { id: string; name: string }[] = [];
    const statements = await statementsDuring(async () => {
      const { body } = await hospital.api('agent').get('/patients').query(query).expect(200);
      ({ items } = body);
    });
    const page = statements.find(({ text }) => /FROM "person" "person" WHERE .*LIMIT/.test(text));
    return { items, plan: page ? await planOf(hospital, page) : 'nothing was asked' };
  };

  it.each(['王', 'wang', '王芳'])(
    'PT-3 %s, which so many have, is met in the order of records: nothing is sorted',
    async (q) => {
      const { items, plan } = await search({ q, limit: '20' });
      expect(plan).toContain('Index Scan using person_pkey');
      expect(plan).not.toContain('Sort');
      expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).toSorted());
      expect(items).toHaveLength(20);
      expect(items.every(({ name }) => name.startsWith('王'))).toBe(true);
    },
  );

  it.each<Record<string, string>>([
    { q: '王伟' },
    { q: '单于' },
    { q: 'shanyu' },
    { q: '王', phone: '13800138000' },
    { q: '王', filter: `name eq '王伟'` },
  ])('PT-3 %j, which few are, is found by the inverted index, never by reading on and hoping', async (query) => {
    const { items, plan } = await search({ ...query, limit: '1' });
    expect(plan).toContain('person_search');
    expect(plan).not.toContain('person_pkey');
    expect(items.length).toBeLessThanOrEqual(1);
  });

  it('PT-4 (ADR 84) a segment of thousands of visitors is expected to have thousands, so that none is looked up by itself', async () => {
    await hospital.source.query(
      `INSERT INTO encounter (id, patient_id, partner, visit_number, version, class, status, department_code,
                              diagnoses, procedures, discharge_number, began_at, created_at, updated_at)
       SELECT gen_random_uuid(), id, 'MANY', id, 1, 'outpatient', 'finished', '03.04', '[]', '[]', 0, $1, $1, $1
         FROM person LIMIT 5000`,
      [hospital.clock.now()],
    );
    await hospital.source.query('VACUUM ANALYZE encounter');
    const values: unknown[] = [];
    const now = Temporal.Instant.from(hospital.clock.now().toISOString()).toZonedDateTimeISO('Asia/Shanghai');
    const filter = hospital.app.get(SegmentReadings).check({ visits: { department: '03.04', days: 30, atLeast: 1 } });
    const where = segmentSql(filter, now, (value) => `$${values.push(value)}`);
    const plan = await hospital.source.transaction(async (tx) => {
      // Whatever it would do among so few: one by one it says how many it expects.
      await tx.query('SET LOCAL enable_hashjoin = off');
      await tx.query('SET LOCAL enable_mergejoin = off');
      const rows: Record<string, string>[] = await tx.query(
        `EXPLAIN SELECT count(*) FROM person WHERE ${where}`,
        values,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(Number(/(?:HashAggregate|Unique) .*?rows=(\d+)/.exec(plan)?.[1])).toBeGreaterThan(2_000);
  });
});
