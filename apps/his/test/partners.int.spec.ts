import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HisVisitDischargedV1 } from '#contracts';
import { eventually } from '#testing';
import type { Partner } from '../src/partners/partners.dto.js';
import { aDischarge, codeOf, startHis, type HisService } from './his-service.js';

describe('a partner', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
  });
  afterAll(() => his.stop());

  const admin = () => his.api('administrator');
  const create = async (code: string, definition: object): Promise<Partner> =>
    (await admin().post('/his/partners').send({ code, definition }).expect(201)).body;
  const replace = (code: string, etag: string, definition: object) =>
    admin().put(`/his/partners/${code}`).set('if-match', etag).send({ definition });
  const send = async (parts: Parameters<typeof aDischarge>[0]): Promise<string> =>
    codeOf(await (await his.sender()).send(aDischarge(parts).bytes));

  it('IN-1 that nobody described is read by the default profile, which is there from the start', async () => {
    const { body, headers } = await his.api('integrator').get('/his/partners/default').expect(200);
    expect(body).toMatchObject({ code: 'default', definition: {}, version: 1 });
    expect(body.effective).toMatchObject({ zone: 'Asia/Shanghai', sexes: { 男: 'male' }, versions: expect.any(Array) });
    expect(headers['etag']).toBe('"1"');
  });

  it('IN-1 is described, and its very next message is read so', async () => {
    const from = { msh: { 3: 'LAB' }, pid: { 8: '雌' }, pv1: { 2: '日间' } };
    expect(await send(from)).toBe('AE');
    const sender = { sendingApplication: 'LAB' };
    const departments = { '020101': '03.04' };
    await create('lab', { ...sender, visitClasses: { 日间: 'inpatient' }, sexes: { 雌: 'female' }, departments });
    expect(await send(from)).toBe('AA');
    const [event] = (await his.events(HisVisitDischargedV1)).slice(-1);
    expect(event?.data).toMatchObject({
      partner: 'lab',
      patient: { sex: 'female' },
      visit: { class: 'inpatient', departmentCode: '03.04' },
    });
    await replace('lab', '"1"', sender).expect(200);
    expect(await send(from)).toBe('AE');
  });

  it('IN-1 changed at one replica is soon read so by the others', async () => {
    const replica = await startHis({}, his);
    const sender = await replica.sender();
    await create('other-replica', { sendingApplication: 'REPLICA', visitClasses: { 观察: 'emergency' } });
    await eventually(async () => {
      const answer = await sender.send(aDischarge({ msh: { 3: 'REPLICA' }, pv1: { 2: '观察' } }).bytes);
      expect(codeOf(answer)).toBe('AA');
    });
    await replica.stop();
  });

  it('IN-1 is changed only by who saw its latest version', async () => {
    await create('versions', { sendingApplication: 'V' });
    await admin().put('/his/partners/versions').send({ definition: {} }).expect(428);
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((name) => replace('versions', '"1"', { sendingFacility: name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await admin().get('/his/partners/versions').expect(200)).headers['etag']).toBe('"2"');
  });

  it('IN-1 is the only one with its code and with its sender', async () => {
    await create('first', { sendingApplication: 'ONE', sendingFacility: 'F' });
    const refusals = [
      [{ code: 'first', definition: { sendingApplication: 'TWO' } }, 'partner-exists'],
      [{ code: 'second', definition: { sendingApplication: 'ONE', sendingFacility: 'F' } }, 'sender-taken'],
      [{ code: 'third', definition: {} }, 'sender-taken'],
    ] as const;
    for (const [body, code] of refusals) {
      expect((await admin().post('/his/partners').send(body).expect(409)).body.code).toBe(code);
    }
    await create('second', { sendingApplication: 'ONE' });
    expect((await replace('second', '"1"', {}).expect(409)).body.code).toBe('sender-taken');
  });

  it('IN-1 is described in good order, or the fault is named', async () => {
    const faulty: [object, string][] = [
      [{ zone: 'Mars/Olympus' }, 'definition.zone'],
      [{ charset: 'utf-7' }, 'definition.charset'],
      [{ sexes: { 男: 'mann' } }, 'definition.sexes'],
      [{ sexes: ['male'] }, 'definition.sexes'],
      [{ departments: { '1': 2 } }, 'definition.departments'],
      [{ deathIndicators: { Y: 'yes' } }, 'definition.deathIndicators'],
      [{ identifierFields: [] }, 'definition.identifierFields'],
      [{ identifierFields: ['3'] }, 'definition.identifierFields'],
      [{ versions: null }, 'definition.versions'],
      [{ processingIds: 'P' }, 'definition.processingIds'],
      [{ colour: 'red' }, 'definition.colour'],
    ];
    for (const [definition, field] of faulty) {
      const { status, body } = await admin().post('/his/partners').send({ code: 'faulty', definition });
      expect([field, status, body.errors?.[0]?.field]).toEqual([field, 400, field]);
    }
    await admin().post('/his/partners').send({ code: 'Not A Code', definition: {} }).expect(400);
    await admin().post('/his/partners').send({ code: 'faulty' }).expect(400);
    await admin().get('/his/partners/nobody').expect(404);
    await replace('nobody', '"1"', {}).expect(404);
    await admin().get('/his/partners?cursor=abc').expect(400);
  });

  it('IN-1 is listed page by page, read by integrators, changed by administrators', async () => {
    const { body } = await his.api('integrator').get('/his/partners?limit=1').expect(200);
    const next = await his.api('integrator').get(`/his/partners?limit=200&cursor=${body.nextCursor}`).expect(200);
    const codes = [...body.items, ...next.body.items].map(({ code }) => code as string);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes).toContain('default');
    await his.api('agent').get('/his/partners').expect(403);
    await his.api('integrator').post('/his/partners').send({ code: 'x', definition: {} }).expect(403);
    await his
      .api('integrator')
      .put('/his/partners/default')
      .set('if-match', '"1"')
      .send({ definition: {} })
      .expect(403);
  });
});
