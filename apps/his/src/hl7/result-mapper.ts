import type { ReportedName, ReportedOrder, ResultKind, ResultStatus } from '#contracts';
import type { MappingContext } from './mapping-context.js';
import type { MessageContent, MessageFact, PatientFacts, ResultFact } from './facts.js';
import type { Hl7Message, Segment } from './message.js';
import { mapObservation, reportedValue, worstOf, type Observation } from './observation-mapper.js';
import { lookUp } from './partner-profile.js';
import { mapPatient } from './patient-mapper.js';
import { isNarrative, kindByContent, wordsOf } from './result-report.rules.js';
import { statusOfAll, statusOfReport, type StatedStatus } from './result-status.rules.js';
import { timeAt } from './visit-mapper.js';
import { accepted, refused, type Problem, type Result, warning } from './vocabulary.js';

/** One OBR with what belongs to it. */
interface ResultGroup {
  readonly pid: Segment;
  readonly pv1?: Segment;
  readonly orc?: Segment;
  readonly obr: Segment;
  readonly values: { readonly obx: Segment; readonly notes: string[] }[];
  readonly notes: string[];
}

/** Results of ORU R01: one fact an OBR, in the order of the message. */
export function mapResults(context: MappingContext): Result<MessageContent> {
  const { message } = context;
  if (!message.first('PID')) return refused(100, { segment: 'PID' }, 'the message has no PID segment');
  const groups = groupsIn(message);
  if (groups.length === 0) return refused(100, { segment: 'OBR' }, 'the message has no OBR segment after its PID');
  const warnings: Problem[] = [];
  const facts: MessageFact[] = [];
  for (const group of groups) {
    const patient = mapPatient(group.pid, context.profile, context.authority);
    if (!patient.ok) return patient;
    // Of several results of one patient the sender is told once what was wrong with the patient.
    if (!facts.some((fact) => fact.patient.primary.value === patient.value.patient.primary.value)) {
      warnings.push(...patient.value.warnings);
    }
    const mapped = mapResult(group, patient.value.patient, facts.length + 1, context, warnings);
    if (!mapped.ok) return mapped;
    facts.push(mapped.value);
  }
  const [first, ...rest] = facts;
  return first ? accepted({ facts: [first, ...rest], warnings }) : refused(100, { segment: 'OBR' }, 'no OBR segment');
}

function groupsIn(message: Hl7Message): ResultGroup[] {
  const groups: ResultGroup[] = [];
  let pid: Segment | undefined;
  let pv1: Segment | undefined;
  let orc: Segment | undefined;
  for (const segment of message.segments) {
    const group = groups.at(-1);
    if (segment.name === 'PID') [pid, pv1, orc] = [segment, undefined, undefined];
    else if (segment.name === 'PV1') pv1 = segment;
    else if (segment.name === 'ORC') orc = segment;
    else if (segment.name === 'OBR' && pid) {
      groups.push({ pid, pv1, orc, obr: segment, values: [], notes: [] });
      orc = undefined;
    } else if (segment.name === 'OBX' && group?.pid === pid) group?.values.push({ obx: segment, notes: [] });
    else if (segment.name === 'NTE' && group?.pid === pid) addNote(group, segment);
  }
  return groups;
}

function addNote(group: ResultGroup | undefined, nte: Segment): void {
  const note = nte.lines(3);
  if (group && note !== undefined) (group.values.at(-1) ?? group).notes.push(note);
}

function mapResult(
  group: ResultGroup,
  patient: PatientFacts,
  number: number,
  context: MappingContext,
  warnings: Problem[],
): Result<MessageFact> {
  const order = orderOf(group);
  if (!order.ok) return order;
  const observations: Observation[] = [];
  for (const { obx, notes } of group.values) {
    const observation = mapObservation(obx, notes, context.profile, warnings);
    if (!observation.ok) return observation;
    if (observation.value) observations.push(observation.value);
  }
  if (group.values.length > 0 && observations.length === 0) {
    return refused(
      102,
      { ...place(group.obr), segment: 'OBX', field: 5 },
      'the result holds nothing that is taken here',
    );
  }
  const section = group.obr.value(24);
  const kind = kindOf(section, order.value, observations, context);
  const status = statusOf(group, observations, kind);
  if (!status.ok) return status;
  const about = { patient, eventTime: context.eventTime, number, visitNumber: visitOf(group) };
  if (status.value === 'withdrawn') return accepted({ ...about, kind: 'result-withdrawn', order: order.value });
  if (status.value === 'pending') {
    warnings.push(warning(101, place(group.obr), 'nothing was found yet; only the patient was kept'));
    return accepted({ kind: 'patient-updated', patient, eventTime: context.eventTime });
  }
  return contentOf(group, { ...about, order: order.value, status: status.value, kind, section }, observations, context);
}

