/** What is remembered of a user name's failed logins. */
export interface AttemptState {
  failures: number;
  /** How often it was locked in a row. */
  locks: number;
  lockedUntil: Date | null;
  lastAt: Date;
}

export interface LockoutSettings {
  attempts: number;
  /** Of the first lock; each further one lasts twice as long, up to a day. */
  lockMinutes: number;
}

export const DAY_MS = 86_400_000;

/**
 * Counts an attempt before its password is looked at, so that a hundred at once get no more tries than one after the
 * other. A success forgets the count.
 * @returns the new state, or until when the name is locked.
 */
export function countAttempt(
  state: AttemptState | undefined,
  now: Date,
  settings: LockoutSettings,
): { state: AttemptState } | { lockedUntil: Date } {
  if (state?.lockedUntil && state.lockedUntil > now) return { lockedUntil: state.lockedUntil };
  const quiet = !state || now.getTime() - state.lastAt.getTime() >= DAY_MS;
  const failures = quiet || state.lockedUntil !== null ? 1 : state.failures + 1;
  const locks = quiet ? 0 : state.locks;
  if (failures < settings.attempts) return { state: { failures, locks, lockedUntil: null, lastAt: now } };
  const length = Math.min(settings.lockMinutes * 60_000 * 2 ** Math.min(locks, 20), DAY_MS);
  return { state: { failures, locks: locks + 1, lockedUntil: new Date(now.getTime() + length), lastAt: now } };
}
