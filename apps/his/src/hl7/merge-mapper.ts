import type { MappingContext } from './mapping-context.js';
import type { Identifier, MessageContent, MessageFact } from './facts.js';
import type { Segment } from './message.js';
import { identifiersOf, mapPatient } from './patient-mapper.js';
import { accepted, refused, type Problem, type Result } from './vocabulary.js';

interface Group {
  readonly pid: Segment;
  readonly mrg?: Segment;
}

/** A40: every PID with the MRG after it retires the identifiers of MRG-1 into the patient of PID-3. */
export function mapMerges(context: MappingContext): Result<MessageContent> {
  const groups = groupsIn(context);
  const facts: MessageFact[] = [];
  const warnings: Problem[] = [];
  for (const group of groups) {
    const merged = mapMerge(group, context);
    if (!merged.ok) return merged;
    facts.push(...merged.value.facts);
    warnings.push(...merged.value.warnings);
  }
  const [first, ...rest] = facts;
  if (!first) return refused(100, { segment: 'PID' }, 'the message has no PID segment');
  return accepted({ facts: [first, ...rest], warnings });
}

function groupsIn({ message }: MappingContext): Group[] {
  const groups: { pid: Segment; mrg?: Segment }[] = [];
  for (const segment of message.segments) {
    const last = groups.at(-1);
    if (segment.name === 'PID') groups.push({ pid: segment });
    else if (segment.name === 'MRG' && last && !last.mrg) last.mrg = segment;
  }
  return groups;
}

function mapMerge({ pid, mrg }: Group, { profile, authority, eventTime }: MappingContext): Result<MessageContent> {
  const mapped = mapPatient(pid, profile, authority);
  if (!mapped.ok) return mapped;
  if (!mrg)
    return refused(100, { segment: 'MRG', sequence: pid.sequence }, 'the PID segment has no MRG segment after it');
  const at = { segment: 'MRG', sequence: mrg.sequence, field: 1 };
  const named = identifiersOf(mrg, 1, profile, authority);
  if (named.length === 0) return refused(101, at, 'no identifier to retire');
  const { patient, warnings } = mapped.value;
  const [first, ...rest] = named.filter((id) => !patient.identifiers.some((kept) => isSame(kept, id)));
  if (!first) return refused(205, at, 'the identifier to retire is the one to keep');
  return accepted({ facts: [{ kind: 'patients-merged', patient, retired: [first, ...rest], eventTime }], warnings });
}

const isSame = (a: Identifier, b: Identifier): boolean => a.issuer === b.issuer && a.value === b.value;
