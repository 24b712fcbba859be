import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually, TestHospital } from '#testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';
import { DEMO_USERS } from './demo-users.js';

/** Where the process dies between the nurse's question and its answer, and whether she has the task by then. */
const POINTS = [
  ['desk.claimed', false],
  ['idempotency.committed', true],
] as const;
const RECOVERY_MS = 60_000;

interface Handed {
  task: { id: string; version: number } | null;
}

/** FU-7 with a real process and a real kill, through the service's own door. */
describe('a nurse who asks for the next task while the service dies', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-next-task-'));
  const killPoint = join(directory, 'kill-point');
  let hospital: TestHospital;
  let nurse: string;
  let colleague: string;

  beforeAll(async () => {
    const preload = pathToFileURL(join(projectRoot(), 'dist', 'libs', 'testing', 'src', 'kill-point.js')).href;
    hospital = await TestHospital.open({ NODE_OPTIONS: `--import ${preload}`, KILL_POINT_FILE: killPoint });
    [nurse, colleague] = await Promise.all([tokenOf('nurse'), tokenOf('manager')]);
  }, 120_000);
  afterEach(() =>
    hospital.rows('follow-up', `UPDATE task SET status = 'cancelled', claimed_by = NULL WHERE status = 'open'`),
  );
  afterAll(async () => {
    await hospital.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function tokenOf(user: 'nurse' | 'manager'): Promise<string> {
    const { username, password } = DEMO_USERS[user];
    const answer = await fetch(`${hospital.stack.urls['gateway']}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    return ((await answer.json()) as { accessToken: string }).accessToken;
  }

  const post = (token: string, path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${hospital.stack.urls['follow-up']}/follow-up/tasks/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const next = (token: string, key = randomUUID()) => post(token, 'next', {}, { 'idempotency-key': key });
  /** Whatever the hour: urgent ones go out at night, too. */
  const urgentTask = async () => {
    const [row] = await hospital.rows<{ id: string }>(
      'follow-up',
      `INSERT INTO task (id, patient_id, kind, mode, step, name_zh, name_en, status, opens_on, due_on, version)
       VALUES (gen_random_uuid(), gen_random_uuid(), 'call-back', 'call', 'call-back', '回电', 'Call back', 'open',
               (now() AT TIME ZONE 'Asia/Shanghai')::date - 1, (now() AT TIME ZONE 'Asia/Shanghai')::date, 1)
       RETURNING id`,
    );
    return row?.id;
  };
  const handOuts = () =>
    hospital.rows<{ claimed: string | null; handed: number }>(
      'follow-up',
      `SELECT claimed_by AS claimed, (SELECT count(*)::int FROM task_hand_out WHERE task_id = task.id) AS handed
         FROM task WHERE status = 'open'`,
    );

  it.each(POINTS)(
    'FU-7 at %s: she gets one task, nobody else gets it, and what comes of it is recorded once',
    async (point, isHers) => {
      const id = await urgentTask();
      const key = randomUUID();
      writeFileSync(killPoint, `follow-up ${point} 1`);
      await expect(next(nurse, key)).rejects.toThrow();
      expect(existsSync(killPoint)).toBe(false);
      expect(await handOuts()).toEqual([{ claimed: isHers ? expect.any(String) : null, handed: isHers ? 1 : 0 }]);

      const answer = await eventually(
        async () => {
          const retried = await next(nurse, key);
          expect(retried.status).toBe(200);
          return retried;
        },
        { timeout: RECOVERY_MS },
      );
      expect(answer.headers.get('idempotency-replayed')).toBe(isHers ? 'true' : null);
      const { task } = (await answer.json()) as Handed;
      expect(task?.id).toBe(id);
      const again = (await (await next(nurse)).json()) as Handed;
      expect(again.task?.id).toBe(id);
      const other = (await (await next(colleague)).json()) as Handed;
      expect(other.task).toBeNull();

      const record = () => post(nurse, `${id}/attempts`, { outcome: 'reached' }, { 'if-match': `"${task?.version}"` });
      expect((await record()).status).toBe(201);
      expect((await record()).status).toBe(409);
      const events = await hospital.rows(
        'follow-up',
        `SELECT subject FROM outbox WHERE event -> 'data' ->> 'taskId' = $1 AND subject LIKE '%.task.completed.v1'`,
        [id],
      );
      expect(events).toHaveLength(1);
    },
    120_000,
  );
});
