import type { Role } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import { claimOf, rolesOf } from './claims.rules.js';

const claims = { roles: ['a'], realm_access: { roles: ['nurse'] }, 'https://hospital.example/roles': ['doctor'] };

describe('a claim of a foreign token', () => {
  it.each([
    ['roles', ['a']],
    ['realm_access.roles', ['nurse']],
    ['https://hospital.example/roles', ['doctor']],
    ['realm_access.nothing', undefined],
    ['roles.0.x', undefined],
    ['__proto__.constructor', undefined],
    ['constructor', undefined],
  ])('ADR 0030: is found by name or path: %s', (name, expected) => {
    expect(claimOf(claims, name)).toEqual(expected);
  });
});

describe('the roles of a foreign token', () => {
  const ours = new Map<string, Role>([
    ['nurse', 'agent'],
    ['call-taker', 'agent'],
  ]);

  it('ADR 0030: are those of ours its issuer was given, each once', () => {
    expect(rolesOf(['nurse', 'call-taker'], ours)).toEqual(['agent']);
  });

  it.each([[['administrator']], [['agent']], ['nurse'], [{ 0: 'nurse' }], [[['nurse']]], [undefined], [null]])(
    'ADR 0030: are none when nobody said what they mean: %j',
    (claim) => expect(rolesOf(claim, ours)).toEqual([]),
  );
});
