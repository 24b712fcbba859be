import type { Abnormality, ReportedObservation, ResultStatus } from '#contracts';
import type { Segment } from './message.js';
import { isOutside, readNumeric, readStructured, type ObservationValue } from './observation-value.rules.js';
import { lookUp, type PartnerProfile } from './partner-profile.js';
import { statusOfValue, type StatedStatus } from './result-status.rules.js';
import { timeAt } from './visit-mapper.js';
import { accepted, refused, type Problem, type Result, warning } from './vocabulary.js';
import type { Hl7Time } from './timestamp.rules.js';

/** One OBX, read. */
export interface Observation {
  readonly code?: string;
  /** OBX-3.1.2: `IMP` is the impression of a report (HL7 v2.5, 7.4.2.3). */
  readonly suffix?: string;
  readonly name?: string;
  readonly subId?: string;
  /** Words, which may go over several OBX; else a value. */
  readonly isText: boolean;
  readonly value: string;
  readonly number?: number;
  readonly valueCode?: string;
  readonly unit?: string;
  readonly referenceRange?: string;
  readonly flags?: string;
  readonly abnormality: Abnormality;
  readonly status: StatedStatus;
  readonly observedAt?: Hl7Time;
  readonly notes: readonly string[];
}

/** Files within a message: they are no text, and not taken (docs/integrators.md). */
const FILES = new Set(['ED', 'RP']);
const TEXTS = new Set(['TX', 'FT']);

/** @param notes NTE-3 of the NTE segments after it */
export function mapObservation(
  obx: Segment,
  notes: readonly string[],
  profile: PartnerProfile,
  warnings: Problem[],
): Result<Observation | undefined> {
  const code = obx.value(11);
  const status = code === undefined ? 'final' : statusOfValue(code);
  if (!status) return refused(103, at(obx, 11), `observation status "${code}" is in no table`);
  const observedAt = timeAt(obx, 14, profile);
  if (!observedAt.ok) return observedAt;
  const [id, name] = [obx.value(3, 1), obx.value(3, 2)];
  if (id === undefined && name === undefined) return refused(101, at(obx, 3), 'an observation without code or name');
  const type = obx.value(2) ?? 'ST';
  if (FILES.has(type)) {
    warnings.push(warning(102, at(obx, 5), `a value of type ${type} is not taken; send the report as text too`));
    return accepted(undefined);
  }
  const read = status === 'withdrawn' ? { value: '' } : valueOf(obx, type);
  const flags = flagsOf(obx);
  return accepted({
    ...{ code: id, suffix: obx.value(3, 1, 2), name, subId: obx.value(4), isText: TEXTS.has(type), status, notes },
    ...read,
    ...{ unit: unitOf(obx), referenceRange: obx.value(7), flags },
    abnormality: status === 'withdrawn' ? 'normal' : abnormalityOf(obx, read, profile, warnings),
    observedAt: observedAt.value,
  });
}

/** As the event carries it. */
export function reportedValue(observation: Observation, status: ResultStatus): ReportedObservation {
  const { code, name, subId, value, number, valueCode, unit, referenceRange, flags, abnormality, notes } = observation;
  const told = [value, ...notes].filter((line) => line !== '').join('\n');
  return {
    ...{ code, name, subId, value: told, number, valueCode, unit, referenceRange, flags },
    ...{ abnormality, status },
  };
}

function valueOf(obx: Segment, type: string): ObservationValue & { valueCode?: string } {
  const parts = obx.repetitions(5).map((repetition) => repetition.whole() ?? '');
  const whole = parts.join(obx.delimiters.repetition);
  switch (type) {
    case 'NM':
      return readNumeric(whole);
    case 'SN':
      return readStructured([1, 2, 3, 4].map((part) => obx.value(5, part)));
    case 'CE':
    case 'CWE':
    case 'CNE':
    case 'CF':
      return coded(obx);
    case 'TX':
    case 'FT':
      return { value: obx.lines(5) ?? '' };
    default:
      return { value: whole };
  }
}

/** Text before code; of several values all, in their order. */
function coded(obx: Segment): ObservationValue & { valueCode?: string } {
  const all = obx.repetitions(5).map((each) => ({ code: each.text(1), text: each.text(2) ?? each.text(9) }));
  const value = all.map(({ code, text }) => text ?? code ?? '').join(', ');
  const [only] = all;
  return all.length === 1 && only?.code ? { value, valueCode: only.code } : { value };
}

/** The code of the unit, else its text. `10^9/L`, with the power as many write it, is one unit and no code with a text. */
function unitOf(obx: Segment): string | undefined {
  const code = obx.value(6, 1);
  return code === '10' ? (obx.repetitions(6)[0]?.whole() ?? code) : (code ?? obx.value(6, 2));
}

function flagsOf(obx: Segment): string | undefined {
  const flags = obx.repetitions(8).map((each) => each.text(1) ?? '');
  return flags.filter((flag) => flag !== '').join(', ') || undefined;
}

const RISING: readonly Abnormality[] = ['normal', 'abnormal', 'critical'];

/** `normal` of none. */
export function worstOf(all: readonly Abnormality[]): Abnormality {
  return RISING.findLast((each) => all.includes(each)) ?? 'normal';
}

/** The worst flag counts. One nobody mapped is looked at by a person, not passed over. */
function abnormalityOf(
  obx: Segment,
  { number }: ObservationValue,
  profile: PartnerProfile,
  warnings: Problem[],
): Abnormality {
  const flags = obx.repetitions(8).flatMap((each) => each.text(1) ?? []);
  if (flags.length === 0) {
    const range = obx.value(7);
    return number !== undefined && range !== undefined && isOutside(number, range) ? 'abnormal' : 'normal';
  }
  const meant = flags.map((flag) => {
    const known = lookUp(profile.abnormalFlags, flag);
    if (!known) warnings.push(warning(103, at(obx, 8), `flag "${flag}" is not in the table of ${profile.code}`));
    return known ?? 'abnormal';
  });
  return worstOf(meant);
}

const at = (segment: Segment, field: number) => ({ segment: segment.name, sequence: segment.sequence, field });
