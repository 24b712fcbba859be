import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hidesPlainText, isPlainPath } from './request-path.rules.js';

describe('the path of a request', () => {
  it.each([
    '/patients',
    '/patients/',
    '/patients/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01/encounters',
    '/patients/%E5%BC%A0%E4%B8%89',
    '/patients/a%20b',
    '/patients/100%25',
    '/patients/v1.2..3',
    '/.well-known/jwks.json',
  ])('decision 2: %s goes through', (path) => {
    expect(isPlainPath(path)).toBe(true);
  });

  it.each([
    '',
    'patients',
    'http://elsewhere/patients',
    '//elsewhere/patients',
    '/patients//x',
    '/patients/../ops',
    '/patients/..',
    '/patients/./x',
    '/patients/%2e%2e/ops',
    '/patients/.%2E/ops',
    '/patients/%252e%252e/ops',
    '/patients/%25252e%25252e/ops',
    '/patients/..%2fops',
    '/patients%2F..%2fops',
    '/patients/%252fops',
    '/patients/..\\ops',
    '/patients/%5c..%5cops',
    '/patients/%255c',
    '/patients/x%00',
    '/patients/x%2500',
    '/patients/x#/../ops',
    '/patients/%0d%0aset-cookie:x',
    '/patients/\u0001',
    '/patients/%',
    '/patients/%zz',
    '/patients/%c0%ae%c0%ae/ops',
  ])('decision 2: %j is refused', (path) => {
    expect(isPlainPath(path)).toBe(false);
  });

  it('decision 2: what goes through still begins with its prefix, however often it is decoded and resolved', () => {
    const piece = fc.constantFrom('.', '..', '/', '\\', '%', '2e', '2f', '5c', '25', '00', 'a', ';', '?', 'ops', '%2e');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = `/patients/${pieces.join('')}`.split('?')[0] ?? '';
        if (!isPlainPath(path)) return;
        let seen = path;
        for (let round = 0; round < 3; round += 1) {
          expect(new URL(seen, 'http://service').pathname).toMatch(/^\/patients\//);
          try {
            seen = decodeURIComponent(seen);
          } catch {
            return;
          }
        }
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a path that says in code what it could say plainly', () => {
  it.each(['/%61uth/token', '/follow%2Dup/tasks', '/%2Ewell-known/jwks.json', '/%53taff/me', '/patients/%30', '/%7a'])(
    'decision 2: %s is seen',
    (path) => {
      expect(hidesPlainText(path)).toBe(true);
    },
  );

  it.each([
    '/auth/token',
    '/patients/%E5%BC%A0%E4%B8%89',
    '/patients/a%20b',
    '/patients/100%25',
    '/x%5B0%5D',
    '/%7Eme',
  ])('decision 2: %s is none', (path) => {
    expect(hidesPlainText(path)).toBe(false);
  });
});
