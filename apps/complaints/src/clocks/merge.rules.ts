import type { Pause } from '../calendars/stretch.rules.js';

/** Whether a merged ticket's deadline is the earlier one; an unknown deadline never is, and gives way to any. */
export function isEarlier(merged: Date | null, survivor: Date | null): boolean {
  if (merged === null) return false;
  return survivor === null || merged < survivor;
}

/** A merged clock's own pauses up to its merge, the survivor's from then on; one that lasts is over now. */
export function pausesAsOne(own: readonly Pause[], since: Date, survivors: readonly Pause[], now: Date): Pause[] {
  return [...within(own, -Infinity, since.getTime()), ...within(survivors, since.getTime(), now.getTime())];
}

function within(pauses: readonly Pause[], from: number, until: number): Pause[] {
  return pauses
    .map((pause) => ({ from: Math.max(pause.from, from), until: Math.min(pause.until, until) }))
    .filter((pause) => pause.from < pause.until);
}
