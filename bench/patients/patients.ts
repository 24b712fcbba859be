import pg from 'pg';
import { launchStack, type Stack } from '../../tools/start/launch-stack.js';
import type { Figure } from '../harness/figure.js';
import { progress } from '../harness/statistics.js';
import { createFigure } from './create-run.js';
import { HospitalDoor } from '../harness/hospital-door.js';
import { importFigures } from './import-figures.js';
import { madeHospital } from './made-hospital.js';
import { readFigures } from './read-run.js';
import { segmentFigure } from './segment-run.js';

const PEOPLE = 1_000_000;
/** Of the long file: a million takes longer than everything else together. */
const LINES = 100_000;

/** What can be measured by itself: `--only reads,create`. */
const PARTS = ['reads', 'segments', 'create', 'import'] as const;
type Part = (typeof PARTS)[number];

/** benchmarks.md, rows `patients`: through the gateway, with events, audit and logs as always. */
export async function run(options: string[]): Promise<Figure[]> {
  const people = Number(valueOf(options, '--people') ?? PEOPLE);
  const lines = Number(valueOf(options, '--lines') ?? LINES);
  const only = valueOf(options, '--only')?.split(',') ?? PARTS;
  const dataDir = await madeHospital(people, valueOf(options, '--data'));
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
  const client = new pg.Client({ connectionString: stack.databaseUrls['patients'] as string });
  await client.connect();
  try {
    return await figures({ stack, client, people, lines, wants: (part) => only.includes(part) });
  } finally {
    await client.end();
    await stack.stop();
  }
}

interface Measured {
  stack: Stack;
  client: pg.Client;
  people: number;
  lines: number;
  wants: (part: Part) => boolean;
}

/** What only reads first: what is written afterwards would disturb it. */
async function figures({ stack, client, people, lines, wants }: Measured): Promise<Figure[]> {
  const door = () => HospitalDoor.open(stack);
  const all: Figure[] = [];
  const parts: [Part, () => Promise<Figure[]>][] = [
    ['reads', async () => readFigures(await door(), client, people)],
    ['segments', async () => [await segmentFigure(await door(), people)]],
    ['create', async () => [await createFigure(await door(), stack)]],
    ['import', () => importFigures(stack, client, { people, lines })],
  ];
  for (const [part, measure] of parts) {
    if (!wants(part)) continue;
    const started = performance.now();
    all.push(...(await measure()));
    progress(`${part}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  return all;
}

function valueOf(options: string[], name: string): string | undefined {
  const at = options.indexOf(name);
  return at < 0 ? undefined : options[at + 1];
}
