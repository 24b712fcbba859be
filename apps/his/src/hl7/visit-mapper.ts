import type { Diagnosis, Procedure, VisitFacts } from './facts.js';
import type { Hl7Message, Segment } from './message.js';
import { lookUp, type PartnerProfile } from './partner-profile.js';
import { displayName } from './person-name.rules.js';
import { parseHl7Time, type Hl7Time } from './timestamp.rules.js';
import { accepted, refused, type Result, type VisitClass } from './vocabulary.js';

/** PV1-19, else the account number PID-18: many systems number their visits there. */
export function visitNumberOf(message: Hl7Message): string | undefined {
  return message.first('PV1')?.value(19) ?? message.first('PID')?.value(18);
}

/** The visit a message speaks of, with its diagnoses and procedures. */
export function mapVisit(
  message: Hl7Message,
  pv1: Segment,
  visitNumber: string,
  event: string,
  profile: PartnerProfile,
): Result<VisitFacts> {
  const visitClass = classOf(pv1, event, profile);
  if (!visitClass.ok) return visitClass;
  const admittedAt = timeAt(pv1, 44, profile);
  if (!admittedAt.ok) return admittedAt;
  const dischargedAt = timeAt(pv1, 45, profile);
  if (!dischargedAt.ok) return dischargedAt;
  const procedures = proceduresIn(message, profile);
  if (!procedures.ok) return procedures;
  return accepted({
    visitNumber,
    class: visitClass.value,
    ...departmentOf(pv1, profile),
    ward: pv1.value(3, 1),
    bed: pv1.value(3, 3),
    attendingDoctor: doctorOf(pv1, profile),
    admittedAt: admittedAt.value,
    dischargedAt: dischargedAt.value,
    disposition: pv1.value(36),
    diagnoses: diagnosesIn(message),
    procedures: procedures.value,
  });
}

/** Whether PV1-36, code or text, says that the patient died. */
export function isDeathDisposition(pv1: Segment | undefined, profile: PartnerProfile): boolean {
  return [pv1?.value(36, 1), pv1?.value(36, 2)].some(
    (text) => text !== undefined && profile.deathDispositions.includes(text),
  );
}

/** A class nobody mapped decides whether and how a patient is followed up: it is repaired, not guessed. */
function classOf(pv1: Segment, event: string, profile: PartnerProfile): Result<VisitClass> {
  const byEvent = event === 'A04' ? 'outpatient' : 'inpatient';
  const code = pv1.value(2);
  if (code === undefined) return accepted(byEvent);
  const mapped = lookUp(profile.visitClasses, code);
  if (!mapped) return refused(103, place(pv1, 2), `patient class "${code}" is not in the table of ${profile.code}`);
  return accepted(mapped === 'by-event' ? byEvent : mapped);
}

/** Chinese systems write code and name in PV1-3.4 (`020101&心血管内科`); others the service in PV1-10 or the unit in PV1-3.1. */
function departmentOf(pv1: Segment, profile: PartnerProfile): { departmentCode?: string; departmentName?: string } {
  const name = pv1.value(3, 4, 2);
  const code = name === undefined ? (pv1.value(10) ?? pv1.value(3, 1)) : pv1.value(3, 4, 1);
  return {
    departmentCode: code === undefined ? undefined : (lookUp(profile.departments, code) ?? code),
    departmentName: name,
  };
}

function doctorOf(pv1: Segment, profile: PartnerProfile): VisitFacts['attendingDoctor'] {
  const code = pv1.value(7, 1);
  const parts = { family: pv1.value(7, 2), given: pv1.value(7, 3), middle: pv1.value(7, 4) };
  const name = displayName(parts, profile.givenNameIsFullName);
  return code === undefined && name === undefined ? undefined : { code, name };
}

function diagnosesIn(message: Hl7Message): Diagnosis[] {
  const all = message.all('DG1').map((dg1) => ({
    code: dg1.value(3, 1),
    name: dg1.value(3, 2) ?? dg1.value(4),
    type: dg1.value(6),
  }));
  return all.filter(({ code, name }) => code !== undefined || name !== undefined);
}

function proceduresIn(message: Hl7Message, profile: PartnerProfile): Result<Procedure[]> {
  const procedures: Procedure[] = [];
  for (const pr1 of message.all('PR1')) {
    const time = timeAt(pr1, 5, profile);
    if (!time.ok) return time;
    const procedure = { code: pr1.value(3, 1), name: pr1.value(3, 2) ?? pr1.value(4), at: time.value };
    if (procedure.code !== undefined || procedure.name !== undefined) procedures.push(procedure);
  }
  return accepted(procedures);
}

/** A moment in a field, if there is one; an impossible one refuses the message. */
export function timeAt(segment: Segment, field: number, profile: PartnerProfile): Result<Hl7Time | undefined> {
  const text = segment.value(field);
  if (text === undefined) return accepted(undefined);
  const time = parseHl7Time(text, profile.zone);
  return time ? accepted(time) : refused(102, place(segment, field), `"${text}" is not a date and time`);
}

const place = (segment: Segment, field: number) => ({ segment: segment.name, sequence: segment.sequence, field });
