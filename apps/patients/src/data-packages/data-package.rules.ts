const DAY_MS = 86_400_000;

/** Between two attempts, while a service is away. */
export const TRY_AGAIN_MS = 5 * 60_000;

/**
 * PT-9: PIPL Art. 45 says "in time", the rules made for it 15 working days. Counted are calendar days, which are never
 * more, whatever the holidays of the year.
 * @returns the day, `YYYY-MM-DD`, by which the person is owed an answer
 */
export function dueDay(receivedOn: string, days: number): string {
  return new Date(Date.parse(`${receivedOn}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** From when on it is made without whom does not answer: never later than two days before it is owed. */
export function givesUpAt(requestedAt: Date, patienceHours: number, dueDays: number): Date {
  const patience = Math.min(patienceHours * 3_600_000, Math.max(0, dueDays - 2) * DAY_MS);
  return new Date(requestedAt.getTime() + patience);
}
