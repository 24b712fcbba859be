export interface SessionTimes {
  startedAt: Date;
  lastUsedAt: Date;
  endedAt: Date | null;
}

export interface SessionLimits {
  /** A session nobody refreshed for so long is over. */
  idleSeconds: number;
  /** After so long one signs in again. */
  lifetimeSeconds: number;
}

/** When a session is over at the latest, unless it is used before. */
export function endsAt(session: SessionTimes, limits: SessionLimits): Date {
  const idle = session.lastUsedAt.getTime() + limits.idleSeconds * 1000;
  const life = session.startedAt.getTime() + limits.lifetimeSeconds * 1000;
  return new Date(Math.min(idle, life));
}

export function isLive(session: SessionTimes, limits: SessionLimits, now: Date): boolean {
  return session.endedAt === null && now < endsAt(session, limits);
}
