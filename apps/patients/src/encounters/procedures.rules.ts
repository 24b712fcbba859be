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
  /** Times it was told: 1, and one more with each correction of its time and when a cancelled visit takes place after all. */
  revision: number;
  /** Of an earlier stay under the same visit number: nothing corrects it any more. */
  former?: true;
  /** It was told with a wrong code: the right one stands beside it. Named again, it is told again. */
  withdrawn?: true;
}

/** What the other services are to hear of the procedures of a visit; withdrawals first. */
export interface ProcedureNews {
  recorded: RecordedProcedure[];
  told: RecordedProcedure[];
  withdrawn: { procedure: RecordedProcedure; by: RecordedProcedure }[];
}

interface Performance {
  code: string;
  name?: string;
  at: Date;
  dayOnly: boolean;
}

/** By what a report about procedures is judged. */
export interface ProcedureFrame {
  now: Date;
  zone: string;
  /** The visit's beginning, as far as it is known. */
  admittedAt: Date | null;
  /** What a finished visit says of itself and when it was written: what was done by then was told, or not to be told. */
  heard?: { procedures: readonly Procedure[]; at: Date };
}

/** A sender's clock may be ahead; what is planned for later is told by the first report after it. */
const CLOCK_AHEAD_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** What was done longer before the visit is not of it: a date of the history, or one for want of a date. */
const BEFORE_VISIT_MS = 30 * DAY_MS;
/** The same where nobody said when the visit began. */
const BEFORE_NOW_MS = 365 * DAY_MS;

/**
 * Which procedures of a visit are to be told (FU-3, FU-5): those with a code and at least a day that are done. What is
 * reported again changes nothing; another time for a code is a correction of it, unless the report names more
 * performances of the code than are known. What a report leaves out stays recorded: many senders name only what is new.
 * Only where another code stands in its place is the one it was told with withdrawn: as done at the same time, or on the
 * same day under the same name.
 */
export function recordProcedures(
  known: readonly RecordedProcedure[],
  reported: readonly Procedure[],
  frame: ProcedureFrame,
): ProcedureNews {
  const done = reported.flatMap((procedure) => performanceOf(procedure, frame.now, frame));
  const heard = (frame.heard?.procedures ?? []).flatMap((procedure) =>
    performanceOf(procedure, frame.heard?.at ?? frame.now, frame),
  );
  const recorded = [...known];
  const told: RecordedProcedure[] = [];
  for (const code of new Set(done.map((each) => each.code))) {
    const of = (performances: Performance[]) => performances.filter((each) => each.code === code);
    const stored = known.filter((each) => each.code === code);
    for (const change of changesOf(stored, of(done), of(heard))) {
      const index = recorded.findIndex((each) => each.code === code && each.number === change.number);
      if (index < 0) recorded.push(change);
      else recorded[index] = change;
      told.push(change);
    }
  }
  const named = new Set(reported.map(({ code }) => code));
  const leftOut = known.filter((each) => !each.former && !each.withdrawn && !named.has(each.code));
  const standing = known.filter((each) => !each.withdrawn);
  const added = told.filter(
    (each) => !standing.some(({ code, number }) => code === each.code && number === each.number),
  );
  const withdrawn = recoded(leftOut, added);
  for (const { procedure } of withdrawn) {
    const { code, number } = procedure;
    recorded[recorded.findIndex((each) => each.code === code && each.number === number)] = procedure;
  }
  return { recorded, told, withdrawn };
}

/** Which of those left out are named by another code now, and by which. One stands for one. */
function recoded(leftOut: RecordedProcedure[], added: RecordedProcedure[]): ProcedureNews['withdrawn'] {
  const taken = new Set<RecordedProcedure>();
  return leftOut.flatMap((each) => {
    const by = added.find((other) => !taken.has(other) && isRecoded(each, other));
    if (!by) return [];
    taken.add(by);
    return [{ procedure: { ...each, revision: each.revision + 1, withdrawn: true as const }, by }];
  });
}

type Named = Pick<RecordedProcedure, 'name' | 'performedAt' | 'dayOnly'>;

/** Two codes of one day are likely two procedures, unless they have one name. */
function isRecoded(one: Named, other: Named): boolean {
  if (one.performedAt !== other.performedAt || one.dayOnly !== other.dayOnly) return false;
  return !one.dayOnly || (one.name !== undefined && one.name === other.name);
}

/**
 * What several reports of one visit, the newest last, together say was done: many senders name only what is new, and of a
 * code the newest that names it counts. What has no code only the newest can tell apart.
 */
export function earlierAndNow(reports: readonly (readonly Procedure[])[]): Procedure[] {
  const newest = reports.at(-1) ?? [];
  return reports.flatMap((procedures, index) => {
    if (index === reports.length - 1) return newest;
    const later = reports.slice(index + 1).flat();
    const isSaidAgain = (one: Procedure) =>
      later.some((other) => one.code === other.code || isRecodedAsSaid(one, other));
    return procedures.filter((each) => each.code !== undefined && each.code !== '' && !isSaidAgain(each));
  });
}

