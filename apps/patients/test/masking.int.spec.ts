import { eventually, type TestService } from '#testing';
import { HisVisitDischargedV1 } from '#contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aNationalId, aRecordNumber, aVisitNumber, aVisitReport, patientOf, startPatients } from './hospital.js';

interface Entry {
  operation: string;
  unmasked: boolean;
}

describe('who may not know who a patient is', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  const body = () => ({
    ...{ name: '欧阳晓燕', birthDate: '1968-05-12', address: '北京市朝阳区建国路1号', phones: ['138 0013 8000'] },
    ...{
      nationalId: aNationalId(),
      document: { type: 'passport', number: 'E12345678' },
      identifiers: [aRecordNumber()],
    },
  });
  const MASKED = {
    ...{ name: '欧阳**', birthDate: '1968', address: '北京市朝阳区***' },
    nationalId: expect.stringMatching(/^1101\*{10}[\dX]{4}$/),
    phones: [{ raw: '138 **** 8000', e164: '+86138****8000' }],
    document: { type: 'passport', number: 'E******78' },
    identifiers: [{ issuer: 'DEMO-HIS', value: expect.stringMatching(/^\*{5}\d{3}$/), type: 'MR' }],
  };
  const lastEntry = async () =>
    (
      await hospital.source.query<Entry[]>(
        'SELECT operation, unmasked FROM audit_entry ORDER BY at DESC, id DESC LIMIT 1',
      )
    )[0];

  it('PT-9 gets every field masked: on writing, reading, searching and changing, with the ETag of the whole', async () => {
    const given = body();
    const admin = hospital.api('administrator');
    const { body: created } = await admin.post('/patients').send(given).expect(201);
    expect(created).toMatchObject(MASKED);
    expect(await lastEntry()).toEqual({ operation: 'patients_people_create', unmasked: false });
    const read = await admin.get(`/patients/${created.id}`).expect(200);
    expect(read.body).toEqual(created);
    expect(read.headers['etag']).toBe('"1"');
    expect(await lastEntry()).toEqual({ operation: 'patients_people_read', unmasked: false });
    const { body: page } = await admin.get('/patients').query({ mrn: given.identifiers[0]?.value }).expect(200);
    expect(page.items).toEqual([created]);
    const changed = await admin
      .patch(`/patients/${created.id}`)
      .set('if-match', '"1"')
      .send({ address: '北京市海淀区学院路2号' });
    expect(changed.body).toMatchObject({ ...MASKED, address: '北京市海淀区***', version: 2 });
  });

  it('PT-9 who speaks with patients sees it all, and the audit knows', async () => {
    const given = body();
    const { body: created } = await hospital.api('agent').post('/patients').send(given).expect(201);
    expect(created).toMatchObject({ name: given.name, nationalId: given.nationalId, birthDate: given.birthDate });
    expect(await lastEntry()).toEqual({ operation: 'patients_people_create', unmasked: true });
    const { body: read } = await hospital.api('guide').get(`/patients/${created.id}`).expect(200);
    expect(read).toMatchObject({ phones: [{ raw: '138 0013 8000' }], document: { number: 'E12345678' } });
    expect(await lastEntry()).toEqual({ operation: 'patients_people_read', unmasked: true });
    await hospital.api('agent').get('/patients').query({ mrn: 'of-nobody' }).expect(200);
    expect(await lastEntry()).toEqual({ operation: 'patients_people_search', unmasked: false });
  });

  it('PT-9 cannot find out by searching, nor by the photo', async () => {
    const admin = hospital.api('administrator');
    for (const query of [{ q: '欧阳' }, { phone: '13800138000' }, { nationalId: aNationalId() }, { q: '' }]) {
      const { body: refused } = await admin.get('/patients').query(query).expect(403);
      expect(refused).toMatchObject({ code: 'right-required', right: 'personal.unmasked' });
      if (!('q' in query && query.q === '')) await hospital.api('guide').get('/patients').query(query).expect(200);
    }
    const { body: created } = await admin.post('/patients').send(body()).expect(201);
    for (const path of ['photo', 'photo/link']) {
      await admin.get(`/patients/${created.id}/${path}`).expect(403);
      await hospital.api('agent').get(`/patients/${created.id}/${path}`).expect(404);
    }
  });

  it('PT-9 gets visit numbers masked, and in the audit what became of the record', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    await hospital.publish(
      HisVisitDischargedV1,
      aVisitReport(number, visit, 0, { dischargedAt: '2026-03-02T10:00:00+08:00' }),
    );
    const id = await eventually(() => patientOf(hospital, number));
    const visitOf = async (role: 'administrator' | 'agent') => {
      const { body: page } = await hospital.api(role).get(`/patients/${id}/encounters`).expect(200);
      return page.items[0] as { id: string; visitNumber: string };
    };
    const shown = await eventually(async () => {
      const found = await visitOf('administrator');
      expect(found).toBeDefined();
      return found;
    });
    expect(shown.visitNumber).toBe(`*****${visit.slice(-3)}`);
    const { body: one } = await hospital.api('administrator').get(`/patients/encounters/${shown.id}`).expect(200);
    expect(one).toEqual(shown);
    expect((await visitOf('agent')).visitNumber).toBe(visit);
    await hospital.api('agent').post('/patients').send(body()).expect(201);
    const { body: audit } = await hospital
      .api('administrator')
      .get('/ops/audit?operation=patients_people_create')
      .expect(200);
    expect(JSON.stringify(audit.items[0].changes)).not.toContain('欧阳');
    expect(audit.items[0].changes[0].after).toHaveProperty('nationalId');
  });
});
