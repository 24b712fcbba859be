import type { Identifier, PatientFacts } from './facts.js';
import type { Repetition, Segment } from './message.js';
import { lookUp, type PartnerProfile } from './partner-profile.js';
import { displayName, isChinese } from './person-name.rules.js';
import { parseHl7Date, parseHl7Time, type Hl7Time } from './timestamp.rules.js';
import { accepted, refused, type Problem, type Result, type Sex, type Told, warning } from './vocabulary.js';

export interface MappedPatient {
  readonly patient: PatientFacts;
  readonly warnings: readonly Problem[];
}

/** Who a PID speaks of. `authority` issues the identifiers that name no issuer of their own. */
export function mapPatient(pid: Segment, profile: PartnerProfile, authority: string): Result<MappedPatient> {
  const identifiers = identifiersIn(pid, profile, authority);
  const primary = primaryOf(identifiers, profile);
  if (!primary) return refused(101, at(pid, 3), 'no patient identifier');
  const birthDate = toldDate(pid, 7, parseHl7Date);
  if (!birthDate.ok) return birthDate;
  const deceasedAt = toldDate(pid, 29, (text) => parseHl7Time(text, profile.zone));
  if (!deceasedAt.ok) return deceasedAt;
  const warnings: Problem[] = [];
  const patient: PatientFacts = {
    identifiers,
    primary,
    name: nameIn(pid, profile),
    sex: sexIn(pid, profile, warnings),
    birthDate: birthDate.value,
    phones: phonesIn(pid),
    nationalId: nationalIdIn(pid, profile),
    address: addressIn(pid),
    deceased: deceasedIn(pid, profile, deceasedAt.value, warnings),
    deceasedAt: deceasedAt.value,
  };
  return accepted({ patient, warnings });
}

const at = (segment: Segment, field: number) => ({ segment: segment.name, sequence: segment.sequence, field });

/** The identifiers of one CX field, for instance MRG-1. */
export function identifiersOf(
  segment: Segment,
  field: number,
  profile: PartnerProfile,
  authority: string,
): Identifier[] {
  const ids = segment.repetitions(field).map((repetition) => identifierOf(repetition, authority));
  return ids.filter((id): id is Identifier => id !== undefined && !profile.nationalIdTypes.includes(id.type ?? ''));
}

function identifierOf(repetition: Repetition, authority: string): Identifier | undefined {
  const value = repetition.text(1);
  if (!value) return undefined;
  const type = repetition.text(5) ?? undefined;
  return { issuer: repetition.text(4) ?? authority, value, ...(type === undefined ? {} : { type }) };
}

function identifiersIn(pid: Segment, profile: PartnerProfile, authority: string): Identifier[] {
  const filled = profile.identifierFields.map((field) => identifiersOf(pid, field, profile, authority));
  return filled.find((identifiers) => identifiers.length > 0) ?? [];
}

function primaryOf(identifiers: readonly Identifier[], profile: PartnerProfile): Identifier | undefined {
  const preferred = profile.primaryIdentifierTypes.map((type) => identifiers.find((id) => id.type === type));
  return preferred.find((id) => id !== undefined) ?? identifiers[0];
}

/** A repetition in Chinese characters before the legal name before whatever comes first. */
function nameIn(pid: Segment, profile: PartnerProfile): Told<string> {
  const names = pid.repetitions(5);
  if (names.some((repetition) => repetition.raw === '""')) return null;
  const spelled = names.map((repetition) => ({ name: nameOf(repetition, profile), legal: repetition.text(7) === 'L' }));
  const best = spelled.find(({ name }) => name !== undefined && isChinese(name)) ?? spelled.find(({ legal }) => legal);
  return best?.name ?? spelled.find(({ name }) => name !== undefined)?.name;
}

function nameOf(repetition: Repetition, profile: PartnerProfile): string | undefined {
  const part = (component: number): string | undefined => repetition.text(component) ?? undefined;
  return displayName({ family: part(1), given: part(2), middle: part(3) }, profile.givenNameIsFullName);
}

function sexIn(pid: Segment, profile: PartnerProfile, warnings: Problem[]): Told<Sex> {
  const code = pid.text(8);
  if (code === undefined || code === null) return code;
  const sex = lookUp(profile.sexes, code);
  if (!sex) warnings.push(warning(103, at(pid, 8), `sex "${code}" is not in the table of ${profile.code}`));
  return sex;
}

function nationalIdIn(pid: Segment, profile: PartnerProfile): Told<string> {
  const stated = pid.text(19);
  if (stated !== undefined) return stated;
  const typed = pid.repetitions(3).find((id) => profile.nationalIdTypes.includes(id.text(5) ?? ''));
  return typed?.text(1);
}

/** PID-13 home, then PID-14 business; a deletion of the first counts when nothing else is stated. */
function phonesIn(pid: Segment): Told<readonly string[]> {
  const phones = [...pid.repetitions(13), ...pid.repetitions(14)].map(phoneOf).filter((phone) => phone !== undefined);
  if (phones.length > 0) return [...new Set(phones)];
  return pid.text(13) === null ? null : undefined;
}

/** XTN: .1 as written, .12 unformatted, else country .5, area .6, local .7, extension .8. Mail addresses are no phones. */
function phoneOf(repetition: Repetition): string | undefined {
  const part = (component: number): string => repetition.text(component) ?? '';
  if (part(2) === 'NET' || part(3) === 'Internet') return undefined;
  const local =
    part(7) && [part(5) && `+${part(5).replace(/^\+/, '')}`, part(6), part(7)].filter((p) => p !== '').join(' ');
  const extension = part(8) && ` 转 ${part(8)}`;
  return part(1) || part(12) || (local && `${local}${extension}`) || undefined;
}

/** XAD in one line: Chinese from the province down, others from the street up. */
function addressIn(pid: Segment): Told<string> {
  const [first] = pid.repetitions(11);
  if (!first || first.raw === '""') return first && null;
  const part = (component: number): string => first.text(component) ?? '';
  const parts = [part(4), part(3), part(9), part(1), part(2)].filter((value) => value !== '');
  if (parts.some(isChinese)) return parts.join('');
  return [part(1), part(2), part(3), part(4), part(5), part(6)].filter((value) => value !== '').join(', ') || undefined;
}

/** A date of death without a PID-30 still means death; a PID-30 nobody can read is asked about, not guessed. */
function deceasedIn(pid: Segment, profile: PartnerProfile, diedAt: Told<Hl7Time>, warnings: Problem[]): Told<boolean> {
  const code = pid.text(30);
  if (code === null) return null;
  if (code === undefined) return diedAt ? true : undefined;
  const deceased = lookUp(profile.deathIndicators, code);
  if (deceased === undefined) {
    warnings.push(warning(103, at(pid, 30), `death indicator "${code}" is not in the table of ${profile.code}`));
  }
  return deceased;
}

function toldDate<T>(pid: Segment, field: number, parse: (text: string) => T | undefined): Result<Told<T>> {
  const text = pid.text(field);
  if (text === undefined || text === null) return accepted(text);
  const value = parse(text);
  return value === undefined ? refused(102, at(pid, field), `"${text}" is not a date`) : accepted(value);
}
