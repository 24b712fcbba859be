import type { LeaveReason } from '#contracts';
import { endedBy, mayBeTold, silentFrom, type MemberStanding } from './community.rules.js';

/** A membership that has not ended, with the person who answers for it now. */
export interface Membership extends MemberStanding {
  id: string;
  communityId: string;
  /** The living record. */
  rootId: string;
  joinedAt: Date;
  doublesId: string | null;
  heardAt: Date;
  silenceDueAt: Date | null;
  silentSince: Date | null;
  /** When something was heard under this membership itself, or it began. */
  ownHeardAt: Date;
}

export interface MembershipState {
  id: string;
  doublesId: string | null;
  heardAt: Date;
  silenceDueAt: Date | null;
  silentSince: Date | null;
}

export interface Settlement {
  endings: { id: string; reason: LeaveReason }[];
  /** Of those that go on and are different now. */
  changes: MembershipState[];
  /** Memberships that stood behind another one and count again. */
  parted: Membership[];
}

/**
 * PT-3, PT-10, PT-11: what becomes of memberships when their people died, changed their mind, were merged or parted. Of
 * several of one person in one community the eldest counts; the others stay as they are behind it, so that an un-merge
 * finds each with its own.
 */
export function settle(memberships: Membership[], silentHours: number): Settlement {
  const found: Settlement = { endings: [], changes: [], parted: [] };
  for (const group of groupsOf(memberships)) {
    const [first] = group;
    const reason = first && endedBy(first);
    if (reason) found.endings.push(...group.map(({ id }) => ({ id, reason })));
    else if (first) goOn(first, group, silentHours, found);
  }
  return found;
}

function goOn(first: Membership, group: Membership[], silentHours: number, found: Settlement): void {
  const heardAt = new Date(Math.max(...group.map(({ ownHeardAt }) => ownHeardAt.getTime())));
  if (first.doublesId !== null) found.parted.push(first);
  const behind = group.slice(1).map((each) => ({
    ...{ id: each.id, doublesId: first.id, heardAt: each.ownHeardAt },
    ...{ silenceDueAt: null, silentSince: silenceTold([each], each.ownHeardAt) },
  }));
  const silence = silenceOf(first, silenceTold(group, heardAt), heardAt, silentHours);
  const states = [{ id: first.id, doublesId: null, heardAt, ...silence }, ...behind];
  found.changes.push(...states.filter((state, index) => isDifferent(group[index] as Membership, state)));
}

/** A silence that was told is not told again before something was heard; who wants no contact is told of to nobody. */
function silenceOf(membership: Membership, silentSince: Date | null, heardAt: Date, silentHours: number) {
  if (silentSince) return { silentSince, silenceDueAt: null };
  return { silentSince: null, silenceDueAt: mayBeTold(membership) ? silentFrom(heardAt, silentHours) : null };
}

/** The silence that lasts and was told, of whichever of them: since what was heard last. */
function silenceTold(group: Membership[], heardAt: Date): Date | null {
  return group.some(({ silentSince }) => silentSince && heardAt <= silentSince) ? heardAt : null;
}

function groupsOf(memberships: Membership[]): Membership[][] {
  const groups = Map.groupBy(memberships, ({ communityId, rootId }) => `${communityId} ${rootId}`);
  return [...groups.values()].map((group) => group.toSorted(elderFirst));
}

function elderFirst(a: Membership, b: Membership): number {
  return a.joinedAt.getTime() - b.joinedAt.getTime() || (a.id < b.id ? -1 : 1);
}

function isDifferent(before: Membership, after: MembershipState): boolean {
  const of = ({ doublesId, heardAt, silenceDueAt, silentSince }: MembershipState) =>
    JSON.stringify([doublesId, heardAt, silenceDueAt, silentSince]);
  return of(before) !== of(after);
}

/** PT-10: of those parted by an un-merge, who came last loses the place when there are not enough. */
export function withoutPlace(parted: Membership[], members: number, capacity: number): Membership[] {
  return parted.toSorted((a, b) => elderFirst(b, a)).slice(0, Math.max(0, members - capacity));
}
