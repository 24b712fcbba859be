/** How often and how long a drug is taken. */
export interface Timing {
  readonly frequency?: string;
  readonly durationDays?: number;
}

const DAYS: Readonly<Record<string, number>> = {
  D: 1,
  DAY: 1,
  DAYS: 1,
  天: 1,
  日: 1,
  W: 7,
  WEEK: 7,
  WEEKS: 7,
  周: 7,
  L: 30,
  MO: 30,
  月: 30,
  H: 1 / 24,
  HOUR: 1 / 24,
  小时: 1 / 24,
};
const LONGEST = 3_660;

/** The duration of TQ-3 (HL7 v2.5, 4.3.3: `D5`, `W2`, `L1` months) in days. `INDEF` and what is no duration: undefined. */
export function daysOfTiming(text: string): number | undefined {
  const match = /^([DWLH])(\d{1,4}(?:\.\d+)?)$/i.exec(text.trim());
  return match ? daysOf(match[2] ?? '', match[1] ?? '') : undefined;
}

/** A quantity and its unit in days: TQ1-6 `30^D`, `2^周`. A number alone is of days. */
export function daysOf(quantity: string, unit: string | undefined): number | undefined {
  if (!/^\d{1,4}(?:\.\d+)?$/.test(quantity)) return undefined;
  const key = (unit ?? 'D').toUpperCase();
  const each = Object.hasOwn(DAYS, key) ? DAYS[key] : undefined;
  if (each === undefined) return undefined;
  const days = Math.round(Number(quantity) * each * 100) / 100;
  return days > 0 && days <= LONGEST ? days : undefined;
}
