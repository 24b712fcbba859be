import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#platform';
import pg from 'pg';
import { startBenchServers } from '../harness/backing.js';
import { checkAgainstPgbench, connections } from '../harness/baseline.js';
import { startWorker, type Worker } from '../harness/child.js';
import { limitFigure, ratioFigure, type Figure } from '../harness/figure.js';
import { inTurn, percentile, progress, throughput } from '../harness/statistics.js';

const CONNECTIONS = 8;
const SINGLE_EVENTS = 4_000;
const BATCH_SIZE = 256;
const BATCH_EVENTS = 60 * BATCH_SIZE;
const ROUNDS = 3;
const RATE = 200;
const RATE_SECONDS = 20;

interface Sides {
  emitter: Worker;
  consumer: Worker;
  /** Reads the consumer's database. */
  effects: pg.Client;
  emitterUrl: string;
  consumerUrl: string;
}

/** benchmarks.md, rows `bus`. */
export async function run(): Promise<Figure[]> {
  const servers = await startBenchServers();
  try {
    const emitterUrl = await servers.database('bench_emitter');
    const consumerUrl = await servers.database('bench_consumer');
    const environment = { NATS_URL: servers.natsUrl, LOG_LEVEL: 'error', SERVICE_PORT: '0' };
    const emitter = await startWorker(new URL('./emitter.js', import.meta.url), {
      ...environment,
      DATABASE_URL: emitterUrl,
    });
    const consumer = await startWorker(new URL('./consumer.js', import.meta.url), {
      ...environment,
      DATABASE_URL: consumerUrl,
    });
    const effects = new pg.Client({ connectionString: consumerUrl });
    await effects.connect();
    const sides = { emitter, consumer, effects, emitterUrl, consumerUrl };
    const figures = [await singles(sides), await batches(sides), ...(await latency(sides))];
    await effects.end();
    await Promise.all([emitter.stop(), consumer.stop()]);
    return figures;
  } finally {
    await servers.stop();
  }
}

const OUTBOX = `INSERT INTO outbox (id, subject, partition_key, event, occurred_at) VALUES ($1, 'bench', $2, $3, $4)`;
const INBOX = `INSERT INTO inbox (event_id, stream, stream_seq, received_at) VALUES ($1, 'bench', 1, $2)`;
const EFFECT = 'INSERT INTO effect (event_id, key, handled_at) VALUES ($1, $2, $3)';
const ORIGIN = 'INSERT INTO origin (id, key) VALUES ($1, $2)';
const EVENT = JSON.stringify({
  specversion: '1.0',
  type: 'bench',
  data: { patientId: newId(), changed: ['phones'] },
}).padEnd(420);

const prepared = (client: pg.Client, name: string, text: string, values: unknown[]) =>
  client.query({ name, text, values });

/** The same four row changes in the same two transactions, by node-postgres with prepared statements. */
async function bareTransactions(emitters: pg.Client[], consumers: pg.Client[], events: number): Promise<number> {
  return throughput(events, CONNECTIONS, async (_index, lane) => {
    const [emitter, consumer] = [emitters[lane] as pg.Client, consumers[lane] as pg.Client];
    const [id, key, now] = [newId(), newId(), new Date()];
    await emitter.query('BEGIN');
    await prepared(emitter, 'origin', ORIGIN, [newId(), key]);
    // Marked as published, or the relay of ours would send it in its next round.
    await prepared(
      emitter,
      'outbox',
      `${OUTBOX.replace('occurred_at)', 'occurred_at, published_at)').replace('$4)', '$4, $4)')}`,
      [id, key, EVENT, now],
    );
    await emitter.query('COMMIT');
    await consumer.query('BEGIN');
    await prepared(consumer, 'inbox', INBOX, [id, now]);
    await prepared(consumer, 'effect', EFFECT, [id, key, now]);
    await consumer.query('COMMIT');
  });
}

async function endToEnd(sides: Sides, events: number, batchSize: number): Promise<number> {
  await sides.effects.query('TRUNCATE effect');
  const started = performance.now();
  const emitting = sides.emitter.ask('emit', { total: events, concurrency: CONNECTIONS, batchSize });
  await allHandled(sides, events);
  await emitting;
  return events / ((performance.now() - started) / 1000);
}

/** A slow event counts too: nothing is measured before the last one is handled. */
async function allHandled(sides: Sides, events: number): Promise<void> {
  for (;;) {
    const { rows } = await sides.effects.query<{ count: string }>('SELECT count(*) FROM effect');
    if (Number(rows[0]?.count) >= events) return;
    await delay(10);
  }
}

