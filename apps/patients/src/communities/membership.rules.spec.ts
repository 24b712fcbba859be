import { describe, expect, it } from '@jest/globals';
import { settle, type Membership } from './membership.rules.js';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const WEEK_HOURS = 168;

/** Of a person of its own, who joined on a day and was never heard; told of as silent, if so, since then. */
const aMember = (id: string, day: number, over: Partial<Membership> = {}): Membership => ({
  ...{ id, communityId: 'c', rootId: id, joinedAt: at(day), doublesId: null, heardAt: at(day), ownHeardAt: at(day) },
  ...{ silenceDueAt: null, silentSince: null },
  ...{ deceased: false, states: [], allowedPurposes: ['care' as const, 'follow-up' as const] },
  ...over,
});
const silent = (id: string, day: number) => aMember(id, day, { silentSince: at(day) });
const merged = (...members: Membership[]) => members.map((each) => ({ ...each, rootId: 'one' }));
/** The memberships as they are after a settlement of them. */
const settled = (members: Membership[]): Membership[] => {
  const { changes } = settle(members, WEEK_HOURS);
  return members.map((each) => ({ ...each, ...changes.find(({ id }) => id === each.id) }));
};
const parted = (members: Membership[]) => members.map((each) => ({ ...each, rootId: each.id }));

describe('memberships of merged people', () => {
  it('PT-3 PT-10 tell no silence again when both were told, nor when they are parted again', () => {
    const pair = settled(merged(silent('a', 1), silent('b', 2)));
    expect(pair).toMatchObject([
      { id: 'a', doublesId: null, heardAt: at(2), silentSince: at(2), silenceDueAt: null },
      { id: 'b', doublesId: 'a', silentSince: at(2), silenceDueAt: null },
    ]);
    expect(settled(parted(pair))).toMatchObject([
      { id: 'a', heardAt: at(1), silentSince: at(1), silenceDueAt: null },
      { id: 'b', doublesId: null, heardAt: at(2), silentSince: at(2), silenceDueAt: null },
    ]);
  });

  it('PT-3 PT-10 are silent as the one who was heard last', () => {
    const silentAndHeard = settled(merged(silent('a', 1), aMember('b', 5, { silenceDueAt: at(12) })));
    expect(silentAndHeard).toMatchObject([
      { heardAt: at(5), silentSince: null, silenceDueAt: at(12) },
      { doublesId: 'a' },
    ]);
    expect(settled(parted(silentAndHeard))).toMatchObject([
      { silentSince: null, silenceDueAt: at(8) },
      { silentSince: null, silenceDueAt: at(12) },
    ]);
    const heardAndSilent = settled(merged(aMember('a', 1, { ownHeardAt: at(5), heardAt: at(5) }), silent('b', 2)));
    expect(heardAndSilent).toMatchObject([{ silentSince: null, silenceDueAt: at(12) }, { silentSince: at(2) }]);
  });
});
