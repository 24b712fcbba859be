import type { EncounterClass, EncounterStatus, RoughPrecision } from '#contracts';

export interface Diagnosis {
  code?: string;
  name?: string;
  /** HL7 table 0052: A admitting, W working, F final. */
  type?: string;
}

export interface Procedure {
  code?: string;
  name?: string;
  performedAt?: string;
  /** Where the sender stated less than an hour. */
  precision?: RoughPrecision;
}

/** What a report may say of a visit; a part left out was not said. */
export interface VisitDetails {
  class: EncounterClass;
  departmentCode: string | null;
  departmentName: string | null;
  ward: string | null;
  bed: string | null;
  doctorCode: string | null;
  doctorName: string | null;
  disposition: string | null;
  admittedAt: Date | null;
  diagnoses: Diagnosis[];
  procedures: Procedure[];
}

/** One visit or stay (就诊/住院) and the times that decide which of two reports is newer. */
export interface EncounterState extends VisitDetails {
  status: EncounterStatus;
  /** How it was announced to the other services; null while nobody was told that it began. */
  begunAs: 'admitted' | 'registered' | null;
  dischargedAt: Date | null;
  /** Discharges of this stay so far, taken back ones included. */
  dischargeNumber: number;
  /** Event time of the newest report that moved it. */
  movedAt: Date | null;
  /** Event time of the newest discharge report. */
  dischargeReportedAt: Date | null;
  /** Event time of the newest report that took something back (A11, A13). */
  undoneAt: Date | null;
  /** Event time of the newest report whose details count. */
  describedAt: Date | null;
}

export type VisitReportKind =
  | 'admitted'
  | 'registered'
  | 'preadmitted'
  | 'transferred'
  | 'described'
  | 'discharged'
  | 'cancelled'
  | 'discharge-cancelled';

export interface VisitReport {
  kind: VisitReportKind;
  /** When it happened at the sender. */
  at: Date;
  details: Partial<VisitDetails>;
  dischargedAt?: Date;
}

/**
 * Takes over what a report says of the visit; an older one fills only what nobody said. The class decides how a visit was
 * announced: only a report that moves the visit changes it.
 */
export function describe(current: EncounterState | undefined, report: VisitReport): EncounterState {
  const known = current ?? unknownVisit(report.kind);
  const told = Object.entries(report.details).filter(
    ([field, value]) => value !== undefined && !(field === 'class' && report.kind === 'described'),
  );
  const counts = !isBefore(report.at, known.describedAt) && !speaksOfTheBeginning(known, report);
  const taken = told.filter(([field]) => counts || isUnsaid(known[field as keyof VisitDetails]));
  const next: EncounterState = { ...known, ...Object.fromEntries(taken) };
  if (counts) next.describedAt = report.at;
  if (report.kind === 'admitted' || report.kind === 'registered') next.admittedAt ??= report.at;
  // Some senders go on saying "preadmit": whoever was admitted, moved or discharged has been in.
  if (next.class === 'planned' && ['admitted', 'transferred', 'discharged'].includes(report.kind))
    next.class = 'inpatient';
  return next;
}

/** An admission told again after the discharge knows less of the stay than the discharge did. */
function speaksOfTheBeginning(known: EncounterState, report: VisitReport): boolean {
  const begins = ['admitted', 'registered', 'preadmitted', 'transferred'].includes(report.kind);
  return begins && known.status === 'finished' && !isReadmission(known, report);
}

function unknownVisit(kind: VisitReportKind): EncounterState {
  return {
    class: kind === 'registered' ? 'outpatient' : kind === 'preadmitted' ? 'planned' : 'inpatient',
    departmentCode: null,
    departmentName: null,
    ward: null,
    bed: null,
    doctorCode: null,
    doctorName: null,
    disposition: null,
    admittedAt: null,
    diagnoses: [],
    procedures: [],
    status: 'planned',
    begunAs: null,
    dischargedAt: null,
    dischargeNumber: 0,
    movedAt: null,
    dischargeReportedAt: null,
    undoneAt: null,
    describedAt: null,
  };
}

function isUnsaid(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** The number of a finished stay is used for the next one: told later, and it began after the discharge. */
export function isReadmission({ dischargedAt, dischargeReportedAt }: EncounterState, report: VisitReport): boolean {
  const began = report.kind === 'admitted' ? report.details.admittedAt : undefined;
  return Boolean(began && dischargedAt && began > dischargedAt && isBefore(dischargeReportedAt, report.at));
}

export function isBefore(time: Date | null, other: Date | null): boolean {
  return time !== null && other !== null && time.getTime() < other.getTime();
}

export function latest(a: Date | null, b: Date): Date {
  return a !== null && a > b ? a : b;
}
