import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#platform';
import pg from 'pg';
import { launchStack, type Stack } from '../../tools/start/launch-stack.js';
import { MllpSender } from '../../tools/start/mllp-sender.js';
import { checkAgainstPgbench, connections } from '../harness/baseline.js';
import { ratioFigure, type Figure } from '../harness/figure.js';
import { inTurn, throughput } from '../harness/statistics.js';

const CONNECTIONS = 8;
const MESSAGES = 4_000;
const ROUNDS = 3;

/** benchmarks.md, row `mllp`: acknowledged discharges a second, the acknowledgement after the commit. */
export async function run(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hospital-bench-mllp-'));
  const stack = await launchStack({ dataDir, only: ['his'], env: { LOG_LEVEL: 'error' } });
  try {
    return [await acknowledged(stack)];
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function acknowledged(stack: Stack): Promise<Figure> {
  const url = stack.databaseUrls['his'] as string;
  const address = { host: '127.0.0.1', port: stack.ports['mllp'] as number };
  const senders = await Promise.all(Array.from({ length: CONNECTIONS }, () => MllpSender.connect(address)));
  const ours = () => stream(senders);
  await ours();
  const bare = await connections(url, CONNECTIONS);
  const statements = await statementsLike(bare.clients[0] as pg.Client);
  const { baseline, ours: value } = await inTurn(ROUNDS, () => insertBare(bare.clients, statements), ours);
  checkAgainstPgbench(url, pgbenchScript(statements), CONNECTIONS, baseline);
  await bare.end();
  for (const sender of senders) sender.close();
  return ratioFigure({
    bench: 'mllp',
    figure: 'acknowledged A03',
    value,
    unit: '1/s',
    baseline,
    atLeast: 0.5,
    load: `${CONNECTIONS} connections, one message under way on each`,
  });
}

let sent = 0;

async function stream(senders: MllpSender[]): Promise<number> {
  return throughput(MESSAGES, CONNECTIONS, async (_index, lane) => {
    const code = await (senders[lane] as MllpSender).send(Buffer.from(discharge((sent += 1))));
    if (code !== 'AA') throw new Error(`The listener answered ${code}`);
  });
}

function discharge(number: number): string {
  const pv1 = Array.from(
    { length: 45 },
    (_, index) =>
      ({ 0: '1', 1: 'I', 2: '^^^03.04&心血管内科', 18: `B${number}`, 43: '20260221090000', 44: '20260302101500' })[
        index
      ] ?? '',
  );
  return [
    `MSH|^~\\&|HIS|BENCH|HCSC|HOSPITAL|20260302101500||ADT^A03^ADT_A03|BENCH${number}|P|2.5.1||||||UNICODE UTF-8`,
    'EVN|A03|20260302101500',
    `PID|1||M${number}^^^BENCH^MR||王^伟||19620318|M|||北京市海淀区||13800138001`,
    `PV1|${pv1.join('|')}`,
    'DG1|1||I25.1^冠状动脉粥样硬化性心脏病^I10|||F',
    '',
  ].join('\r');
}

/** An insert of a row like one that our own service stored, with new keys: the same columns, sizes and indexes. */
interface Statement {
  text: string;
  /** Values of one more such row. */
  values: () => unknown[];
  /** As pgbench writes it. */
  literal: string;
}

async function statementsLike(client: pg.Client): Promise<Statement[]> {
  return [
    await statementLike(client, 'hl7_message', {
      id: [newId, 'gen_random_uuid()'],
      body_hash: [() => randomBytes(32), "decode(md5(random()::text) || md5(random()::text), 'hex')"],
    }),
    // Published, or our relay would send it.
    await statementLike(
      client,
      'outbox',
      { id: [newId, 'gen_random_uuid()'], published_at: [() => new Date(), 'now()'] },
      ['seq'],
    ),
  ];
}

type Fresh = Record<string, [make: () => unknown, sql: string]>;

async function statementLike(
  client: pg.Client,
  table: string,
  fresh: Fresh,
  without: string[] = [],
): Promise<Statement> {
  const { rows, fields } = await client.query<Record<string, unknown>>(`SELECT * FROM ${table} LIMIT 1`);
  const row = rows[0] as Record<string, unknown>;
  const columns = fields.map((field) => field.name).filter((name) => !without.includes(name));
  const { rows: literals } = await client.query<Record<string, string>>(
    `SELECT ${columns.map((name) => `quote_nullable(${name}::text) AS ${name}`).join(', ')} FROM ${table} LIMIT 1`,
  );
  const json = (value: unknown) =>
    value !== null && typeof value === 'object' && value.constructor === Object ? JSON.stringify(value) : value;
  const list = (name: string) => (name === 'problems' ? JSON.stringify(row[name]) : json(row[name]));
  return {
    text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    values: () => columns.map((name) => fresh[name]?.[0]() ?? list(name)),
    literal: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => fresh[name]?.[1] ?? literals[0]?.[name]).join(', ')});`,
  };
}

async function insertBare(clients: pg.Client[], statements: Statement[]): Promise<number> {
  return throughput(MESSAGES, CONNECTIONS, async (_index, lane) => {
    const client = clients[lane] as pg.Client;
    await client.query('BEGIN');
    for (const [index, { text, values }] of statements.entries()) {
      await client.query({ name: `insert-${index}`, text, values: values() });
    }
    await client.query('COMMIT');
  });
}

/** pgbench takes `:name` for a variable of its own. */
function pgbenchScript(statements: Statement[]): string {
  const lines = statements.map(({ literal }) => literal.replaceAll('\n', ' ').replaceAll(/:(?=[a-zA-Z_])/g, ': '));
  return ['BEGIN;', ...lines, 'COMMIT;', ''].join('\n');
}
