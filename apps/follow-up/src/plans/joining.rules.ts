import { daysBetween, type Day } from '../calendar/hospital-day.rules.js';

/** A contact that is still to be made, as far as joining looks at it. */
export interface Contact {
  id: string;
  planId: string;
  /** With the step, what the order of equal ones goes by: facts, not the order of arrival. */
  protocolCode: string;
  step: string;
  opensOn: Day;
  dueOn: Day;
  lapsesOn: Day;
  /** A nurse has it in hand, or the patient was promised it: nothing else can stand for it. */
  held?: boolean;
}

/**
 * Which contact another one stands for (FU-3): of calls of different plans that are due within `days` of each other one is
 * made and counts for all. It is the one that opens last, so that it lies in the window of each; a plan's own contacts
 * stay apart, and one that is held stands for others or for none. Answers the stand-in of each contact that is joined. It depends on the contacts alone, not on their order.
 */
export function joinContacts(contacts: readonly Contact[], days: number): Map<string, string> {
  const groups: Contact[][] = [];
  for (const contact of contacts.toSorted(byDate)) {
    const group = groups.find((each) => mayJoin(each, contact, days));
    if (group) group.push(contact);
    else groups.push([contact]);
  }
  return new Map(groups.flatMap(standInsOf));
}

function byDate(a: Contact, b: Contact): number {
  return compare(a.dueOn, b.dueOn) || compare(a.opensOn, b.opensOn) || compare(nameOf(a), nameOf(b));
}

function nameOf({ protocolCode, step, id }: Contact): string {
  return [protocolCode, step, id].join('\n');
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function mayJoin(group: Contact[], contact: Contact, days: number): boolean {
  const [first] = group;
  if (first === undefined || daysBetween(first.dueOn, contact.dueOn) > days) return false;
  if (group.some(({ planId }) => planId === contact.planId)) return false;
  const all = [...group, contact];
  const opensOn = all.map((each) => each.opensOn).reduce((a, b) => (a > b ? a : b));
  const standIn = standInOf(all);
  return all.every((each) => each.lapsesOn >= opensOn && (each.held !== true || each === standIn));
}

function standInsOf(group: Contact[]): [string, string][] {
  const standIn = standInOf(group);
  return group.filter((each) => each !== standIn).map(({ id }) => [id, standIn.id]);
}

function standInOf(group: Contact[]): Contact {
  return group.reduce((a, b) => (b.opensOn > a.opensOn || (b.opensOn === a.opensOn && b.held === true) ? b : a));
}
