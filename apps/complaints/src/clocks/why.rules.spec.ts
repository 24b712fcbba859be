import { describe, expect, it } from '@jest/globals';
import { placeOf } from '../calendars/hours.rules.js';
import { workingDayBook } from '../calendars/working-days.js';
import type { Terms } from './clock.rules.js';
import { whyOf } from './why.rules.js';

const PLACE = placeOf('Asia/Shanghai', workingDayBook([]));
const at = (text: string) => new Date(`2026-03-${text}:00+08:00`);
const yellow = (rest: Partial<Terms> = {}): Terms => ({
  ...{ startedAt: at('02T10:00'), limit: { unit: 'minutes', value: 120 }, hours: null, pauses: [] },
  ...rest,
});
const piecesOf = (terms: Terms, stoppedAt: Date | null, now: Date) =>
  whyOf(terms, stoppedAt, now, PLACE).segments.map(({ from, until, counts, why }) => [
    ...[new Date(from), new Date(until), counts, why],
  ]);
const waiting = [{ from: at('02T10:30').getTime(), until: at('02T12:00').getTime() }];

describe('why this deadline', () => {
  it('CP-10 a running clock shows its time up to the deadline, what waited for the patient apart', () => {
    expect(piecesOf(yellow({ pauses: waiting }), null, at('02T12:10'))).toEqual([
      [at('02T10:00'), at('02T10:30'), true, 'round-the-clock'],
      [at('02T10:30'), at('02T12:00'), false, 'paused'],
      [at('02T12:00'), at('02T13:30'), true, 'round-the-clock'],
    ]);
    expect(whyOf(yellow({ pauses: waiting }), null, at('02T12:10'), PLACE)).toMatchObject({
      ...{ dueAt: at('02T13:30'), limitSeconds: 7200, countedSeconds: 2400, leftSeconds: 4800 },
    });
  });

  it('a paused clock shows its time up to now and has no deadline', () => {
    const pauses = [{ from: at('02T10:30').getTime(), until: Infinity }];
    expect(piecesOf(yellow({ pauses }), null, at('02T15:00'))).toEqual([
      [at('02T10:00'), at('02T10:30'), true, 'round-the-clock'],
      [at('02T10:30'), at('02T15:00'), false, 'paused'],
    ]);
    expect(whyOf(yellow({ pauses }), null, at('02T15:00'), PLACE)).toMatchObject({ dueAt: null, leftSeconds: 5400 });
  });

  it('a stopped clock shows its time up to the stop, however long ago that is', () => {
    expect(piecesOf(yellow(), at('02T10:40'), at('09T10:00'))).toEqual([
      [at('02T10:00'), at('02T10:40'), true, 'round-the-clock'],
    ]);
    expect(whyOf(yellow(), at('02T10:40'), at('09T10:00'), PLACE)).toMatchObject({ leftSeconds: 4800 });
  });

  it('an overdue clock says by how much', () => {
    expect(whyOf(yellow(), null, at('02T12:01'), PLACE)).toMatchObject({ leftSeconds: -60, dueAt: at('02T12:00') });
  });
});
