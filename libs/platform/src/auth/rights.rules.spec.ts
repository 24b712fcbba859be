import { describe, expect, it } from '@jest/globals';
import { DEFAULT_RIGHTS, RIGHTS } from '#contracts';
import { effectiveRights } from './rights.rules.js';

describe('what a role may do', () => {
  const effective = (rights: string[], decided: string[]) =>
    effectiveRights(RIGHTS, DEFAULT_RIGHTS.guide, { rights, decided });

  it('ORG-1 is what the release says while the hospital has not decided', () => {
    expect(effectiveRights(RIGHTS, DEFAULT_RIGHTS.guide, undefined)).toEqual(DEFAULT_RIGHTS.guide);
  });

  it('ORG-1 is what the hospital decided, also when that is nothing', () => {
    expect(effective(['ops.read'], [...RIGHTS])).toEqual(['ops.read']);
    expect(effective([], [...RIGHTS])).toEqual([]);
  });

  it('ORG-1 takes on a right that came with a later release, and forgets one that is gone', () => {
    const decided = RIGHTS.filter((right) => right !== 'notifications.send');
    expect(effective(['ops.read', 'fax.send'], [...decided, 'fax.send'])).toEqual(['notifications.send', 'ops.read']);
  });

  it('PIPL 51 shows personal data in full only to those who speak with patients or settle what they complain of', () => {
    const masked = ['marketing', 'finance', 'qc-inspector', 'integrator', 'administrator'] as const;
    for (const role of masked) expect(DEFAULT_RIGHTS[role]).not.toContain('personal.unmasked');
    expect(DEFAULT_RIGHTS['follow-up-nurse']).toContain('personal.unmasked');
  });
});
