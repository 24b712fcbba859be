import pg from 'pg';
import type { Stack } from '../../tools/start/launch-stack.js';
import { checkAgainstPgbench, connections } from '../harness/baseline.js';
import { ratioFigure, type Figure } from '../harness/figure.js';
import { inTurn, progress, throughput } from '../harness/statistics.js';
import { barePlan } from './bare-plan.js';
import { plansPerSecond } from './discharge-feed.js';

const CONNECTIONS = 8;
const A_ROUND = 2_000;
const ROUNDS = 3;

/** Discharges through the bus and the service's consumer, against their rows in one transaction each (FU-1). */
export async function planFigure(stack: Stack, followUp: pg.Client, tasks: number): Promise<Figure> {
  const patients = new pg.Client({ connectionString: stack.databaseUrls['patients'] as string });
  await patients.connect();
  const url = stack.databaseUrls['follow-up'] as string;
  const bare = await connections(url, CONNECTIONS);
  try {
    await plansPerSecond({ patients, followUp }, A_ROUND / 4);
    const plan = await barePlan(followUp);
    progress(`the rows of a discharge: ${plan.size}`);
    const write = (_: number, lane: number) => plan.write(bare.clients[lane] as pg.Client);
    await throughput(A_ROUND / 4, CONNECTIONS, write);
    const measured = await inTurn(
      ROUNDS,
      () => throughput(A_ROUND, CONNECTIONS, write),
      () => plansPerSecond({ patients, followUp }, A_ROUND),
    );
    checkAgainstPgbench(url, plan.script(), CONNECTIONS, measured.baseline);
    return ratioFigure({
      ...{ bench: 'follow-up', figure: 'plans from discharges', value: measured.ours, unit: '1/s', atLeast: 0.3 },
      ...{ baseline: measured.baseline, load: `${A_ROUND} discharges at once, beside ${tasks} tasks` },
    });
  } finally {
    await bare.end();
    await patients.end();
  }
}
