import type { Sex } from '#contracts';
import { readNationalId, type DocumentType } from './national-id.rules.js';
import type { Phone } from './phone-number.js';

/** What is known of a person. */
export interface Demographics {
  name: string | null;
  sex: Sex | null;
  /** `YYYY-MM-DD`, or as much of it as is known. */
  birthDate: string | null;
  /** Valid by GB 11643; whoever has the same one is the same person. */
  nationalId: string | null;
  documentType: DocumentType | null;
  documentNumber: string | null;
  phones: Phone[];
  address: string | null;
  deceased: boolean;
  deceasedAt: Date | null;
  toldAt: ToldAt;
}

/** The parts that are told, kept and aged each on its own. */
const PARTS = {
  name: ['name'],
  sex: ['sex'],
  birthDate: ['birthDate'],
  nationalId: ['nationalId'],
  document: ['documentType', 'documentNumber'],
  phones: ['phones'],
  address: ['address'],
  death: ['deceased', 'deceasedAt'],
} as const satisfies Record<string, readonly (keyof Demographics)[]>;
export type Part = keyof typeof PARTS;

/** When each part was last told, ISO 8601 in UTC. */
export type ToldAt = Partial<Record<Part, string>>;

/** What somebody says of a person: parts left out are not said, nulls are deletions. */
export type Statement = Partial<Record<Part, Partial<Demographics>>>;

export interface Revision {
  next: Demographics;
  /** Fields whose value changed. */
  changed: (keyof Demographics)[];
  /** Parts that a newer statement had told already. */
  outdated: Part[];
}

export const NOBODY_YET: Demographics = {
  name: null,
  sex: null,
  birthDate: null,
  nationalId: null,
  documentType: null,
  documentNumber: null,
  phones: [],
  address: null,
  deceased: false,
  deceasedAt: null,
  toldAt: {},
};

/** The demographics of a record, without what else its row holds. */
export function demographicsOf(person: Demographics): Demographics {
  const fields = Object.values(PARTS).flat();
  const values = Object.fromEntries(fields.map((field) => [field, person[field]])) as Omit<Demographics, 'toldAt'>;
  return { ...values, toldAt: person.toldAt };
}

/**
 * Applies a statement made at a time. Every part keeps the newest word on it, so that reports give one result in
 * whatever order they arrive; of two made at the same time the one that arrives later counts.
 * @param at as text it may be finer than a millisecond: the lines of a file follow each other (PT-8)
 */
export function applyStatement(current: Demographics, statement: Statement, at: Date | string): Revision {
  const told = typeof at === 'string' ? at : at.toISOString();
  return fillFromNationalId(revise(current, statement, () => told));
}

/** Folds a retired record into the survivor: of every part the newer word. */
export function foldIn(survivor: Demographics, retired: Demographics): Revision {
  const statement: Statement = {};
  for (const part of partsOf(retired.toldAt)) {
    const newer = (retired.toldAt[part] ?? '') > (survivor.toldAt[part] ?? '');
    if (newer) statement[part] = Object.fromEntries(PARTS[part].map((field) => [field, retired[field]]));
  }
  return revise(survivor, statement, (part) => retired.toldAt[part] ?? '');
}

function revise(current: Demographics, statement: Statement, toldAt: (part: Part) => string): Revision {
  const next = { ...current, toldAt: { ...current.toldAt } };
  const outdated: Part[] = [];
  for (const part of partsOf(statement)) {
    if (toldAt(part) < (next.toldAt[part] ?? '')) {
      outdated.push(part);
      continue;
    }
    Object.assign(next, statement[part]);
    next.toldAt[part] = toldAt(part);
  }
  return { next, changed: differences(current, next), outdated };
}

/** The number says sex and birth date, where nobody else does. */
function fillFromNationalId(revision: Revision): Revision {
  if (!revision.changed.includes('nationalId') || revision.next.nationalId === null) return revision;
  const said = readNationalId(revision.next.nationalId);
  const next = { ...revision.next };
  if (said && next.birthDate === null && next.toldAt.birthDate === undefined) next.birthDate = said.birthDate;
  if (said && next.sex === null && next.toldAt.sex === undefined) next.sex = said.sex;
  const filled = (['birthDate', 'sex'] as const).filter((field) => next[field] !== revision.next[field]);
  return { ...revision, next, changed: [...revision.changed, ...filled] };
}

function partsOf(told: Partial<Record<Part, unknown>>): Part[] {
  return (Object.keys(PARTS) as Part[]).filter((part) => told[part] !== undefined);
}

export function differences(before: Demographics, after: Demographics): (keyof Demographics)[] {
  return Object.values(PARTS)
    .flat()
    .filter((field) => !isSame(before[field], after[field]));
}

/** Phones come back from the database with their keys in another order. */
function isSame(before: unknown, after: unknown): boolean {
  return comparable(before) === comparable(after);
}

function comparable(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify((value as Phone[]).map((phone) => [phone.raw, phone.e164]));
}
