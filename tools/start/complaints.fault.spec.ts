import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually, TestHospital } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';
import { DEMO_USERS } from './demo-users.js';

const PATIENCE = { timeout: 60_000 };
const LONG = 240_000;

/** CP-4, CP-5 and CP-6 with real processes and real kills, through the services' own doors. */
describe('vouchers, calls after complaints and patrols, when a service dies between two lines', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-complaints-'));
  const killPoint = join(directory, 'kill-point');
  let hospital: TestHospital;
  let [agent, nurse] = ['', ''];

  beforeAll(async () => {
    const preload = pathToFileURL(join(projectRoot(), 'dist', 'libs', 'testing', 'src', 'kill-point.js')).href;
    hospital = await TestHospital.open({ NODE_OPTIONS: `--import ${preload}`, KILL_POINT_FILE: killPoint });
  }, 120_000);
  // Tokens are short-lived, and a machine may be slow.
  beforeEach(async () => {
    [agent, nurse] = [await tokenOf('agent'), await tokenOf('nurse')];
  }, 60_000);
  afterAll(async () => {
    await hospital.close();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  async function tokenOf(user: 'agent' | 'nurse'): Promise<string> {
    const { username, password } = DEMO_USERS[user];
    const answer = await fetch(`${hospital.stack.urls['gateway']}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    return ((await answer.json()) as { accessToken: string }).accessToken;
  }

  const post = (path: string, body: object, headers: Record<string, string> = {}, token = agent) =>
    fetch(`${hospital.stack.urls[path.split('/', 1)[0] ?? '']}/${path}`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...{ 'idempotency-key': randomUUID(), ...headers },
      },
      body: JSON.stringify(body),
    });
  /** As whoever got no answer: asked until there is one, each time anew. */
  const until = (path: string, body: object) =>
    eventually(async () => expect((await post(path, body)).status).toBe(200), PATIENCE);
  const countOf = async (service: string, sql: string, values: unknown[] = []) =>
    Number((await hospital.rows<{ count: string }>(service, `SELECT count(*) ${sql}`, values))[0]?.count);
  const told = (service: string, subject: string, field: string, id: string) =>
    countOf(service, `FROM outbox WHERE subject = $1 AND event -> 'data' ->> $2 = $3`, [subject, field, id]);
  const toDieAt = (wish: string) => writeFileSync(killPoint, wish);
  const died = () => eventually(() => expect(existsSync(killPoint)).toBe(false), PATIENCE);

  async function issued(): Promise<{ id: string; code: string }> {
    const answer = await post('complaints/vouchers', { typeCode: 'priority-appointment', source: 'event' });
    expect(answer.status).toBe(201);
    return (await answer.json()) as { id: string; code: string };
  }
  const statusOf = async (id: string) =>
    (await hospital.rows<{ status: string }>('complaints', 'SELECT status FROM voucher WHERE id = $1', [id]))[0]
      ?.status;
  const voucherTold = (id: string, what: string) =>
    told('complaints', `complaints.voucher.${what}.v1`, 'voucherId', id);

  it.each([
    ['voucher.changed', 'issued'],
    ['idempotency.committed', 'redeemed'],
  ])(
    'CP-5 at %s: a voucher is redeemed once, and the desk that got no answer learns so',
    async (point, standing) => {
      const { id, code } = await issued();
      const key = { 'idempotency-key': randomUUID() };
      toDieAt(`complaints ${point} 1`);
      await expect(post('complaints/vouchers/redemptions', { code }, key)).rejects.toThrow();
      expect(existsSync(killPoint)).toBe(false);
      expect(await statusOf(id)).toBe(standing);
      const answer = await eventually(async () => {
        const again = await post('complaints/vouchers/redemptions', { code }, key);
        expect(again.status).toBe(200);
        return again;
      }, PATIENCE);
      expect(answer.headers.get('idempotency-replayed')).toBe(standing === 'redeemed' ? 'true' : null);
      expect((await post('complaints/vouchers/redemptions', { code })).status).toBe(409);
      expect(await voucherTold(id, 'redeemed')).toBe(1);
    },
    LONG,
  );

  it.each([
    ['voucher.changed', 'relay.published'],
    ['idempotency.committed', 'voucher.changed'],
  ])(
    'decision 14 at %s and %s: a voucher is promised once and used once, asked until there is an answer',
    async (reserving, confirming) => {
      const { id, code } = await issued();
      const reservationId = randomUUID();
      toDieAt(`complaints ${reserving} 1`);
      await until('complaints/vouchers/reservations', { code, reservationId, minutes: 60 });
      await died();
      await until('complaints/vouchers/reservations', { code, reservationId, minutes: 60 });
      const [held, used] = [await statusOf(id), await voucherTold(id, 'reserved')];
      expect([held, used]).toEqual(['reserved', 1]);
      toDieAt(`complaints ${confirming} 1`);
      await until(`complaints/vouchers/reservations/${reservationId}/confirm`, {});
      await died();
      await until(`complaints/vouchers/reservations/${reservationId}/confirm`, {});
      expect(await statusOf(id)).toBe('redeemed');
      const events = await Promise.all(['reserved', 'redeemed', 'released'].map((what) => voucherTold(id, what)));
      expect(events).toEqual([1, 1, 0]);
    },
    LONG,
  );

  type Step = { id: string; state: string; version: number };
  const ticket = async (id: string): Promise<Step> =>
    (await hospital.rows<Step>('complaints', 'SELECT id, state, version FROM ticket WHERE id = $1', [id]))[0] as Step;
  /** Until it is in this state, whatever became of the answers. */
  const bring = (id: string, action: string, state: string, body: object = {}) =>
    eventually(async () => {
      const { version, state: before } = await ticket(id);
      if (before === state) return;
      const answer = await post(`complaints/tickets/${id}/${action}`, body, { 'if-match': `"${version}"` });
      expect(answer.status).toBe(200);
    }, PATIENCE);
  const concluded = (id: string) =>
    hospital.rows(
      'complaints',
      `INSERT INTO complaint_case (ticket_id, concluded_at, compensated_at) VALUES ($1, now(), now())
       ON CONFLICT (ticket_id) DO UPDATE SET concluded_at = now(), compensated_at = now()`,
      [id],
    );
  async function close(id: string): Promise<void> {
    await bring(id, 'solve', 'solved', { text: '已致歉' });
    await concluded(id);
  }
  async function complaint(patientId: string): Promise<string> {
    const answer = await post('complaints/tickets', {
      ...{ kind: 'complaint', channel: 'phone', subject: '等候时间过长', text: '门诊等候两个小时无人解释。' },
      ...{ medical: false, settlement: 'on-the-spot', patientId },
    });
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    await bring(id, 'claim', 'claimed');
    return id;
  }
  interface Task {
    id: string;
    version: number;
  }
  const tasksOf = (patientId: string) =>
    hospital.rows<Task>(
      'follow-up',
      `SELECT id, version FROM task WHERE patient_id = $1 AND step = 'complaint-call' ORDER BY id`,
      [patientId],
    );
  const called = (patientId: string, times: number) =>
    eventually(async () => {
      const tasks = await tasksOf(patientId);
      expect(tasks).toHaveLength(times);
      return tasks.at(-1) as Task;
    }, PATIENCE);

  it.each([
    ['complaints relay.published', 'follow-up relay.published'],
    ['follow-up consumer.handled', 'complaints consumer.handled'],
    ['follow-up consumer.committed', 'complaints consumer.committed'],
  ])(
    'CP-4 at %s, then %s: a closed complaint is called once and taken up again once',
    async (closing, answering) => {
      const patientId = randomUUID();
      const id = await complaint(patientId);
      await close(id);
      toDieAt(`${closing} 1`);
      await bring(id, 'close', 'closed');
      await died();
      const task = await called(patientId, 1);
      toDieAt(`${answering} 1`);
      const answers = { items: [{ linkId: 'overall', answer: [{ valueCoding: { code: 'dissatisfied' } }] }] };
      await eventually(async () => {
        const said = { outcome: 'reached', answers };
        const answer = await post(
          `follow-up/tasks/${task.id}/attempts`,
          said,
          { 'if-match': `"${task.version}"` },
          nurse,
        );
        // 409: it is recorded, and the answer was lost.
        expect([201, 409]).toContain(answer.status);
      }, PATIENCE);
      await died();
      await eventually(async () => expect((await ticket(id)).state).not.toBe('closed'), PATIENCE);
      // Closed again, it is asked about again, behind all that was told of the patient before.
      await close(id);
      await bring(id, 'close', 'closed');
      await called(patientId, 2);
      expect(await told('complaints', 'complaints.ticket.reopened.v1', 'ticketId', id)).toBe(1);
      expect(await told('follow-up', 'follow-up.complaint-call.ended.v1', 'ticketId', id)).toBe(1);
      expect(await countOf('complaints', 'FROM return_call WHERE ticket_id = $1', [id])).toBe(2);
      const reopenings = `FROM ticket_entry WHERE ticket_id = $1 AND what = 'reopened'`;
      expect(await countOf('complaints', reopenings, [id])).toBe(1);
    },
    LONG,
  );

  it(
    'CP-6 at patrol.opened for the third of them: every platform has one patrol of the day',
    async () => {
      await hospital.rows('complaints', 'DELETE FROM review_patrol');
      toDieAt(`complaints patrol.opened 3`);
      await hospital.rows('complaints', `UPDATE review_platform SET patrol_due_at = now() WHERE active`);
      await died();
      const waiting = 'FROM review_platform WHERE patrol_due_at <= now()';
      await eventually(async () => expect(await countOf('complaints', waiting)).toBe(0), PATIENCE);
      // Of the last day: midnight may have gone by.
      const patrols = await hospital.rows<{ platform: string }>(
        'complaints',
        'SELECT platform FROM review_patrol WHERE day = (SELECT max(day) FROM review_patrol)',
      );
      const platforms = await hospital.rows<{ code: string }>(
        'complaints',
        'SELECT code FROM review_platform WHERE active',
      );
      expect(patrols.map(({ platform }) => platform).toSorted()).toEqual(platforms.map(({ code }) => code).toSorted());
    },
    LONG,
  );

  it.each(['patrol.missed', 'relay.published'])(
    'CP-6 at %s: a patrol that nobody made is reported once',
    async (point) => {
      await hospital.rows('complaints', 'UPDATE review_patrol SET reported_at = NULL, id = gen_random_uuid()');
      const patrols = await hospital.rows<{ id: string }>('complaints', 'SELECT id FROM review_patrol');
      const ids = patrols.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(2);
      toDieAt(`complaints ${point} 1`);
      await hospital.rows('complaints', 'UPDATE review_patrol SET due_at = now()');
      await died();
      const reported = `FROM review_patrol WHERE id = ANY ($1::uuid[]) AND reported_at IS NOT NULL`;
      await eventually(async () => expect(await countOf('complaints', reported, [ids])).toBe(ids.length), PATIENCE);
      const notices = 'FROM notification WHERE subject_id = ANY ($1::text[])';
      await eventually(async () => expect(await countOf('staff', notices, [ids])).toBe(ids.length), PATIENCE);
      const events = `FROM outbox WHERE subject = 'complaints.patrol.missed.v1' AND event -> 'data' ->> 'patrolId' = ANY ($1::text[])`;
      expect(await countOf('complaints', events, [ids])).toBe(ids.length);
    },
    LONG,
  );
});
