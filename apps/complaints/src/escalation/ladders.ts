import type { ComplaintsConfig } from '../complaints.config.js';

/** At which per cent of a limit the steps of CP-2 come: the warning, the breach, and a further part of the limit later. */
export function ladderOf({ escalationWarningPercent, escalationFurtherPercent }: ComplaintsConfig): number[] {
  return [escalationWarningPercent, 100, 100 + escalationFurtherPercent];
}
