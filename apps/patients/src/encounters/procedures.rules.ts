import { instantOf } from '../reports/instant.rules.js';
import type { Procedure } from './visit-details.rules.js';

/** One performance of a procedure, as the other services were told of it. */
export interface RecordedProcedure {
  code: string;
  /** 1 for the first performance of this code in the visit. */
  number: number;
  name?: string;
  /** ISO 8601, UTC. */
  performedAt: string;
  /** The hospital stated the day alone. */
  dayOnly: boolean;
  /** Times it was told: 1, and one more with each correction of its time. */
  revision: number;
}

interface Performance {
  code: string;
  name?: string;
  at: Date;
  dayOnly: boolean;
}

/** A sender's clock may be ahead; what is planned for later is told by the first report after it. */
const CLOCK_AHEAD_MS = 60 * 60_000;

/**
 * Which procedures of a visit are to be told (FU-3, FU-5): those with a code and at least a day that are done. What is
 * reported again changes nothing; another time for a code is a correction of it, unless the report names more
 * performances of the code than are known. What a report leaves out stays recorded: many senders name only what is new.
 */
export function recordProcedures(
  known: readonly RecordedProcedure[],
  reported: readonly Procedure[],
  now: Date,
  zone: string,
): { recorded: RecordedProcedure[]; told: RecordedProcedure[] } {
  const done = reported.flatMap((procedure) => performanceOf(procedure, now, zone));
  const recorded = [...known];
  const told: RecordedProcedure[] = [];
  for (const code of new Set(done.map((each) => each.code))) {
    for (const change of changesOf(code, known, done)) {
      const index = recorded.findIndex((each) => each.code === code && each.number === change.number);
      if (index < 0) recorded.push(change);
      else recorded[index] = change;
      told.push(change);
    }
  }
  return { recorded, told };
}

function changesOf(code: string, known: readonly RecordedProcedure[], done: Performance[]): RecordedProcedure[] {
  const stored = known.filter((each) => each.code === code);
  const open = [...stored];
  const news: Performance[] = [];
  for (const performance of distinct(done.filter((each) => each.code === code))) {
    const same = open.findIndex((each) => isSame(each, performance));
    if (same < 0) news.push(performance);
    else open.splice(same, 1);
  }
  return news.map(({ name, at, dayOnly }, index) => {
    const former = open[index];
    const number = former?.number ?? stored.length + index - open.length + 1;
    const said = name ?? former?.name;
    const revision = (former?.revision ?? 0) + 1;
    return { code, number, ...(said ? { name: said } : {}), performedAt: at.toISOString(), dayOnly, revision };
  });
}

/** A report that knows only the day takes no hour back. */
function isSame(known: RecordedProcedure, { at, dayOnly }: Performance): boolean {
  const time = Date.parse(known.performedAt);
  if (!dayOnly) return time === at.getTime();
  return time >= at.getTime() && time < at.getTime() + 24 * 60 * 60_000;
}

function distinct(performances: Performance[]): Performance[] {
  const byTime = new Map(performances.map((each) => [each.at.getTime(), each]));
  return [...byTime.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function performanceOf({ code, name, performedAt, precision }: Procedure, now: Date, zone: string): Performance[] {
  if (!code || performedAt === undefined) return [];
  const dayOnly = precision === 'day';
  if (precision && !dayOnly) return [];
  const at = instantOf(performedAt, zone);
  if (Number.isNaN(at.getTime()) || at.getTime() > now.getTime() + CLOCK_AHEAD_MS) return [];
  return [{ code, ...(name ? { name } : {}), at, dayOnly }];
}
