import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { limitFigure, type Figure } from '../harness/figure.js';
import { percentile, progress } from '../harness/statistics.js';

const DUE = 10_000;
const SPREAD_MS = 60_000;
/** Before the first falls due, so that bringing them forward is not measured. */
const LEAD_MS = 60_000;
const LOOK_EVERY_MS = 50;
/** So long after the last fell due: then something is broken, not slow. */
const PATIENCE_MS = 300_000;
const IDLE_MS = 30_000;
/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/** One in ten is statutory; five working days are over fifteen days after receipt, also around the holidays. */
const BRING_FORWARD = `
  UPDATE clock SET due_at = at, next_at = at,
                   started_at = at - CASE kind WHEN 'statutory' THEN interval '15 days' ELSE interval '30 minutes' END
    FROM (SELECT id, $1::timestamptz + row_number() OVER (ORDER BY random()) * ($3 * interval '1 millisecond') AS at
            FROM ((SELECT id FROM clock WHERE kind = 'solution' ORDER BY random() LIMIT $2::int - $2::int / 10)
                  UNION ALL
                  (SELECT id FROM clock WHERE kind = 'statutory' ORDER BY random() LIMIT $2::int / 10)) AS each) AS chosen
   WHERE clock.id = chosen.id RETURNING clock.id, at`;

/** benchmarks.md: from the moment promised to the moment another session sees that the director is told. */
export async function lagFigure(client: pg.Client, tickets: number): Promise<Figure> {
  const begins = new Date(Date.now() + LEAD_MS);
  const due = new Map<string, number>();
  const { rows } = await client.query<{ id: string; at: Date }>(BRING_FORWARD, [begins, DUE, SPREAD_MS / DUE]);
  for (const { id, at } of rows) due.set(id, at.getTime());
  const pid = serviceBelow(process.pid, 'complaints');
  const before = ticksOf(pid);
  progress(`${rows.length} brought forward, ${begins.getTime() - Date.now()} ms before the first falls due`);
  const lags = await lagsOf(client, due, begins.getTime() + SPREAD_MS + PATIENCE_MS);
  const cost = (ticksOf(pid) - before) / TICKS_A_SECOND;
  progress(`the service took ${cost.toFixed(1)} s of processor time; load of the machine ${loadavg()[0]?.toFixed(1)}`);
  progress(`lag p50 ${percentile(lags, 50)} ms, most ${Math.max(...lags)} ms`);
  return limitFigure({
    ...{ bench: 'complaints', figure: 'deadline lag p99', value: percentile(lags, 99), unit: 'ms', atMost: 2000 },
    load: `${rows.length} deadlines, one in ten statutory, in ${SPREAD_MS / 1000} s among ${tickets} open tickets`,
  });
}

/** Waits until each is escalated; what else falls due meanwhile is not measured. @throws Error when some never are */
async function lagsOf(client: pg.Client, due: Map<string, number>, until: number): Promise<number[]> {
  const lags: number[] = [];
  for (let last = '0'; due.size > 0; await sleep(LOOK_EVERY_MS)) {
    const seen = await client.query<{ seq: string; clock_id: string }>(
      `SELECT seq, clock_id FROM clock_trail WHERE seq > $1 AND what = 'escalated' ORDER BY seq`,
      [last],
    );
    const now = Date.now();
    for (const { seq, clock_id: id } of seen.rows) {
      const at = due.get(id);
      if (at !== undefined) lags.push(now - at);
      due.delete(id);
      last = seq;
    }
    if (now > until) throw new Error(`${due.size} deadlines were not escalated`);
  }
  return lags;
}

/** What the service costs while nothing is due: its own processor time, all of it. */
export async function idleFigure(tickets: number): Promise<Figure> {
  const pid = serviceBelow(process.pid, 'complaints');
  const before = ticksOf(pid);
  await sleep(IDLE_MS);
  const value = ((ticksOf(pid) - before) / TICKS_A_SECOND / (IDLE_MS / 1000)) * 100;
  return limitFigure({
    ...{ bench: 'complaints', figure: 'idle cost of the whole service', value, unit: '% of a core', atMost: 1 },
    load: `nothing due among ${tickets} open tickets`,
  });
}

function serviceBelow(parent: number, service: string): number {
  const children = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && statOf(entry)[1] === String(parent));
  const found = children.find((entry) => read(`/proc/${entry}/cmdline`).includes(`dist/apps/${service}/`));
  if (found === undefined) throw new Error(`No process of ${service}`);
  return Number(found);
}

function ticksOf(pid: number): number {
  const stat = statOf(String(pid));
  return Number(stat[11]) + Number(stat[12]);
}

/** The fields behind the name, which may hold spaces: state first. */
function statOf(pid: string): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
