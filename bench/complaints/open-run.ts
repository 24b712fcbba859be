import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Stack } from '../../tools/start/launch-stack.js';
import { checkAgainstPgbench, connections } from '../harness/baseline.js';
import { ratioFigure, type Figure } from '../harness/figure.js';
import type { HospitalDoor } from '../harness/hospital-door.js';
import { KeepAlive } from '../harness/keep-alive.js';
import { inTurn, progress, throughput } from '../harness/statistics.js';
import { bareTicket } from './bare-ticket.js';

const CONNECTIONS = 8;
const A_ROUND = 1_500;
const ROUNDS = 3;

/** A complaint that is no medical one has the most clocks: five (CP-1, CP-3, CP-9). */
const COMPLAINT = {
  ...{ kind: 'complaint', medical: false, channel: 'phone', settlement: 'investigation', departmentCode: 'K7' },
  ...{ subject: '门诊等候时间过长', text: '上午九点挂号，十一点才就诊，窗口无人解释。' },
  ...{ reporterName: '王芳', reporterPhone: '13800138000', complainantType: 'voicing' },
};

/** Requests that become tickets, over HTTP with an Idempotency-Key, against the same rows in one transaction each (CP-1). */
export async function openFigure(
  door: HospitalDoor,
  stack: Stack,
  client: pg.Client,
  tickets: number,
): Promise<Figure> {
  const url = stack.databaseUrls['complaints'] as string;
  const bare = await connections(url, CONNECTIONS);
  const http = new KeepAlive(CONNECTIONS);
  const open = async () => {
    const headers = { authorization: door.authorization, 'idempotency-key': randomUUID() };
    const answer = await http.post(`${stack.urls['complaints']}/complaints/tickets`, COMPLAINT, headers);
    return (JSON.parse(answer) as { id: string }).id;
  };
  try {
    const ticket = await bareTicket(client, await open());
    progress(`the rows of a ticket: ${ticket.size}`);
    const write = (_: number, lane: number) => ticket.write(bare.clients[lane] as pg.Client);
    for (const warmUp of [write, async () => void (await open())]) await throughput(400, CONNECTIONS, warmUp);
    const measured = await inTurn(
      ROUNDS,
      () => throughput(A_ROUND, CONNECTIONS, write),
      () => throughput(A_ROUND, CONNECTIONS, async () => void (await open())),
    );
    checkAgainstPgbench(url, ticket.script(), CONNECTIONS, measured.baseline);
    return ratioFigure({
      ...{ bench: 'complaints', figure: 'tickets opened', value: measured.ours, unit: '1/s', atLeast: 0.25 },
      ...{ baseline: measured.baseline, load: `${CONNECTIONS} connections, beside ${tickets} open tickets` },
    });
  } finally {
    http.close();
    await bare.end();
  }
}
