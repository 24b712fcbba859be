import type { WinBackOutcome, WinBackStep } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import { answerOfTask, decideWinBack, type Absentee, type Ladder } from './win-back.rules.js';

const DAY = 86_400_000;
const now = new Date('2026-07-01T02:00:00Z');
const daysAgo = (days: number, lessMs = 0) => new Date(now.getTime() - days * DAY + lessMs);
const terms = { now, stepDays: 7 };

const absent = (days: number, visitId = 'v1') => ({ since: daysAgo(days), visitId, cameAt: daysAgo(days) });
const lost = (over: Partial<Absentee> = {}): Absentee => ({
  ...{ deceased: false, states: [], allowedPurposes: ['care', 'marketing'], isChurned: true, absence: absent(200) },
  ...over,
});
const aLadder = (step: WinBackStep, stepAt: Date, over: Partial<Ladder> = {}): Ladder => ({
  ...{ id: 'a', startedAt: daysAgo(20), visitId: 'v1', absentSince: daysAgo(200) },
  ...{ step, stepAt, outcome: null, returnedAt: null },
  ...over,
});
const movesOf = (ladders: Ladder[], person: Absentee = lost()) =>
  decideWinBack(ladders, person, terms).moves.map((move) => {
    const which = 'ladder' in move ? ` ${move.ladder.id}` : '';
    const what = move.kind === 'step' ? ` ${move.step}` : move.kind === 'end' ? ` ${move.outcome}` : '';
    return `${move.kind}${which}${what}`;
  });

