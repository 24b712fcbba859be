import type { ReportedPatient } from '#contracts';
import { instantOf } from '../reports/instant.rules.js';
import type { Statement } from './demographics.rules.js';
import { tidyName } from './name-search.js';
import { sortIdentity } from './national-id.rules.js';
import { readPhones } from './phone-number.js';

const DATE = /^\d{4}(-\d{2}){0,2}/;

/** A person as somebody describes them, apart from record numbers. */
export type Described = Omit<ReportedPatient, 'primary' | 'identifiers'>;

/** What is said of a person, in our terms: absent stays unsaid, null deletes. */
export function statementOf(patient: Described, zone: string): Statement {
  const { name, sex, birthDate, phones, address } = patient;
  return {
    ...(name === undefined ? {} : { name: { name: name === null ? null : tidyName(name) || null } }),
    ...(sex === undefined ? {} : { sex: { sex } }),
    ...(birthDate === undefined ? {} : { birthDate: { birthDate: DATE.exec(birthDate ?? '')?.[0] ?? null } }),
    ...(phones === undefined ? {} : { phones: { phones: readPhones(phones ?? []) } }),
    ...(address === undefined ? {} : { address: { address: address?.trim() || null } }),
    ...identityIn(patient),
    ...deathIn(patient, zone),
  };
}

function identityIn({ nationalId }: Described): Statement {
  if (nationalId === undefined) return {};
  if (nationalId === null) return { nationalId: { nationalId: null } };
  const identity = sortIdentity(nationalId);
  if (!identity) return {};
  if ('sex' in identity) return { nationalId: { nationalId: identity.number } };
  return { document: { documentType: identity.type, documentNumber: identity.number } };
}

/** A date of death alone also means death; taking the death back needs an explicit no (PT-11). */
function deathIn({ deceased, deceasedAt }: Described, zone: string): Statement {
  const isDead = deceased ?? (deceased === undefined && deceasedAt ? true : deceased);
  if (isDead === undefined) return {};
  if (!isDead) return { death: { deceased: false, deceasedAt: null } };
  const at = deceasedAt === undefined ? {} : { deceasedAt: deceasedAt === null ? null : instantOf(deceasedAt, zone) };
  return { death: { deceased: true, ...at } };
}
