import { describe, expect, it } from '@jest/globals';
import { locksEverybodyOut, type Standing } from './account.rules.js';

const administrator: Standing = { roles: ['administrator'], active: true };
const retired: Standing = { roles: ['administrator'], active: false };
const agent: Standing = { roles: ['agent'], active: true };

describe('the last administrator', () => {
  it('ORG-1 can neither leave nor lose the role', () => {
    expect(locksEverybodyOut(administrator, retired, 0)).toBe(true);
    expect(locksEverybodyOut(administrator, agent, 0)).toBe(true);
  });

  it('ORG-1 may go when another one stays', () => {
    expect(locksEverybodyOut(administrator, retired, 1)).toBe(false);
  });

  it('ORG-1 may take on more roles, and others come and go freely', () => {
    expect(locksEverybodyOut(administrator, { roles: ['administrator', 'agent'], active: true }, 0)).toBe(false);
    expect(locksEverybodyOut(agent, { ...agent, active: false }, 0)).toBe(false);
  });
});
