import type pg from 'pg';
import { limitFigure, type Figure } from '../harness/figure.js';
import type { HospitalDoor } from '../harness/hospital-door.js';
import { openLoop } from '../harness/open-loop.js';
import { median, percentile, progress } from '../harness/statistics.js';

const ROUNDS = 3;
const RATE = 20;
const SECONDS = 10;
/** Of each colour: more than are counted, so that every count costs as much as it can. */
const OVERDUE = 11_000;
const SOON = 1_000;

/** What is over and what will be soon, as after a bad day; a tenth of a second apart. */
const BRING_FORWARD = `
  UPDATE board_card SET due_at = now() + (nth - $1::int) * interval '0.1 second'
    FROM (SELECT ticket_id AS id, row_number() OVER (PARTITION BY colour ORDER BY due_at) AS nth FROM board_card) AS chosen
   WHERE ticket_id = chosen.id AND nth <= $1::int + $2::int`;

/** The board as agents look at it: of the whole centre, of a department, of a holder (CP-10). */
export async function boardFigure(door: HospitalDoor, client: pg.Client, tickets: number): Promise<Figure> {
  await client.query(BRING_FORWARD, [OVERDUE, SOON]);
  await client.query('ANALYZE board_card');
  await round(door, 2);
  const rounds: number[] = [];
  for (let nth = 1; nth <= ROUNDS; nth += 1) {
    const times = await round(door, SECONDS);
    rounds.push(percentile(times, 99));
    const [middle, late, last] = [50, 99, 100].map((share) => percentile(times, share).toFixed(1));
    progress(`round ${nth}: board: p50 ${middle}, p99 ${late}, longest ${last} ms`);
  }
  return limitFigure({
    ...{ bench: 'complaints', figure: 'board, p99', value: median(rounds), unit: 'ms', atMost: 100 },
    load: `${tickets} open tickets, ${RATE}/s open loop, ${ROUNDS} × ${SECONDS} s`,
  });
}

async function round(door: HospitalDoor, seconds: number): Promise<number[]> {
  return openLoop({ rate: RATE, seconds }, async (index) => {
    const holder = `00000000-0000-7000-9000-${String(index % 200).padStart(12, '0')}`;
    const views = ['', `?departmentCode=K${index % 40}`, `?holderId=${holder}`];
    const { columns } = await door.get<{ columns: { cards: unknown[] }[] }>(`/complaints/board${views[index % 3]}`);
    if (columns.every(({ cards }) => cards.length === 0)) throw new Error('An empty board');
  });
}
