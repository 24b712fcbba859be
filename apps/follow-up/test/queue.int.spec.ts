import { eventually, type Api } from '#testing';
import { newId } from '#platform';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { topOf } from '../src/desk/queue.js';
import { FollowUpConfig } from '../src/follow-up.config.js';
import { Desk } from './desk.js';

const DAY = '2026-03-02';

describe("the nurses' queue", () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.at(`${DAY}T10:00:00+08:00`));
  afterEach(() => desk.clear());

  const soon = (day: string) => new Date(`${day}T12:00:00+08:00`);
  const handed = async (api: Api) => (await desk.next(api)).task?.id;

  it('FU-7 hands out urgent tasks first, then by due date', async () => {
    const later = await desk.task({ dueAt: soon('2026-03-05') });
    const overdue = await desk.task({ dueAt: soon('2026-02-20'), lapsesOn: '2026-03-20' });
    const urgent = await desk.task({ dueAt: soon('2026-03-06'), kind: 'call-back' });
    const order = [];
    for (let turn = 0; turn < 3; turn++) order.push(await handed(await desk.signedIn(newId())));
    expect(order).toEqual([urgent.id, overdue.id, later.id]);
    expect(await desk.next(await desk.signedIn(newId()))).toEqual({
      task: null,
      because: 'nothing-waiting',
      resumesAt: null,
    });
  });

  it('FU-7 gives a nurse the task in her hand again until she is done with it', async () => {
    await desk.task();
    await desk.task();
    const nurse = await desk.signedIn(newId());
    const first = await desk.next(nurse);
    await desk.service.clock.advance({ minutes: 20 });
    const [again, atOnce] = await Promise.all([desk.next(nurse), desk.next(nurse)]);
    expect([again.task.id, atOnce.task.id]).toEqual([first.task.id, first.task.id]);
    expect(Date.parse(again.task.claimedUntil)).toBeGreaterThan(Date.parse(first.task.claimedUntil));
    await desk.attempt(nurse, first.task, { outcome: 'reached' }).expect(201);
    expect(await handed(nurse)).not.toBe(first.task.id);
  });

  it('FU-7 asking again and again keeps a task for two hours, no longer', async () => {
    const task = await desk.task();
    const nurse = await desk.signedIn(newId());
    for (let minutes = 0; minutes <= 100; minutes += 25) {
      expect(await handed(nurse)).toBe(task.id);
      await desk.service.clock.advance({ minutes: 25 });
    }
    await eventually(async () => expect(await handed(await desk.signedIn(newId()))).toBe(task.id));
  });

  it('FU-7 quiet hours end what is in hand, except urgent calls', async () => {
    await desk.at(`${DAY}T20:50:00+08:00`);
    const nurse = await desk.signedIn(newId());
    const routine = await desk.task({ lapsesOn: '2026-03-20' });
    expect(await handed(nurse)).toBe(routine.id);
    await desk.at(`${DAY}T21:00:01+08:00`);
    expect(await desk.next(nurse)).toMatchObject({ task: null, because: 'quiet-hours' });
    const urgent = await desk.task({ kind: 'pain' });
    expect(await handed(nurse)).toBe(urgent.id);
    expect(await handed(nurse)).toBe(urgent.id);
    await desk.at('2026-03-03T08:00:01+08:00');
    const others = [await handed(await desk.signedIn(newId())), await handed(await desk.signedIn(newId()))];
    expect(others).toEqual([urgent.id, routine.id]);
  });

  it('FU-7 asking is a sign of life for all a nurse has in hand', async () => {
    const config = desk.service.app.get(FollowUpConfig);
    config.claimsPerNurse = 2;
    try {
      const nurse = await desk.signedIn(newId());
      const first = await desk.task();
      await desk.task();
      expect(await handed(nurse)).toBe(first.id);
      await handed(nurse);
      await desk.service.clock.advance({ minutes: 20 });
      expect(await handed(nurse)).toBe(first.id);
      const until = await desk.rows<{ claimed_until: Date }>(
        'SELECT claimed_until FROM task WHERE claimed_by IS NOT NULL',
      );
      const leases = until.map((row) => row.claimed_until.getTime() - desk.service.clock.now().getTime());
      expect(leases).toHaveLength(2);
      for (const lease of leases) expect(lease).toBeGreaterThan(29 * 60_000);
    } finally {
      config.claimsPerNurse = 1;
    }
  });

  it('FU-7 gives a nurse only what she has the skill for, by the newest word of staff', async () => {
    const wound = await desk.task({ skill: 'wound-care' });
    const plain = await desk.task({ dueAt: soon('2026-03-09') });
    const stranger = await desk.signedIn(newId());
    expect(await handed(stranger)).toBe(plain.id);
    const nurse = await desk.nurse('diabetes', 'wound-care');
    expect(await handed(nurse.api)).toBe(wound.id);
    await desk.attempt(nurse.api, wound, { outcome: 'reached' }).expect(201);
    await desk.task({ skill: 'wound-care' });
    await desk.member(nurse.memberId, { skills: ['diabetes'], version: 2 });
    await eventually(async () =>
      expect(await desk.rows('SELECT 1 FROM known_member WHERE id = $1 AND version = 2', nurse.memberId)).toHaveLength(
        1,
      ),
    );
    expect(await handed(nurse.api)).toBeUndefined();
  });

  it('FU-7 a nurse who leaves loses her skills, and older words of staff change nothing', async () => {
    const nurse = await desk.nurse('wound-care');
    await desk.task({ skill: 'wound-care' });
    await desk.member(nurse.memberId, { skills: ['wound-care'], active: false, version: 3 });
    await desk.member(nurse.memberId, { skills: ['wound-care'], version: 2 });
    const marker = newId();
    await desk.member(marker, {});
    await eventually(async () =>
      expect(await desk.rows('SELECT 1 FROM known_member WHERE id = $1', marker)).toHaveLength(1),
    );
    expect(await handed(nurse.api)).toBeUndefined();
  });

  it('FU-7 hands out calls only: no letters, messages, forms or bedside care', async () => {
    for (const mode of ['letter', 'message', 'form'] as const) await desk.task({ mode });
    await desk.task({ kind: 'in-hospital-care' });
    expect(await handed(await desk.signedIn(newId()))).toBeUndefined();
  });

  it('FU-7 50 nurses at once on 500 tasks: each task goes to exactly one', async () => {
    const rows = Array.from({ length: 500 }, () => ({ id: newId(), patient: newId() }));
    await desk.rows(
      `INSERT INTO task (id, patient_id, kind, step, name_zh, name_en, status, opens_on, due_on, version)
       SELECT id, patient, 'visit', 'visit', '电话回访', 'Call', 'open', $3, $3, 1
         FROM unnest($1::uuid[], $2::uuid[]) AS t (id, patient)`,
      rows.map(({ id }) => id),
      rows.map(({ patient }) => patient),
      DAY,
    );
    const got: string[] = [];
    const work = async () => {
      const api = await desk.signedIn(newId());
      for (let turn = 0; turn < 10; turn++) {
        const { task } = await desk.next(api);
        got.push(task?.id ?? 'none');
        await desk.rows(`UPDATE task SET status = 'cancelled', claimed_by = NULL WHERE id = $1`, task?.id);
      }
    };
    await Promise.all(Array.from({ length: 50 }, work));
    expect(new Set(got).size).toBe(500);
    expect(got).not.toContain('none');
  }, 120_000);

  it('FU-7 a nurse whose browser died loses the task when its time is over, and another gets it', async () => {
    const task = await desk.task();
    const [first, second] = [await desk.signedIn(newId()), await desk.signedIn(newId())];
    expect(await handed(first)).toBe(task.id);
    await desk.service.clock.advance({ minutes: 29 });
    expect(await handed(second)).toBeUndefined();
    await desk.service.clock.advance({ minutes: 2 });
    await eventually(async () => expect(await handed(second)).toBe(task.id));
    await desk.attempt(second, task, { outcome: 'reached' }).expect(201);
  });

  it('ADR 86 the end of a nurse’s time takes the task out of no other hand', async () => {
    const task = await desk.task();
    const [first, second] = [await desk.signedIn(newId()), await desk.signedIn(newId())];
    expect(await handed(first)).toBe(task.id);
    await desk.service.clock.advance({ minutes: 31 });
    const taken = await desk.next(second);
    expect(taken.task.id).toBe(task.id);
    const leases = () =>
      desk.rows<{ held: boolean }>(
        `SELECT account_id = $2 AS held FROM task_hand_out WHERE task_id = $1 AND lease_until IS NOT NULL`,
        task.id,
        taken.task.claimedBy,
      );
    await eventually(async () => expect(await leases()).toEqual([{ held: true }]));
    expect(await handed(await desk.signedIn(newId()))).toBeUndefined();
    await desk.service.clock.advance({ minutes: 31 });
    const free = 'SELECT claimed_by, claimed_until FROM task WHERE id = $1';
    await eventually(async () =>
      expect(await desk.rows(free, task.id)).toEqual([{ claimed_by: null, claimed_until: null }]),
    );
  });

  it('ADR 86 no index of the task has a column that a claim changes', async () => {
    const indexes = await desk.rows<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'task'`,
    );
    expect(indexes.map(({ name }) => name)).toContain('task_queue');
    expect(indexes.filter(({ definition }) => /claimed_|given_back_by/.test(definition))).toEqual([]);
  });

  it('FU-7 who called although her time was over may still say what came of it, unless another has it', async () => {
    const task = await desk.task();
    const nurse = await desk.signedIn(newId());
    expect(await handed(nurse)).toBe(task.id);
    await desk.service.clock.advance({ minutes: 31 });
    await desk.attempt(nurse, task, { outcome: 'reached' }).expect(201);
  });

  it('FU-7 a task given back goes to somebody else, with the reason in the audit', async () => {
    const task = await desk.task();
    const [first, second] = [await desk.signedIn(newId()), await desk.signedIn(newId())];
    const release = (api: Api) =>
      api.post(`/follow-up/tasks/${task.id}/release`).send({ reason: 'not-my-skill', note: '患者讲粤语' });
    const { body } = await release(first).expect(409);
    expect(body).toMatchObject({ code: 'task-not-in-hand' });
    expect(await handed(first)).toBe(task.id);
    await release(second).expect(409);
    await release(first).expect(200);
    const other = await desk.task({ dueAt: soon('2026-03-09') });
    expect(await handed(first)).toBe(other.id);
    expect(await handed(second)).toBe(task.id);
    const [entry] = await desk.rows(
      `SELECT reason, changes FROM audit_entry WHERE $1 = ANY (subject_ids) AND path LIKE '%release' AND status = 200`,
      task.patientId,
    );
    expect(entry).toMatchObject({ reason: 'not-my-skill', changes: [{ after: { note: '患者讲粤语' } }] });
  });

  it('FU-7 the only nurse of the night gets the pain call again that she gave back', async () => {
    await desk.at(`${DAY}T23:00:00+08:00`);
    const task = await desk.task({ kind: 'pain' });
    const nurse = await desk.signedIn(newId());
    expect(await handed(nurse)).toBe(task.id);
    await nurse.post(`/follow-up/tasks/${task.id}/release`).send({ reason: 'interrupted' }).expect(200);
    expect(await handed(nurse)).toBe(task.id);
  });

  it.each([
    ['20:59:00', true],
    ['21:00:00', false],
    ['07:59:00', false],
    ['08:00:00', true],
  ])('FU-7 at %s routine calls go out: %s; urgent ones always do', async (time, goesOut) => {
    const routine = await desk.task();
    await desk.at(`${DAY}T${time}+08:00`);
    const answer = await desk.next(await desk.signedIn(newId()));
    if (goesOut) expect(answer.task.id).toBe(routine.id);
    else
      expect(answer).toMatchObject({
        task: null,
        because: 'quiet-hours',
        resumesAt: expect.stringContaining('T00:00:00'),
      });
    const urgent = await desk.task({ kind: 'green-channel' });
    expect(await handed(await desk.signedIn(newId()))).toBe(urgent.id);
  });

  it('FU-7 on a public holiday routine calls rest, and promised ones do not', async () => {
    await desk.task({ lapsesOn: '2026-12-31' });
    const promised = await desk.task({ lapsesOn: '2026-12-31' });
    const nurse = await desk.signedIn(newId());
    await desk
      .attempt(nurse, promised, { outcome: 'call-later', callLaterAt: '2026-05-01T15:00:00+08:00' })
      .expect(201);
    await desk.at('2026-05-01T14:00:00+08:00');
    expect(await desk.next(nurse)).toMatchObject({ because: 'holiday', resumesAt: '2026-05-06T00:00:00.000Z' });
    await desk.at('2026-05-01T15:01:00+08:00');
    expect(await handed(await desk.signedIn(newId()))).toBe(promised.id);
  });

  it('FU-7 in a year whose holidays nobody knows routine calls stop loudly, and urgent ones go on', async () => {
    await desk.task({ lapsesOn: null });
    await desk.at('2039-03-02T10:00:00+08:00');
    const nurse = await desk.signedIn(newId());
    const { body } = await nurse.post('/follow-up/tasks/next').send({}).expect(409);
    expect(body).toMatchObject({ code: 'calendar-unknown', year: 2039 });
    const urgent = await desk.task({ kind: 'call-back' });
    expect(await handed(nurse)).toBe(urgent.id);
  });

  it('FU-7 keeps the times that patients declared, under any of their ids, and goes on with the next patient', async () => {
    const [survivor, retired] = [newId(), newId()];
    const first = await desk.task({ patientId: survivor });
    const second = await desk.task({ dueAt: soon('2026-03-08') });
    const nurse = await desk.signedIn(newId());
    const notAt = [{ weekdays: [1], from: '09:00', until: '11:00' }];
    await nurse.put(`/follow-up/people/${retired}/contact-times`).send({ notAt }).expect(200);
    await desk.hospital.merge(survivor, retired);
    await desk.hospital.settled();
    expect((await nurse.get(`/follow-up/people/${survivor}/contact-times`).expect(200)).body).toMatchObject({ notAt });
    expect(await handed(nurse)).toBe(second.id);
    expect(await handed(await desk.signedIn(newId()))).toBeUndefined();
    await desk.at(`${DAY}T11:00:01+08:00`);
    expect(await handed(await desk.signedIn(newId()))).toBe(first.id);
  });

  it('FU-7 goes on behind all patients who are not to be called now, and never says that nothing waits', async () => {
    const nurse = await desk.signedIn(newId());
    const put = Array.from({ length: 120 }, () => ({ id: newId(), patient: newId() }));
    const columns = [put.map(({ id }) => id), put.map(({ patient }) => patient)];
    await desk.rows(
      `WITH wish AS (
         INSERT INTO contact_times (patient_id, declared, noted_at)
         SELECT patient, '[{"weekdays": [1], "from": 540, "until": 660}]', $3::timestamptz FROM unnest($1::uuid[]) AS w (patient))
       INSERT INTO task (id, patient_id, kind, step, name_zh, name_en, status, opens_on, due_on, version)
       SELECT id, patient, 'visit', 'visit', '电话回访', 'Call', 'open', $4, $4, 1
         FROM unnest($2::uuid[], $1::uuid[]) AS t (id, patient)`,
      columns[1],
      columns[0],
      soon(DAY),
      DAY,
    );
    const last = await desk.task({ dueAt: soon('2026-03-08') });
    const answer = await desk.next(nurse);
    expect(answer).toMatchObject({ task: null, because: 'ask-again' });
    expect(await handed(nurse)).toBe(last.id);
    await desk.at(`${DAY}T11:00:01+08:00`);
    await desk.attempt(nurse, last, { outcome: 'reached' }).expect(201);
    expect(put.map(({ id }) => id)).toContain(await handed(nurse));
  });

  it('FU-4 a pain call that the night desk did not make is anybody’s by day, and its other work is not', async () => {
    const config = desk.service.app.get(FollowUpConfig);
    config.nightDeskSkill = 'night-desk';
    try {
      await desk.at(`${DAY}T05:00:00+08:00`);
      const routine = await desk.task({ skill: 'night-desk', lapsesOn: '2026-03-20' });
      const pain = await desk.task({ kind: 'pain', skill: 'night-desk' });
      const stranger = await desk.signedIn(newId());
      expect(await handed(stranger)).toBeUndefined();
      await desk.at(`${DAY}T08:00:01+08:00`);
      expect(await handed(stranger)).toBe(pain.id);
      expect(await handed(await desk.signedIn(newId()))).toBeUndefined();
      expect(await handed((await desk.nurse('night-desk')).api)).toBe(routine.id);
    } finally {
      config.nightDeskSkill = '';
    }
  });

  it.each([
    [[{ weekdays: [1], from: '14:00', until: '12:00' }], 'not-after-from'],
    [[{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' }], 'no-hour-left'],
    [[{ weekdays: [8], from: '00:00', until: '24:00' }], 'max'],
  ])('FU-7 refuses the declared times %j: %s', async (notAt) => {
    const nurse = await desk.signedIn(newId());
    await nurse.put(`/follow-up/people/${newId()}/contact-times`).send({ notAt }).expect(400);
  });

  it('FU-7 reads the queue by its index, whatever else is in it', async () => {
    const plan = await explained(desk);
    expect(plan).toMatch(/Index (Only )?Scan using task_queue/);
    expect(plan).toMatch(/Index Cond: .*<= queue.rank/);
    expect(plan).not.toContain('Sort Key: (CASE');
  });
});

async function explained(desk: Desk): Promise<string> {
  return desk.service.source.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    await tx.query('SET LOCAL enable_bitmapscan = off');
    const plan: Record<string, string>[] = await tx.query(`EXPLAIN ${topOf(16)}`, [
      [''],
      [''],
      new Date(),
      'x',
      [1],
      [false],
    ]);
    return plan.map((line) => line['QUERY PLAN']).join('\n');
  });
}
