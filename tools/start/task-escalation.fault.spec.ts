import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataOf, type HospitalClient } from '#client';
import { eventually, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';

const PATIENTS = 5;
const RECOVERY_MS = 60_000;
const PROTOCOL = 'consultation-default';
const STEP = 'day-1';
/** Where the process dies: in a round of several, and between the telling and its note that it was told. */
const POINTS = [
  ['task.escalated', 2],
  ['relay.published', 1],
] as const;

/** FU-5 with real processes and real kills. */
describe('a contact that is overdue, when the service dies while it tells so', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-task-escalation-'));
  const killPoint = join(directory, 'kill-point');
  let hospital: TestHospital;
  let client: HospitalClient;

  beforeAll(async () => {
    const preload = pathToFileURL(join(projectRoot(), 'dist', 'libs', 'testing', 'src', 'kill-point.js')).href;
    hospital = await TestHospital.open({ NODE_OPTIONS: `--import ${preload}`, KILL_POINT_FILE: killPoint });
    client = await hospital.client('manager');
    // Before anybody has read this version.
    await hospital.rows(
      'follow-up',
      `UPDATE protocol SET definition = jsonb_set(definition::jsonb, '{steps,0,escalation}', $2::jsonb) WHERE code = $1`,
      [PROTOCOL, JSON.stringify({ afterHours: 24, to: 'centre-manager' })],
    );
  }, 120_000);
  afterAll(async () => {
    await hospital.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const countOf = async (service: string, sql: string, values: unknown[]) =>
    Number((await hospital.rows<{ count: string }>(service, `SELECT count(*) ${sql}`, values))[0]?.count);

  it.each(POINTS)(
    'FU-5 at %s: each is told exactly once',
    async (point, times) => {
      const patientIds = Array.from({ length: PATIENTS }, () => randomUUID());
      const anchoredAt = new Date(performance.timeOrigin + performance.now() - 2 * 86_400_000).toISOString();
      await dataOf(client.POST('/follow-up/plans', { body: { protocolCode: PROTOCOL, patientIds, anchoredAt } }));
      const tasks = await hospital.rows<{ id: string }>(
        'follow-up',
        `SELECT id FROM task WHERE patient_id = ANY ($1::uuid[]) AND step = $2 AND status = 'open'`,
        [patientIds, STEP],
      );
      const ids = tasks.map(({ id }) => id);
      expect(ids).toHaveLength(PATIENTS);
      writeFileSync(killPoint, `follow-up ${point} ${times}`);
      await hospital.rows('follow-up', 'UPDATE task SET escalates_at = now() WHERE id = ANY ($1::uuid[])', [ids]);
      await eventually(() => expect(existsSync(killPoint)).toBe(false), { timeout: RECOVERY_MS });
      const notices = `FROM notification WHERE purpose = 'follow-up.task-overdue' AND subject_id = ANY ($1::text[])`;
      await eventually(async () => expect(await countOf('staff', notices, [ids])).toBe(PATIENTS), {
        timeout: RECOVERY_MS,
      });
      const told = `FROM outbox WHERE subject = 'follow-up.notification.requested.v1' AND partition_key = ANY ($1::text[])`;
      expect(await countOf('follow-up', told, [ids])).toBe(PATIENTS);
      const lines = `FROM plan_trail WHERE what = 'task-escalated' AND plan_id IN (SELECT plan_id FROM task WHERE id = ANY ($1::uuid[]))`;
      expect(await countOf('follow-up', lines, [ids])).toBe(PATIENTS);
      const noted = 'FROM task WHERE id = ANY ($1::uuid[]) AND escalated_at IS NOT NULL AND escalates_at IS NULL';
      expect(await countOf('follow-up', noted, [ids])).toBe(PATIENTS);
    },
    180_000,
  );
});