type Told = Pick<ResultFact, 'patient' | 'eventTime' | 'number' | 'visitNumber'> & {
  readonly order: ReportedOrder;
  readonly status: ResultStatus;
  readonly kind: ResultKind;
  readonly section: string | undefined;
};

function contentOf(
  group: ResultGroup,
  { order, status, kind, section, ...about }: Told,
  observations: readonly Observation[],
  { profile }: MappingContext,
): Result<MessageFact> {
  const observedAt = timeAt(group.obr, 7, profile);
  if (!observedAt.ok) return observedAt;
  const standing = observations.filter((each) => each.status !== 'pending');
  const narrative = standing.filter((each) => each.status !== 'withdrawn' && isNarrative(each, kind));
  const { text, impression } = wordsOf(narrative, group.notes);
  const values = standing.filter((each) => !narrative.includes(each));
  const when = observedAt.value ?? observations.find((each) => each.observedAt)?.observedAt;
  return accepted({
    ...about,
    kind: 'result-reported',
    result: {
      ...{ ...order, kind, status, section, observedAt: when?.iso, impression },
      ...(narrative.length === 0 ? {} : { named: namesOf(narrative) }),
      abnormality: worstOf(narrative.map((each) => each.abnormality)),
      // A value that is pending was left out: it stands on no other status here.
      observations: values.map((each) => reportedValue(each, each.status as ResultStatus)),
    },
    ...(text === undefined ? {} : { text }),
  });
}

/** OBR-24 by the profile; else by its name and what it is made of. */
function kindOf(
  section: string | undefined,
  { name = '', code = '' }: ReportedOrder,
  observations: readonly Observation[],
  { profile }: MappingContext,
): ResultKind {
  const known = section === undefined ? undefined : lookUp(profile.resultSections, section);
  return known ?? kindByContent(`${name} ${code}`, observations);
}

/** What the words are of, each once: lines of one report repeat it. */
function namesOf(narrative: readonly Observation[]): ReportedName[] {
  const named = new Map(narrative.map(({ code, name }) => [JSON.stringify([code, name]), { code, name }]));
  return [...named.values()];
}

/** OBR-3 and ORC-3 are the laboratory's number, OBR-2 and ORC-2 that of the slip. */
function orderOf({ obr, orc }: ResultGroup): Result<ReportedOrder> {
  const placer = obr.value(2) ?? orc?.value(2);
  const orderNumber = obr.value(3) ?? orc?.value(3) ?? placer;
  if (orderNumber === undefined) {
    return refused(101, { ...place(obr), field: 3 }, 'no order number in OBR-3, ORC-3, OBR-2 or ORC-2');
  }
  const [code, name] = [obr.value(4, 1), obr.value(4, 2)];
  return accepted({ orderNumber, placerNumber: placer, code, name });
}

/** OBR-25 decides, unless values say that there is nothing yet, or nothing any more; of notes alone it does always. */
function statusOf(
  { obr, values, notes }: ResultGroup,
  observations: readonly Observation[],
  kind: ResultKind,
): Result<StatedStatus> {
  const code = obr.value(25);
  const isNotes = values.length === 0 && notes.length > 0;
  const byValues = isNotes ? 'final' : statusByValues(observations, kind);
  if (code === undefined) return accepted(byValues);
  const stated = statusOfReport(code);
  if (!stated) return refused(103, { ...place(obr), field: 25 }, `result status "${code}" is in no table`);
  if (stated === 'withdrawn' || isNotes) return accepted(stated);
  // Nothing at all yet, or words taken back: there is nothing to keep whatever the heading says.
  if (byValues === 'withdrawn' || byValues === 'pending') return accepted(byValues);
  const allBack = observations.every(({ status }) => status === 'withdrawn' || status === 'pending');
  return accepted(stated === 'pending' || (allBack && stated === 'final') ? byValues : stated);
}

/** A value that is taken back is that value alone: what a report does not name still holds. Words are one. */
function statusByValues(observations: readonly Observation[], kind: ResultKind): StatedStatus {
  const status = statusOfAll(observations.map((each) => each.status));
  if (status !== 'withdrawn') return status;
  return observations.some((each) => each.status === 'withdrawn' && isNarrative(each, kind))
    ? 'withdrawn'
    : 'corrected';
}

function visitOf({ pv1, pid }: ResultGroup): string | undefined {
  return pv1?.value(19) ?? pid.value(18);
}

const place = (segment: Segment) => ({ segment: segment.name, sequence: segment.sequence });
