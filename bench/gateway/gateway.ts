import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import autocannon from 'autocannon';
import { createHospitalClient, dataOf } from '#client';
import { DEMO_USERS } from '../../tools/start/demo-users.js';
import { launchStack, type Stack } from '../../tools/start/launch-stack.js';
import { startWorker } from '../harness/child.js';
import { limitFigure, ratioFigure, type Figure } from '../harness/figure.js';
import { inTurn, percentile, progress } from '../harness/statistics.js';

const CONNECTIONS = 32;
const SECONDS = 8;
const ROUNDS = 3;
const RATE = 200;
const RATE_SECONDS = 20;

/** What is asked for, and how. */
interface Target {
  url: string;
  headers: Record<string, string>;
}

/** benchmarks.md, rows `gateway`. Audit and logs are on, as they always are. */
export async function run(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hospital-gateway-'));
  const stack = await launchStack({
    dataDir,
    only: ['staff', 'patients', 'gateway'],
    env: {
      RATE_LIMIT_USER: '0',
      HIS_URL: 'http://127.0.0.1:1',
      FOLLOW_UP_URL: 'http://127.0.0.1:1',
      COMPLAINTS_URL: 'http://127.0.0.1:1',
    },
  });
  const bare = await startWorker(new URL('./bare-server.js', import.meta.url), {
    DATABASE_URL: stack.databaseUrls['patients'] as string,
  });
  try {
    const ours = await aPatient(stack);
    const { pathname } = new URL(ours.url);
    const baseline = { url: `${await bare.ask<string>('address')}${pathname}`, headers: {} };
    return [await reads(baseline, ours), await latency(ours)];
  } finally {
    await bare.stop();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function aPatient(stack: Stack): Promise<Target> {
  const baseUrl = stack.urls['gateway'] as string;
  const { username, password } = DEMO_USERS.manager;
  const anonymous = createHospitalClient({ baseUrl });
  const { accessToken } = await dataOf(anonymous.POST('/auth/token', { body: { username, password } }));
  const client = createHospitalClient({ baseUrl, token: () => accessToken });
  const { id } = await dataOf(
    client.POST('/patients', {
      body: {
        name: '欧阳晓燕',
        birthDate: '1968-05-12',
        phones: ['13912345678'],
        identifiers: [{ issuer: 'BENCH', value: '1', type: 'MR' }],
      },
    }),
  );
  return { url: `${baseUrl}/patients/${id}`, headers: { authorization: `Bearer ${accessToken}` } };
}

async function perSecond({ url, headers }: Target, seconds = SECONDS): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} other answers`);
  return result['2xx'] / result.duration;
}

async function reads(baseline: Target, ours: Target): Promise<Figure> {
  await perSecond(baseline, 3);
  await perSecond(ours, 5);
  const measured = await inTurn(
    ROUNDS,
    () => perSecond(baseline),
    () => perSecond(ours),
  );
  return ratioFigure({
    bench: 'gateway',
    figure: 'GET one patient through gateway and service',
    value: measured.ours,
    unit: '1/s',
    baseline: measured.baseline,
    atLeast: 0.2,
    load: `${CONNECTIONS} connections`,
  });
}

/** Open loop: one every 1/rate seconds, whatever the answers do; each is timed from when it was due. */
async function latency({ url, headers }: Target): Promise<Figure> {
  const started = performance.now();
  const times: number[] = [];
  const running: Promise<void>[] = [];
  for (let index = 0; index < RATE * RATE_SECONDS; index += 1) {
    const due = started + (index * 1000) / RATE;
    if (due > performance.now()) await delay(due - performance.now());
    running.push(
      fetch(url, { headers })
        .then((answer) => answer.arrayBuffer())
        .then(() => void times.push(performance.now() - due)),
    );
  }
  await Promise.all(running);
  progress(`p50 ${percentile(times, 50).toFixed(1)} ms`);
  return limitFigure({
    bench: 'gateway',
    figure: 'GET one patient, p99',
    value: percentile(times, 99),
    unit: 'ms',
    atMost: 20,
    load: `${RATE}/s open loop, ${RATE_SECONDS} s`,
  });
}
