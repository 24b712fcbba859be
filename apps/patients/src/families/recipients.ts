import {
  CONTENT_KINDS,
  type ContentKind,
  type FamilyRecipient,
  type FamilyRelative,
  type PatientFamilyChangedV1,
} from '#contracts';
import type { Family, FamilyEntry } from './family-rows.js';
import { recipientsOf, type Got, type Terms } from './recipients.rules.js';

/** Who gets a message of a kind, as it goes into an event. */
export function recipientsFor({ person, entries }: Family, kind: ContentKind, terms: Terms): FamilyRecipient[] {
  return recipientsOf(person, entries, kind, terms).recipients.map(({ tie, reason }) =>
    tie === null ? { reason, patientId: person.id } : { reason, ...whoIs(tie) },
  );
}

/** What the other services keep of a family: for each kind who gets it now. */
export function toldOf({ person, entries }: Family, terms: Terms): PatientFamilyChangedV1 {
  const byKind = CONTENT_KINDS.map((kind) => ({ kind, ...recipientsOf(person, entries, kind, terms) }));
  const got = byKind.flatMap(({ kind, recipients }) => recipients.map((each) => ({ kind, ...each })));
  const nobody = byKind.find((each) => each.nobody !== null)?.nobody;
  return {
    patientId: person.id,
    child: byKind.some(({ child }) => child),
    toPatient: got.filter(({ tie }) => tie === null).map(({ kind }) => kind),
    relatives: entries.flatMap((entry) => relativeIn(got, entry)),
    // Of a child that a guardian is named for, marketing alone may reach nobody: that is no reason to worry.
    ...(nobody && got.length === 0 ? { nobody } : {}),
  };
}

/** An adult who gets everything alone: what everybody takes for granted who was told nothing. */
export function isPlain({ child, relatives }: PatientFamilyChangedV1): boolean {
  return !child && relatives.length === 0;
}

function relativeIn(got: (Got<FamilyEntry> & { kind: ContentKind })[], entry: FamilyEntry): FamilyRelative[] {
  const mine = got.filter(({ tie }) => tie === entry);
  const [first] = mine;
  if (!first) return [];
  const kinds = mine.map(({ kind }) => kind);
  return [{ reason: first.reason, ...whoIs(entry), relation: entry.relation, guardian: entry.guardian, kinds }];
}

function whoIs({ id: relativeId, record, name, phone }: FamilyEntry): Omit<FamilyRecipient, 'reason'> {
  if (record) return { relativeId, patientId: record.id };
  return { relativeId, ...(name ? { name } : {}), ...(phone ? { phone } : {}) };
}
