import { DEFAULT_RIGHTS, type Right, type Role } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import type { ClockSubject } from './clock-subjects.js';
import { recipientsOf, sideNoticeOf, type Fired } from './notice.rules.js';

const FIRED: Fired = {
  ...{
    clockId: 'c',
    subjectType: 'ticket',
    kind: 'solution',
    limit: { unit: 'minutes', value: 30 },
    ladder: 'standard',
  },
  ...{ round: 0, index: 1, level: 1, at: new Date(0), dueAt: new Date(0) },
};
const SUBJECT: ClockSubject = {
  ...{ id: 's', nameZh: '红色工单 1', nameEn: 'red ticket 1', link: '/complaints/tickets/s', isRed: true },
  ...{ departmentCode: 'K1', holders: [], desk: [{ role: 'centre-manager' }], watchers: [] },
};
const DISPUTE: ClockSubject = { ...SUBJECT, ladder: 'medical-affairs', desk: [{ role: 'medical-affairs' }] };
const SECRET: ClockSubject = { ...SUBJECT, confidential: true, departmentCode: null };

function rolesTold(subject: ClockSubject): (string | undefined)[] {
  return [0, 1, 2].flatMap((level) => {
    const { to, next } = recipientsOf({ ...FIRED, level }, subject);
    return [...to, ...next].map(({ role }) => role);
  });
}

describe('who is told of a clock', () => {
  it('CP-2 the director first, then the general manager', () => {
    expect(recipientsOf(FIRED, SUBJECT)).toEqual({
      to: [{ departmentCode: 'K1', role: 'department-director' }],
      next: [{ role: 'centre-manager' }, { role: 'general-manager' }],
    });
    expect(recipientsOf({ ...FIRED, level: 2 }, SUBJECT)).toEqual({
      to: [{ role: 'general-manager' }],
      next: [{ role: 'centre-manager' }],
    });
  });

  it.each<[string, ClockSubject, Right]>([
    ['a dispute', DISPUTE, 'complaints.disputes'],
    ['what was told in confidence', SECRET, 'complaints.confidential'],
  ])('CP-3 of %s nobody hears who may not see it, at any step', (_, subject, right) => {
    const roles = rolesTold(subject);
    expect(roles.filter((role) => !DEFAULT_RIGHTS[role as Role].includes(right))).toEqual([]);
    expect(roles.length).toBeGreaterThan(4);
  });

  it('CP-2 the holder is warned, the desk when nobody holds it', () => {
    const warning = { ...FIRED, level: 0 };
    const holders = [{ accountId: 'h' }];
    expect(recipientsOf(warning, { ...SUBJECT, holders })).toEqual({ to: holders, next: [{ role: 'centre-manager' }] });
    expect(recipientsOf(warning, SUBJECT).to).toEqual(SUBJECT.desk);
    expect(recipientsOf(warning, DISPUTE)).toEqual({ to: DISPUTE.desk, next: [{ role: 'legal' }] });
  });

  it('CP-3 a dispute goes to medical affairs, and when it stays late to legal besides', () => {
    expect(recipientsOf(FIRED, DISPUTE)).toEqual({ to: [{ role: 'medical-affairs' }], next: [{ role: 'legal' }] });
    const both = [{ role: 'legal' }, { role: 'medical-affairs' }];
    expect(recipientsOf({ ...FIRED, level: 2 }, DISPUTE)).toEqual({ to: both, next: [] });
  });

  it('CP-3 what was told in confidence does not go to a director, also when it names a department', () => {
    const { to, next } = recipientsOf(FIRED, { ...SECRET, departmentCode: 'K1' });
    expect([...to, ...next]).toEqual([{ role: 'centre-manager' }, { role: 'medical-affairs' }]);
  });

  it('CP-2 holder and watchers hear of what is late, and of no warning', () => {
    const concerned = { ...SUBJECT, holders: [{ accountId: 'h' }], watchers: [{ accountId: 'w' }] };
    const side = (level: number, subject: ClockSubject) => sideNoticeOf({ ...FIRED, level }, subject, 'Asia/Shanghai');
    expect(side(1, concerned)?.to).toEqual([{ accountId: 'h' }, { accountId: 'w' }]);
    expect(side(0, concerned)).toBeUndefined();
    expect(side(1, SUBJECT)).toBeUndefined();
  });

  it('CP-2 of a ticket that many watch the first 200 hear', () => {
    const watchers = Array.from({ length: 300 }, (_, n) => ({ accountId: String(n) }));
    expect(sideNoticeOf(FIRED, { ...SUBJECT, watchers }, 'Asia/Shanghai')?.to).toHaveLength(200);
  });
});
