import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '#testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { DEMO_USERS } from '../start/demo-users.js';
import { launchStack, type Stack } from '../start/launch-stack.js';
import type { ImportAnswer } from './import-progress.js';

jest.setTimeout(300_000);

const LINES = 40_000;
const KILLS = 3;

/** Every tenth line is of the person of the line before, every hundredth is wrong. */
function sheet(): string {
  const lines = Array.from({ length: LINES }, (_, at) => {
    const number = at % 10 === 9 ? at - 1 : at;
    return `断点${at % 100 === 50 ? '' : number},${at % 100 === 50 ? 'x' : ''},,138${10_000_000 + at},K${number},HIS-K`;
  });
  return ['姓名,性别,出生日期,手机,病案号,发号系统', ...lines].join('\n');
}

/** Through the gateway, with real processes and real kills. */
describe('an import whose worker is killed', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'killed-import-'));
  let stack: Stack;
  let client: pg.Client;
  let authorization: string;

  beforeAll(async () => {
    stack = await launchStack({
      dataDir,
      only: ['staff', 'patients', 'gateway'],
      env: {
        LOG_LEVEL: 'warn',
        RATE_LIMIT_USER: '0',
        HIS_URL: 'http://127.0.0.1:1',
        FOLLOW_UP_URL: 'http://127.0.0.1:1',
        COMPLAINTS_URL: 'http://127.0.0.1:1',
      },
    });
    client = new pg.Client({ connectionString: stack.databaseUrls['patients'] as string });
    await client.connect();
    const { username, password } = DEMO_USERS.manager;
    const answer = await fetch(`${stack.urls['gateway']}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    authorization = `Bearer ${((await answer.json()) as { accessToken: string }).accessToken}`;
  }, 120_000);

  afterAll(async () => {
    await client.end();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const count = async (text: string) => Number((await client.query<{ count: string }>(text)).rows[0]?.count);
  const readSoFar = () => count('SELECT lines_read AS count FROM patient_import');

  async function send(): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([sheet()]), 'list.csv');
    const headers = { authorization };
    const answer = await fetch(`${stack.urls['gateway']}/patients/imports`, { method: 'POST', headers, body: form });
    expect(answer.status).toBe(202);
    return ((await answer.json()) as ImportAnswer).id;
  }

  it('PT-8 goes on behind its last line within 30 seconds, and does nothing twice', async () => {
    const id = await send();
    const took: number[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const at = Math.floor(((kill - 1 + Math.random()) / KILLS) * LINES * 0.9);
      await eventually(async () => expect(await readSoFar()).toBeGreaterThanOrEqual(at), { timeout: 60_000 });
      await stack.service('patients').kill();
      const killed = performance.now();
      const before = await readSoFar();
      await eventually(async () => expect(await readSoFar()).toBeGreaterThan(before), { timeout: 60_000 });
      took.push(performance.now() - killed);
    }
    // The middle one: a machine that was busy once is no slow software.
    expect(took.toSorted((a, b) => a - b)[Math.floor(KILLS / 2)]).toBeLessThan(30_000);
    const state = async () =>
      (await client.query<{ state: string }>('SELECT state FROM patient_import')).rows[0]?.state;
    await eventually(async () => expect(await state()).toBe('done'), { timeout: 120_000 });
    const { rows } = await client.query<ImportAnswer>(
      `SELECT lines_read AS read, lines_created AS created, lines_updated AS updated, lines_unchanged AS unchanged,
         lines_rejected AS rejected FROM patient_import WHERE id = $1`,
      [id],
    );
    const people = LINES - LINES / 10 - LINES / 100;
    expect(rows[0]).toEqual({
      ...{ read: LINES, created: people, updated: LINES / 10, unchanged: 0, rejected: LINES / 100 },
    });
    expect(await count(`SELECT count(*) FROM person_identifier WHERE issuer = 'HIS-K'`)).toBe(people);
    expect(await count(`SELECT count(*) FROM person WHERE name LIKE '断点%'`)).toBe(people);
    expect(await count('SELECT count(DISTINCT row_number) FROM patient_import_rejection')).toBe(LINES / 100);
    expect(await count('SELECT count(*) FROM patient_import_rejection')).toBe(LINES / 100);
    const registered = `FROM outbox WHERE subject = 'patients.person.registered.v1'`;
    expect(await count(`SELECT count(DISTINCT partition_key) ${registered}`)).toBe(
      await count(`SELECT count(*) ${registered}`),
    );
    expect(await count(`SELECT count(*) FROM outbox WHERE subject = 'patients.import.finished.v1'`)).toBe(1);
  });
});
