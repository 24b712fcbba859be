import type { Abnormality, MedicationUse, ResultKind } from '#contracts';
import type { Charset } from './charset.rules.js';
import { ABNORMAL_FLAGS, MEDICATION_ORDER_TYPES, RESULT_SECTIONS } from './result-tables.js';
import type { Sex, VisitClass } from './vocabulary.js';

/** What one sending system means by what it writes; stored as data, so that a new partner needs no release. */
export interface PartnerProfile {
  readonly code: string;
  /** Matched against MSH-3.1 and MSH-4.1; an absent one matches anything. */
  readonly sendingApplication?: string;
  readonly sendingFacility?: string;
  /** For messages that declare no character set and are not UTF-8. */
  readonly charset?: Charset;
  /** IANA zone of times without an offset. */
  readonly zone: string;
  /** Issuer of record numbers whose PID-3.4 is empty; absent: the sending facility, else the application. */
  readonly identifierAuthority?: string;
  /** PID fields searched for record numbers, the first filled one counts (PID-2 and PID-4 belong to old versions). */
  readonly identifierFields: readonly number[];
  /** Which PID-3.5 makes the primary identifier, best first. */
  readonly primaryIdentifierTypes: readonly string[];
  /** PID-3.5 of a national ID, read when PID-19 is empty and never kept as a record number. */
  readonly nationalIdTypes: readonly string[];
  /** `张^张三`: the given name holds the whole name. */
  readonly givenNameIsFullName: boolean;
  readonly sexes: Readonly<Record<string, Sex>>;
  /** PV1-2; `by-event` leaves it to the event (A04 registers outpatients, the others are stays). */
  readonly visitClasses: Readonly<Record<string, VisitClass | 'by-event'>>;
  /** PID-30. */
  readonly deathIndicators: Readonly<Record<string, boolean>>;
  /** PV1-36.1 or .2 of a patient who died. */
  readonly deathDispositions: readonly string[];
  /** Local department code → national code (卫医发〔1994〕27号). */
  readonly departments: Readonly<Record<string, string>>;
  /** OBR-24 → kind of result. */
  readonly resultSections: Readonly<Record<string, ResultKind>>;
  /** OBX-8 → how far from normal. */
  readonly abnormalFlags: Readonly<Record<string, Abnormality>>;
  /** ORC-29 → what a drug was ordered for. */
  readonly medicationOrderTypes: Readonly<Record<string, MedicationUse>>;
  /** MSH-11.1 taken; a training or debugging message must not touch real patients. */
  readonly processingIds: readonly string[];
  readonly versions: readonly string[];
  /**
   * An A01, A04 or A05 that names no visit: `keep-patient` takes the demographics and warns the sender, `refuse` answers
   * AE. (A02, A03, A11 and A13 act on a visit and are always refused without one.)
   */
  readonly admissionWithoutVisitNumber: 'keep-patient' | 'refuse';
}

const SEXES: PartnerProfile['sexes'] = {
  M: 'male',
  F: 'female',
  O: 'other',
  A: 'other',
  N: 'unknown',
  U: 'unknown',
  // GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated.
  '0': 'unknown',
  '1': 'male',
  '2': 'female',
  '9': 'unknown',
  男: 'male',
  女: 'female',
  男性: 'male',
  女性: 'female',
  未知: 'unknown',
  MALE: 'male',
  FEMALE: 'female',
};

const VISIT_CLASSES: PartnerProfile['visitClasses'] = {
  I: 'inpatient',
  O: 'outpatient',
  E: 'emergency',
  // Recurring treatments are outpatient visits; obstetrics and preadmission are stays (HL7 table 0004).
  R: 'outpatient',
  B: 'inpatient',
  P: 'inpatient',
  T: 'exam',
  C: 'by-event',
  N: 'by-event',
  U: 'by-event',
  住院: 'inpatient',
  门诊: 'outpatient',
  急诊: 'emergency',
  体检: 'exam',
};

export const DEFAULT_PROFILE: PartnerProfile = {
  code: 'default',
  zone: 'Asia/Shanghai',
  identifierFields: [3],
  primaryIdentifierTypes: ['MR', 'PI', 'PT'],
  nationalIdTypes: ['NNCHN', 'NI', 'SFZ', '身份证'],
  givenNameIsFullName: false,
  sexes: SEXES,
  visitClasses: VISIT_CLASSES,
  deathIndicators: { Y: true, YES: true, '1': true, 是: true, N: false, NO: false, '0': false, 否: false },
  deathDispositions: ['20', '40', '41', '42', '5', '死亡'],
  departments: {},
  resultSections: RESULT_SECTIONS,
  abnormalFlags: ABNORMAL_FLAGS,
  medicationOrderTypes: MEDICATION_ORDER_TYPES,
  processingIds: ['P'],
  versions: [
    '2.1',
    '2.2',
    '2.3',
    '2.3.1',
    '2.4',
    '2.5',
    '2.5.1',
    '2.6',
    '2.7',
    '2.7.1',
    '2.8',
    '2.8.1',
    '2.8.2',
    '2.9',
  ],
  admissionWithoutVisitNumber: 'keep-patient',
};

/** What a partner states; the rest is as in `DEFAULT_PROFILE`, and tables add to its tables. */
export type PartnerDefinition = Partial<Omit<PartnerProfile, 'code'>>;

export function profileFrom(code: string, definition: PartnerDefinition): PartnerProfile {
  return {
    ...DEFAULT_PROFILE,
    ...definition,
    code,
    sexes: { ...DEFAULT_PROFILE.sexes, ...definition.sexes },
    visitClasses: { ...DEFAULT_PROFILE.visitClasses, ...definition.visitClasses },
    deathIndicators: { ...DEFAULT_PROFILE.deathIndicators, ...definition.deathIndicators },
    resultSections: { ...DEFAULT_PROFILE.resultSections, ...definition.resultSections },
    abnormalFlags: { ...DEFAULT_PROFILE.abnormalFlags, ...definition.abnormalFlags },
    medicationOrderTypes: { ...DEFAULT_PROFILE.medicationOrderTypes, ...definition.medicationOrderTypes },
  };
}

/** The most exact match: application and facility, then either, then a profile that names neither, then the default. */
export function profileFor(
  profiles: readonly PartnerProfile[],
  sender: { readonly sendingApplication: string; readonly sendingFacility: string },
): PartnerProfile {
  const matching = profiles.filter(
    (profile) =>
      (profile.sendingApplication ?? sender.sendingApplication) === sender.sendingApplication &&
      (profile.sendingFacility ?? sender.sendingFacility) === sender.sendingFacility,
  );
  const exactness = (profile: PartnerProfile): number =>
    (profile.sendingApplication === undefined ? 0 : 2) + (profile.sendingFacility === undefined ? 0 : 1);
  return matching.toSorted((a, b) => exactness(b) - exactness(a))[0] ?? DEFAULT_PROFILE;
}

/** A sender's code in one of the profile's tables, as written or in capitals. */
export function lookUp<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  const key = [code, code.toUpperCase()].find((candidate) => Object.hasOwn(table, candidate));
  return key === undefined ? undefined : table[key];
}
