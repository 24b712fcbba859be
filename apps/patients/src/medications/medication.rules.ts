import type { MedicationStop, MedicationUse, ReportedMedication } from '#contracts';

export type MedicationAction = 'ordered' | 'dispensed' | 'stopped';

/** What one report said of a drug; absent was not said. Times in ISO 8601. */
export interface MedicationContent extends Omit<Partial<ReportedMedication>, 'orderNumber'> {
  readonly visitNumber?: string;
  readonly dispensedAt?: string;
  readonly stopReason?: MedicationStop;
}

/** One report of a drug, or of all drugs of its order. */
export interface MedicationReport {
  readonly toldAt: Date;
  /** Order of arrival, for reports of one time. */
  readonly arrival: number;
  readonly action: MedicationAction;
  readonly content: MedicationContent;
}

/** What holds of a drug after all reports made of it. */
export interface MedicationState extends Omit<
  MedicationContent,
  'startsAt' | 'endsAt' | 'dispensedAt' | 'durationDays'
> {
  readonly use?: MedicationUse;
  readonly startsAt: Date;
  /** When it is used up, as far as anybody said. */
  readonly endsAt?: Date;
  readonly dispensedAt?: Date;
  readonly stoppedAt?: Date;
  readonly reportedAt: Date;
}

const DAY_MS = 86_400_000;
const ORDER: Record<MedicationAction, number> = { ordered: 1, dispensed: 2, stopped: 3 };

interface Fold {
  ordered: MedicationContent;
  dispensed: MedicationContent;
  stopped: { reason?: MedicationStop | undefined; at: Date } | undefined;
  begun: Date;
  reportedAt: Date;
}

/**
 * What holds of a drug (PT-2, ADR 61): its reports in the order in which they were told, whatever the order in which they
 * came. An order after a stop makes it hold again; handing out does not. Of one time the stop counts.
 * @returns undefined while only stops were heard of
 */
export function settleMedication(reports: readonly MedicationReport[]): MedicationState | undefined {
  const ordered = reports.toSorted(byTime);
  const first = ordered.find(({ action }) => action !== 'stopped');
  if (!first) return undefined;
  const fold: Fold = { ordered: {}, dispensed: {}, stopped: undefined, begun: first.toldAt, reportedAt: first.toldAt };
  for (const report of ordered) apply(fold, report);
  return stateOf(fold);
}

function byTime(a: MedicationReport, b: MedicationReport): number {
  return a.toldAt.getTime() - b.toldAt.getTime() || ORDER[a.action] - ORDER[b.action] || a.arrival - b.arrival;
}

function apply(fold: Fold, { action, content, toldAt }: MedicationReport): void {
  fold.reportedAt = toldAt;
  switch (action) {
    case 'ordered':
      fold.ordered = { ...fold.ordered, ...said(content) };
      fold.stopped = undefined;
      return;
    case 'dispensed':
      fold.dispensed = { ...fold.dispensed, ...said(content) };
      return;
    case 'stopped':
      fold.stopped = { reason: content.stopReason, at: toldAt };
      return;
    default:
      action satisfies never;
  }
}

function said(content: MedicationContent): MedicationContent {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
}

/** What was ordered describes the drug, what was handed out how much there is of it. */
function stateOf({ ordered, dispensed, stopped, begun, reportedAt }: Fold): MedicationState {
  const { quantity = ordered.quantity, quantityUnit = ordered.quantityUnit } = dispensed;
  const known = { ...dispensed, ...ordered, quantity, quantityUnit };
  const { startsAt: _starts, endsAt: _ends, dispensedAt: _dispensed, durationDays: _days, ...described } = known;
  const startsAt = ordered.startsAt === undefined ? begun : new Date(ordered.startsAt);
  const handedOut = dispensed.dispensedAt === undefined ? undefined : new Date(dispensed.dispensedAt);
  const days = handedOut ? (dispensed.durationDays ?? ordered.durationDays) : ordered.durationDays;
  return {
    ...said(described),
    startsAt,
    endsAt: endOf(ordered.endsAt, startsAt, handedOut, days),
    dispensedAt: handedOut,
    stoppedAt: stopped?.at,
    ...(stopped?.reason === undefined ? {} : { stopReason: stopped.reason }),
    reportedAt,
  };
}

/** Counted anew at each dispense; the end that was stated unless what was handed out lasts longer. */
function endOf(stated: string | undefined, startsAt: Date, handedOut: Date | undefined, days: number | undefined) {
  const lasts = days === undefined ? undefined : new Date((handedOut ?? startsAt).getTime() + days * DAY_MS);
  const end = stated === undefined ? undefined : new Date(stated);
  if (!end) return lasts;
  return handedOut && lasts && lasts > end ? lasts : end;
}
