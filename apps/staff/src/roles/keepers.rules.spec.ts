import { describe, expect, it } from '@jest/globals';
import type { Right, Role } from '#contracts';
import { rightsLostToAll, type Standing } from './keepers.rules.js';

const administrator: Standing = { roles: ['administrator'], active: true };
const retired: Standing = { roles: ['administrator'], active: false };
const agent: Standing = { roles: ['agent'], active: true };
const byDefault = (role: Role): Right[] => (role === 'administrator' ? ['accounts.manage', 'roles.manage'] : []);

describe('the last one who may administer', () => {
  const lost = (before: Standing[], after: Standing[]) => rightsLostToAll(before, byDefault, after, byDefault);

  it('ORG-1 can neither leave nor lose the role', () => {
    expect(lost([administrator], [retired])).toEqual(['accounts.manage', 'roles.manage']);
    expect(lost([administrator, agent], [agent, agent])).toEqual(['accounts.manage', 'roles.manage']);
  });

  it('ORG-1 may go when another one stays, and others come and go freely', () => {
    expect(lost([administrator, administrator], [retired, administrator])).toEqual([]);
    expect(lost([agent], [{ ...agent, active: false }])).toEqual([]);
  });

  it('ORG-1 keeps his rights while they stand with no role of somebody who may log in', () => {
    const moved = (role: Role): Right[] => (role === 'finance' ? ['accounts.manage', 'roles.manage'] : []);
    const all = [administrator, retired, { roles: ['finance' as const], active: false }];
    expect(rightsLostToAll(all, byDefault, all, moved)).toEqual(['accounts.manage', 'roles.manage']);
    const filled = [...all, { roles: ['finance' as const], active: true }];
    expect(rightsLostToAll(filled, byDefault, filled, moved)).toEqual([]);
    const half = (role: Role): Right[] => (role === 'administrator' ? ['accounts.manage'] : []);
    expect(rightsLostToAll(filled, byDefault, filled, half)).toEqual(['roles.manage']);
  });
});
