import { CalendarNotedV1, TaskCompletedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, scrape, type Api } from '#testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Desk, type TestNurse } from './desk.js';

describe('dealing follow-up tasks', () => {
  let desk: Desk;
  let manager: Api;
  let plain: TestNurse;
  let wound: TestNurse;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.at('2026-03-02T10:00:00+08:00');
    manager = desk.service.api('centre-manager');
    plain = await desk.nurse();
    wound = await desk.nurse('wound-care');
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.at('2026-03-02T10:00:00+08:00'));
  afterEach(() => desk.clear());

  const dueAt = (day: string) => ({ dueAt: new Date(`${day}T12:00:00+08:00`), lapsesOn: '2026-03-30' });
  const deal = async (body: object = {}) => (await manager.post('/follow-up/tasks/deal').send(body).expect(200)).body;
  const reassign = async (nurse: TestNurse, body: object) =>
    (await manager.post(`/follow-up/nurses/${nurse.accountId}/reassign`).send(body).expect(200)).body;
  const mine = async (nurse: TestNurse, query: Record<string, string> = {}) => {
    const { body } = await nurse.api
      .get('/follow-up/tasks')
      .query({ assignedTo: 'me', filter: `status eq 'open'`, ...query })
      .expect(200);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it('FU-7 deals what is due by skill and load, says why, and hands it to that nurse only', async () => {
    const special = await desk.task({ skill: 'wound-care' });
    const [first, second, third] = [await desk.task(), await desk.task(), await desk.task()];
    await desk.task({ skill: 'diabetes' });
    const later = await desk.task(dueAt('2026-03-20'));
    const preview = await deal({ preview: true });
    expect(preview).toMatchObject({ preview: true, dealt: 4, left: [{ skill: 'diabetes', count: 1 }] });
    expect(await mine(wound)).toEqual([]);
    const dealt = await deal();
    expect({ ...dealt, preview: true }).toEqual(preview);
    expect(dealt.reasons[0]).toEqual({ taskId: special.id, nurseId: wound.accountId, load: 0, able: 1 });
    expect(await mine(wound)).toHaveLength(2);
    expect(await mine(plain)).toHaveLength(2);
    expect([first.id, second.id, third.id]).toContain((await desk.next(plain.api)).task.id);
    // What nobody has the skill for takes nobody else's place.
    const further = await deal({ dueUntil: '2026-03-20', most: 1 });
    expect(further).toMatchObject({ dealt: 1, left: [{ skill: 'diabetes', count: 1 }] });
    const [entry] = await desk.rows(
      `SELECT changes FROM audit_entry WHERE path LIKE '%deal' AND status = 200 ORDER BY at DESC, id DESC LIMIT 1`,
    );
    const [{ nurseId, added }] = further.shares;
    expect(entry).toMatchObject({ changes: [{ after: { dealt: 1, shares: [{ nurseId, added }] } }] });
    const { body } = await manager.get(`/follow-up/tasks/${later.id}`).expect(200);
    expect([plain.accountId, wound.accountId]).toContain(body.assignedTo);
  });

  it('FU-7 a task dealt to one nurse is handed to no other, whatever else waits', async () => {
    const task = await desk.task();
    await deal();
    const [owner, other] = (await mine(plain)).length === 1 ? [plain, wound] : [wound, plain];
    expect((await desk.next(other.api)).task).toBeNull();
    expect((await desk.next(owner.api)).task.id).toBe(task.id);
    await owner.api.post(`/follow-up/tasks/${task.id}/release`).send({ reason: 'end-of-shift' }).expect(200);
    expect((await desk.next(other.api)).task.id).toBe(task.id);
  });

  it('FU-7 a task dealt to the nurse who gave it back is hers again, before what is due later', async () => {
    const task = await desk.task();
    expect((await desk.next(plain.api)).task.id).toBe(task.id);
    await plain.api.post(`/follow-up/tasks/${task.id}/release`).send({ reason: 'interrupted' }).expect(200);
    await desk.rows('UPDATE task SET assigned_to = $1 WHERE id = $2', wound.accountId, task.id);
    await reassign(wound, { to: plain.accountId });
    await desk.task(dueAt('2026-03-20'));
    expect((await desk.next(plain.api)).task.id).toBe(task.id);
  });

  it('FU-7 when somebody is off her tasks go to one nurse, of some days or all, or are dealt', async () => {
    const [today, tomorrow] = [await desk.task(dueAt('2026-03-02')), await desk.task(dueAt('2026-03-03'))];
    const special = await desk.task({ ...dueAt('2026-03-03'), skill: 'wound-care' });
    await desk.rows('UPDATE task SET assigned_to = $1 WHERE status = $2', wound.accountId, 'open');
    const toPlain = { to: plain.accountId, dueFrom: '2026-03-02', dueUntil: '2026-03-02' };
    expect(await reassign(wound, { ...toPlain, preview: true })).toMatchObject({ preview: true, dealt: 1 });
    expect(await mine(plain)).toEqual([]);
    expect(await reassign(wound, toPlain)).toMatchObject({ dealt: 1, left: [] });
    expect(await mine(plain)).toEqual([today.id]);
    expect(await reassign(wound, {})).toMatchObject({ dealt: 1, left: [{ skill: 'wound-care', count: 1 }] });
    expect(await mine(plain)).toEqual([today.id, tomorrow.id]);
    expect(await mine(wound)).toEqual([]);
    expect((await desk.next(wound.api)).task.id).toBe(special.id);
  });

  it('FU-7 refuses to give tasks to nobody who works here, or those of a nurse nobody knows', async () => {
    await manager.post(`/follow-up/nurses/${newId()}/reassign`).send({}).expect(404);
    const toNobody = manager.post(`/follow-up/nurses/${plain.accountId}/reassign`).send({ to: newId() });
    expect((await toNobody.expect(400)).body.errors).toMatchObject([{ field: 'to' }]);
    await manager.post('/follow-up/tasks/deal').send({ dueUntil: '2026-02-30' }).expect(400);
    await plain.api.post('/follow-up/tasks/deal').send({}).expect(403);
  });

  it('FU-7 two dealings at once deal each task once', async () => {
    for (let count = 0; count < 8; count++) await desk.task();
    const answers = await Promise.all([deal(), deal(), deal()]);
    expect(answers.reduce((sum, { dealt }) => sum + dealt, 0)).toBe(8);
    expect([(await mine(plain)).length, (await mine(wound)).length]).toEqual([4, 4]);
  });

  it("FU-7 shows a nurse her day's list and what is overdue, and the manager who has how much to do", async () => {
    const overdue = await desk.task(dueAt('2026-02-27'));
    const today = await desk.task(dueAt('2026-03-02'));
    await desk.task(dueAt('2026-03-04'));
    await desk.rows('UPDATE task SET assigned_to = $1 WHERE status = $2', plain.accountId, 'open');
    expect(await mine(plain, { filter: `status eq 'open' and day le '2026-03-02'` })).toEqual([overdue.id, today.id]);
    expect(await mine(plain, { overdue: 'true' })).toEqual([overdue.id]);
    await desk.next(plain.api);
    const { body } = await manager.get('/follow-up/nurses').expect(200);
    const nurse = body.items.find(({ id }: { id: string }) => id === plain.accountId);
    expect(nurse).toMatchObject({ name: '李护士', load: 3, overdue: 1, inHand: 1, attemptsToday: 0, onDuty: false });
    await manager.get('/follow-up/tasks?assignedTo=somebody').expect(400);
  });

  it('FU-7 a letter is sent, comes back, and closes its task with it', async () => {
    const letter = await desk.task({ mode: 'letter', lapsesOn: '2026-04-30' });
    const note = (version: number, body: object) =>
      plain.api.post(`/follow-up/tasks/${letter.id}/letter`).set('if-match', `"${version}"`).send(body);
    for (const body of [{}, { sentOn: '2026-03-03' }, { returnedOn: '2026-03-01' }, { sentOn: '2026-02-30' }]) {
      await note(1, body).expect(400);
    }
    const { body: sent } = await note(1, { sentOn: '2026-03-02' }).expect(200);
    expect(sent).toMatchObject({ status: 'open', letterSentOn: '2026-03-02', version: 2 });
    await desk.at('2026-03-12T10:00:00+08:00');
    await note(2, { returnedOn: '2026-03-01' }).expect(400);
    await note(1, { returnedOn: '2026-03-12' }).expect(412);
    const { body: returned } = await note(2, { returnedOn: '2026-03-12' }).expect(200);
    expect(returned).toMatchObject({ status: 'done', outcome: 'reached', letterReturnedOn: '2026-03-12' });
    const told = (await desk.service.events(TaskCompletedV1)).filter(({ data }) => data.taskId === letter.id);
    expect(told).toHaveLength(1);
    await note(3, { returnedOn: '2026-03-12' }).expect(409);
    const call = await desk.task();
    await plain.api
      .post(`/follow-up/tasks/${call.id}/letter`)
      .set('if-match', '"1"')
      .send({ sentOn: '2026-03-02' })
      .expect(409);
  });

  it('FU-7 calls rest on the holidays that the hospital noted with complaints (ADR 81)', async () => {
    const { body: published } = await plain.api.get('/follow-up/calendar/2026').expect(200);
    expect(published).toMatchObject({ source: 'published' });
    expect(published.holidays).toContain('2026-10-01');
    await manager.get('/follow-up/calendar/2031').expect(404);
    await manager.get('/follow-up/calendar/1999').expect(400);
    await desk.noted(2031, ['2031-03-02']);
    await desk.at('2031-03-02T10:00:00+08:00');
    expect(await desk.next(plain.api)).toMatchObject({ because: 'holiday', resumesAt: '2031-03-03T00:00:00.000Z' });
    expect((await plain.api.get('/follow-up/calendar/2031').expect(200)).body).toEqual({
      year: 2031,
      source: 'noted',
      holidays: ['2031-03-02'],
    });
  });

  it('FU-7 a corrected year counts, and an old note told again undoes nothing (ADR 81)', async () => {
    await desk.noted(2032, ['2032-01-01'], '2031-11-05T08:00:00Z');
    await desk.noted(2032, ['2032-01-02'], '2031-11-06T08:00:00Z');
    const old = { year: '2032', holidays: ['2032-01-01'], workdays: [], notedAt: '2031-11-05T08:00:00Z' };
    const { id } = await desk.service.publish(CalendarNotedV1, old);
    await eventually(async () => {
      expect(await desk.rows('SELECT 1 FROM inbox WHERE event_id = $1', id)).toHaveLength(1);
    });
    const { body } = await plain.api.get('/follow-up/calendar/2032').expect(200);
    expect(body.holidays).toEqual(['2032-01-02']);
  });

  it('FU-7 counts the queue and the attempts', async () => {
    await desk.task();
    const task = await desk.task();
    await desk.attempt(plain.api, task, { outcome: 'busy' }).expect(201);
    await desk.next(plain.api);
    const metrics = await scrape(desk.service.url);
    expect(metrics.value('hospital_follow_up_calls_in_hand')).toBe(1);
    expect(metrics.value('hospital_follow_up_calls_waiting')).toBe(1);
    expect(metrics.value('hospital_follow_up_attempts_total', { outcome: 'busy' })).toBe(1);
  });

  it('FU-7 leaves urgent tasks and promised calls to whoever is there, and deals nothing to whose shift is over', async () => {
    const urgent = await desk.task({ kind: 'pain' });
    const promised = await desk.task();
    await desk.rows('UPDATE task SET assigned_to = $1 WHERE id = $2', plain.accountId, promised.id);
    const callLaterAt = '2026-03-02T17:00:00+08:00';
    const { body } = await desk.attempt(plain.api, promised, { outcome: 'call-later', callLaterAt }).expect(201);
    expect(body.task).toMatchObject({ assignedTo: null });
    const routine = await desk.task();
    await desk.onDuty(plain.memberId, '2026-03-02T08:00:00+08:00', '2026-03-02T16:00:00+08:00');
    await desk.onDuty(wound.memberId, '2026-03-02T14:00:00+08:00', '2026-03-02T22:00:00+08:00');
    await desk.at('2026-03-02T17:00:01+08:00');
    expect(await deal()).toMatchObject({ byRoster: true, dealt: 1, shares: [{ nurseId: wound.accountId, added: 1 }] });
    const stranger = await desk.signedIn(newId());
    for (const { id } of [urgent, promised]) {
      const { task } = await desk.next(stranger);
      expect(task.id).toBe(id);
      await desk.attempt(stranger, task, { outcome: 'reached' }).expect(201);
    }
    expect((await desk.next(wound.api)).task.id).toBe(routine.id);
    await desk.rows('DELETE FROM known_shift');
  });

  it('FU-7 deals to those on duty only, once the roster names a nurse', async () => {
    await desk.onDuty(plain.memberId, '2026-03-02T08:00:00+08:00', '2026-03-02T18:00:00+08:00');
    for (let count = 0; count < 4; count++) await desk.task();
    expect(await deal()).toMatchObject({ byRoster: true, dealt: 4, shares: [{ nurseId: plain.accountId, added: 4 }] });
  });
});
