import { randomUUID } from 'node:crypto';
import type { Stack } from '../../tools/start/launch-stack.js';
import { limitFigure, type Figure } from '../harness/figure.js';
import type { HospitalDoor } from '../harness/hospital-door.js';
import { openLoop } from '../harness/open-loop.js';
import { median, percentile, progress } from '../harness/statistics.js';
import { signedInNurses } from './made-nurses.js';

const NURSES = 200;
const ROUNDS = 3;
/** Of all nurses together: each takes a call every ten seconds, more than any could. */
const RATE = 20;
const SECONDS = 15;

interface Handed {
  task: { id: string; version: number } | null;
}

/** Nurses who take the next call and record what came of it (FU-7). @throws Error when two had the same task */
export async function nextFigure(stack: Stack, openTasks: number): Promise<Figure> {
  const desk = new Desk(await signedInNurses(stack, NURSES));
  const rounds: number[] = [];
  await desk.round(10);
  for (let nth = 1; nth <= ROUNDS; nth += 1) {
    const times = await desk.round(SECONDS);
    rounds.push(percentile(times, 99));
    const [middle, late, last] = [50, 99, 100].map((share) => percentile(times, share).toFixed(1));
    progress(`round ${nth}: next task: p50 ${middle}, p99 ${late}, longest ${last} ms`);
  }
  progress(`${desk.handedOut} tasks handed out, none to two`);
  return limitFigure({
    ...{ bench: 'follow-up', figure: 'next task, p99', value: median(rounds), unit: 'ms', atMost: 50 },
    load: `${NURSES} nurses, ${RATE}/s open loop, ${openTasks} open tasks, ${ROUNDS} × ${SECONDS} s, each call recorded`,
  });
}

class Desk {
  /** Who has or had it. */
  private readonly holders = new Map<string, HospitalDoor>();
  private asked = 0;

  constructor(private readonly nurses: HospitalDoor[]) {}

  get handedOut(): number {
    return this.holders.size;
  }

  async round(seconds: number): Promise<number[]> {
    const recorded: Promise<unknown>[] = [];
    const times = await openLoop({ rate: RATE, seconds }, async () => {
      const nurse = this.nurses[this.asked++ % this.nurses.length] as HospitalDoor;
      const task = await this.take(nurse);
      recorded.push(this.record(nurse, task));
    });
    await Promise.all(recorded);
    return times;
  }

  private async take(nurse: HospitalDoor): Promise<{ id: string; version: number }> {
    const { task } = await nurse.post<Handed>('/follow-up/tasks/next', {}, { 'idempotency-key': randomUUID() });
    if (!task) throw new Error('Nothing was handed out');
    const holder = this.holders.get(task.id);
    if (holder !== undefined) throw new Error(`${task.id} was handed out twice`);
    this.holders.set(task.id, nurse);
    return task;
  }

  private record(nurse: HospitalDoor, { id, version }: { id: string; version: number }): Promise<unknown> {
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() };
    return nurse.post(`/follow-up/tasks/${id}/attempts`, { outcome: 'reached' }, headers);
  }
}
