import { addDays, MADE_ON } from './made-plans.js';
import { limitFigure, type Figure } from '../harness/figure.js';
import type { HospitalDoor } from '../harness/hospital-door.js';
import { openLoop } from '../harness/open-loop.js';
import { median, percentile, progress } from '../harness/statistics.js';

const ROUNDS = 3;
const RATE = 20;
const SECONDS = 10;

/** The open tasks of a day, as a nurse's screen asks for them: days around today, pages of 50. */
export async function dayFigure(door: HospitalDoor, tasks: number): Promise<Figure> {
  const rounds: number[] = [];
  await round(door, 2);
  for (let nth = 1; nth <= ROUNDS; nth += 1) {
    const times = await round(door, SECONDS);
    rounds.push(percentile(times, 99));
    const [middle, late, last] = [50, 99, 100].map((share) => percentile(times, share).toFixed(1));
    progress(`round ${nth}: day's list: p50 ${middle}, p99 ${late}, longest ${last} ms`);
  }
  progress(`a month's indicators by department (FU-12): ${(await month(door)).toFixed(0)} ms`);
  return limitFigure({
    ...{ bench: 'follow-up', figure: `day's list, p99`, value: median(rounds), unit: 'ms', atMost: 100 },
    load: `${tasks} tasks, ${RATE}/s open loop, ${ROUNDS} × ${SECONDS} s`,
  });
}

async function round(door: HospitalDoor, seconds: number): Promise<number[]> {
  return openLoop({ rate: RATE, seconds }, async (index) => {
    const day = addDays(MADE_ON, (index % 15) - 7);
    const filter = encodeURIComponent(`status eq 'open' and day eq '${day}'`);
    const { items } = await door.get<{ items: { dueOn: string }[] }>(`/follow-up/tasks?limit=50&filter=${filter}`);
    if (items.length === 0 || items.some(({ dueOn }) => dueOn !== day)) throw new Error(`${day} has other tasks`);
  });
}

/** Not a target, but people wait for it. */
async function month(door: HospitalDoor): Promise<number> {
  const path = `/follow-up/statistics?from=${addDays(MADE_ON, -60)}&to=${addDays(MADE_ON, -31)}&by=department`;
  const started = performance.now();
  await door.get(path);
  return performance.now() - started;
}
