import pg from 'pg';
import { launchStack } from '../../tools/start/launch-stack.js';
import type { Figure } from '../harness/figure.js';
import { HospitalDoor } from '../harness/hospital-door.js';
import { madeDatabase } from '../harness/made-database.js';
import { progress } from '../harness/statistics.js';
import { boardFigure } from './board-run.js';
import { idleFigure, lagFigure } from './deadline-run.js';
import { loadTickets } from './load-tickets.js';
import { openFigure } from './open-run.js';

const TICKETS = 1_000_000;

/** Services that nothing here asks. */
const NOWHERE = 'http://127.0.0.1:1';

/** What can be measured by itself: `--only idle`. Opening comes last: copied rows are no tickets that can be escalated. */
const PARTS = ['idle', 'board', 'deadlines', 'open'] as const;
type Part = (typeof PARTS)[number];

/** benchmarks.md, rows `complaints`: the service as it runs, with events and logs as always. */
export async function run(options: string[]): Promise<Figure[]> {
  const tickets = Number(valueOf(options, '--tickets') ?? TICKETS);
  const only = valueOf(options, '--only')?.split(',') ?? PARTS;
  const load = (adminUrl: string) => loadTickets(adminUrl, tickets);
  const made = { service: 'complaints', name: `complaints-${tickets}`, edition: 3, empty: ['staff'], load };
  const stack = await launchStack({
    dataDir: await madeDatabase(made, valueOf(options, '--data')),
    only: ['staff', 'complaints', 'gateway'],
    env: { RATE_LIMIT_USER: '0', HIS_URL: NOWHERE, PATIENTS_URL: NOWHERE, FOLLOW_UP_URL: NOWHERE },
  });
  const client = new pg.Client({ connectionString: stack.databaseUrls['complaints'] as string });
  await client.connect();
  const parts: Record<Part, () => Promise<Figure>> = {
    idle: () => idleFigure(tickets),
    open: async () => openFigure(await HospitalDoor.open(stack), stack, client, tickets),
    board: async () => boardFigure(await HospitalDoor.open(stack), client, tickets),
    deadlines: () => lagFigure(client, tickets),
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

function valueOf(options: string[], name: string): string | undefined {
  const at = options.indexOf(name);
  return at < 0 ? undefined : options[at + 1];
}
