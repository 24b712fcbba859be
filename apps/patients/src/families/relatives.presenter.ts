import type { ContentKind } from '#contracts';
import type { FamilyEntry, FamilyRecord } from './family-rows.js';
import type { RecipientsView } from './recipients.dto.js';
import type { Recipients } from './recipients.rules.js';
import { relationText } from './relations.rules.js';
import type { NamedByView, RelativeLine, RelativeView } from './relatives.dto.js';

/** A relative in one line. */
export function lineOf(entry: FamilyEntry, gets: ContentKind[]): RelativeLine {
  const { id, relation, guardian } = entry;
  const who = { relativePatientId: entry.record?.id ?? null, name: nameOf(entry), phone: phoneOf(entry) };
  return { id, ...who, relation, relationText: relationText(relation), guardian, gets };
}

export function viewOf(entry: FamilyEntry, gets: ContentKind[]): RelativeView {
  const { version, consentBy, recordedBy, words, kinds } = entry;
  return {
    ...lineOf(entry, gets),
    ...{ version, patientId: entry.personId, kinds: [...kinds], consentBy, recordedBy, history: words },
    from: entry.from.toISOString(),
    until: entry.until?.toISOString() ?? null,
    endedAt: entry.endedAt?.toISOString() ?? null,
    recordedAt: entry.recordedAt.toISOString(),
  };
}

/** The entry, seen from the relative. */
export function namedByOf(
  person: FamilyRecord,
  { id, relation, guardian, endedAt }: FamilyEntry,
  child: boolean,
  gets: ContentKind[],
): NamedByView {
  const entry = { id, relation, relationText: relationText(relation), guardian, child, gets };
  return { ...entry, patientId: person.id, name: person.name, endedAt: endedAt?.toISOString() ?? null };
}

export function recipientsView(
  person: FamilyRecord,
  kind: ContentKind,
  { child, recipients, suppressed, nobody }: Recipients<FamilyEntry>,
): RecipientsView {
  return {
    ...{ patientId: person.id, kind, child, nobody },
    recipients: recipients.map(({ tie, reason }) => ({ ...someone(person, tie), reason })),
    suppressed: suppressed.map(({ tie, why }) => ({ ...someone(person, tie), why })),
  };
}

function someone(person: FamilyRecord, entry: FamilyEntry | null) {
  if (entry) {
    const who = { relativeId: entry.id, patientId: entry.record?.id ?? null, name: nameOf(entry) };
    return { ...who, phone: phoneOf(entry), relationText: relationText(entry.relation) };
  }
  const [phone = null] = person.phones;
  return { relativeId: null, patientId: person.id, name: person.name, phone, relationText: null };
}

function nameOf({ record, name }: FamilyEntry): string | null {
  return record ? record.name : name;
}

function phoneOf({ record, phone }: FamilyEntry): string | null {
  return record ? (record.phones[0] ?? null) : phone;
}
