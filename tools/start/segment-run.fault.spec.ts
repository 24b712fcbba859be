import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataOf, type HospitalClient } from '#client';
import { eventually, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';

/** Two pages and a bit more. */
const MEMBERS = 1_010;
const TAG = 'disease.gout';
const RECOVERY_MS = 60_000;
/** Where the worker dies: in the middle of the second page, and between two pages. */
const POINTS = [
  ['segment-run.followed', 14, '2026-03-14T09:30:00+08:00'],
  ['segment-run.page', 1, '2026-03-01T09:30:00+08:00'],
] as const;

/** FU-11 with real processes and real kills. */
describe('a segment of pages of people, followed up by a worker that is killed', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-segment-run-'));
  const killPoint = join(directory, 'kill-point');
  let hospital: TestHospital;
  let client: HospitalClient;
  let segmentId: string;

  beforeAll(async () => {
    const preload = pathToFileURL(join(projectRoot(), 'dist', 'libs', 'testing', 'src', 'kill-point.js')).href;
    hospital = await TestHospital.open({ NODE_OPTIONS: `--import ${preload}`, KILL_POINT_FILE: killPoint });
    client = await hospital.client('manager');
    // Together: the service must not settle the tags of these people in between. As if a rule had given them this one.
    await hospital.rows(
      'patients',
      `BEGIN;
       INSERT INTO person (id, version, name, phones, deceased, allowed_purposes, states, told_at, name_text,
                           name_grams, name_readings, phone_keys, created_at, updated_at)
       SELECT gen_random_uuid(), 1, '王伟', '[]', false, '{}', '{}', '{}', '', '{}', '{}', '{}', now(), now()
         FROM generate_series(1, ${MEMBERS});
       UPDATE person_tagging SET due_at = NULL, tags = '{${TAG}}'
         FROM person WHERE person.id = person_tagging.person_id AND name_text = '';
       COMMIT`,
    );
    const filter = { fact: 'tag', op: 'has', value: TAG };
    segmentId = (await dataOf(client.POST('/patients/segments', { body: { name: '痛风', filter } }))).id;
  }, 120_000);
  afterAll(async () => {
    await hospital.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const begun = async (anchoredAt: string): Promise<string> => {
    const body = { segmentId, protocolCode: 'consultation-default', anchoredAt };
    return (await dataOf(client.POST('/follow-up/segment-runs', { body }))).id;
  };
  const killed = () => eventually(() => expect(existsSync(killPoint)).toBe(false), { timeout: RECOVERY_MS });
  const ended = (id: string) =>
    eventually(
      async () => {
        const run = await dataOf(client.GET('/follow-up/segment-runs/{id}', { params: { path: { id } } }));
        expect(run.state).not.toBe('waiting');
        return run;
      },
      { timeout: 2 * RECOVERY_MS },
    );
  const plansFrom = async (anchoredAt: string) => {
    const sql = `SELECT count(*)::int AS plans, count(DISTINCT patient_id)::int AS people FROM plan
                  WHERE protocol_code = 'consultation-default' AND anchored_at = $1`;
    return (await hospital.rows<{ plans: number; people: number }>('follow-up', sql, [anchoredAt]))[0];
  };

  it.each(POINTS)(
    'FU-11 at %s: the next one goes on behind the last member dealt with, and each has one plan',
    async (point, times, anchoredAt) => {
      writeFileSync(killPoint, `follow-up ${point} ${times}`);
      const id = await begun(anchoredAt);
      await killed();
      const before = (await plansFrom(anchoredAt))?.plans ?? 0;
      expect(before).toBeGreaterThanOrEqual(500);
      expect(await ended(id)).toMatchObject({ state: 'done', members: MEMBERS, begun: MEMBERS, existing: 0 });
      expect(await plansFrom(anchoredAt)).toEqual({ plans: MEMBERS, people: MEMBERS });
    },
    240_000,
  );

  it('FU-11 in its last attempt: the run ends as given up, and begun again it reaches the rest', async () => {
    const anchoredAt = '2026-03-20T09:30:00+08:00';
    writeFileSync(killPoint, 'follow-up segment-run.followed 3');
    const id = await begun(anchoredAt);
    await killed();
    // As if the fifty attempts before had failed, and the run were of an hour ago.
    await hospital.rows(
      'follow-up',
      `UPDATE pgboss.job_common SET retry_limit = 0 WHERE data -> 'payload' ->> 'runId' = $1`,
      [id],
    );
    await hospital.rows(
      'follow-up',
      `UPDATE segment_run SET created_at = created_at - interval '1 hour' WHERE id = $1`,
      [id],
    );
    expect(await ended(id)).toMatchObject({ state: 'failed', fault: 'given-up', begun: 100 });
    const again = await ended(await begun(anchoredAt));
    expect(again).toMatchObject({ state: 'done', begun: MEMBERS - 100, existing: 100 });
    expect(await plansFrom(anchoredAt)).toEqual({ plans: MEMBERS, people: MEMBERS });
  }, 240_000);
});
