/** As much of an import as the command line shows. */
export interface ImportAnswer {
  id: string;
  state: string;
  total: number | null;
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  linesPerSecond: number;
  failure: { code: string; reason: string } | null;
}

/** `running   42 %  420,000 of 1,000,000 lines, 2,400/s, 12 rejected`, and how long it still takes. */
export function progressLine({ state, total, read, rejected, linesPerSecond }: ImportAnswer): string {
  if (total === null || total === 0) return state;
  const share = `${Math.floor((read / total) * 100)} %`.padStart(5);
  const left = linesPerSecond > 0 ? `, ${Math.ceil((total - read) / linesPerSecond)} s left` : '';
  const lines = `${read.toLocaleString('en')} of ${total.toLocaleString('en')} lines`;
  return `${state} ${share}  ${lines}, ${linesPerSecond.toLocaleString('en')}/s, ${rejected} rejected${left}`;
}

/** What became of it, in one line. */
export function summaryOf({ state, read, created, updated, unchanged, rejected, failure }: ImportAnswer): string {
  const counts = `${read} lines: ${created} new, ${updated} changed, ${unchanged} unchanged, ${rejected} not taken`;
  return failure ? `${state} (${failure.code}): ${failure.reason}. ${counts}` : `${state}, ${counts}`;
}
