import type { EncounterClass } from '#contracts';
import type { PlanAnchor, ProtocolScope, ProtocolVersion } from './protocol.rules.js';

/** What is known when a protocol is chosen. What is not known fits no protocol that asks for it. */
export interface Case {
  anchor: PlanAnchor;
  class: EncounterClass;
  departmentCode?: string | null;
  diagnosisCodes: readonly string[];
  procedureCodes: readonly string[];
  /** Completed years. */
  ageYears?: number | null;
  keyPatient?: boolean | null;
}

export const CRITERIA = ['anchor', 'class', 'department', 'diagnosis', 'procedure', 'age', 'key-patient'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** One criterion a protocol states, and what of the case it was held against. */
export interface Finding {
  criterion: Criterion;
  fits: boolean;
  /** What the protocol asks for, as text. */
  asked: string;
  /** What the case has, as text; empty when it is not known. */
  found: string;
  /** Characters of the longest prefix that fits: `I10` is more specific than `I`. */
  length: number;
}

/** One protocol held against a case. */
export interface Candidate<T extends ProtocolVersion> {
  protocol: T;
  fits: boolean;
  findings: Finding[];
}

export interface Choice<T extends ProtocolVersion> {
  chosen: T | undefined;
  /** Those for the anchor, the chosen one first, then by how specific they are. */
  candidates: Candidate<T>[];
}

/**
 * The protocol a case is followed up by (FU-5): of the published ones that fit, the one that states most of department,
 * diagnosis, procedure, age and key patient; then the one whose prefixes are longest; then the first by code, in its
 * newest version.
 */
export function chooseProtocol<T extends ProtocolVersion>(protocols: readonly T[], about: Case): Choice<T> {
  const candidates = protocols
    .filter(({ status, definition }) => status === 'published' && definition.appliesTo.anchor === about.anchor)
    .map((protocol) => held(protocol, about))
    .sort(bySpecificity);
  return { chosen: candidates.find(({ fits }) => fits)?.protocol, candidates };
}

function held<T extends ProtocolVersion>(protocol: T, about: Case): Candidate<T> {
  const findings = findingsOf(protocol.definition.appliesTo, about);
  return { protocol, findings, fits: findings.every(({ fits }) => fits) };
}

function bySpecificity<T extends ProtocolVersion>(a: Candidate<T>, b: Candidate<T>): number {
  return (
    Number(b.fits) - Number(a.fits) ||
    b.findings.length - a.findings.length ||
    lengthOf(b) - lengthOf(a) ||
    byName(a.protocol, b.protocol)
  );
}

function byName(a: ProtocolVersion, b: ProtocolVersion): number {
  return a.code === b.code ? b.version - a.version : a.code < b.code ? -1 : 1;
}

function lengthOf({ findings }: { findings: Finding[] }): number {
  return findings.reduce((sum, { length }) => sum + length, 0);
}

/** What the scope states, held against the case; the class always. */
function findingsOf(scope: ProtocolScope, about: Case): Finding[] {
  const { departments, diagnoses, procedures, ages, keyPatient } = scope;
  const whole = (criterion: Criterion, asked: string, found: string, fits: boolean): Finding[] => [
    { criterion, asked, found, fits, length: 0 },
  ];
  const department = about.departmentCode ?? '';
  return [
    ...whole('class', scope.classes.join(), about.class, scope.classes.includes(about.class)),
    ...(departments ? whole('department', departments.join(), department, departments.includes(department)) : []),
    ...(diagnoses ? [prefixed('diagnosis', diagnoses, about.diagnosisCodes)] : []),
    ...(procedures ? [prefixed('procedure', procedures, about.procedureCodes)] : []),
    ...(ages ? whole('age', `${ages.from ?? 0}–${ages.to ?? ''}`, ageText(about), isOfAge(ages, about)) : []),
    ...(keyPatient === undefined
      ? []
      : whole('key-patient', String(keyPatient), keyText(about), (about.keyPatient ?? undefined) === keyPatient)),
  ];
}

function prefixed(criterion: Criterion, prefixes: readonly string[], codes: readonly string[]): Finding {
  const fitting = prefixes.filter((prefix) => codes.some((code) => code.startsWith(prefix)));
  return {
    criterion,
    asked: prefixes.join(),
    found: codes.join(),
    fits: fitting.length > 0,
    length: Math.max(0, ...fitting.map((prefix) => prefix.length)),
  };
}

function isOfAge({ from, to }: { from?: number; to?: number }, { ageYears }: Case): boolean {
  if (ageYears === undefined || ageYears === null) return false;
  return ageYears >= (from ?? 0) && ageYears <= (to ?? Infinity);
}

function ageText({ ageYears }: Case): string {
  return ageYears === undefined || ageYears === null ? '' : String(ageYears);
}

function keyText({ keyPatient }: Case): string {
  return keyPatient === undefined || keyPatient === null ? '' : String(keyPatient);
}

/** Why a protocol was chosen, on one line of the plan's trail: every criterion it states, with what was found. */
export function becauseOf<T extends ProtocolVersion>({ candidates, chosen }: Choice<T>): string {
  const findings = candidates.find(({ protocol }) => protocol === chosen)?.findings ?? [];
  return findings.map(({ criterion, found }) => `${criterion} ${found}`).join(', ');
}
