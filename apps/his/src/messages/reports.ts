import {
  HisDischargeCancelledV1,
  HisMedicationDispensedV1,
  HisMedicationOrderedV1,
  HisMedicationStoppedV1,
  HisPatientsMergedV1,
  HisPatientUpdatedV1,
  HisResultContinuedV1,
  HisResultReportedV1,
  HisResultWithdrawnV1,
  HisVisitAdmittedV1,
  HisVisitCancelledV1,
  HisVisitDischargedV1,
  HisVisitPreadmittedV1,
  HisVisitRegisteredV1,
  HisVisitTransferredV1,
  ROUGH_PRECISIONS,
  type EventClass,
  type HisReport,
  type ReportedPatient,
  type ReportedVisit,
  type RoughPrecision,
} from '#contracts';
import type { Draft } from '#event-bus';
import type {
  MedicationFact,
  MessageContent,
  MessageFact,
  PatientFacts,
  ResultFact,
  VisitFactKind,
  VisitFacts,
} from '../hl7/facts.js';
import type { Hl7Time } from '../hl7/timestamp.rules.js';
import { piecesOf } from './report-text.rules.js';

/** Where a fact came from. */
export interface ReportSource {
  readonly messageId: string;
  readonly partner: string;
  readonly receivedAt: Date;
}

const VISIT_REPORTS: Record<VisitFactKind, EventClass<HisReport & { visit: ReportedVisit }>> = {
  'visit-admitted': HisVisitAdmittedV1,
  'visit-registered': HisVisitRegisteredV1,
  'visit-preadmitted': HisVisitPreadmittedV1,
  'visit-transferred': HisVisitTransferredV1,
  'visit-discharged': HisVisitDischargedV1,
  'visit-cancelled': HisVisitCancelledV1,
  'discharge-cancelled': HisDischargeCancelledV1,
};

/** The events of one accepted message, in its order. */
export function reportsOf(content: MessageContent, source: ReportSource): Draft[] {
  return content.facts.flatMap((fact) => reportsOfFact(fact, reportOf(fact, source)));
}

function reportsOfFact(fact: MessageFact, report: HisReport): Draft[] {
  switch (fact.kind) {
    case 'patient-updated':
      return [{ type: HisPatientUpdatedV1, data: fact.visit ? { ...report, visit: visitOf(fact.visit) } : report }];
    case 'patients-merged':
      return fact.retired.map((retired) => ({ type: HisPatientsMergedV1, data: { ...report, retired } }));
    case 'result-reported':
    case 'result-withdrawn':
      return resultReports(fact, report);
    case 'medication-ordered':
    case 'medication-dispensed':
    case 'medication-stopped':
      return [medicationReport(fact, report)];
    default:
      return [{ type: VISIT_REPORTS[fact.kind], data: { ...report, visit: visitOf(fact.visit) } }];
  }
}

/** A text that is too long for one event follows in parts (ADR 61). */
function resultReports(fact: ResultFact, report: HisReport): Draft[] {
  const about = { ...report, number: fact.number, visitNumber: fact.visitNumber };
  if (fact.kind === 'result-withdrawn') return [{ type: HisResultWithdrawnV1, data: { ...about, order: fact.order } }];
  const [text, ...others] = piecesOf(fact.text ?? '');
  const result = { ...fact.result, text, textParts: text === undefined ? 0 : others.length + 1 };
  const { messageId, recordKey } = report;
  return [
    { type: HisResultReportedV1, data: { ...about, result } },
    ...others.map((piece, index) => ({
      type: HisResultContinuedV1,
      data: { messageId, recordKey, number: fact.number, part: index + 2, text: piece },
    })),
  ];
}

function medicationReport(fact: MedicationFact, report: HisReport): Draft {
  const about = { ...report, number: fact.number, visitNumber: fact.visitNumber };
  switch (fact.kind) {
    case 'medication-ordered':
      return { type: HisMedicationOrderedV1, data: { ...about, medication: fact.medication } };
    case 'medication-dispensed':
      return {
        type: HisMedicationDispensedV1,
        data: { ...about, medication: fact.medication, dispensedAt: fact.dispensedAt.iso },
      };
    case 'medication-stopped':
      return { type: HisMedicationStoppedV1, data: { ...about, order: fact.order, reason: fact.reason } };
    default:
      return fact satisfies never;
  }
}

function reportOf({ patient, eventTime }: MessageFact, { messageId, partner, receivedAt }: ReportSource): HisReport {
  const { issuer, value } = patient.primary;
  return {
    messageId,
    partner,
    recordKey: `${issuer}|${value}`,
    eventTime: notAfter(eventTime.iso, receivedAt),
    patient: patientOf(patient),
  };
}

/** Some senders stamp the future: such a report would count as the newest for ever. */
function notAfter(iso: string, receivedAt: Date): string {
  return Date.parse(iso) > receivedAt.getTime() ? receivedAt.toISOString() : iso;
}

function patientOf({ primary, identifiers, phones, deceasedAt, ...told }: PatientFacts): ReportedPatient {
  return {
    primary,
    identifiers: [...identifiers],
    ...told,
    phones: phones ? [...phones] : phones,
    deceasedAt: deceasedAt ? deceasedAt.iso : deceasedAt,
  };
}

function roughly(time: Hl7Time | undefined): { precision?: RoughPrecision } {
  const precision = ROUGH_PRECISIONS.find((each) => each === time?.precision);
  return precision ? { precision } : {};
}

function visitOf({ admittedAt, dischargedAt, diagnoses, procedures, ...told }: VisitFacts): ReportedVisit {
  return {
    ...told,
    admittedAt: admittedAt?.iso,
    dischargedAt: dischargedAt?.iso,
    diagnoses: [...diagnoses],
    procedures: procedures.map(({ code, name, at }) => ({ code, name, performedAt: at?.iso, ...roughly(at) })),
  };
}
