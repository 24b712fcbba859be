import { describe, expect, it } from '@jest/globals';
import { afterAttempt, type AttemptFacts } from './attempt.rules.js';
import { minutesOf, type CallLimits } from './call-times.rules.js';

const limits: CallLimits = {
  zone: 'Asia/Shanghai',
  quiet: { from: minutesOf('21:00'), until: minutesOf('08:00') },
};
const shanghai = (text: string) => new Date(`${text}+08:00`);
const facts = (over: Partial<AttemptFacts>): AttemptFacts => ({
  outcome: 'no-answer',
  at: shanghai('2026-03-02T10:00:00'),
  unansweredBefore: 0,
  allowed: 3,
  busyRetryMinutes: 30,
  isLast: false,
  isUrgent: false,
  endsAt: shanghai('2026-03-17T00:00:00'),
  ...over,
});
const after = (over: Partial<AttemptFacts>, under: Partial<CallLimits> = {}) =>
  afterAttempt(facts(over), { ...limits, ...under });
const instead = { status: 'done', outcome: 'no-answer', sendsMessage: true };

describe('what follows an attempt to reach a patient', () => {
  it.each(['reached', 'wrong-number', 'refused'] as const)('FU-7 %s ends the task, without a message', (outcome) => {
    expect(after({ outcome })).toEqual({ status: 'done', outcome, sendsMessage: false });
  });

  it('FU-7 no answer is tried again at another time of day, the next day', () => {
    expect(after({})).toEqual({ status: 'open', nextAt: shanghai('2026-03-03T14:00:00'), isPromise: false });
  });

  it.each([
    [0, 'open'],
    [1, 'open'],
    [2, 'done'],
    [3, 'done'],
  ])('FU-7 after %d unanswered calls another one leaves the task %s', (unansweredBefore, status) => {
    expect(after({ unansweredBefore }).status).toBe(status);
    expect(after({ outcome: 'busy', unansweredBefore }).status).toBe(status);
  });

  it('FU-7 the third call nobody took becomes a message', () => {
    expect(after({ unansweredBefore: 2 })).toEqual(instead);
    expect(after({ outcome: 'busy', unansweredBefore: 2 })).toEqual(instead);
  });

  it('FU-7 a busy line is tried again after half an hour, but not in quiet hours', () => {
    expect(after({ outcome: 'busy' })).toMatchObject({ nextAt: shanghai('2026-03-02T10:30:00') });
    expect(after({ outcome: 'busy', at: shanghai('2026-03-02T20:29:59') })).toMatchObject({
      nextAt: shanghai('2026-03-02T20:59:59'),
    });
    expect(after({ outcome: 'busy', at: shanghai('2026-03-02T20:30:00') })).toMatchObject({
      nextAt: shanghai('2026-03-03T08:00:00'),
    });
  });

  it.each(['no-answer', 'busy'] as const)(
    'FU-4 an urgent call with %s is tried again soon, whatever day it is',
    (outcome) => {
      const declared = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 1440 }];
      const facts = { outcome, isUrgent: true, at: shanghai('2026-03-02T23:50:00') };
      const nextAt = shanghai('2026-03-03T00:20:00');
      const decided = { status: 'open', nextAt, isPromise: false };
      expect(after(facts, { declared, rests: () => true })).toEqual(decided);
      expect(after({ ...facts, endsAt: nextAt })).toEqual(instead);
      expect(after({ ...facts, unansweredBefore: 2 })).toEqual(instead);
    },
  );

  it('FU-4 an urgent call is promised for the minute asked for, at night too', () => {
    const callLaterAt = shanghai('2026-03-03T21:30:00');
    expect(after({ outcome: 'call-later', isUrgent: true, callLaterAt })).toMatchObject({ nextAt: callLaterAt });
  });

  it('FU-7 a retry keeps the declared times and holidays', () => {
    const declared = [{ weekdays: [2], from: minutesOf('13:00'), until: minutesOf('16:00') }];
    expect(after({}, { declared })).toMatchObject({ nextAt: shanghai('2026-03-03T16:00:00') });
    const rests = (day: string) => day === '2026-03-03';
    expect(after({}, { rests })).toMatchObject({ nextAt: shanghai('2026-03-04T12:00:00') });
  });

  it('FU-7 a patient who can be called at the same time of day only is called then again', () => {
    const declared = [
      { weekdays: [1, 2, 3, 4, 5, 6, 7], from: minutesOf('08:00'), until: minutesOf('12:00') },
      { weekdays: [1, 2, 3, 4, 5, 6, 7], from: minutesOf('18:00'), until: minutesOf('21:00') },
    ];
    const at = shanghai('2026-03-02T15:00:00');
    expect(after({ at }, { declared })).toMatchObject({ nextAt: shanghai('2026-03-04T12:00:00') });
  });

  it('FU-7 a retry comes at the same time of day again rather than after the last day', () => {
    const rests = (day: string) => day === '2026-03-03';
    const endsAt = shanghai('2026-03-04T12:00:00');
    expect(after({ endsAt }, { rests })).toMatchObject({ nextAt: shanghai('2026-03-04T08:00:00') });
  });

  it('FU-7 a retry that would come after the last day becomes a message at once', () => {
    expect(after({ endsAt: shanghai('2026-03-03T14:00:00') })).toEqual(instead);
    expect(after({ endsAt: shanghai('2026-03-03T14:00:01') }).status).toBe('open');
    expect(after({ endsAt: null }).status).toBe('open');
  });

  it('FU-7 a nurse may give up before the third call', () => {
    expect(after({ isLast: true })).toEqual(instead);
  });

  it.each([
    ['2026-03-03T15:00:00', '2026-03-03T15:00:00'],
    ['2026-03-03T21:00:00', '2026-03-04T08:00:00'],
    ['2026-03-03T20:59:00', '2026-03-03T20:59:00'],
  ])('FU-7 a call asked for at %s is promised for %s', (callLaterAt, nextAt) => {
    const decided = after({ outcome: 'call-later', callLaterAt: shanghai(callLaterAt) });
    expect(decided).toEqual({ status: 'open', nextAt: shanghai(nextAt), isPromise: true });
  });

  it('FU-7 what the patient says now stands above the declared times, and counts as no failed call', () => {
    const declared = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 1440 }];
    const callLaterAt = shanghai('2026-03-03T15:00:00');
    expect(after({ outcome: 'call-later', callLaterAt, unansweredBefore: 2 }, { declared })).toMatchObject({
      nextAt: callLaterAt,
    });
  });

  it.each([
    ['2026-03-02T10:00:00', 'not-in-future'],
    ['2026-03-16T21:00:00', 'after-last-day'],
  ])('FU-7 a call cannot be put off to %s: %s', (callLaterAt, why) => {
    expect(() => after({ outcome: 'call-later', callLaterAt: shanghai(callLaterAt) })).toThrow(why);
  });

  it('FU-7 a call can be put off to the last minute of the last day that is not quiet', () => {
    const callLaterAt = shanghai('2026-03-16T20:59:00');
    expect(after({ outcome: 'call-later', callLaterAt })).toMatchObject({ nextAt: callLaterAt });
  });
});
