import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#platform';
import { testEnvironment } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { provisionDatabase } from '../backing-services/index.js';
import { SERVICE_DATABASES } from './hospital-server.js';
import { backupsIn } from './manifest.js';
import { restoreBackup } from './restore-backup.js';
import { migrationsOf } from './service-migrations.js';
import { removeOldBackups, takeBackup } from './take-backup.js';

const { adminUrl } = testEnvironment();
const now = new Date('2026-03-02T02:15:00Z');
const onLog = () => undefined;

describe('a backup of the hospital', () => {
  const urls = new Map<string, string>();
  let backupDir: string;

  const rows = async <T extends object>(service: string, sql: string): Promise<T[]> => {
    const client = new Client({ connectionString: urls.get(service) as string });
    await client.connect();
    return (await client.query<T>(sql).finally(() => client.end())).rows;
  };
  const people = () =>
    rows<{ name: string; phones: string[] }>('patients', 'SELECT name, phones FROM person ORDER BY name');
  const take = (key?: Buffer, at = now) => takeBackup({ serverUrl: adminUrl, backupDir, key, now: at, onLog });
  const restore = (folder: string, key?: Buffer, only?: string[]) =>
    restoreBackup({ serverUrl: adminUrl, folder, key, only, now, onLog });
  const drop = async (database: string) => {
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`).finally(() => admin.end());
  };

  beforeAll(async () => {
    backupDir = mkdtempSync(join(tmpdir(), 'hospital-backup-'));
    for (const { service, database } of SERVICE_DATABASES) {
      const url = await provisionDatabase(adminUrl, { database, role: database, password: 'test' });
      urls.set(service, url);
      await migrate(url, await migrationsOf(service));
    }
    await rows(
      'patients',
      `INSERT INTO person (id, version, name, phones, deceased, told_at, name_text, name_grams, name_readings, phone_keys, created_at, updated_at)
       VALUES (gen_random_uuid(), 1, E'葉东珅\\t\\\\ "quoted"\\n', '["+8613800138000"]', false, '{}', '', '{}', '{}', '{}', now(), now())`,
    );
  });

  afterAll(async () => {
    for (const { database } of SERVICE_DATABASES) await drop(database);
    rmSync(backupDir, { recursive: true, force: true });
  });

  it('AN-7 comes back as it was, row for row, with owners and sequences', async () => {
    const before = await people();
    const folder = await take();
    await rows('patients', 'TRUNCATE person CASCADE');
    const former = await restore(folder);
    expect(former).toContain('hospital_patients_before_20260302021500');
    expect(await people()).toEqual(before);
    // As the service's own role: the tables are its own again, and the next event gets the next number.
    await rows('patients', 'ALTER TABLE person ADD COLUMN mine int');
    await rows('patients', 'ALTER TABLE person DROP COLUMN mine');
    expect(await rows('patients', `SELECT name FROM migrations`)).toHaveLength((await migrationsOf('patients')).length);
    for (const database of former) await drop(database);
  });

  it('AN-7 leaves in each database when it was taken, which the running service tells, and never an earlier time', async () => {
    const recorded = async (service: string) =>
      (await rows<{ taken_at: Date }>(service, 'SELECT taken_at FROM last_backup')).map((row) => row.taken_at);
    const late = new Date('2026-03-02T02:45:00Z');
    const folder = await take(undefined, late);
    for (const { service } of SERVICE_DATABASES) expect(await recorded(service)).toEqual([late]);
    await take(undefined, new Date('2026-03-02T02:30:00Z'));
    expect(await recorded('staff')).toEqual([late]);
    for (const former of await restore(folder, undefined, ['staff'])) await drop(former);
    expect(await recorded('staff')).toEqual([late]);
  });

  it('AN-7 is whole also where there is no place to record it, and says so', async () => {
    const lines: string[] = [];
    await rows('his', 'ALTER TABLE last_backup RENAME TO elsewhere');
    const at = new Date('2026-03-02T02:50:00Z');
    await takeBackup({ serverUrl: adminUrl, backupDir, now: at, onLog: (line) => lines.push(line) });
    await rows('his', 'ALTER TABLE elsewhere RENAME TO last_backup');
    expect(lines.filter((line) => line.includes('could not be recorded'))).toEqual([
      expect.stringMatching(/^his: the backup is whole and could not be recorded there: it is of an earlier version/),
    ]);
    expect(backupsIn(backupDir).map(({ manifest }) => manifest.takenAt)).toContain(at.toISOString());
  });

  it('decision 15 knows who was erased since, from the database it replaces and from a younger backup', async () => {
    const erase = (id: string) =>
      rows(
        'patients',
        `INSERT INTO person_erasure (id, patient_id, patient_ids, record_numbers, erased_at, state, applied_at)
         VALUES ('${id}', '${id}', '{${id}}', NULL, '2026-03-02T02:40:00Z', 'applied', now())`,
      );
    const idOfNumber = (id: string) =>
      rows(
        'patients',
        `INSERT INTO erased_id (id, erasure_id, erased_at) VALUES ('number of ${id}', '${id}', '2026-03-02T02:40:00Z')`,
      );
    const known = () =>
      rows<{ id: string; state: string }>('patients', 'SELECT id, state FROM person_erasure ORDER BY id');
    const neverAgain = () =>
      rows<{ id: string; at: Date }>('patients', 'SELECT id, erased_at AS at FROM erased_id ORDER BY id');
    const [before, between, after] = [1, 2, 3].map((n) => `0198f6a2-0000-7000-8000-00000000000${n}`) as [
      string,
      string,
      string,
    ];
    await erase(before);
    const folder = await take(undefined, new Date('2026-03-02T02:41:00Z'));
    await erase(between);
    await idOfNumber(between);
    // Of an erasure that the backup knows without it.
    await idOfNumber(before);
    const younger = await take(undefined, new Date('2026-03-02T02:42:00Z'));
    expect(readFileSync(join(younger, 'erasures.json'), 'utf8')).not.toContain('葉东珅');
    // Only the younger backup knows it any more.
    await rows('patients', `DELETE FROM person_erasure WHERE id = '${between}'`);
    await rows('patients', 'DELETE FROM erased_id');
    await erase(after);
    for (const former of await restore(folder, undefined, ['patients'])) await drop(former);
    expect(await known()).toEqual([
      { id: before, state: 'applied' },
      { id: between, state: 'waiting' },
      { id: after, state: 'waiting' },
    ]);
    const at = new Date('2026-03-02T02:40:00Z');
    expect(await neverAgain()).toEqual(
      [before, between, after, `number of ${before}`, `number of ${between}`].map((id) => ({ id, at })),
    );
  });

  it('AN-7 replaces one service alone when told', async () => {
    const folder = await take(undefined, new Date('2026-03-02T03:00:00Z'));
    const former = await restore(folder, undefined, ['staff']);
    expect(former).toEqual(['hospital_staff_before_20260302021500']);
    await drop(former[0] as string);
    await expect(restore(folder, undefined, ['pharmacy'])).rejects.toThrow('no database of pharmacy');
  });

  it('tells nothing without its key, and with another one nothing either', async () => {
    const key = randomBytes(32);
    const folder = await take(key, new Date('2026-03-02T04:00:00Z'));
    for (const name of readdirSync(join(folder, 'patients'))) {
      expect(readFileSync(join(folder, 'patients', name)).includes('葉东珅')).toBe(false);
    }
    const before = await people();
    await expect(restore(folder)).rejects.toThrow('BACKUP_KEY');
    await expect(restore(folder, randomBytes(32))).rejects.toThrow();
    expect(await people()).toEqual(before);
    for (const former of await restore(folder, key)) await drop(former);
    expect(await people()).toEqual(before);
  });

  it('leaves everything as it is when one file of it was damaged', async () => {
    const folder = await take(undefined, new Date('2026-03-02T05:00:00Z'));
    const victim = join(folder, 'patients', 'public.person.copy.gz');
    const bytes = readFileSync(victim);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    writeFileSync(victim, bytes);
    const before = await people();
    await expect(restore(folder)).rejects.toThrow('public.person.copy.gz is damaged');
    expect(await people()).toEqual(before);
  });

  it('is not put in place under a service that runs', async () => {
    const folder = await take(undefined, new Date('2026-03-02T06:00:00Z'));
    const service = new Client({ connectionString: urls.get('his') as string, application_name: 'his' });
    await service.connect();
    await expect(restore(folder)).rejects.toThrow('hospital_his is in use by his: stop the services first');
    await service.end();
  });

  it('counts only when it is whole, and the oldest go first', async () => {
    const present = backupsIn(backupDir);
    const broken = present.at(-1)?.path as string;
    rmSync(join(broken, 'manifest.json'));
    await expect(restore(broken)).rejects.toThrow('holds no whole backup');
    expect(removeOldBackups(backupDir, 2)).toHaveLength(present.length - 3);
    expect(backupsIn(backupDir).map(({ path }) => path)).toEqual(present.slice(-3, -1).map(({ path }) => path));
  });
});
