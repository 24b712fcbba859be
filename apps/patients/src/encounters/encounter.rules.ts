import {
  describe,
  isBefore,
  isReadmission,
  latest,
  type EncounterState,
  type VisitReport,
} from './visit-details.rules.js';
import type { EncounterStatus } from '#contracts';

export type EncounterEffect = 'admitted' | 'registered' | 'discharged' | 'cancelled' | 'discharge-cancelled';

/**
 * `unchanged`: nothing new; `outdated`: a newer report had its say; `unknown`: nobody heard of the visit, and no record
 * of it is made; the others: it does not fit where the visit stands.
 */
export type VisitOutcome =
  'applied' | 'unchanged' | 'outdated' | 'finished' | 'not-discharged' | 'visit-cancelled' | 'unknown';

export interface VisitDecision {
  next: EncounterState;
  effects: EncounterEffect[];
  outcome: VisitOutcome;
}

type Phase = EncounterStatus | 'new';

interface Case {
  phase: Phase;
  next: EncounterState;
  report: VisitReport;
}

/**
 * Decides what a report means for a visit (rules.md, HL7 Effects). Reports may come late, twice and in any order:
 * each real change happens once, and a report older than what undid it changes nothing.
 */
export function decideVisit(current: EncounterState | undefined, report: VisitReport): VisitDecision {
  const decided: Case = { phase: current?.status ?? 'new', next: describe(current, report), report };
  switch (report.kind) {
    case 'admitted':
    case 'registered':
      return begin(decided, report.kind);
    case 'transferred':
      return begin(decided, 'admitted');
    case 'preadmitted':
      return plan(decided);
    case 'described':
      return stay(decided, decided.phase === 'new' ? 'unknown' : 'unchanged');
    case 'discharged':
      return discharge(decided);
    case 'cancelled':
      return cancel(decided);
    case 'discharge-cancelled':
      return reopen(decided);
    default:
      return report.kind satisfies never;
  }
}

function begin(decided: Case, as: 'admitted' | 'registered'): VisitDecision {
  const { phase, next, report } = decided;
  switch (phase) {
    case 'new':
    case 'planned':
      return move(decided, { status: 'in-progress', begunAs: as }, [as]);
    case 'in-progress':
      // An outpatient or emergency visit that turns into a stay.
      if (next.begunAs !== 'admitted' && report.kind === 'admitted' && !isBefore(report.at, next.movedAt)) {
        return move(decided, { begunAs: as }, [as]);
      }
      return stay(decided, 'unchanged');
    case 'finished':
      if (!isReadmission(next, report)) return stay(decided, 'finished');
      return move(
        decided,
        {
          ...{ status: 'in-progress', begunAs: as, dischargedAt: null, undoneAt: report.at },
          procedures: report.details.procedures ?? [],
        },
        [as],
      );
    case 'cancelled':
      if (isBefore(report.at, next.undoneAt)) return stay(decided, 'outdated');
      if (report.kind === 'transferred') return stay(decided, 'visit-cancelled');
      return move(decided, { status: 'in-progress', begunAs: as }, [as]);
    default:
      return phase satisfies never;
  }
}

function plan(decided: Case): VisitDecision {
  if (decided.phase === 'new') return move(decided, { status: 'planned' }, []);
  return stay(decided, decided.phase === 'finished' ? 'finished' : 'unchanged');
}

function discharge(decided: Case): VisitDecision {
  const { phase, next, report } = decided;
  const dischargedAt = report.dischargedAt ?? report.at;
  if (phase === 'finished') {
    if (isBefore(report.at, next.dischargeReportedAt)) return stay(decided, 'outdated');
    const corrected = report.dischargedAt ?? next.dischargedAt;
    return stay(
      { ...decided, next: { ...next, dischargedAt: corrected, dischargeReportedAt: report.at } },
      'unchanged',
    );
  }
  if (isBefore(report.at, next.undoneAt)) return stay(decided, 'outdated');
  const change: Partial<EncounterState> = {
    status: 'finished',
    begunAs: next.begunAs ?? 'admitted',
    dischargedAt,
    dischargeNumber: next.dischargeNumber + 1,
    dischargeReportedAt: report.at,
  };
  return move(decided, change, ['discharged']);
}

function cancel(decided: Case): VisitDecision {
  const { phase, next, report } = decided;
  if (phase === 'cancelled') return stay({ ...decided, next: undone(next, report) }, 'unchanged');
  if (isBefore(report.at, next.movedAt)) return stay(decided, 'outdated');
  // Of a visit nobody heard of, nobody needs to hear that it did not take place.
  return move(decided, { status: 'cancelled', undoneAt: report.at }, phase === 'new' ? [] : ['cancelled']);
}

function reopen(decided: Case): VisitDecision {
  const { phase, next, report } = decided;
  switch (phase) {
    case 'new':
      return move(decided, { status: 'in-progress', begunAs: 'admitted', undoneAt: report.at }, ['admitted']);
    case 'finished':
      if (isBefore(report.at, next.dischargeReportedAt)) return stay(decided, 'outdated');
      return move(decided, { status: 'in-progress', dischargedAt: null, undoneAt: report.at }, ['discharge-cancelled']);
    case 'planned':
    case 'in-progress':
      return stay({ ...decided, next: undone(next, report) }, 'not-discharged');
    case 'cancelled':
      return stay(decided, 'visit-cancelled');
    default:
      return phase satisfies never;
  }
}

function move({ next, report }: Case, change: Partial<EncounterState>, effects: EncounterEffect[]): VisitDecision {
  return { next: { ...next, ...change, movedAt: latest(next.movedAt, report.at) }, effects, outcome: 'applied' };
}

function stay({ next }: Case, outcome: VisitOutcome): VisitDecision {
  return { next, effects: [], outcome };
}

/** What a report takes back, no older report brings about, although it may arrive later. */
function undone(next: EncounterState, report: VisitReport): EncounterState {
  return { ...next, undoneAt: latest(next.undoneAt, report.at) };
}
