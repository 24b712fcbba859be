import { TICKET_KINDS, TICKET_STATES } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import { endingOf, mayJudge, reasonAgainstWork, type CaseWork } from './case.rules.js';

describe('work on a case', () => {
  const possible = (work: CaseWork) =>
    TICKET_STATES.filter((state) => reasonAgainstWork({ kind: 'complaint', state }, work) === undefined);

  it('CP-4 is of complaints only', () => {
    expect(reasonAgainstWork({ kind: 'consultation', state: 'claimed' }, 'words')).toBe('not-a-complaint');
  });

  it('CP-8 is only read of what is no complaint any more, is merged or stopped, and says why', () => {
    const endings = TICKET_STATES.map((state) => endingOf({ kind: 'complaint', state }));
    expect(endings.filter((ending) => ending !== null).toSorted()).toEqual(['merged', 'stopped']);
    expect(endingOf({ kind: 'complaint', state: 'merged' })).toBe('merged');
    expect(endingOf({ kind: 'suggestion', state: 'merged' })).toBe('not-a-complaint');
  });

  it('CP-4 is entered until the ticket is merged or stopped, what closing asks for until it is closed', () => {
    const atWork = ['open', 'claimed', 'waiting-for-patient', 'solved'];
    for (const work of ['words', 'confirmed', 'measure'] as const)
      expect(possible(work)).toEqual([...atWork, 'closed']);
    expect(possible('settling')).toEqual(atWork);
    expect(possible('measure-step')).toEqual(TICKET_STATES);
  });

  it('CP-4 asks whether it was settled well once it is closed', () => {
    expect(possible('return-call')).toEqual(['closed']);
  });
});

describe('a finding', () => {
  it('CP-8 can be confirmed at any time, and overturned only when it is confirmed', () => {
    for (const known of [null, 'confirmed', 'overturned'] as const) expect(mayJudge(known, 'confirmed')).toBe(true);
    expect(mayJudge('confirmed', 'overturned')).toBe(true);
    expect(mayJudge(null, 'overturned')).toBe(false);
    expect(mayJudge('overturned', 'overturned')).toBe(false);
  });

  it('CP-8 is overturned whatever became of the ticket and of what it was taken for', () => {
    for (const state of TICKET_STATES)
      for (const kind of TICKET_KINDS)
        expect([state, kind, reasonAgainstWork({ kind, state }, 'overturned')]).toEqual([state, kind, undefined]);
  });
});
