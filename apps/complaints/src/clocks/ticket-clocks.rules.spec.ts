import { describe, expect, it } from '@jest/globals';
import {
  colourClocks,
  matterChanges,
  matterClocks,
  rankOf,
  stillOwed,
  type ClockedTicket,
  type KnownClock,
} from './ticket-clocks.rules.js';

const aTicket = (over: Partial<ClockedTicket> = {}): ClockedTicket => ({
  ...{ kind: 'complaint', medical: null, colour: 'yellow', channel: 'phone', settlement: 'investigation' },
  ...over,
});
const BLUE = { claimMinutes: 60, firstReplyMinutes: 1000, solutionMinutes: 1440, hoursId: 'hours' };
const named = (clocks: { kind: string; limit: { unit: string; value?: number } }[]) =>
  clocks.map(({ kind, limit }) => `${kind} ${limit.value} ${limit.unit}`);

describe('the clocks of a ticket', () => {
  it('CP-1 every ticket has three of its colour, in the hours of that colour', () => {
    expect(named(colourClocks(aTicket(), BLUE))).toEqual([
      ...['claim 60 minutes', 'first-reply 1000 minutes', 'solution 1440 minutes'],
    ]);
    expect(colourClocks(aTicket(), BLUE).every(({ hoursId }) => hoursId === 'hours')).toBe(true);
  });

  it('CP-6 on a review platform a complaint is claimed in 30 minutes, answered in 12 hours and soothed in 24', () => {
    const review = aTicket({ channel: 'review' });
    expect(named(colourClocks(review, BLUE))).toEqual([
      ...['claim 30 minutes', 'first-reply 720 minutes', 'solution 1440 minutes'],
    ]);
    expect(named(colourClocks(review, { ...BLUE, claimMinutes: 5 }))[0]).toBe('claim 5 minutes');
    expect(named(matterClocks(review))).toContain('soothing-call 1440 minutes');
  });

  it.each([
    [null, ['statutory 5 working-days']],
    [false, ['statutory 5 working-days', 'compensation 30 minutes']],
    [true, ['statutory 5 working-days', 'soothing-call 1440 minutes']],
  ])('CP-3 a complaint that is medical: %s', (medical, expected) => {
    expect(named(matterClocks(aTicket({ medical })))).toEqual(expected);
  });

  it.each([
    ['on-the-spot', 0],
    ['investigation', 5],
    ['several-departments', 10],
  ] as const)('CP-9 settled by %s: %i working days', (settlement, days) => {
    expect(named(matterClocks(aTicket({ settlement })))).toEqual([`statutory ${days} working-days`]);
  });

  it('CP-9 only complaints have statutory clocks', () => {
    expect(matterClocks(aTicket({ kind: 'suggestion', medical: false }))).toEqual([]);
  });

  it('CP-3 a complaint that turns out to be medical owes a soothing call in place of compensation', () => {
    const { start, stop, change } = matterChanges(aTicket({ medical: false }), aTicket({ medical: true }));
    expect([named(start), stop, change]).toEqual([['soothing-call 1440 minutes'], ['compensation'], []]);
  });

  it('CP-9 several departments change the limit of the statutory clock, and nothing else', () => {
    const { start, stop, change } = matterChanges(aTicket(), aTicket({ settlement: 'several-departments' }));
    expect([start, stop, named(change)]).toEqual([[], [], ['statutory 10 working-days']]);
  });

  it('what is no complaint after all owes nothing of it any more', () => {
    const { stop } = matterChanges(aTicket({ medical: true }), aTicket({ kind: 'consultation', medical: null }));
    expect(stop).toEqual(['statutory', 'soothing-call']);
  });

  it('CP-3, CP-9 put right and back, it owes what was not done yet from receipt, and an answer from its reopening', () => {
    const [receivedAt, reopenedAt] = [new Date('2026-03-02T02:00:00Z'), new Date('2026-03-20T02:00:00Z')];
    const had = (kind: KnownClock['kind'], outcome: KnownClock['outcome'], startedAt = receivedAt): KnownClock => ({
      ...{ kind, outcome, startedAt, carriesOn: null },
    });
    const promised = matterClocks(aTicket({ medical: false }));
    const owed = (known: KnownClock[], state: 'claimed' | 'solved' = 'claimed') =>
      stillOwed(promised, { state, receivedAt }, known).map(({ kind, startedAt }) => [kind, startedAt]);
    expect(owed([])).toEqual([
      ['statutory', receivedAt],
      ['compensation', receivedAt],
    ]);
    expect(owed([had('compensation', 'withdrawn')], 'solved')).toEqual([['compensation', receivedAt]]);
    expect(owed([had('compensation', 'withdrawn'), had('compensation', 'done')], 'solved')).toEqual([]);
    const again = [had('solution', 'done'), had('solution', null, reopenedAt), had('statutory', 'done')];
    expect(owed([...again, had('compensation', 'done')])).toEqual([['statutory', reopenedAt]]);
    // Never closed: the colour's clock ran on, the statutory one began anew.
    const neverClosed = [had('solution', null), had('statutory', 'done'), had('statutory', 'withdrawn', reopenedAt)];
    expect(owed([...neverClosed, had('compensation', 'done')])).toEqual([['statutory', reopenedAt]]);
    const carried = { ...had('solution', null, reopenedAt), carriesOn: 'of-a-merged-one' };
    expect(owed([had('compensation', 'done'), carried])).toEqual([['statutory', receivedAt]]);
  });

  it('CP-2 red is worked off before yellow, yellow before blue', () => {
    expect((['red', 'yellow', 'blue'] as const).map(rankOf)).toEqual([0, 1, 2]);
  });
});
