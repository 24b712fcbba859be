import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';

/** Where the process dies, and whether the retry finds the answer kept. */
const POINTS = [
  ['idempotency.answered', false],
  ['idempotency.kept', false],
  ['idempotency.committed', true],
] as const;

/** Decision 9 with a real process and a real kill, through the service's own door. */
describe('a POST with an Idempotency-Key whose service is killed', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-idempotency-'));
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

  const count = async (from: string) =>
    Number((await hospital.rows<{ count: string }>('staff', `SELECT count(*) FROM ${from}`))[0]?.count);

  it.each(POINTS)(
    'decision 9 at %s: the retry gets one answer, of one effect, one event and one audited change',
    async (point, isKept) => {
      const authorization = await hospital.authorization();
      const name = `病区 ${randomUUID()}`;
      const key = randomUUID();
      const send = (door = 'staff') =>
        fetch(`${hospital.stack.urls[door]}/staff/departments`, {
          method: 'POST',
          headers: { ...authorization, 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify({ nameZh: name }),
        });
      writeFileSync(killPoint, `staff ${point} 1`);
      await expect(send()).rejects.toThrow();
      expect(existsSync(killPoint)).toBe(false);
      expect(await count(`department WHERE name_zh = '${name}'`)).toBe(isKept ? 1 : 0);

      const retried = await eventually(
        async () => {
          const answer = await send();
          expect(answer.status).toBe(201);
          return answer;
        },
        { timeout: 60_000 },
      );
      expect(retried.headers.get('idempotency-replayed')).toBe(isKept ? 'true' : null);
      const { id } = (await retried.json()) as { id: string };
      expect(retried.headers.get('location')).toBe(`/staff/departments/${id}`);
      const again = await send('gateway');
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect([again.status, ((await again.json()) as { id: string }).id]).toEqual([201, id]);

      expect(await count(`department WHERE name_zh = '${name}'`)).toBe(1);
      const event = `outbox WHERE partition_key = '${id}'`;
      expect(await count(event)).toBe(1);
      await eventually(async () => expect(await count(`${event} AND published_at IS NOT NULL`)).toBe(1));
      expect(await count(`audit_entry WHERE subject_ids @> ARRAY['${id}'] AND reason IS NULL`)).toBe(1);
    },
    120_000,
  );
});
