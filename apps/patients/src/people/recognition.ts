import type { PatientIdentifier } from '#contracts';
import type { MergeCause } from '../merges/person-merge.entity.js';
import type { Statement } from './demographics.rules.js';
import { isSameHolder, namesAgree, type Likeness } from './identity.rules.js';
import type { LockedPeople } from './locked-people.js';
import { searchText } from './name-search.js';
import type { Person } from './person.entity.js';

/** A record that turns out to be the same person. */
export interface Absorbed {
  record: Person;
  cause: MergeCause;
}

/** Who a report is about, and what of it counts. */
export interface Finding {
  /** Undefined: nobody we know. */
  target: Person | undefined;
  absorbed: Absorbed[];
  statement: Statement;
  /** Records that the report points at although they are of somebody with another name. */
  strangers: Absorbed[];
  remarks: string[];
}

/**
 * The record number decides who it is, then the national ID (PT-3). Another record that the same report points at is the
 * same person too and is absorbed when the names agree; when they do not, both stay, and somebody has to look.
 * @param retiring the record that the report retires by name (A40).
 */
export function recognise(
  locked: LockedPeople,
  identifiers: Pick<PatientIdentifier, 'issuer' | 'value'>[],
  statement: Statement,
  retiring: Person | undefined,
): Finding {
  const numbered = identifiers.map((number) => locked.holderOf(number)).filter((person) => person !== undefined);
  const nationalId = statement.nationalId?.nationalId ?? undefined;
  const holder = locked.holderOfNationalId(nationalId);
  const isHolder = holder && isSameHolder(nationalId ?? '', likenessOf(holder), described(statement));
  const target = numbered[0] ?? (isHolder ? holder : undefined);

  const pointedAt: Absorbed[] = numbered.map((record) => ({ record, cause: 'same-record-number' }));
  if (holder) pointedAt.push({ record: holder, cause: 'same-national-id' });
  const others = distinct(pointedAt).filter(({ record }) => record.id !== target?.id && record.id !== retiring?.id);
  const likeness = described(statement, target);
  const isSame = ({ record }: Absorbed) => target !== undefined && namesAgree(likenessOf(record), likeness);
  const strangers = others.filter((other) => !isSame(other));

  const absorbed = others.filter(isSame);
  if (retiring && retiring.id !== target?.id) absorbed.push({ record: retiring, cause: 'his' });
  return {
    target,
    absorbed,
    statement: strangers.some(({ record }) => record === holder) ? withoutNationalId(statement) : statement,
    strangers,
    remarks: strangers.map(({ record, cause }) => `${cause} as record ${record.id}, which has another name`),
  };
}

/** Those somebody told apart from the person are strangers, however alike (PT-3). */
export function withApart(found: Finding, apart: Set<string>): Finding {
  const { absorbed, statement } = found;
  const told = absorbed.filter(({ record }) => apart.has(record.id));
  const nationalId = statement.nationalId?.nationalId ?? null;
  const isTheirs = nationalId !== null && told.some(({ record }) => record.nationalId === nationalId);
  return {
    ...found,
    absorbed: absorbed.filter((each) => !told.includes(each)),
    statement: isTheirs ? withoutNationalId(statement) : statement,
    strangers: [...found.strangers, ...told],
    remarks: [
      ...found.remarks,
      ...told.map(({ record, cause }) => `${cause} as record ${record.id}, which was told apart`),
    ],
  };
}

function distinct(pointedAt: Absorbed[]): Absorbed[] {
  return [...new Map(pointedAt.toReversed().map((each) => [each.record.id, each])).values()].toReversed();
}

/** The number of somebody else identifies nobody; it is kept so that the mistake can be found. */
function withoutNationalId({ nationalId, ...rest }: Statement): Statement {
  const documentNumber = nationalId?.nationalId ?? null;
  return { ...rest, document: { documentType: 'unverified', documentNumber } };
}

/** The person as the report describes them, filled up from the record. */
function described({ name, birthDate }: Statement, known?: Person): Likeness {
  return likenessOf({
    name: name?.name ?? known?.name ?? null,
    birthDate: birthDate?.birthDate ?? known?.birthDate ?? null,
  });
}

function likenessOf({ name, birthDate }: { name: string | null; birthDate: string | null }): Likeness {
  return { nameText: searchText(name ?? ''), birthDate };
}
