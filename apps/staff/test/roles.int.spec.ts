import { RIGHTS, RoleSavedV1 } from '#contracts';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoleList, RoleView } from '../src/roles/roles.dto.js';
import { startStaff } from './staff-service.js';

describe('what roles may do', () => {
  let staff: TestService;
  beforeAll(async () => {
    staff = await startStaff();
    await account('chief', 'administrator');
  });
  afterAll(() => staff.stop());

  const account = (username: string, role: string) =>
    staff
      .api('administrator')
      .post('/staff/accounts')
      .send({ username, displayName: username, password: 'correct horse 电池', roles: [role] })
      .expect(201);
  const replace = (role: string, version: number, rights: string[]) =>
    staff.api('administrator').put(`/staff/roles/${role}/rights`).set('if-match', `"${version}"`).send({ rights });
  const rightsOf = async (role: string): Promise<string[]> =>
    ((await staff.api('agent').get(`/staff/roles/${role}`).expect(200)).body as RoleView).rights;

  it('ORG-1 is listed with the meaning of each right in Chinese and English', async () => {
    const { body } = await staff.api('agent').get('/staff/roles').expect(200);
    const guide = (body as RoleList).items.find((each) => each.role === 'guide');
    expect(guide).toMatchObject({ nameZh: '导医', version: 0, rights: guide?.defaultRights, updatedAt: null });
    const rights = await staff.api('agent').get('/staff/rights').expect(200);
    expect(rights.body.items).toContainEqual(
      expect.objectContaining({ right: 'roles.manage', meaningZh: '修改角色权限', roles: ['administrator'] }),
    );
  });

  it('ORG-1 is changed by an administrator, told to the others, and holds within seconds', async () => {
    const body = { nationalCode: null, nameZh: '导诊台' };
    await staff.api('guide').post('/staff/departments').send(body).expect(403);
    const before = await rightsOf('guide');
    const answer = await replace('guide', 0, ['departments.write', 'patients.read']).expect(200);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toMatchObject({ rights: ['patients.read', 'departments.write'], version: 1 });
    await eventually(() => staff.api('guide').post('/staff/departments').send(body).expect(201));
    const [event] = (await staff.events(RoleSavedV1)).slice(-1);
    expect(event?.data).toMatchObject({ role: 'guide', before, decided: [...RIGHTS], version: 1 });
    await replace('guide', 0, []).expect(412);
    await staff.api('administrator').put('/staff/roles/guide/rights').send({ rights: [] }).expect(428);
    await staff.api('centre-manager').put('/staff/roles/guide/rights').send({ rights: [] }).expect(403);
    await replace('guide', 1, ['fly']).expect(400);
    await replace('nobody', 0, []).expect(400);
  });

  it('ORG-1 never leaves the hospital without somebody who may change it back', async () => {
    const rights = (await rightsOf('administrator')).filter((right) => right !== 'roles.manage');
    const refused = await replace('administrator', 0, rights).expect(409);
    expect(refused.body).toMatchObject({ code: 'last-administrator', lost: ['roles.manage'] });
    await replace('general-manager', 0, ['roles.manage']).expect(200);
    await replace('administrator', 0, rights).expect(409);
    await account('boss', 'general-manager');
    await replace('administrator', 0, rights).expect(200);
    await eventually(() => replace('administrator', 99, rights).expect(403));
  });

  it('ORG-1 of two decisions at once one counts', async () => {
    const manager = staff.api('general-manager');
    const put = (rights: string[]) => manager.put('/staff/roles/mentor/rights').set('if-match', '"0"').send({ rights });
    await eventually(() => manager.get('/staff/roles/mentor').expect(200));
    const answers = await Promise.all([put(['ops.read']), put(['patients.read']), put([])]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412]);
  });
});
