import { describe, expect, it } from '@jest/globals';
import { parseTrustedIssuers } from './trusted-issuer.js';

const keycloak = {
  issuer: 'https://id.hospital.example/realms/staff',
  audience: 'hospital-customer-service',
  rolesClaim: 'realm_access.roles',
  roleMap: { 'call-centre': 'agent' },
};
const parse =
  (...issuers: object[]) =>
  () =>
    parseTrustedIssuers(JSON.stringify(issuers));

describe('the setting TOKEN_TRUSTED_ISSUERS', () => {
  it('ADR 0030: names issuers, with defaults for what is usual', () => {
    expect(parse(keycloak)()).toEqual([
      { ...keycloak, algorithms: ['RS256', 'ES256'], nameClaim: 'name', clockToleranceSeconds: 5 },
    ]);
  });

  it.each([
    ['a shared secret', { algorithms: ['RS256', 'HS256'] }, /algorithms/],
    ['no signature', { algorithms: ['none'] }, /algorithms/],
    ['no algorithm', { algorithms: [] }, /algorithms/],
    ['keys over a network without TLS', { jwksUrl: 'http://id.hospital.example/keys' }, /https/],
    ['an issuer without TLS whose keys are to be discovered', { issuer: 'http://id.hospital.example' }, /https/],
    ['roles that nobody explains', { roleMap: undefined }, /roleMap/],
    ['a role we do not have', { roleMap: { admin: 'root' } }, /root is no role/],
    ['no audience', { audience: '' }, /audience/],
    ['a name of a thousand letters', { issuer: `https://id.example/${'x'.repeat(1_000)}` }, /longer than 255/],
    ['a misspelt field', { audiences: ['x'] }, /unknown field audiences/],
    ['a clock hours off', { clockToleranceSeconds: 7_200 }, /clockTolerance/],
  ])('ADR 0030: refuses %s', (_what, change, fault) => {
    expect(parse({ ...keycloak, ...change })).toThrow(fault);
  });

  it('ADR 0030: refuses two issuers of one name, and what is no list', () => {
    expect(parse(keycloak, keycloak)).toThrow(/twice/);
    expect(() => parseTrustedIssuers('{}')).toThrow(/array/);
  });
});
