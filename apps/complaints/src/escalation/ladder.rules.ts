/** Per cent of a clock's limit at which somebody is told, in rising order; below 100 it is a warning. */
export type Ladder = readonly number[];

/** A step of a ladder, by its place in it. */
export interface Step {
  index: number;
  percent: number;
  /** When it came; long ago after a downtime. */
  at: Date;
}

/**
 * What is to happen now of the steps from `next` on whose moment has come (CP-2). A warning that comes together with the
 * breach is left out: it would say that there is time left.
 * @param momentOf when the steps of these per cent come; null for one that does not while the clock is paused
 */
export function stepsNow(
  ladder: Ladder,
  next: number,
  now: Date,
  momentOf: (percent: number) => Date | null,
): { fire: Step[]; next: number; nextAt: Date | null } {
  const due: Step[] = [];
  for (let index = next; index < ladder.length; index += 1) {
    const percent = ladder[index] as number;
    const moment = momentOf(percent);
    if (moment === null || moment > now) return { fire: withoutStale(due), next: index, nextAt: moment };
    due.push({ index, percent, at: moment });
  }
  return { fire: withoutStale(due), next: ladder.length, nextAt: null };
}

/**
 * Where the ladder goes on after the limit changed: at the first step that has not been climbed, or that a longer limit
 * has put off again. Whoever was told of the shorter limit is told of the new one too.
 */
export function stepAfterChange(
  ladder: Ladder,
  climbed: number,
  now: Date,
  momentOf: (percent: number) => Date | null,
): number {
  const passed = ladder.findIndex((percent) => {
    const moment = momentOf(percent);
    return moment === null || moment > now;
  });
  return Math.min(climbed, passed < 0 ? ladder.length : passed);
}

/** 0 for a warning, 1 for the first step at or after the limit, 2 for the next. */
export function levelOf(ladder: Ladder, index: number): number {
  return ladder.slice(0, index + 1).filter((percent) => percent >= 100).length;
}

function withoutStale(due: Step[]): Step[] {
  return due.some(({ percent }) => percent >= 100) ? due.filter(({ percent }) => percent >= 100) : due;
}
