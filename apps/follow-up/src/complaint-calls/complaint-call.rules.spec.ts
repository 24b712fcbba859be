import { describe, expect, it } from '@jest/globals';
import { outcomeOf, verdictOf } from './complaint-call.rules.js';

const overall = (score: number) => [{ linkId: 'overall', kind: 'question' as const, score }];

describe('the answer of a complainant', () => {
  it.each([
    [1, 'unsatisfied'],
    [2, 'unsatisfied'],
    [3, 'satisfied'],
    [5, 'satisfied'],
  ])('CP-4 with %d points of five is %s', (score, verdict) => {
    expect(verdictOf(overall(score))).toBe(verdict);
  });

  it('CP-4 says nothing when the deciding question was left open', () => {
    expect(verdictOf([{ linkId: 'speed', kind: 'question', score: 1 }])).toBeUndefined();
    expect(verdictOf([{ linkId: 'overall', kind: 'group', score: 1 }])).toBeUndefined();
  });
});

describe('a call about a complaint', () => {
  it.each([
    ['done', 'reached', 'satisfied', 'satisfied'],
    ['done', 'reached', 'unsatisfied', 'unsatisfied'],
    ['done', 'reached', null, 'declined'],
    ['done', 'refused', null, 'declined'],
    ['done', 'no-answer', null, 'unreachable'],
    ['done', 'wrong-number', null, 'unreachable'],
    ['lapsed', null, null, 'unreachable'],
    ['cancelled', null, null, 'unreachable'],
    // Answered by letter, and nobody took the call after it.
    ['done', 'no-answer', 'unsatisfied', 'unsatisfied'],
  ] as const)('CP-4 that ended %s %s with the answer %s is told as %s', (status, outcome, verdict, told) => {
    expect(outcomeOf({ status, outcome }, verdict)).toBe(told);
  });
});
