import type { Patient } from './patient.dto.js';
import type { Person } from './person.entity.js';

/** What belongs to a person through merged records too. */
export interface Family {
  mergedFrom: string[];
  identifiers: { issuer: string; value: string; type: string | null }[];
}

/** A record as it goes over HTTP. */
export function patientOf(person: Person, family: Family = { mergedFrom: [], identifiers: [] }): Patient {
  const {
    id,
    version,
    name,
    sex,
    birthDate,
    nationalId,
    documentType,
    documentNumber,
    address,
    deceased,
    allowedPurposes,
    states,
  } = person;
  return {
    id,
    version,
    name,
    sex,
    birthDate,
    nationalId,
    document: documentType && documentNumber ? { type: documentType, number: documentNumber } : null,
    phones: person.phones,
    address,
    identifiers: family.identifiers.map(({ issuer, value, type }) => ({ issuer, value, ...(type ? { type } : {}) })),
    deceased,
    deceasedAt: person.deceasedAt?.toISOString() ?? null,
    allowedPurposes,
    states,
    mergedFrom: family.mergedFrom,
    createdAt: person.createdAt.toISOString(),
    updatedAt: person.updatedAt.toISOString(),
  };
}
