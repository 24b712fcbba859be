import {
  HisDischargeCancelledV1,
  HisPatientsMergedV1,
  HisPatientUpdatedV1,
  HisVisitAdmittedV1,
  HisVisitCancelledV1,
  HisVisitDischargedV1,
  HisVisitPreadmittedV1,
  HisVisitRegisteredV1,
  HisVisitTransferredV1,
  type EventClass,
  type HisReport,
  type ReportedPatient,
  type ReportedVisit,
} from '#contracts';
import type { Draft } from '#event-bus';
import type { Admission, AdmissionFact, PatientFacts, VisitFactKind, VisitFacts } from '../hl7/facts.js';

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
export function reportsOf(admission: Admission, source: ReportSource): Draft[] {
  return admission.facts.flatMap((fact) => reportsOfFact(fact, reportOf(fact, source)));
}

function reportsOfFact(fact: AdmissionFact, report: HisReport): Draft[] {
  switch (fact.kind) {
    case 'patient-updated':
      return [{ type: HisPatientUpdatedV1, data: report }];
    case 'patients-merged':
      return fact.retired.map((retired) => ({ type: HisPatientsMergedV1, data: { ...report, retired } }));
    default:
      return [{ type: VISIT_REPORTS[fact.kind], data: { ...report, visit: visitOf(fact.visit) } }];
  }
}

function reportOf({ patient, eventTime }: AdmissionFact, { messageId, partner, receivedAt }: ReportSource): HisReport {
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

function visitOf({ admittedAt, dischargedAt, diagnoses, procedures, ...told }: VisitFacts): ReportedVisit {
  return {
    ...told,
    admittedAt: admittedAt?.iso,
    dischargedAt: dischargedAt?.iso,
    diagnoses: [...diagnoses],
    procedures: procedures.map(({ code, name, at }) => ({ code, name, performedAt: at?.iso })),
  };
}