function isRecodedAsSaid(one: Procedure, other: Procedure): boolean {
  if (one.performedAt === undefined || other.performedAt === undefined || !other.code) return false;
  if (one.precision !== other.precision) return false;
  const named = ({ name, performedAt = '', precision }: Procedure): Named => {
    return { ...(name === undefined ? {} : { name }), performedAt, dayOnly: precision !== undefined };
  };
  return isRecoded(named(one), named(other));
}

/** A visit number that is used for another stay: what was done in the one before is no longer corrected. */
export function ofFormerStay(known: readonly RecordedProcedure[]): RecordedProcedure[] {
  return known.map((each) => ({ ...each, former: true }));
}

/** A visit that was cancelled takes place after all: whoever took its procedures back hears of each again. */
export function toldAgain(known: readonly RecordedProcedure[]): RecordedProcedure[] {
  return known.map((each) => (each.withdrawn ? each : { ...each, revision: each.revision + 1 }));
}

/** All of one code. */
function changesOf(stored: RecordedProcedure[], done: Performance[], heard: Performance[]): RecordedProcedure[] {
  const left = [...stored];
  const news: Performance[] = [];
  for (const performance of distinct(done)) {
    const same = left.findIndex((each) => !each.withdrawn && isSame(each, performance));
    if (same >= 0) left.splice(same, 1);
    else if (!heard.some((each) => isSameTime(each, performance))) news.push(performance);
  }
  const corrected = correctedBy(
    news,
    left.filter((each) => !each.former),
  );
  let last = stored.length;
  return news.map((performance) => {
    const { code, name } = performance;
    const former = corrected.get(performance);
    const when = former && isSame(former, performance) ? former : timeOf(performance);
    const number = former?.number ?? (last += 1);
    const said = name ?? former?.name;
    const revision = (former?.revision ?? 0) + 1;
    const { performedAt, dayOnly } = when;
    return { code, number, ...(said ? { name: said } : {}), performedAt, dayOnly, revision };
  });
}

/** What a report may mean, the likeliest first: its own time tells a withdrawn one again, else those that hold are meant. */
const MEANT_IN_TURN: ((known: RecordedProcedure, one: Performance) => boolean)[] = [
  (known, one) => known.withdrawn === true && isSame(known, one),
  (known) => !known.withdrawn,
  () => true,
];

/** Which recorded one each is a correction of: of those that may be meant, the two the least time apart belong together. */
function correctedBy(news: Performance[], open: RecordedProcedure[]): Map<Performance, RecordedProcedure> {
  const found = new Map<Performance, RecordedProcedure>();
  const taken = new Set<RecordedProcedure>();
  for (const isMeant of MEANT_IN_TURN) {
    const pairs = news.flatMap((one) =>
      open
        .filter((other) => isMeant(other, one))
        .map((other) => ({ one, other, apart: Math.abs(one.at.getTime() - Date.parse(other.performedAt)) })),
    );
    for (const { one, other } of pairs.toSorted((a, b) => a.apart - b.apart)) {
      if (found.has(one) || taken.has(other)) continue;
      found.set(one, other);
      taken.add(other);
    }
  }
  return found;
}

function timeOf({ at, dayOnly }: Performance): Pick<RecordedProcedure, 'performedAt' | 'dayOnly'> {
  return { performedAt: at.toISOString(), dayOnly };
}

function isSameTime(one: Performance, other: Performance): boolean {
  return one.at.getTime() === other.at.getTime() && one.dayOnly === other.dayOnly;
}

/** A report that knows only the day takes no hour back. */
function isSame(known: RecordedProcedure, { at, dayOnly }: Performance): boolean {
  const time = Date.parse(known.performedAt);
  if (!dayOnly) return time === at.getTime();
  return time >= at.getTime() && time < at.getTime() + DAY_MS;
}

function distinct(performances: Performance[]): Performance[] {
  const byTime = new Map(performances.map((each) => [each.at.getTime(), each]));
  return [...byTime.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function performanceOf(
  { code, name, performedAt, precision }: Procedure,
  now: Date,
  { zone, admittedAt }: ProcedureFrame,
): Performance[] {
  if (!code || performedAt === undefined) return [];
  const dayOnly = precision === 'day';
  if (precision && !dayOnly) return [];
  const at = instantOf(performedAt, zone);
  if (Number.isNaN(at.getTime()) || at.getTime() > now.getTime() + CLOCK_AHEAD_MS) return [];
  const earliest = admittedAt ? admittedAt.getTime() - BEFORE_VISIT_MS : now.getTime() - BEFORE_NOW_MS;
  if (at.getTime() < earliest) return [];
  return [{ code, ...(name ? { name } : {}), at, dayOnly }];
}
