import { AccountSavedV1, DepartmentSavedV1, StaffTermSavedV1 } from '#contracts';
import type { TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Account } from '../src/accounts/accounts.dto.js';
import { startStaff } from './staff-service.js';

const PASSWORD = 'correct horse 电池';

let staff: TestService;
beforeAll(async () => {
  staff = await startStaff();
  await staff.clock.set('2026-03-02T10:00:00+08:00');
});
afterAll(() => staff.stop());

const admin = () => staff.api('administrator');

async function made(path: string, body: object): Promise<string> {
  return ((await admin().post(path).send(body).expect(201)).body as { id: string }).id;
}

const aDepartment = (nameZh: string) => made('/staff/departments', { nameZh, localCodes: [] });
const aMember = async (staffNumber: string) =>
  made('/staff/members', { staffNumber, name: '陈建国', departmentIds: [await aDepartment(`科室 ${staffNumber}`)] });

interface Change {
  subject: string;
  id: string;
  before: object | null;
  after: object | null;
}

/** What the newest entry about one thing says of it. */
async function audited(subject: string, id: string): Promise<Omit<Change, 'subject' | 'id'> | undefined> {
  const rows: { changes: Change[] | null }[] = await staff.source.query(
    'SELECT changes FROM audit_entry WHERE subject_ids @> ARRAY[$1] AND changes IS NOT NULL ORDER BY id DESC LIMIT 1',
    [id],
  );
  const found = rows[0]?.changes?.find((change) => change.subject === subject && change.id === id);
  return found && { before: found.before, after: found.after };
}

describe('what other services hear', () => {
  it('ORG-1 is of an account its owner, roles and whether it is open, and nothing more', async () => {
    const memberId = await aMember('D0001');
    const body = { username: 'chen', displayName: '陈建国', password: PASSWORD, roles: ['agent'], memberId };
    const { id: accountId } = (await admin().post('/staff/accounts').send(body).expect(201)).body as Account;
    const change = (version: number, said: object) =>
      admin().patch(`/staff/accounts/${accountId}`).set('if-match', `"${version}"`).send(said).expect(200);
    await change(1, { displayName: '老陈' });
    await change(2, { roles: ['agent', 'mentor'] });
    await change(3, { active: false });
    await change(4, { memberId: null });
    const password = { password: 'another long pass phrase' };
    await admin().post(`/staff/accounts/${accountId}/password`).set('if-match', '"5"').send(password).expect(204);
    const told = (await staff.events(AccountSavedV1)).map(({ data }) => data);
    expect(told).toEqual([
      { accountId, memberId, roles: ['agent'], active: true, version: 1 },
      { accountId, memberId, roles: ['agent', 'mentor'], active: true, version: 3 },
      { accountId, memberId, roles: ['agent', 'mentor'], active: false, version: 4 },
      { accountId, memberId: null, roles: ['agent', 'mentor'], active: false, version: 5 },
    ]);
  });

  it('ORG-1 is nothing of an account that could not be made', async () => {
    const before = (await staff.events(AccountSavedV1)).length;
    const body = { username: 'chen', displayName: '陈', password: PASSWORD, roles: ['agent'] };
    await admin().post('/staff/accounts').send(body).expect(409);
    expect(await staff.events(AccountSavedV1)).toHaveLength(before);
  });

  it('ORG-1 is of titles and skills what they are called', async () => {
    const put = (version: number, body: object) =>
      admin().put('/staff/terms/skills/first-aid').set('if-match', `"${version}"`).send(body);
    await put(0, { nameZh: '急救', nameEn: 'First aid' }).expect(200);
    await put(1, { nameZh: '急救', nameEn: 'First aid', active: false }).expect(200);
    await put(1, { nameZh: '急', nameEn: 'First' }).expect(412);
    const facts = { kind: 'skill', code: 'first-aid', nameZh: '急救', nameEn: 'First aid' };
    expect((await staff.events(StaffTermSavedV1)).map(({ data }) => data)).toEqual([
      { ...facts, active: true, version: 1 },
      { ...facts, active: false, version: 2 },
    ]);
    expect(await audited('term', 'first-aid')).toEqual({
      before: { active: true, version: 1 },
      after: { active: false, version: 2 },
    });
  });

  it('ORG-1 is of a department that moved where it stands now, and the audit has where it stood', async () => {
    const [above, below] = [await aDepartment('内科'), await aDepartment('肾内科')];
    const move = admin().put(`/staff/departments/${below}/parent`).set('if-match', '"1"').send({ parentId: above });
    await move.expect(200);
    expect((await staff.events(DepartmentSavedV1)).at(-1)?.data).toMatchObject({
      departmentId: below,
      parentId: above,
    });
    expect(await audited('department', below)).toEqual({ before: { parentId: null }, after: { parentId: above } });
  });
});

describe('what the audit keeps of a roster', () => {
  it('PT-9 is who was planned before and after, of shifts, weekly duties and substitutes', async () => {
    const [departmentId, chen, zhao] = [await aDepartment('心内科'), await aMember('D0002'), await aMember('D0003')];
    const plan = { startsAt: '2026-03-03T10:00:00.000Z', endsAt: '2026-03-03T18:00:00.000Z', line: 1 };
    const shift = { departmentId, role: 'duty-doctor', memberId: chen, ...plan };
    const shiftId = await made('/staff/duty/shifts', shift);
    expect(await audited('shift', shiftId)).toEqual({ before: null, after: shift });
    const path = `/staff/duty/shifts/${shiftId}`;
    await admin()
      .put(path)
      .set('if-match', '"1"')
      .send({ memberId: zhao, ...plan })
      .expect(200);
    expect(await audited('shift', shiftId)).toEqual({ before: { memberId: chen }, after: { memberId: zhao } });
    await admin().delete(path).set('if-match', '"2"').expect(204);
    expect(await audited('shift', shiftId)).toEqual({ before: { ...shift, memberId: zhao }, after: null });

    const pattern = { weekdays: [1], starts: '08:00', ends: '18:00', validFrom: '2026-03-02', validUntil: null };
    const weekly = { departmentId, role: 'duty-doctor', memberId: chen, line: 2, ...pattern };
    const weeklyId = await made('/staff/duty/weekly', weekly);
    expect(await audited('weekly-duty', weeklyId)).toEqual({ before: null, after: weekly });
    await admin().delete(`/staff/duty/weekly/${weeklyId}`).set('if-match', '"1"').expect(204);
    expect(await audited('weekly-duty', weeklyId)).toEqual({ before: weekly, after: null });

    const period = { startsAt: '2026-03-02T01:00:00.000Z', endsAt: '2026-03-09T00:00:00.000Z' };
    const arranged = { absentId: chen, substituteId: zhao, ...period };
    const id = await made('/staff/duty/substitutes', { ...arranged, reason: '病假' });
    expect(await audited('substitute', id)).toEqual({ before: null, after: arranged });
    await admin().delete(`/staff/duty/substitutes/${id}`).expect(204);
    expect(await audited('substitute', id)).toMatchObject({ before: { endsAt: period.endsAt } });
    const kept: { changes: string }[] = await staff.source.query('SELECT changes::text FROM audit_entry');
    expect(JSON.stringify(kept)).not.toContain('病假');
  });
});
