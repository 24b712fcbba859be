import { describe, expect, it } from '@jest/globals';
import { nameOf, recipientOf } from './target.rules.js';

describe('ORG-2 a target', () => {
  it.each([
    [{ memberId: 'm' }, 'member'],
    [{ accountId: 'a' }, 'account'],
    [{ departmentId: 'd', role: 'duty-doctor' as const }, 'on duty as duty-doctor for d'],
    [{ departmentCode: 'XNK', role: 'duty-doctor' as const }, 'on duty as duty-doctor for XNK'],
    [{ role: 'administrator' as const }, 'every administrator'],
  ])('%j is one', (target, name) => {
    const recipient = recipientOf(target);
    expect(recipient && nameOf(recipient)).toBe(name);
  });

  it.each([
    {},
    { departmentId: 'd' },
    { memberId: 'm', accountId: 'a' },
    { memberId: 'm', role: 'duty-doctor' as const },
    { accountId: 'a', role: 'duty-doctor' as const },
    { departmentId: 'd', departmentCode: 'XNK', role: 'duty-doctor' as const },
  ])('%j is none, or several', (target) => {
    expect(recipientOf(target)).toBeUndefined();
  });
});
