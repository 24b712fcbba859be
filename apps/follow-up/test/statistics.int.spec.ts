import { newId } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowUpStatistics } from '../src/statistics/statistics.dto.js';
import { aStay, Hospital, type Stay } from './hospital.js';

/** A task as the tables have it, of a plan or of none. */
interface TaskRow extends Stay {
  kind?: string;
  status: 'open' | 'done' | 'lapsed' | 'cancelled' | 'planned';
  dueOn: string;
  /** Of what is no longer open. */
  closedAt?: string;
  outcome?: string;
  nurse?: string;
  /** The contact that stood for it. */
  joinedTo?: string;
}

describe('the figures of follow-up', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
    await hospital.service.clock.set('2026-11-22T12:00:00+08:00');
  });
  afterAll(() => hospital.close());

  const manager = () => hospital.service.api('centre-manager');
  async function figures(from: string, to: string, more: Record<string, string> = {}): Promise<FollowUpStatistics> {
    const { body } = await manager()
      .get('/follow-up/statistics')
      .query({ from, to, ...more })
      .expect(200);
    return body;
  }

  async function put(task: TaskRow): Promise<void> {
    const { closedAt = null, nurse = null, outcome = null } = task;
    const completedAt = task.status === 'done' ? closedAt : null;
    await hospital.service.source.query(
      `INSERT INTO task (id, patient_id, encounter_id, kind, step, name_zh, name_en, status, opens_on, due_on, outcome,
                         completed_at, completed_by, completed_by_name, closed_at, joined_to, version)
       VALUES (gen_random_uuid(), $1, $2, $3, 'x', 'x', 'x', $4, $5, $5, $6, $7, $8, $8, $9, $10, 1)`,
      [
        ...[task.patientId, task.encounterId, task.kind ?? 'visit', task.status, task.dueOn, outcome],
        ...[completedAt, nurse, closedAt, task.joinedTo ?? null],
      ],
    );
  }

  const reached = (stay: Stay, at: string, more: Partial<TaskRow> = {}): TaskRow => ({
    ...stay,
    ...{ status: 'done', outcome: 'reached', dueOn: at.slice(0, 10), closedAt: at, ...more },
  });

  async function discharged(dischargedAt: string, more: object = {}, stay: Stay = aStay()): Promise<Stay> {
    await hospital.discharge(stay, { dischargedAt, departmentCode: '03.01', ...more });
    await hospital.settled();
    return stay;
  }

  it('FU-12 counts a stay once, by the hospital’s day it ended on, midnight being the new day', async () => {
    const last = await discharged('2025-01-31T23:59:59+08:00');
    const midnight = await discharged('2025-02-01T00:00:00+08:00');
    await put(reached(midnight, '2025-02-03T10:00:00+08:00'));
    await put(reached(midnight, '2025-02-10T10:00:00+08:00'));
    const january = await figures('2025-01-01', '2025-01-31');
    expect(january.whole?.followUpRate).toEqual({ numerator: 0, denominator: 1, value: 0 });
    await put(reached(last, '2025-02-01T10:00:00+08:00'));
    const both = await figures('2025-01-31', '2025-02-01');
    expect(both.whole?.followUpRate).toEqual({ numerator: 2, denominator: 2, value: 1 });
  });

  it('FU-12 counts neither a death, nor a discharge taken back, nor an outpatient among the discharges', async () => {
    await discharged('2025-03-05T10:00:00+08:00', { deceased: true });
    await discharged('2025-03-05T10:00:00+08:00', { class: 'outpatient' });
    const takenBack = await discharged('2025-03-05T10:00:00+08:00');
    await hospital.cancelDischarge(takenBack);
    await hospital.settled();
    const nobody = await figures('2025-03-01', '2025-03-31');
    expect(nobody.whole?.followUpRate).toEqual({ numerator: 0, denominator: 0, value: null });
    await discharged('2025-03-06T10:00:00+08:00', { dischargeNumber: 2 }, takenBack);
    expect((await figures('2025-03-01', '2025-03-31')).whole?.followUpRate?.denominator).toBe(1);
  });

  it('FU-12 takes for a follow-up only a contact after the discharge that reached the patient', async () => {
    const stay = await discharged('2025-04-05T10:00:00+08:00');
    await put(reached(stay, '2025-04-05T09:59:59+08:00'));
    await put(reached(stay, '2025-04-06T10:00:00+08:00', { outcome: 'no-answer' }));
    await put(reached(stay, '2025-04-06T10:00:00+08:00', { kind: 'in-hospital-care' }));
    expect((await figures('2025-04-01', '2025-04-30')).whole?.followUpRate?.numerator).toBe(0);
    await put(reached(stay, '2025-04-05T10:00:00+08:00'));
    expect((await figures('2025-04-01', '2025-04-30')).whole?.followUpRate?.numerator).toBe(1);
  });

  it('FU-12 divides tasks done by tasks due; cancelled and paused ones were not due', async () => {
    const stay = aStay();
    const dueOn = '2023-05-10';
    await put(reached(stay, '2023-05-10T10:00:00+08:00', { nurse: 'nurse-1' }));
    await put(reached(stay, '2023-05-09T10:00:00+08:00', { dueOn, outcome: 'no-answer', nurse: 'nurse-2' }));
    await put({ ...stay, status: 'open', dueOn });
    await put({ ...stay, status: 'lapsed', dueOn, closedAt: '2023-05-18T00:00:00+08:00' });
    await put({ ...stay, status: 'cancelled', dueOn, closedAt: '2023-05-01T00:00:00+08:00' });
    await put({ ...stay, status: 'planned', dueOn });
    const { whole, groups } = await figures('2023-05-01', '2023-05-31', { by: 'nurse' });
    expect(whole).toMatchObject({
      taskCompletion: { numerator: 2, denominator: 4, value: 0.5 },
      overdue: { numerator: 1, denominator: 4 },
      lapsed: { numerator: 1, denominator: 4 },
      reachRate: { numerator: 1, denominator: 2, value: 0.5 },
    });
    expect(
      groups.map(({ key, taskCompletion, followUpRate }) => [key, taskCompletion.numerator, followUpRate]),
    ).toEqual([
      ['nurse-1', 1, null],
      ['nurse-2', 1, null],
      [null, 0, null],
    ]);
  });

  it('FU-12 what is due today is not overdue before tomorrow', async () => {
    await put({ ...aStay(), status: 'open', dueOn: '2026-11-22' });
    await put({ ...aStay(), status: 'open', dueOn: '2026-11-21' });
    const { whole } = await figures('2026-11-21', '2026-11-30');
    expect(whole).toMatchObject({ to: '2026-11-22', overdue: { numerator: 1, denominator: 2 } });
  });

  it('FU-12 counts merged records as one person, in contacts and in the time between them', async () => {
    const [one, other] = [aStay(), aStay()];
    await put(reached(one, '2025-06-01T10:00:00+08:00'));
    await put(reached(other, '2025-06-08T22:00:00+08:00', { kind: 'call-back' }));
    const before = await figures('2025-06-01', '2025-06-30');
    expect(before.whole).toMatchObject({
      contactsPerPatient: { numerator: 2, denominator: 2, value: 1 },
      contactInterval: { numerator: 0, denominator: 0, value: null },
    });
    await hospital.merge(one.patientId, other.patientId);
    await hospital.settled();
    const { whole, groups } = await figures('2025-06-01', '2025-06-30', { by: 'kind' });
    expect(whole).toMatchObject({
      contactsPerPatient: { numerator: 2, denominator: 1, value: 2 },
      contactInterval: { numerator: 7.5, denominator: 1, value: 7.5 },
    });
    expect(groups.map(({ key, contactInterval }) => [key, contactInterval.value])).toEqual([
      ['after-problem', null],
      ['after-service', null],
    ]);
  });

  it('FU-3 FU-12 takes a call that stood for two tasks for one contact and one task, made or not', async () => {
    const stay = aStay();
    await put(reached(stay, '2022-06-01T10:00:00+08:00'));
    await put(reached(stay, '2022-06-01T10:00:00+08:00', { joinedTo: newId() }));
    const other = aStay();
    await put({ ...other, status: 'open', dueOn: '2022-06-02' });
    await put({ ...other, status: 'planned', dueOn: '2022-06-02', joinedTo: newId() });
    expect((await figures('2022-06-01', '2022-06-30')).whole).toMatchObject({
      taskCompletion: { numerator: 1, denominator: 2, value: 0.5 },
      reachRate: { numerator: 1, denominator: 1 },
      contactsPerPatient: { numerator: 1, denominator: 1 },
    });
  });

  it('FU-12 counts a stay once in all and once for each protocol it had', async () => {
    const stay = await discharged('2025-07-05T10:00:00+08:00', { departmentCode: '04.01', departmentName: '普外' });
    await put(reached(stay, '2025-07-06T10:00:00+08:00'));
    const byProtocol = await figures('2025-07-01', '2025-07-31', { by: 'protocol' });
    const rates = byProtocol.groups.filter(({ followUpRate }) => followUpRate?.denominator === 1);
    expect(rates.map(({ key }) => key)).toEqual(['discharge-default']);
    expect(byProtocol.whole?.followUpRate).toEqual({ numerator: 1, denominator: 1, value: 1 });
    const { groups } = await figures('2025-07-01', '2025-07-31', { by: 'department' });
    expect(groups).toMatchObject([{ key: '04.01', name: '普外', followUpRate: { value: 1 } }]);
  });

  it('rules.md: the month before is counted for the same days and until as long after them', async () => {
    await hospital.service.clock.set('2025-09-10T12:00:00+08:00');
    const dueOn = '2025-08-10';
    await put(reached(aStay(), '2025-08-10T20:00:00+08:00', { dueOn }));
    await put(reached(aStay(), '2025-08-11T00:00:00+08:00', { dueOn }));
    await put(reached(aStay(), '2025-08-11T10:00:00+08:00'));
    const { compared } = await figures('2025-09-01', '2025-09-30', { comparedWith: 'previous-period' });
    expect(compared).toMatchObject({
      ...{ from: '2025-08-01', to: '2025-08-10', countedTo: '2025-08-10' },
      taskCompletion: { numerator: 1, denominator: 2 },
      contactsPerPatient: { numerator: 1, denominator: 1 },
    });
    await hospital.service.clock.set('2026-11-22T12:00:00+08:00');
  });

  it('FU-12 has no figures for what has not begun, and refuses periods that are none', async () => {
    expect((await figures('2026-12-01', '2026-12-31', { by: 'kind' })).whole).toBeNull();
    const refused = [
      { from: '2026-11-02', to: '2026-11-01' },
      { from: '2024-01-01', to: '2025-01-01' },
      { from: '2026-02-30', to: '2026-03-01' },
      { from: '2026-11-01', to: '2026-11-02', by: 'patient' },
    ];
    for (const query of refused) await manager().get('/follow-up/statistics').query(query).expect(400);
    await hospital.nurse().get('/follow-up/statistics').query({ from: '2026-11-01', to: '2026-11-02' }).expect(403);
  });

  it('FU-12 reads a month of thirty thousand tasks from indexes', async () => {
    const { source } = hospital.service;
    await source.query(
      `INSERT INTO task (id, patient_id, encounter_id, kind, step, name_zh, name_en, status, opens_on, due_on, outcome,
                         completed_at, version)
       SELECT gen_random_uuid(), $1, gen_random_uuid(), 'visit', 'x', 'x', 'x', 'done', day, day, 'reached', day, 1
         FROM (SELECT date '2010-01-01' + n % 3000 AS day FROM generate_series(1, 30000) n) made`,
      [newId()],
    );
    await source.query('ANALYZE task');
    const { dueTasks, contacts, stays } = await import('../src/statistics/figures.sql.js');
    const plans: [string, unknown[]][] = [
      [dueTasks(undefined), ['2012-01-01', '2012-01-31', '2012-02-01', '2012-02-02']],
      [contacts('department'), ['2012-01-01', '2012-02-01']],
      [stays('department'), ['2012-01-01', '2012-02-01', '2012-02-02']],
    ];
    for (const [sql, values] of plans) {
      const rows: Record<string, string>[] = await source.query(`EXPLAIN ${sql}`, values);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan on task');
    }
  });
});
