import { describe, expect, it } from '@jest/globals';
import { checkCodeOf, digestOf, plainCode } from './check-code.js';

const TICKET = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60';

describe('the check code of a complaint that came by the public form', () => {
  it('CP-1 is the same for the same secret and ticket, and another for any other', () => {
    const code = checkCodeOf('secret', TICKET);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(checkCodeOf('secret', TICKET)).toBe(code);
    expect(checkCodeOf('another', TICKET)).not.toBe(code);
    expect(checkCodeOf('secret', TICKET.replace('60', '61'))).not.toBe(code);
  });

  it('CP-1 uses every sign, so that guessing is as hard as it looks', () => {
    const signs = new Set(Array.from({ length: 200 }, (_, n) => checkCodeOf(String(n), TICKET)).join(''));
    expect(signs.size).toBe(32);
  });

  it('CP-1 is understood as people type it, and kept as nobody can read it', () => {
    expect(plainCode(' ab1o-2il3 ')).toBe('AB102113');
    expect(digestOf('AB102113')).not.toContain('AB1');
  });
});