async function singles(sides: Sides): Promise<Figure> {
  const emitters = await connections(sides.emitterUrl, CONNECTIONS);
  const consumers = await connections(sides.consumerUrl, CONNECTIONS);
  const bare = () => bareTransactions(emitters.clients, consumers.clients, SINGLE_EVENTS);
  await endToEnd(sides, 1_000, 1);
  const { baseline, ours } = await inTurn(ROUNDS, bare, () => endToEnd(sides, SINGLE_EVENTS, 1));
  // pgbench runs one of the two transactions, so one event is worth two of its transactions.
  const script = `BEGIN;\nINSERT INTO origin (id, key) VALUES (gen_random_uuid(), gen_random_uuid());\nINSERT INTO outbox (id, subject, partition_key, event, occurred_at, published_at) VALUES (gen_random_uuid(), 'bench', 'k', '${EVENT}', now(), now());\nCOMMIT;\n`;
  checkAgainstPgbench(sides.emitterUrl, script, CONNECTIONS, baseline * 2);
  await Promise.all([emitters.end(), consumers.end()]);
  return ratioFigure({
    bench: 'bus',
    figure: 'events end to end, single handlers',
    value: ours,
    unit: '1/s',
    baseline,
    atLeast: 0.3,
    load: `${CONNECTIONS} connections`,
  });
}

/** The same rows as multi-row inserts of the same batch size, in the same two transactions a batch. */
async function bareBatches(emitters: pg.Client[], consumers: pg.Client[]): Promise<number> {
  const batches = Math.ceil(BATCH_EVENTS / BATCH_SIZE);
  return (
    BATCH_SIZE *
    (await throughput(batches, CONNECTIONS, async (_index, lane) => {
      const [emitter, consumer] = [emitters[lane] as pg.Client, consumers[lane] as pg.Client];
      const ids = Array.from({ length: BATCH_SIZE }, newId);
      const keys = Array.from({ length: BATCH_SIZE }, newId);
      const now = new Date();
      await emitter.query('BEGIN');
      await emitter.query('INSERT INTO origin (id, key) SELECT * FROM unnest($1::uuid[], $2::uuid[])', [ids, keys]);
      await emitter.query(
        `INSERT INTO outbox (id, subject, partition_key, event, occurred_at, published_at)
         SELECT id, 'bench', key, $3, $4, $4 FROM unnest($1::uuid[], $2::text[]) AS e (id, key)`,
        [ids, keys, EVENT, now],
      );
      await emitter.query('COMMIT');
      await consumer.query('BEGIN');
      await consumer.query(
        `INSERT INTO inbox (event_id, stream, stream_seq, received_at) SELECT id, 'bench', 1, $2 FROM unnest($1::uuid[]) AS e (id)`,
        [ids, now],
      );
      await consumer.query(
        'INSERT INTO effect (event_id, key, handled_at) SELECT *, $3 FROM unnest($1::uuid[], $2::uuid[])',
        [ids, keys, now],
      );
      await consumer.query('COMMIT');
    }))
  );
}

async function batches(sides: Sides): Promise<Figure> {
  const emitters = await connections(sides.emitterUrl, CONNECTIONS);
  const consumers = await connections(sides.consumerUrl, CONNECTIONS);
  await endToEnd(sides, BATCH_SIZE * 4, BATCH_SIZE);
  const { baseline, ours } = await inTurn(
    ROUNDS,
    () => bareBatches(emitters.clients, consumers.clients),
    () => endToEnd(sides, BATCH_EVENTS, BATCH_SIZE),
  );
  await Promise.all([emitters.end(), consumers.end()]);
  return ratioFigure({
    bench: 'bus',
    figure: 'events end to end, batch handlers',
    value: ours,
    unit: '1/s',
    baseline,
    atLeast: 0.5,
    load: `${CONNECTIONS} connections, batches of ${BATCH_SIZE}`,
  });
}

/** From the commit of the event (its row's time) to the commit of its effect, at a fixed rate. */
async function latency(sides: Sides): Promise<Figure[]> {
  await sides.effects.query('TRUNCATE effect');
  await sides.emitter.ask('emitAtRate', { rate: RATE, seconds: RATE_SECONDS });
  await allHandled(sides, RATE * RATE_SECONDS);
  const delays = await delaysOf(sides);
  const load = `${RATE}/s open loop, ${RATE_SECONDS} s`;
  const shared = { bench: 'bus', unit: 'ms', load };
  progress(`latency over ${delays.length} events`);
  return [
    limitFigure({ ...shared, figure: 'commit to effect, p50', value: percentile(delays, 50), atMost: 25 }),
    limitFigure({ ...shared, figure: 'commit to effect, p99', value: percentile(delays, 99), atMost: 100 }),
  ];
}

/** `track_commit_timestamp` tells both commits by PostgreSQL's own clock; one server, one clock. */
async function delaysOf(sides: Sides): Promise<number[]> {
  const emitter = new pg.Client({ connectionString: sides.emitterUrl });
  await emitter.connect();
  const { rows: emitted } = await emitter.query<{ id: string; at: number }>(
    'SELECT key AS id, extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 AS at FROM origin',
  );
  await emitter.end();
  const { rows: handled } = await sides.effects.query<{ key: string; at: number }>(
    'SELECT key, extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 AS at FROM effect',
  );
  const emittedAt = new Map(emitted.map((row) => [row.id, Number(row.at)]));
  return handled
    .map((row) => Number(row.at) - (emittedAt.get(row.key) ?? Number.NaN))
    .filter((ms) => !Number.isNaN(ms));
}
