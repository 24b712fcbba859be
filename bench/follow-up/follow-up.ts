import pg from 'pg';
import { launchStack } from '../../tools/start/launch-stack.js';
import type { Figure } from '../harness/figure.js';
import { HospitalDoor } from '../harness/hospital-door.js';
import { madeDatabase } from '../harness/made-database.js';
import { progress } from '../harness/statistics.js';
import { dayFigure } from './day-run.js';
import { loadPlans } from './load-plans.js';
import { TASKS_A_PLAN } from './made-plans.js';
import { nextFigure } from './next-run.js';
import { planFigure } from './plan-run.js';

const TASKS = 5_000_000;

/** What can be measured by itself: `--only day`. */
const PARTS = ['day', 'next', 'plans'] as const;
type Part = (typeof PARTS)[number];

/** A run at night or on a holiday measures the same; all nurses sign in from here. */
const ENVIRONMENT = {
  ...{ RATE_LIMIT_USER: '0', RATE_LIMIT_LOGIN: '0', CALLS_ON_HOLIDAYS: 'true' },
  ...{ CALL_QUIET_FROM: '00:00', CALL_QUIET_UNTIL: '00:00' },
};

/** benchmarks.md, rows `follow-up`: over the bus and through the gateway, with events, audit and logs as always. */
export async function run(options: string[]): Promise<Figure[]> {
  const tasks = Number(valueOf(options, '--tasks') ?? TASKS);
  const only = valueOf(options, '--only')?.split(',') ?? PARTS;
  const stack = await launchStack({
    dataDir: await madeTasks(tasks, valueOf(options, '--data')),
    only: ['staff', 'patients', 'follow-up', 'gateway'],
    env: { ...ENVIRONMENT, HIS_URL: 'http://127.0.0.1:1' },
  });
  const client = new pg.Client({ connectionString: stack.databaseUrls['follow-up'] as string });
  await client.connect();
  const parts: Record<Part, () => Promise<Figure>> = {
    day: async () => dayFigure(await HospitalDoor.open(stack), tasks),
    next: async () => nextFigure(stack, await openTasks(client)),
    plans: () => planFigure(stack, client, tasks),
  };
  try {
    const figures: Figure[] = [];
    for (const part of PARTS) {
      if (!only.includes(part)) continue;
      const started = performance.now();
      figures.push(await parts[part]());
      progress(`${part}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    }
    return figures;
  } finally {
    await client.end();
    await stack.stop();
  }
}

async function openTasks(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ open: number }>(`SELECT count(*)::int AS open FROM task WHERE status = 'open'`);
  return rows[0]?.open ?? 0;
}

/** @returns the data folder of a stack whose follow-up database has so many tasks. */
function madeTasks(tasks: number, folder?: string): Promise<string> {
  const load = (adminUrl: string) => loadPlans(adminUrl, Math.round(tasks / TASKS_A_PLAN));
  const made = { service: 'follow-up', name: `follow-up-${tasks}`, edition: 3, empty: ['staff', 'patients'], load };
  return madeDatabase(made, folder);
}

function valueOf(options: string[], name: string): string | undefined {
  const at = options.indexOf(name);
  return at < 0 ? undefined : options[at + 1];
}
