import type { MedicationUse, ReportedMedication } from '#contracts';
import type { MappingContext } from './mapping-context.js';
import type { Segment } from './message.js';
import { lookUp, type PartnerProfile } from './partner-profile.js';
import { displayName } from './person-name.rules.js';
import { daysOf, daysOfTiming } from './timing.rules.js';
import { parseHl7Time, type Hl7Time } from './timestamp.rules.js';
import { timeAt } from './visit-mapper.js';
import { accepted, refused, type Problem, type Result, warning } from './vocabulary.js';

/** One drug of an ORC with what belongs to it. */
export interface MedicationGroup {
  readonly orc: Segment;
  rxo?: Segment;
  rxe?: Segment;
  rxd?: Segment;
  rxr?: Segment;
  tq1?: Segment | undefined;
  /** The TQ1 before the first drug: of all that do not have their own. */
  timing?: Segment | undefined;
}

export interface MedicationTimes {
  readonly startsAt?: Hl7Time;
  readonly endsAt?: Hl7Time;
}

/** The number of the order is the placer's; pharmacies repeat it. */
export function orderNumberOf({ orc }: MedicationGroup): string | undefined {
  return orc.value(2) ?? orc.value(3);
}

/** TQ1-7 and 8 (2.5), else components 4 and 5 of RXE-1 or ORC-7 (before). */
export function timesOf({ orc, rxe, tq1 }: MedicationGroup, profile: PartnerProfile): Result<MedicationTimes> {
  const places = [
    tq1 && { segment: tq1, starts: [7, 1], ends: [8, 1] },
    rxe && { segment: rxe, starts: [1, 4], ends: [1, 5] },
    { segment: orc, starts: [7, 4], ends: [7, 5] },
  ];
  for (const at of places) {
    if (!at) continue;
    const startsAt = momentAt(at.segment, at.starts, profile);
    if (!startsAt.ok) return startsAt;
    const endsAt = momentAt(at.segment, at.ends, profile);
    if (!endsAt.ok) return endsAt;
    if (startsAt.value || endsAt.value) return accepted({ startsAt: startsAt.value, endsAt: endsAt.value });
  }
  const ordered = timeAt(orc, 15, profile);
  return ordered.ok ? accepted({ startsAt: ordered.value }) : ordered;
}

function momentAt(
  segment: Segment,
  [field = 0, component = 1]: readonly number[],
  profile: PartnerProfile,
): Result<Hl7Time | undefined> {
  const text = segment.value(field, component);
  if (text === undefined) return accepted(undefined);
  const time = parseHl7Time(text, profile.zone);
  const at = { segment: segment.name, sequence: segment.sequence, field, component };
  return time ? accepted(time) : refused(102, at, `"${text}" is not a date and time`);
}

/** What is said of the drug; of a dispense (RXD) quantity and form are those of what was handed out. */
export function medicationOf(
  group: MedicationGroup,
  orderNumber: string,
  { startsAt, endsAt }: MedicationTimes,
  context: MappingContext,
  warnings: Problem[],
): ReportedMedication {
  const { rxe, rxo, rxd, rxr, orc } = group;
  const drug = [rxd, rxe].find((each) => each?.value(2, 1) ?? each?.value(2, 2));
  return {
    orderNumber,
    code: drug?.value(2, 1) ?? rxo?.value(1, 1),
    name: drug?.value(2, 2) ?? rxo?.value(1, 2),
    use: useOf(group, context, warnings),
    dose: doseOf(rxe, 3, 4) ?? doseOf(rxo, 2, 3),
    doseUnit: textAt(rxe, 5) ?? textAt(rxo, 4),
    form: textAt(rxd, 6) ?? textAt(rxe, 6) ?? textAt(rxo, 5),
    route: textAt(rxr, 1),
    frequency: frequencyOf(group),
    instructions: rxe?.lines(7) ?? rxe?.lines(21) ?? rxo?.lines(6),
    startsAt: startsAt?.iso,
    endsAt: endsAt?.iso,
    durationDays: durationOf(group),
    quantity: rxd?.value(4) ?? rxe?.value(10),
    quantityUnit: textAt(rxd, 5) ?? textAt(rxe, 11),
    refills: refillsOf(rxe),
    orderedBy: doctorOf(orc, context.profile),
  };
}

/** The text of a coded value, else its code. */
const textAt = (segment: Segment | undefined, field: number): string | undefined =>
  segment?.value(field, 2) ?? segment?.value(field, 1);

function doseOf(segment: Segment | undefined, low: number, high: number): string | undefined {
  const [least, most] = [segment?.value(low), segment?.value(high)];
  return least !== undefined && most !== undefined && least !== most ? `${least}-${most}` : (least ?? most);
}

function refillsOf(rxe: Segment | undefined): number | undefined {
  const text = rxe?.value(12);
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}

/** ORC-29; else the visit says whether it is of the ward, and a prescription of an outpatient is the latter's. */
function useOf(
  { orc }: MedicationGroup,
  { message, profile }: MappingContext,
  warnings: Problem[],
): MedicationUse | undefined {
  for (const code of [orc.value(29, 1), orc.value(29, 2)]) {
    const use = code === undefined ? undefined : lookUp(profile.medicationOrderTypes, code);
    if (use) return use;
  }
  const stated = orc.value(29, 1) ?? orc.value(29, 2);
  const at = { segment: 'ORC', sequence: orc.sequence, field: 29 };
  if (stated !== undefined)
    warnings.push(warning(103, at, `order type "${stated}" is not in the table of ${profile.code}`));
  const code = message.first('PV1')?.value(2);
  const visitClass = code === undefined ? undefined : lookUp(profile.visitClasses, code);
  if (visitClass === undefined || visitClass === 'by-event') return undefined;
  return visitClass === 'inpatient' ? 'inpatient' : 'outpatient';
}

/** TQ1-3 (2.5), else component 2 of RXE-1 or ORC-7 (before). */
function frequencyOf({ orc, rxe, tq1 }: MedicationGroup): string | undefined {
  return tq1?.value(3, 1, 2) ?? tq1?.value(3) ?? tq1?.value(3, 2) ?? rxe?.value(1, 2) ?? orc.value(7, 2) ?? undefined;
}

function durationOf({ orc, rxe, tq1 }: MedicationGroup): number | undefined {
  const quantity = tq1?.value(6, 1);
  if (quantity !== undefined) return daysOf(quantity, tq1?.value(6, 2));
  const timing = rxe?.value(1, 3) ?? orc.value(7, 3);
  return timing === undefined ? undefined : daysOfTiming(timing);
}

function doctorOf(orc: Segment, profile: PartnerProfile): ReportedMedication['orderedBy'] {
  const code = orc.value(12, 1);
  const parts = { family: orc.value(12, 2), given: orc.value(12, 3), middle: orc.value(12, 4) };
  const name = displayName(parts, profile.givenNameIsFullName);
  return code === undefined && name === undefined ? undefined : { code, name };
}
