import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataOf, type HospitalClient } from '#client';
import { eventually, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';

/** Where a package's worker dies, and how many drafts that leaves behind. */
const POINTS = [
  ['data-package.half-made', 1],
  ['data-package.made', 2],
  ['data-package.delivered', 0],
] as const;

/** PT-9 with real processes and real kills. */
describe('a data package whose worker is killed', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-kill-point-'));
  const killPoint = join(directory, 'kill-point');
  let hospital: TestHospital;
  let client: HospitalClient;

  beforeAll(async () => {
    const preload = pathToFileURL(join(projectRoot(), 'dist', 'libs', 'testing', 'src', 'kill-point.js')).href;
    hospital = await TestHospital.open({ NODE_OPTIONS: `--import ${preload}`, KILL_POINT_FILE: killPoint });
    client = await hospital.client();
  }, 120_000);

  afterAll(async () => {
    await hospital.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const rows = (sql: string, values: unknown[] = []) => hospital.rows<{ id: string }>('patients', sql, values);
  const filesOf = (packageId: string) =>
    rows(`SELECT id FROM file WHERE owner = $1 AND state <> 'deleted'`, [`data-package/${packageId}`]);
  const drafts = () => rows(`SELECT id FROM file WHERE use = 'patient-data-package' AND owner IS NULL`);
  const stored = () =>
    readdirSync(join(hospital.dataDir, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  async function ordered(): Promise<{ id: string; packageId: string }> {
    const { id } = await dataOf(client.POST('/patients', { body: { name: '葉东珅' } }));
    const body = { askedBy: 'self', identityCheck: 'document-in-person', legalBasis: 'PIPL Art. 45' } as const;
    const made = await dataOf(client.POST('/patients/{id}/data-packages', { params: { path: { id } }, body }));
    return { id, packageId: made.id };
  }

  it.each(POINTS)(
    'PT-9 at %s: it is made exactly once all the same',
    async (point, left) => {
      const before = (await drafts()).length;
      writeFileSync(killPoint, `patients ${point} 1`);
      const { id, packageId } = await ordered();
      await eventually(() => expect(existsSync(killPoint)).toBe(false), { timeout: 60_000 });
      await eventually(
        async () => {
          const params = { path: { id, packageId } };
          const made = await dataOf(client.GET('/patients/{id}/data-packages/{packageId}', { params }));
          expect(made).toMatchObject({ state: 'ready', attempts: 1, missing: [] });
        },
        { timeout: 90_000 },
      );
      await eventually(async () => expect(await rows(WORK)).toEqual([]), { timeout: 60_000 });
      expect(await filesOf(packageId)).toHaveLength(2);
      expect((await drafts()).length - before).toBe(left);
    },
    240_000,
  );

  it('PT-9 leaves no draft for ever: a day later they are swept, contents and all', async () => {
    const kept = (await rows(`SELECT id FROM file WHERE owner LIKE 'data-package/%'`)).map(({ id }) => id);
    expect(kept).toHaveLength(6);
    expect((await drafts()).length).toBe(3);
    expect(stored().length).toBe(9);
    await rows(`UPDATE file SET created_at = created_at - interval '25 hours'`);
    await eventually(async () => expect(await drafts()).toEqual([]), { timeout: 90_000 });
    await eventually(() => expect(stored().toSorted()).toEqual(kept.toSorted()));
  }, 120_000);
});

const WORK = `SELECT id FROM pgboss.job_common
  WHERE name = 'patients.data-package' AND state IN ('created', 'retry', 'active')`;
