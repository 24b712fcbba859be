import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';

const PATIENTS = 5;
const RECOVERY_MS = 60_000;
/** Where the death of the process would hurt the doctor's five minutes. */
const POINTS = [
  ['green-channel.escalating', 2],
  ['green-channel.escalated', 2],
  ['relay.published', 1],
] as const;

/** FU-4 through the gateway, with real processes and real kills. */
describe('the five minutes of the green channel, when the service dies between two lines', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-green-channel-'));
  const killPoint = join(directory, 'kill-point');
  let hospital: TestHospital;

  beforeAll(async () => {
    const preload = pathToFileURL(join(projectRoot(), 'dist', 'libs', 'testing', 'src', 'kill-point.js')).href;
    hospital = await TestHospital.open({ NODE_OPTIONS: `--import ${preload}`, KILL_POINT_FILE: killPoint });
  }, 120_000);
  afterAll(async () => {
    await hospital.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const pageOf = (token: string) => `${hospital.stack.urls['gateway']}/f/${token}`;
  const countOf = async (service: string, sql: string, values: unknown[] = []) =>
    Number((await hospital.rows<{ count: string }>(service, `SELECT count(*) ${sql}`, values))[0]?.count);

  /** A patient with a link, as a protocol's pain request leaves it. */
  async function asked(): Promise<{ patientId: string; token: string }> {
    const [patientId, taskId, token] = [randomUUID(), randomUUID(), randomBytes(16).toString('base64url')];
    await hospital.rows(
      'follow-up',
      `INSERT INTO task (id, patient_id, kind, mode, step, name_zh, name_en, status, opens_on, questionnaire_code, questionnaire_version, version)
       VALUES ($1, $2, 'pain', 'form', 'pain', '疼痛评分', 'Pain', 'open', current_date, 'pain-score', 1, 1)`,
      [taskId, patientId],
    );
    await hospital.rows(
      'follow-up',
      `INSERT INTO patient_link (id, token_hash, purpose, patient_id, task_id, questionnaire_code, questionnaire_version, issued_at, expires_at)
       VALUES ($1, $2, 'pain-score', $3, $4, 'pain-score', 1, now(), now() + interval '1 day')`,
      [randomUUID(), createHash('sha256').update(token).digest(), patientId, taskId],
    );
    return { patientId, token };
  }

  const answer = (token: string) =>
    fetch(pageOf(token), {
      ...{ method: 'POST', redirect: 'manual' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a.pain=8&seen=pain',
    });

  it('FU-4 the page comes through the gateway with rules of its own, and an altered link as unknown', async () => {
    const { token } = await asked();
    const page = await fetch(pageOf(token), { headers: { 'accept-language': 'zh-CN' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await page.text()).toContain('您现在有多痛');
    const altered = await fetch(pageOf(`${token.slice(0, -2)}--`));
    expect([altered.status, altered.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    await altered.body?.cancel();
  });

  it.each(POINTS)(
    'FU-4 at %s: every case that nobody called is told to the director exactly once',
    async (point, times) => {
      const people = await Promise.all(Array.from({ length: PATIENTS }, asked));
      for (const { token } of people) {
        const once = async () => expect((await answer(token)).status).toBe(303);
        await eventually(once, { timeout: RECOVERY_MS });
      }
      const ids = people.map(({ patientId }) => patientId);
      const ours = 'FROM green_channel_case WHERE patient_id = ANY ($1::uuid[])';
      expect(await countOf('follow-up', `${ours} AND status = 'open'`, [ids])).toBe(PATIENTS);
      writeFileSync(killPoint, `follow-up ${point} ${times}`);
      await hospital.rows(
        'follow-up',
        'UPDATE green_channel_case SET due_at = now() WHERE patient_id = ANY ($1::uuid[])',
        [ids],
      );
      await eventually(() => expect(existsSync(killPoint)).toBe(false), { timeout: RECOVERY_MS });
      await eventually(
        async () => expect(await countOf('follow-up', `${ours} AND escalated_at IS NOT NULL`, [ids])).toBe(PATIENTS),
        { timeout: RECOVERY_MS },
      );
      const cases = await hospital.rows<{ id: string }>('follow-up', `SELECT id ${ours}`, [ids]);
      const caseIds = cases.map(({ id }) => id);
      const notices = `FROM notification WHERE purpose = 'follow-up.green-channel' AND subject_id = ANY ($1::text[])`;
      await eventually(async () => expect(await countOf('staff', notices, [caseIds])).toBe(2 * PATIENTS), {
        timeout: RECOVERY_MS,
      });
      const events = `FROM outbox WHERE subject = 'follow-up.green-channel.escalated.v1' AND partition_key = ANY ($1::text[])`;
      expect(await countOf('follow-up', events, [ids])).toBe(PATIENTS);
      expect(await countOf('staff', `${notices} AND occasion = 'escalated'`, [caseIds])).toBe(PATIENTS);
      for (const { token } of people) {
        const again = async () => expect((await answer(token)).status).toBe(303);
        await eventually(again, { timeout: RECOVERY_MS });
      }
      expect(await countOf('follow-up', 'FROM questionnaire_response WHERE patient_id = ANY ($1::uuid[])', [ids])).toBe(
        PATIENTS,
      );
    },
    240_000,
  );
});
