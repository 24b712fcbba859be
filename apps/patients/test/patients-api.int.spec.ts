import { PersonDeathRevokedV1, PersonDeceasedV1, PersonRegisteredV1, PersonUpdatedV1 } from '#contracts';
import type { TestService } from '#testing';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aNationalId, aRecordNumber, found, startPatients } from './hospital.js';

const NOBODY = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';

let hospital: TestService;
beforeAll(async () => {
  hospital = await startPatients();
});
afterAll(() => hospital.stop());

interface Answer {
  id: string;
  version: number;
  etag: string;
}

async function register(body: object): Promise<Answer> {
  const response = await hospital.api('agent').post('/patients').send(body).expect(201);
  return { ...(response.body as Answer), etag: response.headers['etag'] as string };
}

function change(id: string, etag: string | undefined, body: object) {
  const request = hospital.api('agent').patch(`/patients/${id}`);
  return (etag === undefined ? request : request.set('if-match', etag)).send(body);
}

describe('registering a patient', () => {
  it('PT-1 answers with the record and its ETag', async () => {
    const number = aRecordNumber();
    const nationalId = aNationalId('1988-08-08');
    const { body, headers } = await hospital
      .api('agent')
      .post('/patients')
      .send({ name: ' 单 雄信 ', nationalId, phones: ['138 0013 8000', '010-62345678 转 01'], identifiers: [number] })
      .expect(201);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      name: '单雄信',
      nationalId,
      birthDate: '1988-08-08',
      phones: [
        { raw: '138 0013 8000', e164: '+8613800138000' },
        { raw: '010-62345678 转 01', e164: null },
      ],
      identifiers: [number],
      deceased: false,
      mergedFrom: [],
    });
    const registered = await hospital.events(PersonRegisteredV1);
    expect(registered.at(-1)?.data).toEqual({ patientId: body.id });
    const reread = await hospital.api('duty-doctor').get(`/patients/${body.id}`).expect(200);
    expect(reread.body).toEqual(body);
    expect(reread.headers['etag']).toBe('"1"');
  });

  it('PT-1 takes the example of its documentation as it stands', async () => {
    const document = SwaggerModule.createDocument(hospital.app, new DocumentBuilder().build());
    const schema = document.components?.schemas?.['NewPatient'] as {
      properties: Record<string, { example?: unknown }>;
    };
    const examples = Object.entries(schema.properties).filter(([, { example }]) => example !== undefined);
    await register(Object.fromEntries(examples.map(([field, { example }]) => [field, example])));
  });

  it('PT-3 is refused with the existing record when the national ID has one', async () => {
    const nationalId = aNationalId();
    const { id } = await register({ name: '王伟', nationalId });
    const { body } = await hospital.api('agent').post('/patients').send({ name: '王苇', nationalId }).expect(409);
    expect(body).toMatchObject({ code: 'patient-exists', patientId: id, status: 409 });
  });

  it('PT-3 is refused with the existing record when the record number has one', async () => {
    const number = aRecordNumber();
    const { id } = await register({ name: '王伟', identifiers: [number] });
    const again = { name: '王伟', identifiers: [aRecordNumber(), number] };
    const { body } = await hospital.api('agent').post('/patients').send(again).expect(409);
    expect(body).toMatchObject({ code: 'patient-exists', patientId: id });
  });

  it('PT-3 by ten agents at once makes one record, and nine are told which', async () => {
    const nationalId = aNationalId();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => hospital.api('agent').post('/patients').send({ name: '王伟', nationalId })),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(9);
    for (const { body } of refused) expect(body.patientId).toBe(made[0]?.body.id);
  });

  it.each<[string, unknown]>([
    ['name', { name: '' }],
    ['name', { name: '　 ' }],
    ['name', { name: null }],
    ['name', { name: 42 }],
    ['name', {}],
    ['name', { name: '王\u0000伟' }],
    ['name', { name: '王\ud842' }],
    ['name', { name: '王'.repeat(201) }],
    ['nickname', { name: '王伟', nickname: '小王' }],
    ['sex', { name: '王伟', sex: '男' }],
    ['birthDate', { name: '王伟', birthDate: '2023-02-29' }],
    ['birthDate', { name: '王伟', birthDate: '2999-01-01' }],
    ['birthDate', { name: '王伟', birthDate: '1990-1-1' }],
    ['nationalId', { name: '王伟', nationalId: '110108197701011510' }],
    ['birthDate', { name: '王伟', nationalId: '11010519491231002X', birthDate: '1950-01-01' }],
    ['phones.0', { name: '王伟', phones: [13800138000] }],
    ['phones', { name: '王伟', phones: ['13800138000', 'abc'] }],
    ['phones', { name: '王伟', phones: ['1 2 转'] }],
    ['phones', { name: '王伟', phones: '13800138000' }],
    ['document.type', { name: '王伟', document: { type: 'library-card', number: '1' } }],
    ['identifiers.0.issuer', { name: '王伟', identifiers: [{ value: '1' }] }],
    ['deceasedAt', { name: '王伟', deceasedAt: '2026-03-02T10:15:00+08:00' }],
    ['deceased', { name: '王伟', deceased: 'no' }],
  ])('PT-1 with a faulty %s is refused and says so: %j', async (field, body) => {
    const response = await hospital
      .api('agent')
      .post('/patients')
      .send(body as object)
      .expect(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.body.code).toBe('validation-failed');
    const fields = (response.body.errors as { field: string }[]).map((error) => error.field.split('.')[0]);
    expect(fields).toContain(field.split('.')[0]);
  });

  it('PT-1 in a body that is no JSON, or no object, is refused', async () => {
    const post = () => hospital.api('agent').post('/patients').set('content-type', 'application/json');
    await post().send('{').expect(400);
    await post().send('[]').expect(400);
    await post().send('null').expect(400);
  });

  it('PT-9 is for agents, centre managers and administrators', async () => {
    await hospital.anonymous().post('/patients').send({ name: '王伟' }).expect(401);
    for (const role of ['guide', 'follow-up-nurse', 'duty-doctor', 'finance'] as const) {
      await hospital.api(role).post('/patients').send({ name: '王伟' }).expect(403);
    }
    await hospital.api('finance').get('/patients').expect(403);
    await hospital.api('guide').get('/patients').expect(200);
  });
});

