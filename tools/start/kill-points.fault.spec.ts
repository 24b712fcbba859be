import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually, dischargeMessage, sendUntilAnswered, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { projectRoot } from '../backing-services/index.js';

const DISCHARGES = 40;

/** Where a crash would hurt, by the service it happens in. */
const POINTS = [
  ['his', 'his.message.received'],
  ['his', 'his.message.storing'],
  ['his', 'his.message.stored'],
  ['his', 'relay.published'],
  ['patients', 'consumer.handled'],
  ['patients', 'consumer.committed'],
  ['patients', 'relay.published'],
  ['follow-up', 'consumer.handled'],
  ['follow-up', 'consumer.committed'],
  ['follow-up', 'relay.published'],
] as const;

describe('a service that dies between two lines', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-kill-point-'));
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

  const count = async (service: string, sql: string) =>
    Number((await hospital.rows<{ count: string }>(service, sql))[0]?.count);

  it.each(POINTS.map(([service, point], index) => [service, point, index] as const))(
    'FU-1 %s at %s: every acknowledged discharge has exactly one plan',
    async (service, point, index) => {
      writeFileSync(killPoint, `${service} ${point} 3`);
      const at = Temporal.ZonedDateTime.from('2026-03-02T10:15[Asia/Shanghai]');
      const numbers = Array.from({ length: DISCHARGES }, (_, offset) => index * DISCHARGES + offset);
      const messages = numbers.map((number) => Buffer.from(dischargeMessage({ number, at })));
      const codes = await sendUntilAnswered(hospital.mllp, messages);
      expect(new Set(codes)).toEqual(new Set(['AA']));
      await eventually(() => expect(existsSync(killPoint)).toBe(false));
      const expected = (index + 1) * DISCHARGES;
      await eventually(async () => expect(await count('follow-up', 'SELECT count(*) FROM plan')).toBe(expected), {
        timeout: 60_000,
      });
      expect(await count('follow-up', 'SELECT count(DISTINCT encounter_id) FROM plan')).toBe(expected);
      expect(await count('his', 'SELECT count(*) FROM hl7_message')).toBe(expected);
      expect(await count('patients', 'SELECT count(*) FROM parked_event')).toBe(0);
      expect(await count('follow-up', 'SELECT count(*) FROM parked_event')).toBe(0);
    },
    120_000,
  );
});
