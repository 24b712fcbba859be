import { describe, expect, it } from '@jest/globals';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../config/service-config.js';
import { Revocations } from './revocations.js';

const ACCOUNT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10';
const SESSION = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77';
const SECOND = Math.floor(new Clock().now().getTime() / 1000);
const at = (ms: number) => new Date(SECOND * 1000 + ms).toISOString();

function revocations(): Revocations {
  return new Revocations(Object.assign(new ServiceConfig(), { tokenLongestLifeSeconds: 28_800 }), new Clock());
}

const token = (issuedAt: number, sessionId: string = SESSION) => ({
  ...{ actor: { id: ACCOUNT, name: '李晓梅', roles: [] }, sessionId, issuedAt },
  expiresAt: issuedAt + 1_800,
});

describe('ADR 0030: when all sessions of an account have ended', () => {
  it('a token of the millisecond or before is refused, one of the next is good, in the same second', () => {
    const known = revocations();
    known.add({ accountId: ACCOUNT, sessionId: null, revokedAt: at(123) });
    expect(known.covers(token(SECOND - 1))).toBe(true);
    expect(known.covers(token(SECOND + 0.122))).toBe(true);
    expect(known.covers(token(SECOND + 0.123))).toBe(true);
    expect(known.covers(token(SECOND + 0.124))).toBe(false);
  });

  it('every millisecond of a second is told from its neighbours, whatever binary fractions make of it', () => {
    for (let ms = 0; ms < 1_000; ms += 1) {
      const known = revocations();
      known.add({ accountId: ACCOUNT, sessionId: null, revokedAt: at(ms) });
      expect([ms, known.covers(token((SECOND * 1000 + ms) / 1000))]).toEqual([ms, true]);
      expect([ms, known.covers(token((SECOND * 1000 + ms + 1) / 1000))]).toEqual([ms, false]);
    }
  });

  it('one of an issuer that tells whole seconds is refused for that second, never for the next', () => {
    const known = revocations();
    known.add({ accountId: ACCOUNT, sessionId: null, revokedAt: at(500) });
    expect(known.covers(token(SECOND))).toBe(true);
    expect(known.covers(token(SECOND + 1))).toBe(false);
  });

  it('an older end heard after a newer one takes nothing back', () => {
    const known = revocations();
    known.add({ accountId: ACCOUNT, sessionId: null, revokedAt: at(500) });
    known.add({ accountId: ACCOUNT, sessionId: null, revokedAt: at(100) });
    expect(known.covers(token(SECOND + 0.3))).toBe(true);
  });
});

describe('ADR 0030: when one session has ended', () => {
  it('its tokens are refused whenever they were issued, and those of a sign-in in the same second are good', () => {
    const known = revocations();
    known.add({ accountId: ACCOUNT, sessionId: SESSION, revokedAt: at(500) });
    expect(known.covers(token(SECOND + 10))).toBe(true);
    expect(known.covers(token(SECOND + 0.1, '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c78'))).toBe(false);
  });
});