describe('changing a patient', () => {
  let patient: Answer;
  beforeEach(async () => {
    patient = await register({ name: '王伟', address: '建国路1号' });
  });

  it('PT-1 keeps what is left out, deletes what is null, and tells what changed', async () => {
    const { body, headers } = await change(patient.id, patient.etag, { name: '王苇', address: null }).expect(200);
    expect(body).toMatchObject({ name: '王苇', address: null, version: 2 });
    expect(headers['etag']).toBe('"2"');
    const updates = (await hospital.events(PersonUpdatedV1)).filter(({ data }) => data.patientId === patient.id);
    expect(updates.map(({ data }) => data.changed)).toEqual([['name', 'address']]);
  });

  it('PT-1 needs the version that was read', async () => {
    await change(patient.id, undefined, { name: '甲' }).expect(428);
    await change(patient.id, '*', { name: '甲' }).expect(400);
    const { body } = await change(patient.id, '"7"', { name: '甲' }).expect(412);
    expect(body.code).toBe('version-mismatch');
  });

  it('PT-1 by two agents at once loses neither change unseen', async () => {
    const answers = await Promise.all([
      change(patient.id, patient.etag, { name: '甲' }),
      change(patient.id, patient.etag, { address: '乙' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('PT-3 to the national ID of somebody else is refused with that record', async () => {
    const nationalId = aNationalId();
    const { id } = await register({ name: '李明', nationalId });
    const { body } = await change(patient.id, patient.etag, { nationalId }).expect(409);
    expect(body).toMatchObject({ code: 'patient-exists', patientId: id });
  });

  it('PT-11 tells a death, and that it was taken back', async () => {
    const diedAt = '2026-03-02T10:15:00+08:00';
    await change(patient.id, '"1"', { deceased: true, deceasedAt: diedAt }).expect(200);
    await change(patient.id, '"2"', { deceased: true }).expect(200);
    await change(patient.id, '"2"', { deceased: false }).expect(200);
    const mine = ({ data }: { data: { patientId: string } }) => data.patientId === patient.id;
    expect((await hospital.events(PersonDeceasedV1)).filter(mine)).toMatchObject([
      { data: { deceasedAt: '2026-03-02T02:15:00.000Z' } },
    ]);
    expect((await hospital.events(PersonDeathRevokedV1)).filter(mine)).toHaveLength(1);
  });

  it('PT-1 refuses what is not a patient, and what may not be changed', async () => {
    await change(NOBODY, '"1"', { name: '甲' }).expect(404);
    await change('not-an-id', '"1"', { name: '甲' }).expect(400);
    await change(patient.id, '"1"', { name: null }).expect(400);
    await change(patient.id, '"1"', { deceased: null }).expect(400);
    await change(patient.id, '"1"', { identifiers: [] }).expect(400);
    await hospital.api('guide').patch(`/patients/${patient.id}`).set('if-match', '"1"').send({}).expect(403);
  });
});

describe('looking for a patient', () => {
  it.each([
    ['a part of the name in Chinese', '尉迟静姝', '静姝'],
    ['two characters across family and given name', '尉迟静姝', '迟静'],
    ['a single rare character', '龘云', '龘'],
    ['full pinyin', '单怀瑾', 'shanhuaijin'],
    ['full pinyin with spaces and tones', '单怀瑾', 'Shàn huái jǐn'],
    ['the everyday reading of a surname', '单怀瑾', 'danhuaijin'],
    ['initials', '欧阳沐宸', 'oymc'],
    ['initials of the given name', '欧阳沐宸', 'mc'],
    ['a reading with ü', '吕绮罗', 'lvqiluo'],
    ['a part of a Latin name', 'Maximilian Oberhofer', 'oberhof'],
  ])('PT-3 finds by %s', async (_, name, q) => {
    const { id } = await register({ name });
    expect(await found(hospital, { q })).toContain(id);
    expect(await found(hospital, { q: `${q}魑` })).toEqual([]);
  });

  it('PT-3 does not take two halves of a name for a whole', async () => {
    const { id } = await register({ name: '慕容慕白' });
    expect(await found(hospital, { q: '慕容慕' })).toContain(id);
    expect(await found(hospital, { q: '容慕容' })).toEqual([]);
  });

  it('PT-3 takes no character of the search for a wildcard', async () => {
    await register({ name: '百里屠苏' });
    for (const q of ['%', '_', '百%', "' OR 1=1 --"]) expect(await found(hospital, { q })).toEqual([]);
  });

  it('PT-3 finds by a phone number in any spelling, and by what is none', async () => {
    const { id } = await register({ name: '钟离', phones: ['139 1234 5678', '021-6234 5678 转 8'] });
    for (const phone of ['13912345678', '+86 139-1234-5678', '02162345678 转 8']) {
      expect(await found(hospital, { phone })).toEqual([id]);
    }
    expect(await found(hospital, { phone: '13912345679' })).toEqual([]);
  });

  it('PT-3 finds by record number, of one issuer or of any', async () => {
    const number = aRecordNumber('LAB');
    const { id } = await register({ name: '钟离', identifiers: [number] });
    expect(await found(hospital, { mrn: number.value })).toEqual([id]);
    expect(await found(hospital, { mrn: number.value, issuer: 'LAB' })).toEqual([id]);
    expect(await found(hospital, { mrn: number.value, issuer: 'DEMO-HIS' })).toEqual([]);
  });

  it('PT-3 finds by national ID or another document', async () => {
    const nationalId = aNationalId();
    const { id } = await register({ name: '钟离', nationalId, document: { type: 'passport', number: 'e 98765432' } });
    expect(await found(hospital, { nationalId: nationalId.toLowerCase() })).toEqual([id]);
    expect(await found(hospital, { nationalId: 'E98765432' })).toEqual([id]);
  });

  it('PT-3 asks that everything given holds', async () => {
    const { id } = await register({ name: '东方既白', phones: ['13512340000'] });
    expect(await found(hospital, { q: '东方', phone: '13512340000' })).toEqual([id]);
    expect(await found(hospital, { q: '西门', phone: '13512340000' })).toEqual([]);
  });

  it('PT-3 gives pages without gaps or repeats', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) ids.push((await register({ name: `公孙${index}` })).id);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const query = { q: '公孙', limit: '2', ...(cursor ? { cursor } : {}) };
      const { body } = await hospital.api('agent').get('/patients').query(query).expect(200);
      seen.push(...(body.items as Answer[]).map(({ id }) => id));
      cursor = body.nextCursor as string | null;
    } while (cursor);
    expect(seen).toEqual(ids);
  });

  it.each<Record<string, string>>([
    { cursor: 'abc' },
    { cursor: Buffer.from('["x"]').toString('base64url') },
    { cursor: Buffer.from('[1,2]').toString('base64url') },
    { limit: '0' },
    { limit: '201' },
    { limit: 'many' },
    { q: '' },
    { q: ' · ' },
    { q: '王\u0000' },
    { issuer: 'LAB' },
    { colour: 'red' },
  ])('PT-3 refuses %j', async (query) => {
    const { body } = await hospital.api('agent').get('/patients').query(query).expect(400);
    expect(body.code).toBe('validation-failed');
  });

  it('PT-3 refuses a criterion given twice', async () => {
    await hospital.api('agent').get('/patients?q=a&q=b').expect(400);
  });

  it('PT-2 knows no patient and no encounter of an unknown id', async () => {
    const agent = hospital.api('agent');
    await agent.get(`/patients/${NOBODY}`).expect(404);
    await agent.get(`/patients/${NOBODY}/encounters`).expect(404);
    await agent.get(`/patients/encounters/${NOBODY}`).expect(404);
    await agent.get('/patients/encounters/x').expect(400);
    const { id } = await register({ name: '钟离' });
    await agent
      .get(`/patients/${id}/encounters`)
      .query({ cursor: Buffer.from('["x","y"]').toString('base64url') })
      .expect(400);
    const { body } = await agent.get(`/patients/${id}/encounters`).expect(200);
    expect(body).toEqual({ items: [], nextCursor: null });
  });
});
