import { describe, expect, it } from '@jest/globals';
import { endsAt, isLive } from './session.rules.js';

const limits = { idleSeconds: 3_600, lifetimeSeconds: 7_200 };
const at = (time: string) => new Date(`2026-03-02T${time}Z`);
const session = (lastUsed: string, endedAt: Date | null = null) => ({
  startedAt: at('08:00:00'),
  lastUsedAt: at(lastUsed),
  endedAt,
});

describe('a session', () => {
  it('decision 10: is over when nobody used it for an hour, to the second', () => {
    expect(isLive(session('08:00:00'), limits, at('08:59:59'))).toBe(true);
    expect(isLive(session('08:00:00'), limits, at('09:00:00'))).toBe(false);
  });

  it('decision 10: is over two hours after it began, however often it is used', () => {
    expect(endsAt(session('09:59:00'), limits)).toEqual(at('10:00:00'));
    expect(isLive(session('09:59:00'), limits, at('10:00:00'))).toBe(false);
  });

  it('decision 10: is over when it was ended', () => {
    expect(isLive(session('08:00:00', at('08:01:00')), limits, at('08:02:00'))).toBe(false);
  });
});
