import type { MappingContext } from './mapping-context.js';
import type { MessageContent, AdmissionFact, PatientFacts, VisitFactKind } from './facts.js';
import { mapMerges } from './merge-mapper.js';
import type { Hl7Message, Segment } from './message.js';
import type { PartnerProfile } from './partner-profile.js';
import { mapPatient } from './patient-mapper.js';
import { isDeathDisposition, mapVisit, visitNumberOf } from './visit-mapper.js';
import { accepted, refused, type Problem, type Result, warning } from './vocabulary.js';

const VISIT_EVENTS: ReadonlyMap<string, VisitFactKind> = new Map([
  ['A01', 'visit-admitted'],
  ['A02', 'visit-transferred'],
  ['A03', 'visit-discharged'],
  ['A04', 'visit-registered'],
  ['A05', 'visit-preadmitted'],
  ['A11', 'visit-cancelled'],
  ['A13', 'discharge-cancelled'],
]);
const PATIENT_EVENTS = new Set(['A08', 'A28', 'A31']);
const MERGE_EVENT = 'A40';
/** These open a visit; the others act on one and are nothing without it. */
const OPENING_EVENTS = new Set(['A01', 'A04', 'A05']);

/** Whether an ADT event is one that is taken. */
export function isAdmissionEvent(event: string): boolean {
  return VISIT_EVENTS.has(event) || PATIENT_EVENTS.has(event) || event === MERGE_EVENT;
}

/** The facts of one ADT message (rules.md, HL7 v2: effects), or why it is refused and where. */
export function mapAdmission(context: MappingContext): Result<MessageContent> {
  const { message, header, profile, authority } = context;
  if (header.event === MERGE_EVENT) return mapMerges(context);
  const pid = message.first('PID');
  if (!pid) return refused(100, { segment: 'PID' }, 'the message has no PID segment');
  const mapped = mapPatient(pid, profile, authority);
  if (!mapped.ok) return mapped;
  return mapFact(context, withDeath(mapped.value.patient, message, profile), mapped.value.warnings);
}

function withDeath(patient: PatientFacts, message: Hl7Message, profile: PartnerProfile): PatientFacts {
  return isDeathDisposition(message.first('PV1'), profile) ? { ...patient, deceased: true } : patient;
}

function mapFact(context: MappingContext, patient: PatientFacts, warnings: readonly Problem[]): Result<MessageContent> {
  const kind = VISIT_EVENTS.get(context.header.event);
  if (kind) return mapVisitEvent(context, kind, patient, warnings);
  const about = { kind: 'patient-updated', patient, eventTime: context.eventTime } as const;
  const pv1 = context.message.first('PV1');
  const visitNumber = visitNumberOf(context.message);
  // A28 and A31 speak of the person only; their PV1 is a placeholder the standard asks for.
  if (context.header.event !== 'A08' || !pv1 || !visitNumber) return accepted({ facts: [about], warnings });
  const visit = mapVisit(context.message, pv1, visitNumber, 'A08', context.profile);
  return visit.ok ? accepted({ facts: [{ ...about, visit: visit.value }], warnings }) : visit;
}

function mapVisitEvent(
  context: MappingContext,
  kind: VisitFactKind,
  patient: PatientFacts,
  warnings: readonly Problem[],
): Result<MessageContent> {
  const { message, header, profile, eventTime } = context;
  const pv1 = message.first('PV1');
  const visitNumber = visitNumberOf(message);
  if (!pv1 || !visitNumber) return withoutVisit(context, pv1, patient, warnings);
  const visit = mapVisit(message, pv1, visitNumber, header.event, profile);
  if (!visit.ok) return visit;
  if (kind !== 'visit-discharged') {
    return accepted({ facts: [{ kind, patient, visit: visit.value, eventTime }], warnings });
  }
  const dischargedAt = visit.value.dischargedAt ?? eventTime;
  if (dischargedAt.iso.slice(0, 10) < (visit.value.admittedAt?.iso ?? '').slice(0, 10)) {
    return refused(102, { segment: 'PV1', field: 45 }, 'the discharge is before the admission');
  }
  return accepted({ facts: [{ kind, patient, visit: { ...visit.value, dischargedAt }, eventTime }], warnings });
}

/** No PV1 or no number: the visit cannot be told from another, so a repeat or a later discharge would not find it. */
function withoutVisit(
  context: MappingContext,
  pv1: Segment | undefined,
  patient: PatientFacts,
  warnings: readonly Problem[],
): Result<MessageContent> {
  const refusal = pv1
    ? refused(101, { segment: 'PV1', field: 19 }, 'no visit number in PV1-19 and no account number in PID-18')
    : refused(100, { segment: 'PV1' }, 'the message has no PV1 segment');
  const keepsPatient = context.profile.admissionWithoutVisitNumber === 'keep-patient';
  if (!OPENING_EVENTS.has(context.header.event) || !keepsPatient) return refusal;
  const { code, at, text } = refusal.problem;
  const fact: AdmissionFact = { kind: 'patient-updated', patient, eventTime: context.eventTime };
  return accepted({ facts: [fact], warnings: [...warnings, warning(code, at, `${text}; only the patient was kept`)] });
}
