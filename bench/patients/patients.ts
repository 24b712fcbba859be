import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { launchStack, type Stack } from '../../tools/start/launch-stack.js';
import { limitFigure, ratioFigure, type Figure } from '../harness/figure.js';
import { inTurn, progress } from '../harness/statistics.js';
import { copyPeople } from './copied-people.js';
import { ImportRun } from './import-run.js';

const LINES = 50_000;
const ROUNDS = 3;
const MOST_LINES = 1_000_000;

/** benchmarks.md, row `patients`, import: through the gateway, with events, audit and logs as always. */
export async function run(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hospital-patients-'));
  const stack = await launchStack({
    dataDir,
    only: ['staff', 'patients', 'gateway'],
    env: { RATE_LIMIT_USER: '0', HIS_URL: 'http://127.0.0.1:1', FOLLOW_UP_URL: 'http://127.0.0.1:1' },
  });
  const client = new pg.Client({ connectionString: stack.databaseUrls['patients'] as string });
  await client.connect();
  try {
    return await figures(stack, client);
  } finally {
    await client.end();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function figures(stack: Stack, client: pg.Client): Promise<Figure[]> {
  const imports = await ImportRun.open(stack, client);
  // Warms up, and makes the people whose likes the baseline copies.
  await imports.newcomers(LINES);
  const newcomers = await inTurn(
    ROUNDS,
    () => copyPeople(client, LINES),
    async () => (await imports.newcomers(LINES)).perSecond,
  );
  const again = await imports.again();
  progress(`the same ${LINES} lines again: ${again.toFixed(0)}/s, nothing written`);
  const large = await imports.newcomers(MOST_LINES);
  progress(`${MOST_LINES} lines: ${large.perSecond.toFixed(0)}/s`);
  const shared = { bench: 'patients', load: 'one CSV file' };
  return [
    ratioFigure({
      ...{ ...shared, figure: 'import of new patients', value: newcomers.ours, unit: 'lines/s', atLeast: 0.2 },
      baseline: newcomers.baseline,
    }),
    limitFigure({
      ...{ ...shared, figure: 'PSS of the service while it imports 1,000,000 lines, peak', value: large.peakMb },
      ...{ unit: 'MB', atMost: 300 },
    }),
  ];
}
