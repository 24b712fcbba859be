import type { Right } from '#contracts';

/** What the hospital decided about one role. */
export interface RoleDecision {
  rights: readonly string[];
  /** The rights it was decided about; a decision of an older release says nothing about newer rights. */
  decided: readonly string[];
}

/** What a role may do: what was decided, and for rights nobody has decided about yet, the default. */
export function effectiveRights(
  known: readonly Right[],
  byDefault: readonly Right[],
  decision: RoleDecision | undefined,
): Right[] {
  if (!decision) return [...byDefault];
  return known.filter((right) =>
    decision.decided.includes(right) ? decision.rights.includes(right) : byDefault.includes(right),
  );
}
