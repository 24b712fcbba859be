import type { ErasureOutcome } from './person-data.js';

/** One outcome a table. What was removed or emptied adds up over several applications; what stays is counted anew. */
export function totalled(outcomes: readonly ErasureOutcome[]): ErasureOutcome[] {
  return [...Map.groupBy(outcomes, ({ table }) => table)].map(([table, same]) => {
    const sum = (pick: (outcome: ErasureOutcome) => number) =>
      same.reduce((total, outcome) => total + pick(outcome), 0);
    const reason = same.find((outcome) => outcome.reason !== undefined && outcome.kept > 0)?.reason;
    return {
      table,
      removed: sum(({ removed }) => removed),
      emptied: sum(({ emptied }) => emptied),
      kept: Math.max(...same.map(({ kept }) => kept)),
      ...(reason === undefined ? {} : { reason }),
    };
  });
}
