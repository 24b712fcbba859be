import { bindTo, encodeCursor, decodeCursor, ListReading, newId, type List } from '#platform';
import { faultsOfList } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PLANS } from '../src/plans/plans.list.js';
import { TASKS } from '../src/tasks/tasks.list.js';
import { aStay, Hospital } from './hospital.js';

describe('the lists of follow-up', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
    const stays = [aStay(), aStay(), aStay()];
    for (const stay of stays) await hospital.discharge(stay);
    for (const stay of stays) await hospital.planOf(stay);
  });
  afterAll(() => hospital.close());

  it('ADR 46: can be sorted by every field they name, and filtered by each with every operator', async () => {
    expect(await faultsOfList(hospital.nurse(), '/follow-up/tasks', TASKS)).toEqual([]);
    expect(await faultsOfList(hospital.nurse(), '/follow-up/plans', PLANS)).toEqual([]);
  }, 180_000);

  async function planFor(list: List, table: string, asked: { filter?: string; cursor?: string }): Promise<string> {
    const reading = new ListReading(list, { limit: 50, ...asked });
    const values: unknown[] = [];
    const where = ['true', ...reading.conditions(bindTo(values))].join(' AND ');
    const rows: Record<string, string>[] = await hospital.service.source.query(
      `EXPLAIN SELECT * FROM ${table} WHERE ${where} ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`,
      values,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  /** The cursor behind the first page of a list with more rows than one. */
  async function cursorOf(path: string, filter?: string): Promise<string> {
    const query = { limit: 1, ...(filter === undefined ? {} : { filter }) };
    const { body } = await hospital.nurse().get(path).query(query).expect(200);
    const cursor = body.nextCursor as string;
    expect(encodeCursor(decodeCursor(cursor))).toBe(cursor);
    return cursor;
  }

  it('ADR 46: the default orders of thirty thousand tasks are read from their indexes, behind a cursor too', async () => {
    const { source } = hospital.service;
    await source.query(
      `INSERT INTO task (id, patient_id, encounter_id, kind, step, name_zh, name_en, status, opens_on, version)
       SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'in-hospital-care', 'care', 'x', 'x',
              CASE WHEN n % 20 = 0 THEN 'open' ELSE 'cancelled' END, date '2024-01-01' + n % 700, 1
         FROM generate_series(1, 30000) n`,
    );
    await source.query(
      `INSERT INTO plan (id, patient_id, encounter_id, discharge_number, protocol_code, protocol_version, status,
                         anchored_at, anchored_on, left_at, left_on, created_at, version)
       SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, protocol_code, protocol_version, 'active', at,
              at::date, at, at::date, at, 1
         FROM (SELECT *, anchored_at - n * interval '1 minute' AS at
                 FROM (SELECT * FROM plan LIMIT 1) one, generate_series(1, 10000) n) many`,
    );
    await source.query('ANALYZE task; ANALYZE plan');
    const open = `status eq 'open'`;
    const plans = [
      [await planFor(TASKS, 'task', {}), 'task_list'],
      [await planFor(TASKS, 'task', { cursor: await cursorOf('/follow-up/tasks') }), 'task_list'],
      [await planFor(TASKS, 'task', { filter: open }), 'task_open'],
      [await planFor(TASKS, 'task', { filter: open, cursor: await cursorOf('/follow-up/tasks', open) }), 'task_open'],
      [await planFor(PLANS, 'plan', {}), 'plan_list'],
      [await planFor(PLANS, 'plan', { cursor: await cursorOf('/follow-up/plans') }), 'plan_list'],
      [await planFor(PLANS, 'plan', { filter: `encounterId eq '${newId()}'` }), 'plan_begun'],
    ];
    for (const [plan, index] of plans) {
      expect(plan).toContain(`using ${index}`);
      if (index !== 'plan_begun') expect(plan).not.toContain('Sort');
    }
  }, 180_000);
});
