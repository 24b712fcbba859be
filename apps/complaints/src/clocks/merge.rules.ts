/** Whether a merged ticket's deadline is the earlier one; an unknown deadline never is, and gives way to any. */
export function isEarlier(merged: Date | null, survivor: Date | null): boolean {
  if (merged === null) return false;
  return survivor === null || merged < survivor;
}
