import type { RecordNumber } from '#platform';
import type { Identifier } from '../hl7/facts.js';
import type { Interpretation } from '../hl7/interpretation.js';
import { parseMessage } from '../hl7/parser.js';
import { identifiersOf } from '../hl7/patient-mapper.js';

/** `own`: about this person alone; `shared`: about others too; `others`: not about this person; `nobody`: it names none. */
export type About = 'own' | 'shared' | 'others' | 'nobody';

/** Whether a message is about the person that these numbers are known of (PT-9). */
export function whoseMessage(interpretation: Interpretation, known: readonly RecordNumber[]): About {
  const people = peopleIn(interpretation);
  if (people.length === 0) return 'nobody';
  const own = people.filter((numbers) => numbers.some((number) => isKnown(number, known)));
  if (own.length === 0) return 'others';
  return own.length === people.length ? 'own' : 'shared';
}

/** A refused message may not say who issued a number: then the number alone decides. */
function isKnown({ issuer, value }: Identifier, known: readonly RecordNumber[]): boolean {
  return known.some((number) => number.value === value && (issuer === '' || number.issuer === issuer));
}

/** The numbers of each person that the message names. */
function peopleIn({ outcome, text, charset, profile }: Interpretation): Identifier[][] {
  if (outcome?.ok) {
    return outcome.value.facts.flatMap((fact) => [
      [fact.patient.primary, ...fact.patient.identifiers],
      ...(fact.kind === 'patients-merged' ? fact.retired.map((retired) => [retired]) : []),
    ]);
  }
  const parsed = parseMessage(text, charset);
  if (!parsed.ok) return [];
  const fields = [...new Set([3, ...profile.identifierFields])];
  const numbers = [
    ...parsed.value.all('PID').map((pid) => fields.flatMap((field) => identifiersOf(pid, field, profile, ''))),
    ...parsed.value.all('MRG').map((mrg) => identifiersOf(mrg, 1, profile, '')),
  ];
  return numbers.filter((each) => each.length > 0);
}
