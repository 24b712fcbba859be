import type { AdmissionContext } from './admission-context.js';
import type { Admission, AdmissionFact, PatientFacts, VisitFactKind } from './facts.js';
import type { Header } from './header.js';
import { mapMerges } from './merge-mapper.js';
import type { Hl7Message, Segment } from './message.js';
import type { PartnerProfile } from './partner-profile.js';
import { mapPatient } from './patient-mapper.js';
import type { Hl7Time } from './timestamp.rules.js';
import { isDeathDisposition, mapVisit, timeAt, visitNumberOf } from './visit-mapper.js';
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

/** The facts of one ADT message (rules.md, HL7 v2: effects), or why it is refused and where. */
export function mapAdmission(message: Hl7Message, header: Header, profile: PartnerProfile): Result<Admission> {
  const objection = objectionTo(header, profile);
  if (objection) return { ok: false, problem: objection };
  const eventTime = eventTimeOf(message, profile);
  if (!eventTime.ok) return eventTime;
  const authority =
    profile.identifierAuthority ?? (header.sendingFacility || header.sendingApplication || profile.code);
  const context: AdmissionContext = { message, header, profile, authority, eventTime: eventTime.value };
  if (header.event === MERGE_EVENT) return mapMerges(context);
  const pid = message.first('PID');
  if (!pid) return refused(100, { segment: 'PID' }, 'the message has no PID segment');
  const mapped = mapPatient(pid, profile, authority);
  if (!mapped.ok) return mapped;
  return mapFact(context, withDeath(mapped.value.patient, message, profile), mapped.value.warnings);
}

/** What this service does not do at all (AR), or cannot answer to. */
function objectionTo(header: Header, profile: PartnerProfile): Problem | undefined {
  const no = (code: 101 | 200 | 201 | 202 | 203, field: number, text: string, component?: number): Problem => ({
    code,
    severity: 'error',
    at: { segment: 'MSH', field, component },
    text,
  });
  const { messageType, event, controlId, processingId, version } = header;
  if (messageType === '') return no(101, 9, 'no message type');
  if (controlId === '') return no(101, 10, 'no message control id');
  if (processingId === '' && !profile.processingIds.includes('')) return no(101, 11, 'no processing id');
  if (!profile.processingIds.includes(processingId))
    return no(202, 11, `processing id "${processingId}" is not taken here`);
  if (version === '' && !profile.versions.includes('')) return no(101, 12, 'no version');
  if (!profile.versions.includes(version)) return no(203, 12, `version "${version}" is not supported`);
  if (messageType !== 'ADT') return no(200, 9, `message type "${messageType}" is not supported`, 1);
  if (VISIT_EVENTS.has(event) || PATIENT_EVENTS.has(event) || event === MERGE_EVENT) return undefined;
  return no(201, 9, `event "${event}" is not supported`, 2);
}

/** EVN-2, else MSH-7. */
function eventTimeOf(message: Hl7Message, profile: PartnerProfile): Result<Hl7Time> {
  const evn = message.first('EVN');
  const recorded = evn ? timeAt(evn, 2, profile) : accepted(undefined);
  if (!recorded.ok) return recorded;
  if (recorded.value) return accepted(recorded.value);
  const sent = timeAt(message.header, 7, profile);
  if (!sent.ok) return sent;
  return sent.value
    ? accepted(sent.value)
    : refused(101, { segment: 'MSH', field: 7 }, 'neither EVN-2 nor MSH-7 says when');
}

function withDeath(patient: PatientFacts, message: Hl7Message, profile: PartnerProfile): PatientFacts {
  return isDeathDisposition(message.first('PV1'), profile) ? { ...patient, deceased: true } : patient;
}

function mapFact(context: AdmissionContext, patient: PatientFacts, warnings: readonly Problem[]): Result<Admission> {
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
  context: AdmissionContext,
  kind: VisitFactKind,
  patient: PatientFacts,
  warnings: readonly Problem[],
): Result<Admission> {
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
  context: AdmissionContext,
  pv1: Segment | undefined,
  patient: PatientFacts,
  warnings: readonly Problem[],
): Result<Admission> {
  const refusal = pv1
    ? refused(101, { segment: 'PV1', field: 19 }, 'no visit number in PV1-19 and no account number in PID-18')
    : refused(100, { segment: 'PV1' }, 'the message has no PV1 segment');
  const keepsPatient = context.profile.admissionWithoutVisitNumber === 'keep-patient';
  if (!OPENING_EVENTS.has(context.header.event) || !keepsPatient) return refusal;
  const { code, at, text } = refusal.problem;
  const fact: AdmissionFact = { kind: 'patient-updated', patient, eventTime: context.eventTime };
  return accepted({ facts: [fact], warnings: [...warnings, warning(code, at, `${text}; only the patient was kept`)] });
}
