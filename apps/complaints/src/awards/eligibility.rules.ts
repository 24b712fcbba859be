/** A valid complaint against a department or a person (CP-8). */
export interface ConfirmedComplaint {
  ticketId: string;
  number: string;
  /** The hospital's day of its receipt. */
  receivedOn: string;
  against: 'department' | 'person';
  /** Code of the department, or id of the member of staff. */
  subject: string;
  /** A dispute, or told in confidence: the caller learns that there is one, and not which (CP-3). */
  hidden: boolean;
}

/** Who may be given an award: somebody who works here, or a department that is open. */
export interface Candidate {
  id: string;
  name: string;
  /** What complaints may call it: the codes of a department, and its id. */
  subjects: readonly string[];
}

/** What takes the award away; each once, oldest first. Without ticket and number where the caller may not know them. */
export interface Ground {
  ticketId: string | null;
  number: string | null;
  receivedOn: string;
}

export type Unmatched = Ground & Pick<ConfirmedComplaint, 'against' | 'subject'>;

export interface Judged {
  id: string;
  name: string;
  /** None: eligible. */
  disqualifiedBy: Ground[];
}

/** Each candidate with the valid complaints of the period against it. */
export function judge(candidates: readonly Candidate[], complaints: readonly ConfirmedComplaint[]): Judged[] {
  const bySubject = Map.groupBy(complaints, ({ subject }) => subject);
  return candidates.map(({ id, name, subjects }) => {
    const against = subjects.flatMap((subject) => bySubject.get(subject) ?? []);
    return { id, name, disqualifiedBy: groundsOf(against) };
  });
}

/** Complaints against something that is no candidate: a code nobody knows, or somebody who has left. */
export function unmatched(candidates: readonly Candidate[], complaints: readonly ConfirmedComplaint[]): Unmatched[] {
  const known = new Set(candidates.flatMap(({ subjects }) => subjects));
  return complaints
    .filter(({ subject }) => !known.has(subject))
    .map((complaint) => ({ ...groundOf(complaint), against: complaint.against, subject: complaint.subject }));
}

function groundsOf(complaints: readonly ConfirmedComplaint[]): Ground[] {
  const byTicket = new Map(complaints.map((each) => [each.ticketId, each]));
  return [...byTicket.values()]
    .toSorted((a, b) => a.receivedOn.localeCompare(b.receivedOn) || a.number.localeCompare(b.number))
    .map(groundOf);
}

function groundOf({ ticketId, number, receivedOn, hidden }: ConfirmedComplaint): Ground {
  return hidden ? { ticketId: null, number: null, receivedOn } : { ticketId, number, receivedOn };
}
