import { faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCOUNTS } from '../src/accounts/accounts.list.js';
import { DEPARTMENTS } from '../src/departments/departments.list.js';
import { SHIFTS } from '../src/duty/shifts.list.js';
import { SUBSTITUTES } from '../src/duty/substitutes.list.js';
import { WEEKLY_DUTIES } from '../src/duty/weekly-duties.list.js';
import { MEMBERS } from '../src/members/members.list.js';
import { INBOX } from '../src/notifications/inbox.list.js';
import { SESSIONS } from '../src/sessions/sessions.list.js';
import { startStaff } from './staff-service.js';

describe('the lists of staff', () => {
  let staff: TestService;
  beforeAll(async () => {
    staff = await startStaff({ DEMO_SEED: 'true' });
  });
  afterAll(() => staff.stop());

  it.each([
    ['/staff/accounts', ACCOUNTS, {}],
    ['/staff/members', MEMBERS, {}],
    ['/staff/departments', DEPARTMENTS, { includeInactive: 'true' }],
    ['/staff/sessions', SESSIONS, { everybody: 'true' }],
    ['/staff/duty/substitutes', SUBSTITUTES, {}],
    ['/staff/duty/weekly', WEEKLY_DUTIES, {}],
    ['/staff/notifications', INBOX, {}],
  ])(
    'ADR 46: %s can be sorted by every field it names, and filtered by each with every operator',
    async (path, list, also) => {
      expect(await faultsOfList(staff.api('administrator'), path, list, also)).toEqual([]);
    },
  );

  it('ADR 46: so can the roster of a day', async () => {
    const now = staff.clock.now();
    const day = { from: now.toISOString(), to: new Date(now.getTime() + 3_600_000).toISOString() };
    expect(await faultsOfList(staff.api('administrator'), '/staff/duty/shifts', SHIFTS, day)).toEqual([]);
  });

  it('ADR 46: finds people by what they can do and where, and departments by where they belong', async () => {
    const read = async (path: string, filter: string): Promise<Record<string, unknown>[]> =>
      (await staff.api('agent').get(path).query({ filter, limit: 200 }).expect(200)).body.items;
    const everybody = await read('/staff/members', 'active eq true');
    const [one] = everybody;
    const [department] = one?.['departmentIds'] as string[];
    const there = everybody.filter((each) => (each['departmentIds'] as string[]).includes(department ?? ''));
    expect(await read('/staff/members', `departmentIds has '${department}'`)).toEqual(there);
    expect(await read('/staff/members', `not (departmentIds has '${department}')`)).toHaveLength(
      everybody.length - there.length,
    );
    const [child] = await read('/staff/departments', 'parentId ne null');
    const siblings = await read('/staff/departments', `parentId eq '${String(child?.['parentId'])}'`);
    expect(siblings).toContainEqual(child);
    expect(siblings.every((each) => each['parentId'] === child?.['parentId'])).toBe(true);
  }, 180_000);
});