describe('a win-back', () => {
  it('PT-5 opens for somebody who is lost, and moves seven days later', () => {
    expect(decideWinBack([], lost(), terms)).toEqual({
      moves: [{ kind: 'start', absence: absent(200) }],
      nextAt: daysAgo(-7),
    });
  });

  it('PT-5 PT-9 PT-11 opens for nobody who is not lost, did not agree, or must not be written to', () => {
    const nobody: Partial<Absentee>[] = [
      { isChurned: false },
      { absence: undefined, isChurned: false },
      { allowedPurposes: ['care', 'follow-up'] },
      { states: ['do-not-contact'] },
      { states: ['cured'] },
      { deceased: true },
    ];
    for (const person of nobody) expect(movesOf([], lost(person))).toEqual([]);
  });

  it('PT-5 makes the next step after seven days without an answer, not a second earlier', () => {
    expect(movesOf([aLadder(1, daysAgo(7, 1000))])).toEqual([]);
    expect(decideWinBack([aLadder(1, daysAgo(7, 1000))], lost(), terms).nextAt).toEqual(daysAgo(0, 1000));
    expect(movesOf([aLadder(1, daysAgo(7))])).toEqual(['step a 2']);
    expect(movesOf([aLadder(2, daysAgo(7))])).toEqual(['step a 3']);
  });

  it('PT-5 makes one step at a time, however far the clock jumped, and none again when it jumps back', () => {
    const decision = decideWinBack([aLadder(1, daysAgo(90))], lost(), terms);
    expect(decision).toMatchObject({ moves: [{ kind: 'step', step: 2 }], nextAt: daysAgo(-7) });
    expect(movesOf([aLadder(2, daysAgo(-80), { startedAt: daysAgo(-87) })])).toEqual([]);
  });

  it('PT-5 moves nothing by time alone while the person answers, and what is due stays due', () => {
    const speaking = { ...terms, isSpeaking: true };
    const due = daysAgo(1);
    for (const step of [1, 2, 3] as const) {
      expect(decideWinBack([aLadder(step, daysAgo(8))], lost(), speaking)).toEqual({ moves: [], nextAt: due });
    }
    expect(decideWinBack([], lost(), speaking)).toEqual({ moves: [], nextAt: now });
    const ended = (step: WinBackStep) => aLadder(step, daysAgo(8), { outcome: 'consent-withdrawn' });
    const resumed = { moves: [{ kind: 'resume', ladder: ended(1) }], nextAt: due };
    expect(decideWinBack([ended(1)], lost(), speaking)).toEqual(resumed);
    expect(decideWinBack([ended(3)], lost(), speaking)).toEqual({ moves: [], nextAt: null });
    const visited = lost({ isChurned: false, absence: absent(1, 'v2') });
    expect(decideWinBack([aLadder(2, daysAgo(8))], visited, speaking).moves[0]).toMatchObject({ outcome: 'visited' });
  });

  it('PT-5 ends when the last step had no answer either, and opens no more during that absence', () => {
    expect(movesOf([aLadder(3, daysAgo(7, 1))])).toEqual([]);
    expect(movesOf([aLadder(3, daysAgo(7))])).toEqual(['end a no-answer']);
    for (const outcome of ['no-answer', 'answered'] as const)
      expect(movesOf([aLadder(3, daysAgo(90), { outcome })])).toEqual([]);
  });

  it.each<[WinBackOutcome, Partial<Absentee>]>([
    ['consent-withdrawn', { allowedPurposes: ['care'] }],
    ['do-not-contact', { states: ['do-not-contact'], isChurned: false }],
    ['cured', { states: ['cured'], isChurned: false }],
    ['deceased', { deceased: true, isChurned: false }],
    ['not-churned', { isChurned: false }],
    ['visited', { isChurned: false, absence: absent(1, 'v2') }],
    ['not-churned', { isChurned: false, absence: undefined }],
    // It was before the offers, and told after them: by a report that came late, or by a merge.
    ['visited', { isChurned: false, absence: absent(30, 'v2') }],
  ])('PT-5 PT-11 ends as %s also when a step is due, and once', (outcome, over) => {
    expect(movesOf([aLadder(1, daysAgo(30))], lost(over))[0]).toBe(`end a ${outcome}`);
    const ended = aLadder(1, daysAgo(30), { outcome, returnedAt: outcome === 'visited' ? daysAgo(1) : null });
    expect(movesOf([ended], lost(over))).toEqual([]);
  });

  it('PT-5 PT-9 goes on with the next step when consent comes back during the same absence', () => {
    const ended = (step: WinBackStep, days: number) => aLadder(step, daysAgo(days), { outcome: 'consent-withdrawn' });
    expect(movesOf([ended(1, 30)])).toEqual(['resume a', 'step a 2']);
    expect(movesOf([ended(1, 3)])).toEqual(['resume a']);
    expect(decideWinBack([ended(1, 3)], lost(), terms).nextAt).toEqual(daysAgo(-4));
    expect(movesOf([ended(3, 30)])).toEqual([]);
  });

  it('PT-5 counts a later visit as the return, and no longer when that visit is cancelled', () => {
    const visited = lost({ isChurned: false, absence: absent(1, 'v2') });
    expect(movesOf([aLadder(2, daysAgo(5))], visited)).toEqual(['end a visited', 'returned a']);
    expect(movesOf([aLadder(2, daysAgo(9), { outcome: 'answered' })], visited)).toEqual(['returned a']);
    const undone = aLadder(2, daysAgo(5), { outcome: 'visited', returnedAt: daysAgo(1) });
    expect(movesOf([undone])).toEqual(['resume a', 'returned a']);
  });

  it('PT-5 opens anew after a visit and another absence, not because a date of the same visit was corrected', () => {
    const old = aLadder(3, daysAgo(210), { startedAt: daysAgo(230), outcome: 'visited', visitId: 'v0' });
    expect(movesOf([{ ...old, returnedAt: daysAgo(200) }])).toEqual(['start']);
    const toldLate = aLadder(1, daysAgo(180), { startedAt: daysAgo(180), outcome: 'visited' });
    expect(movesOf([toldLate], lost({ absence: absent(190, 'v2') }))).toEqual(['start']);
    const corrected = aLadder(3, daysAgo(30), { startedAt: daysAgo(20), outcome: 'no-answer' });
    expect(movesOf([corrected], lost({ absence: absent(181) }))).toEqual([]);
  });

  it('PT-5 PT-3 is one for merged records: the one further on, at its distance from every step made', () => {
    const [a, b] = [aLadder(1, daysAgo(2)), aLadder(2, daysAgo(9), { id: 'b', visitId: 'v2' })];
    expect(movesOf([a, b])).toEqual(['end a merged']);
    expect(decideWinBack([a, b], lost(), terms).nextAt).toEqual(daysAgo(-5));
    const done = { ...b, outcome: 'no-answer' as const };
    expect(movesOf([a, done])).toEqual(['end a merged']);
    expect(movesOf([{ ...a, outcome: 'merged' }])).toEqual(['resume a']);
    // The other record came last: it is one absence all the same.
    expect(movesOf([a], lost({ absence: absent(190, 'v2') }))).toEqual([]);
  });

  it('PT-5 hears what a contact of follow-up says to it, and nothing else', () => {
    expect(answerOfTask({ step: 'win-back-3', outcome: 'will-come' })).toBe('will-come');
    expect(answerOfTask({ step: 'win-back', outcome: 'refused' })).toBe('declined');
    expect(answerOfTask({ step: 'win-back-3', outcome: 'reached' })).toBeUndefined();
    expect(answerOfTask({ step: 'visit-1', outcome: 'refused' })).toBeUndefined();
    expect(answerOfTask({ step: 'win-backs', outcome: 'accepted' })).toBeUndefined();
  });
});
