/** Why time counts for a clock. */
export const COUNTED = ['round-the-clock', 'open-hours', 'working-day', 'same-day'] as const;
/** Why it does not. */
export const NOT_COUNTED = ['closed-hours', 'holiday', 'rest-day', 'day-of-receipt', 'paused'] as const;
export type TimeReason = (typeof COUNTED)[number] | (typeof NOT_COUNTED)[number];

/** A piece of time that counts or does not, from a moment up to and without another; milliseconds of the epoch. */
export interface Stretch {
  from: number;
  /** Infinity: for ever. */
  until: number;
  counts: boolean;
  why: TimeReason;
}

/** Time from a clock's start on, piece after piece without gaps, and without an end. */
export type Course = () => Iterable<Stretch>;

/** Time in which a clock stands still; `until` is Infinity while it still does. */
export interface Pause {
  from: number;
  until: number;
}

/** The moment at which so much has been counted; null when a pause without an end comes before. */
export function momentOf(course: Course, milliseconds: number): number | null {
  let left = milliseconds;
  for (const { from, until, counts } of course()) {
    if (counts && left <= until - from) return from + left;
    if (counts) left -= until - from;
    if (until === Infinity) return null;
  }
  return null;
}

/** What was counted up to a moment, in milliseconds. */
export function countedUntil(course: Course, moment: number): number {
  return segmentsUntil(course, moment).reduce((sum, { from, until, counts }) => (counts ? sum + until - from : sum), 0);
}

/** The pieces up to a moment; neighbours of one kind and reason are one. */
export function segmentsUntil(course: Course, moment: number): Stretch[] {
  const segments: Stretch[] = [];
  for (const { from, until, counts, why } of course()) {
    if (from >= moment) break;
    const last = segments.at(-1);
    const end = Math.min(until, moment);
    if (last?.why === why) last.until = end;
    else segments.push({ from, until: end, counts, why });
  }
  return segments;
}

/** The same time with the pauses in it. They are in order and do not overlap. */
export function withPauses(course: Course, pauses: readonly Pause[]): Course {
  const real = pauses.filter(({ from, until }) => until > from);
  return real.length === 0 ? course : () => cut(course(), real);
}

function* cut(stretches: Iterable<Stretch>, pauses: readonly Pause[]): Generator<Stretch> {
  for (const stretch of stretches) {
    let at = stretch.from;
    for (const pause of pauses) {
      if (pause.until <= at || pause.from >= stretch.until) continue;
      if (pause.from > at) yield { ...stretch, from: at, until: pause.from };
      const until = Math.min(pause.until, stretch.until);
      yield { from: Math.max(at, pause.from), until, counts: false, why: 'paused' };
      at = until;
    }
    if (at < stretch.until) yield { ...stretch, from: at };
  }
}
