import { randomUUID } from 'node:crypto';
import type { Stack } from '../../tools/start/launch-stack.js';
import { checkAgainstPgbench } from '../harness/baseline.js';
import { startWorker } from '../harness/child.js';
import { ratioFigure, type Figure } from '../harness/figure.js';
import { KeepAlive } from '../harness/keep-alive.js';
import { inTurn, throughput } from '../harness/statistics.js';
import { aNewcomer } from './created-people.js';
import type { HospitalDoor } from '../harness/hospital-door.js';

const CONNECTIONS = 8;
const A_ROUND = 1_200;
const ROUNDS = 3;

/** Creates with an Idempotency-Key, as a careful client sends it, against bare Fastify with the same rows. */
export async function createFigure(door: HospitalDoor, stack: Stack): Promise<Figure> {
  const url = stack.databaseUrls['patients'] as string;
  const bare = await startWorker(new URL('./bare-create.js', import.meta.url), { DATABASE_URL: url });
  const http = new KeepAlive(CONNECTIONS);
  const headers = () => ({ authorization: door.authorization, 'idempotency-key': randomUUID() });
  const round = (target: string, total: number) =>
    throughput(total, CONNECTIONS, async () => void (await http.post(`${target}/patients`, aNewcomer(), headers())));
  try {
    const baseline = await bare.ask<string>('address');
    for (const target of [baseline, door.url]) await round(target, 400);
    const measured = await inTurn(
      ROUNDS,
      () => round(baseline, 2 * A_ROUND),
      () => round(door.url, A_ROUND),
    );
    checkAgainstPgbench(url, await bare.ask<string>('script'), CONNECTIONS, measured.baseline);
    return ratioFigure({
      ...{ bench: 'patients', figure: 'create through the gateway', value: measured.ours, unit: '1/s', atLeast: 0.2 },
      ...{ baseline: measured.baseline, load: `${CONNECTIONS} connections, with Idempotency-Key` },
    });
  } finally {
    http.close();
    await bare.stop();
  }
}
