import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentSavedV1 } from '#contracts';
import type { TestService } from '#testing';
import type { Department, DepartmentPage } from '../src/departments/departments.dto.js';
import { startStaff } from './staff-service.js';

describe('the departments of the hospital', () => {
  let staff: TestService;
  beforeAll(async () => {
    staff = await startStaff();
  });
  afterAll(() => staff.stop());

  const create = async (body: object): Promise<Department> =>
    (await staff.api('administrator').post('/staff/departments').send(body).expect(201)).body as Department;
  const replace = (id: string, etag: string, body: object) =>
    staff.api('administrator').put(`/staff/departments/${id}`).set('if-match', etag).send(body);

  it('ORG-1 are created with national and local codes, and the other services hear of it', async () => {
    const localCodes = [{ system: 'his-a', code: 'R01' }];
    const body = { nationalCode: '03.01', nameZh: '呼吸内科一病区', nameEn: 'Respiratory ward 1', localCodes };
    const answer = await staff.api('administrator').post('/staff/departments').send(body).expect(201);
    const department = answer.body as Department;
    expect(department).toMatchObject({ ...body, parentId: null, active: true, version: 1 });
    expect(answer.headers['location']).toBe(`/staff/departments/${department.id}`);
    const read = await staff.api('agent').get(`/staff/departments/${department.id}`).expect(200);
    expect(read.headers['etag']).toBe('"1"');
    expect(read.body).toEqual(department);
    const [event] = (await staff.events(DepartmentSavedV1)).slice(-1);
    expect(event?.data).toEqual({ departmentId: department.id, ...body, active: true });
    expect(event?.partitionkey).toBe(department.id);
  });

  it('ORG-1 change only for who saw their latest version', async () => {
    const { id } = await create({ nameZh: '体检中心' });
    await staff.api('administrator').put(`/staff/departments/${id}`).send({ nameZh: '健康管理中心' }).expect(428);
    await replace(id, 'nonsense', { nameZh: '健康管理中心' }).expect(400);
    const changed = await replace(id, '"1"', { nameZh: '健康管理中心', active: false }).expect(200);
    expect(changed.headers['etag']).toBe('"2"');
    const late = await replace(id, '"1"', { nameZh: '体检科' }).expect(412);
    expect(late.body).toMatchObject({ code: 'version-mismatch', status: 412 });
    const last = (await staff.events(DepartmentSavedV1)).at(-1);
    expect(last?.data).toMatchObject({ departmentId: id, nameZh: '健康管理中心', active: false });
  });

  it('ORG-1 of two changes at once only one counts', async () => {
    const { id } = await create({ nameZh: '皮肤科' });
    const answers = await Promise.all(['甲', '乙', '丙'].map((nameZh) => replace(id, '"1"', { nameZh })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412]);
  });

  it('ORG-1 a local code of one system names one department', async () => {
    const localCodes = [{ system: 'his-b', code: 'X1' }];
    const first = await create({ nameZh: '骨科', localCodes });
    const second = await staff.api('administrator').post('/staff/departments').send({ nameZh: '外科', localCodes });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'local-code-taken' });
    await create({ nameZh: '口腔科', localCodes: [{ system: 'his-c', code: 'X1' }] });
    const found = await staff.api('integrator').get('/staff/departments?system=his-b&localCode=X1').expect(200);
    expect((found.body as DepartmentPage).items.map((item) => item.id)).toEqual([first.id]);
    await replace(first.id, '"1"', { nameZh: '骨科', localCodes: [] }).expect(200);
    await create({ nameZh: '创伤骨科', localCodes });
  });

  it('ORG-1 stand in a tree without circles', async () => {
    const internal = await create({ nationalCode: '03', nameZh: '内科' });
    const heart = await create({ nationalCode: '03.04', nameZh: '心内科', parentId: internal.id });
    const circle = await replace(internal.id, '"1"', { nameZh: '内科', parentId: heart.id }).expect(409);
    expect(circle.body).toMatchObject({ code: 'department-in-circle' });
    const nowhere = { nameZh: '内科', parentId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99' };
    const refused = await replace(internal.id, '"1"', nowhere).expect(400);
    expect(refused.body).toMatchObject({
      errors: [{ field: 'parentId', code: 'no-department', reason: '不是已有的科室' }],
    });
  });

  it('ORG-1 are listed by national code, page by page, narrowed by code and name', async () => {
    const pages: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await staff
        .api('agent')
        .get(`/staff/departments?includeInactive=true&limit=2${after}`)
        .expect(200);
      const page = body as DepartmentPage;
      pages.push(...page.items.map((item) => item.nationalCode ?? '~'));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual([...pages].sort());
    expect(new Set(pages).has('03.01')).toBe(true);
    const internal = await staff.api('agent').get('/staff/departments?nationalCode=03&name=心').expect(200);
    expect((internal.body as DepartmentPage).items.map((item) => item.nameZh)).toEqual(['心内科']);
  });

  it('ORG-1 are changed by administrators only, and only in good order', async () => {
    await staff.anonymous().get('/staff/departments').expect(401);
    await staff.api('centre-manager').post('/staff/departments').send({ nameZh: '内科' }).expect(403);
    const admin = staff.api('administrator');
    await admin.post('/staff/departments').send({ nameZh: '' }).expect(400);
    await admin.post('/staff/departments').send({ nameZh: '内科', nationalCode: '3' }).expect(400);
    await admin.post('/staff/departments').send({ nameZh: '内科', colour: 'red' }).expect(400);
    await admin.post('/staff/departments').send({ nameZh: '内\u0000科' }).expect(400);
    await admin.get('/staff/departments/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99').expect(404);
    await admin.get('/staff/departments/7').expect(400);
    await admin.get('/staff/departments?cursor=abc').expect(400);
  });

  it('ORG-1 are read as a tree in one call, moved with what is below them, and closed from the leaves', async () => {
    const admin = staff.api('administrator');
    const surgery = await create({ nationalCode: '04', nameZh: '大外科' });
    const bones = await create({ nameZh: '关节科', parentId: surgery.id });
    const knee = await create({ nameZh: '膝关节组', parentId: bones.id });
    const close = (id: string, version: number, body: object) =>
      replace(id, `"${version}"`, { ...body, active: false });
    const open = await close(surgery.id, 1, { nameZh: '大外科' }).expect(409);
    expect(open.body).toMatchObject({ code: 'department-has-children' });
    const move = (id: string, version: number, parentId: string | null) =>
      admin.put(`/staff/departments/${id}/parent`).set('if-match', `"${version}"`).send({ parentId });
    expect((await move(surgery.id, 1, knee.id).expect(409)).body).toMatchObject({ code: 'department-in-circle' });
    await move(bones.id, 1, null).expect(200);
    await move(bones.id, 1, null).expect(412);
    await close(surgery.id, 1, { nameZh: '大外科' }).expect(200);
    expect((await move(bones.id, 2, surgery.id).expect(409)).body).toMatchObject({ code: 'parent-closed' });
    await admin.put(`/staff/departments/${bones.id}/parent`).set('if-match', '"2"').send({}).expect(400);
    const { body } = await staff.api('agent').get('/staff/departments/tree').expect(200);
    const tree = body as { items: { id: string; children: { id: string }[] }[] };
    const branch = tree.items.find((each) => each.id === bones.id);
    expect(branch?.children.map((each) => each.id)).toEqual([knee.id]);
    expect(JSON.stringify(tree)).not.toContain(surgery.id);
    const moved = (await staff.events(DepartmentSavedV1)).filter((each) => each.data.departmentId === bones.id);
    expect(moved.at(-1)?.data.parentId).toBeUndefined();
  });
});
