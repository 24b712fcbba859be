import { describe, expect, it } from '@jest/globals';
import type { AttemptOutcome } from '../calls/attempt.rules.js';
import { standingOf, type RecordFacts } from './late-record.rules.js';

describe('what becomes of a nurse’s record', () => {
  const hers: RecordFacts = { isOpen: true, hand: 'hers', wasHanded: true, isCurrent: true, outcome: 'reached' };

  it.each<[string, Partial<RecordFacts>, string]>([
    ['of what she has in hand', {}, 'acts'],
    ['of what nobody has', { hand: 'nobody' }, 'acts'],
    ['of what nobody has and nobody handed her', { hand: 'nobody', wasHanded: false }, 'acts'],
    ['of what changed under her hand', { isCurrent: false }, 'changed'],
    ['of what somebody recorded before her', { hand: 'nobody', isCurrent: false, wasHanded: false }, 'changed'],
    ['of what another has', { hand: 'another', wasHanded: false }, 'task-claimed'],
    ['of what another has since', { hand: 'another' }, 'acts'],
    ['of what another has since and changed', { hand: 'another', isCurrent: false }, 'changed'],
    ['of what closed', { isOpen: false, hand: 'nobody', wasHanded: false }, 'task-not-open'],
    ['of what closed under her hand', { isOpen: false, isCurrent: false }, 'late'],
    ['of what another closed', { isOpen: false, hand: 'nobody', isCurrent: false }, 'late'],
  ])('ADR 77 %s', (_what, over, standing) => {
    expect(standingOf({ ...hers, ...over })).toBe(standing);
  });

  it.each<[AttemptOutcome, string]>([
    ['reached', 'acts'],
    ['refused', 'acts'],
    ['wrong-number', 'acts'],
    ['call-later', 'acts'],
    ['no-answer', 'late'],
    ['busy', 'late'],
  ])('ADR 77 %s of what another has since: %s, so that nobody calls twice and no call is broken off', (outcome, is) => {
    expect(standingOf({ ...hers, hand: 'another', outcome })).toBe(is);
  });
});
