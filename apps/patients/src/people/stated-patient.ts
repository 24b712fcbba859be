import type { Statement } from './demographics.rules.js';
import { writtenPlainly } from './national-id.rules.js';
import type { PatientChange } from './people.dto.js';
import { statementOf } from './reported-statement.js';

/** What the centre itself says of a person, in our terms: unlike a HIS it says what kind of document a number is of. */
export function statedBy({ document, nationalId, ...facts }: PatientChange, zone: string): Statement {
  const statement = statementOf(facts, zone);
  if (nationalId !== undefined) statement.nationalId = { nationalId: numberIn(nationalId) ?? null };
  if (document !== undefined) {
    const number = document === null ? null : writtenPlainly(document.number);
    statement.document = { documentType: document?.type ?? null, documentNumber: number };
  }
  return statement;
}

/** A national ID as it is kept; undefined for none. */
export function numberIn(nationalId: string | null | undefined): string | undefined {
  return nationalId ? writtenPlainly(nationalId) : undefined;
}
