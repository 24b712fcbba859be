interface Urgent {
  id: string;
  /** Null: it has escalated. */
  dueAt: Date | null;
  openedAt: Date;
}

interface Taken {
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  acknowledgedByName: string | null;
}

/** Of several open cases of one person the one goes on that escalates first; none of them any more, the oldest. */
export function goesOn<T extends Urgent>(cases: readonly T[]): T | undefined {
  const urgency = ({ dueAt }: Urgent) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const inOrder = cases.toSorted(
    (a, b) => compare(urgency(a), urgency(b)) || a.openedAt.getTime() - b.openedAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  return inOrder[0];
}

/** Whoever took one of them on calls that person; who took the one on that goes on stays the one. */
export function takerOf(kept: Taken, others: readonly Taken[]): Taken {
  const { acknowledgedAt, acknowledgedBy, acknowledgedByName } =
    [kept, ...others].find((each) => each.acknowledgedBy !== null) ?? kept;
  return { acknowledgedAt, acknowledgedBy, acknowledgedByName };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
