/** The three who answer for a crisis together (CP-6). */
export const TEAM = ['service', 'medical-affairs', 'legal'] as const;
export type TeamSeat = (typeof TEAM)[number];

/** From the declaration: facts, correction, compensation (CP-6). */
export const CRISIS_MINUTES = 120;

export function statementBy(declaredAt: Date): Date {
  return new Date(declaredAt.getTime() + CRISIS_MINUTES * 60_000);
}

export interface Approval {
  version: number;
  seat: TeamSeat;
  by: string;
}

/** Who still has to approve this version. */
export function missingSeats(approvals: readonly Approval[], version: number): TeamSeat[] {
  const given = new Set(approvals.filter((each) => each.version === version).map(({ seat }) => seat));
  return TEAM.filter((seat) => !given.has(seat));
}

/** The newest version that all three approved: the one wording for all. A newer draft does not take it away. */
export function approvedVersion(approvals: readonly Approval[]): number | null {
  const whole = [...new Set(approvals.map(({ version }) => version))].filter(
    (version) => missingSeats(approvals, version).length === 0,
  );
  return whole.length === 0 ? null : Math.max(...whole);
}

export type ApprovalDecision = 'approve' | 'approved-already' | 'outdated' | 'seat-taken' | 'two-seats';

/**
 * An approval is of exactly the version that was read: after an edit it is of none (CP-6). Nobody approves for two, and
 * a seat approves a version once.
 */
export function decideApproval(
  approvals: readonly Approval[],
  newest: number,
  { version, seat, by }: Approval,
): ApprovalDecision {
  const same = approvals.filter((each) => each.version === version);
  const given = same.find((each) => each.seat === seat);
  if (given?.by === by) return 'approved-already';
  if (version !== newest) return 'outdated';
  if (given) return 'seat-taken';
  return same.some((each) => each.by === by) ? 'two-seats' : 'approve';
}
