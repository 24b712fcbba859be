import type { ReportedMedication } from '#contracts';
import type { MessageContent, MessageFact, PatientFacts } from './facts.js';
import type { MappingContext } from './mapping-context.js';
import type { Hl7Message, Segment } from './message.js';
import { medicationOf, orderNumberOf, timesOf, type MedicationGroup } from './medication-details.js';
import { orderControlOf, type OrderControl } from './order-control.rules.js';
import { mapPatient } from './patient-mapper.js';
import { timeAt, visitNumberOf } from './visit-mapper.js';
import { accepted, refused, type Problem, type Result, warning } from './vocabulary.js';

/** Orders of RDE O11 and dispenses of RDS O13: one fact a drug, in the order of the message. */
export function mapMedications(context: MappingContext): Result<MessageContent> {
  const { message, profile, authority } = context;
  const pid = message.first('PID');
  if (!pid) return refused(100, { segment: 'PID' }, 'the message has no PID segment');
  const second = message.all('PID')[1];
  if (second) return refused(100, place(second), 'orders of several patients in one message are not taken');
  const patient = mapPatient(pid, profile, authority);
  if (!patient.ok) return patient;
  const groups = groupsIn(message);
  if (groups.length === 0) return refused(100, { segment: 'ORC' }, 'the message has no ORC segment');
  const warnings: Problem[] = [...patient.value.warnings];
  const facts: MessageFact[] = [];
  for (const group of groups) {
    const mapped = mapGroup(group, patient.value.patient, facts.length + 1, context, warnings);
    if (!mapped.ok) return mapped;
    if (mapped.value) facts.push(mapped.value);
  }
  const [first, ...rest] = facts;
  if (first) return accepted({ facts: [first, ...rest], warnings });
  const about = { kind: 'patient-updated', patient: patient.value.patient, eventTime: context.eventTime } as const;
  return accepted({ facts: [about], warnings });
}

/** One an ORC, and one more for each further drug below it: it is of the same order. */
function groupsIn(message: Hl7Message): MedicationGroup[] {
  const groups: MedicationGroup[] = [];
  for (const segment of message.segments) {
    if (segment.name === 'ORC') groups.push({ orc: segment });
    const open = groups.at(-1);
    if (!open) continue;
    const group: MedicationGroup = isFurtherDrug(open, segment) ? { orc: open.orc, timing: open.timing } : open;
    if (group !== open) groups.push(group);
    if (segment.name === 'TQ1' && !group.rxo && !group.rxe && !group.rxd) group.timing ??= segment;
    if (segment.name === 'RXE') group.rxe ??= segment;
    else if (segment.name === 'RXO') group.rxo ??= segment;
    else if (segment.name === 'RXD') group.rxd ??= segment;
    else if (segment.name === 'RXR') group.rxr ??= segment;
    else if (segment.name === 'TQ1') group.tq1 ??= segment;
  }
  return groups.map((group) => ({ ...group, tq1: group.tq1 ?? group.timing }));
}

function isFurtherDrug({ rxo, rxe, rxd }: MedicationGroup, { name }: Segment): boolean {
  return (name === 'RXO' && !!rxo) || (name === 'RXE' && !!rxe) || (name === 'RXD' && !!rxd);
}

function mapGroup(
  group: MedicationGroup,
  patient: PatientFacts,
  number: number,
  context: MappingContext,
  warnings: Problem[],
): Result<MessageFact | undefined> {
  const control = controlOf(group.orc, context.header.messageType);
  if (!control.ok) return control;
  const orderNumber = orderNumberOf(group);
  if (orderNumber === undefined) {
    return refused(101, { ...place(group.orc), field: 2 }, 'no order number in ORC-2 or ORC-3');
  }
  const { eventTime, message, profile } = context;
  const about = { patient, eventTime, number, visitNumber: visitNumberOf(message) };
  const what = control.value;
  if (what === 'no-change') {
    warnings.push(warning(103, { ...place(group.orc), field: 1 }, 'this order control changes nothing here'));
    return accepted(undefined);
  }
  const times = timesOf(group, profile);
  if (!times.ok) return times;
  const medication = medicationOf(group, orderNumber, times.value, context, warnings);
  if (what !== 'holds') {
    const { code, name } = medication;
    return accepted({ ...about, kind: 'medication-stopped', order: { orderNumber, code, name }, reason: what });
  }
  return givenOf(group, medication, about, context);
}

/** An order, or what was handed out: both need to say of what. */
function givenOf(
  { orc, rxd }: MedicationGroup,
  medication: ReportedMedication,
  about: Pick<MessageFact, 'patient' | 'eventTime'> & { number: number; visitNumber: string | undefined },
  { header, profile, eventTime }: MappingContext,
): Result<MessageFact> {
  const needed = header.messageType === 'RDS' ? 'RXD' : 'RXE';
  if (needed === 'RXD' && !rxd) return refused(100, { ...place(orc), segment: 'RXD' }, 'the order has no RXD segment');
  if (medication.code === undefined && medication.name === undefined) {
    return refused(101, { ...place(orc), segment: needed, field: 2 }, 'neither code nor name of the drug');
  }
  if (needed === 'RXE' || !rxd) return accepted({ ...about, kind: 'medication-ordered', medication });
  const dispensed = timeAt(rxd, 3, profile);
  if (!dispensed.ok) return dispensed;
  return accepted({ ...about, kind: 'medication-dispensed', medication, dispensedAt: dispensed.value ?? eventTime });
}

/** An order control nobody knows could mean that the drug is to be stopped: it is repaired, not guessed. */
function controlOf(orc: Segment, messageType: string): Result<OrderControl> {
  const code = orc.value(1);
  if (code === undefined) return refused(101, { ...place(orc), field: 1 }, 'no order control');
  const control = orderControlOf(code, messageType === 'RDE' ? orc.value(5) : undefined);
  if (!control) return refused(103, { ...place(orc), field: 1 }, `order control "${code}" is in no table`);
  return accepted(control);
}

const place = (segment: Segment) => ({ segment: segment.name, sequence: segment.sequence });
