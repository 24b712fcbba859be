import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataOf } from '#client';
import { verifyAudit } from '#platform';
import { dischargeMessage, eventually, sendUntilAnswered, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { openToRead, openToReplace } from './hospital-server.js';
import { restoreBackup } from './restore-backup.js';
import { takeBackup } from './take-backup.js';

const HALF = 15;
const onLog = () => undefined;

describe('a restored backup', () => {
  let hospital: TestHospital;
  let folder: string;
  const backupDir = mkdtempSync(join(tmpdir(), 'hospital-backup-'));
  const dischargedAt = Temporal.ZonedDateTime.from('2026-03-02T10:15[Asia/Shanghai]');

  const discharge = (numbers: number[]) =>
    sendUntilAnswered(
      hospital.mllp,
      numbers.map((number) => Buffer.from(dischargeMessage({ number, at: dischargedAt }))),
    );
  const count = async (service: string, sql: string) =>
    Number((await hospital.rows<{ n: string }>(service, sql))[0]?.n);
  const plans = (what = '*') => count('follow-up', `SELECT count(${what}) AS n FROM plan`);
  const planned = async (discharges: number) => {
    await eventually(async () => expect(await plans()).toBe(discharges), { timeout: 60_000 });
    expect(await plans('DISTINCT encounter_id')).toBe(discharges);
  };
  const restore = async (service: string) => {
    const server = await openToReplace({ dataDir: hospital.dataDir, backupDir });
    try {
      await restoreBackup({ serverUrl: server.url, folder, only: [service], now: new Date(), onLog });
    } finally {
      await server.close();
    }
  };

  beforeAll(async () => {
    hospital = await TestHospital.open();
    await discharge(Array.from({ length: HALF }, (_, index) => index));
    await planned(HALF);
    // Somebody reads a patient: the audit has a chain that must come back whole.
    const nurse = await hospital.client('nurse');
    await dataOf(nurse.GET('/patients', { params: { query: { mrn: 'T0' } } }));
    const sealed = 'SELECT count(*) AS n FROM audit_seal';
    await eventually(async () => expect(await count('patients', sealed)).toBeGreaterThan(0));
    // The hospital goes on while it is backed up.
    const server = await openToRead({ dataDir: hospital.dataDir, backupDir });
    folder = await takeBackup({ serverUrl: server.url, backupDir, now: new Date(), onLog });
    await server.close();
    await discharge(Array.from({ length: HALF }, (_, index) => HALF + index));
    await planned(2 * HALF);
  }, 180_000);

  afterAll(async () => {
    await hospital.close();
    rmSync(backupDir, { recursive: true, force: true });
  });

  it('AN-7 of follow-up catches up: every discharge since then gets its plan again', async () => {
    await hospital.closedFor(async () => {
      await restore('follow-up');
    });
    await planned(2 * HALF);
    expect(await count('follow-up', 'SELECT count(*) AS n FROM parked_event')).toBe(0);
  }, 180_000);

  it('AN-7 of patients alone catches up, and no discharge gets a second plan', async () => {
    const ids = 'SELECT string_agg(id::text, $$,$$ ORDER BY id) AS n FROM encounter';
    const before = (await hospital.rows<{ n: string }>('patients', ids))[0]?.n;
    await hospital.closedFor(async () => {
      await restore('patients');
    });
    await eventually(async () => expect((await hospital.rows<{ n: string }>('patients', ids))[0]?.n).toBe(before), {
      timeout: 60_000,
    });
    // Once the message that follows has its plan, follow-up has dealt with all that patients told again before it.
    await discharge([2 * HALF]);
    await planned(2 * HALF + 1);
    for (const service of ['patients', 'follow-up']) {
      expect(await count(service, 'SELECT count(*) AS n FROM parked_event')).toBe(0);
    }
    const { tampering, sealed } = await verifyAudit((sql, values) => hospital.rows<never>('patients', sql, values));
    expect({ tampering, isEmpty: sealed === 0 }).toEqual({ tampering: null, isEmpty: false });
  }, 180_000);
});
