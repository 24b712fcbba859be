import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataOf, type HospitalClient } from '#client';
import { eventually, scrape, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openToRead } from '../backup/hospital-server.js';
import { takeBackup } from '../backup/take-backup.js';

const METRICS_TOKEN = 'metrics-token-of-the-test';
const LAST_BACKUP = 'hospital_backup_last_success_timestamp_seconds';

describe('what operations see in one look', () => {
  let hospital: TestHospital;
  let client: HospitalClient;
  const backupDir = mkdtempSync(join(tmpdir(), 'hospital-backup-'));

  beforeAll(async () => {
    hospital = await TestHospital.open({ METRICS_TOKEN });
    client = await hospital.client();
  }, 120_000);
  afterAll(async () => {
    await hospital.close();
    rmSync(backupDir, { recursive: true });
  });

  const overview = () => dataOf(client.GET('/ops'));
  const statuses = async () =>
    Object.fromEntries((await overview()).services.map(({ service, status }) => [service, status]));
  const pidOf = (service: string) => hospital.stack.service(service).current?.pid as number;
  const well = () =>
    eventually(
      async () =>
        expect(await statuses()).toEqual({
          staff: 'ok',
          patients: 'ok',
          'follow-up': 'ok',
          complaints: 'ok',
          his: 'ok',
        }),
      { timeout: 60_000 },
    );

  it('every service tells its version, its parts, and figures that can all be read', async () => {
    await well();
    // A busy machine may not read every part in its time at once.
    const seen = await eventually(async () => {
      const read = await overview();
      for (const { overview: told } of read.services) {
        expect(told).toMatchObject({ version: read.gateway.version, parked: { events: 0 }, unread: [] });
        expect(told?.jobs).toContainEqual(expect.objectContaining({ job: 'platform.retention', failed: 0 }));
      }
      return read;
    });
    const followUp = seen.services.find(({ service }) => service === 'follow-up')?.overview;
    expect(followUp?.consumers?.map(({ stream }) => stream)).toEqual(['complaints', 'patients', 'staff']);
    expect(followUp?.deadlines?.length).toBeGreaterThan(0);
    for (const service of ['staff', 'patients', 'follow-up', 'complaints', 'his']) {
      const url = hospital.stack.urls[service] as string;
      const text = await (
        await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } })
      ).text();
      expect(text).toMatch(/^hospital_outbox_unpublished \d+$/m);
      expect((await scrape(url, METRICS_TOKEN)).value('hospital_metrics_failed_readings_total')).toBe(0);
    }
  }, 90_000);

  it('decision 9: a problem of a service names the path that was asked of the gateway', async () => {
    const headers = { ...(await hospital.authorization()), 'x-original-path': '/lie' };
    const path = '/ops/patients/parked-events/0198f6a2-0000-7000-8000-00000000dead';
    const answer = await fetch(`${hospital.stack.urls['gateway']}${path}?note=1`, { headers });
    expect(await answer.json()).toMatchObject({ status: 404, code: 'not-found', instance: path });
  });

  it('decision 2: one service killed and another that hangs hold nobody up', async () => {
    const frozen = pidOf('his');
    process.kill(frozen, 'SIGSTOP');
    try {
      await hospital.stack.service('follow-up').kill();
      const begun = performance.now();
      const seen = await statuses();
      expect(performance.now() - begun).toBeLessThan(10_000);
      expect(seen).toMatchObject({ staff: 'ok', patients: 'ok', 'follow-up': 'down', his: 'slow' });
    } finally {
      process.kill(frozen, 'SIGCONT');
    }
    await well();
  }, 120_000);

  it('AN-7 a backup is seen in the overview and the metrics, also after a restart', async () => {
    const server = await openToRead({ dataDir: hospital.dataDir, backupDir });
    const now = new Date();
    await takeBackup({ serverUrl: server.url, backupDir, now, onLog: () => undefined }).finally(() => server.close());
    await hospital.stack.service('patients').kill();
    await well();
    for (const { overview: told } of (await overview()).services) {
      expect(told?.backup?.takenAt).toBe(now.toISOString());
      expect(told?.backup?.ageSeconds).toBeLessThan(600);
    }
    const { value } = await scrape(hospital.stack.urls['patients'] as string, METRICS_TOKEN);
    expect(value(LAST_BACKUP)).toBe(now.getTime() / 1000);
  }, 120_000);
});
