import { HisPatientsMergedV1, HisPatientUpdatedV1 } from '#contracts';
import { newId, transact } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Duplicate, LikelyPatients, PatientDuplicates } from '../src/duplicates/duplicates.dto.js';
import { DuplicateThreshold } from '../src/duplicates/duplicate-threshold.js';
import { DuplicateDeadlines } from '../src/duplicates/duplicates.deadlines.js';
import { SHARED_KEYS } from '../src/duplicates/shared-keys.js';
import { patientsMigrations } from '../src/migrations/index.js';
import { PatientsModule } from '../src/patients.module.js';
import { NOBODY_YET } from '../src/people/demographics.rules.js';
import type { Patient } from '../src/people/patient.dto.js';
import { PeopleBatches } from '../src/people/people.batches.js';
import { newPerson } from '../src/people/people.store.js';
import { readPhones } from '../src/people/phone-number.js';
import { allHandled, aNationalId, aRecordNumber, aReport, found, patientOf } from './hospital.js';
import { imported } from './import-files.js';

const WARD_MOST = 4;
let hospital: TestService;
const start = (replicaOf?: TestService) =>
  startTestService({
    service: 'patients',
    module: PatientsModule,
    migrations: patientsMigrations,
    environment: { DUPLICATE_KEY_MOST: String(WARD_MOST) },
    ...(replicaOf ? { replicaOf } : {}),
  });
beforeAll(async () => {
  hospital = await start();
});
afterAll(() => hospital.stop());

let counter = 0;
const aPhone = () => `138${String((counter += 1)).padStart(8, '0')}`;
const aBirthDate = () => new Date(Date.UTC(1930, 0, 1 + 7 * (counter += 1))).toISOString().slice(0, 10);
const agent = () => hospital.api('agent');
const manager = () => hospital.api('centre-manager');

async function register(facts: object): Promise<string> {
  const { body } = await agent()
    .post('/patients')
    .send({ name: '葉东珅', ...facts })
    .expect(201);
  return (body as Patient).id;
}

async function change(id: string, facts: object): Promise<void> {
  const { body } = await agent().get(`/patients/${id}`).expect(200);
  await agent().patch(`/patients/${id}`).set('if-match', `"${body.version}"`).send(facts).expect(200);
}

async function duplicatesOf(id: string, query: object = {}): Promise<PatientDuplicates> {
  return (await agent().get(`/patients/${id}/duplicates`).query(query).expect(200)).body as PatientDuplicates;
}

/** When everybody who was made or changed so far has been checked. */
const allChecked = () =>
  eventually(async () => expect(await hospital.source.query('SELECT id FROM duplicate_check LIMIT 1')).toEqual([]));

/** Who is listed with this record, after the checks that are due. */
async function listedWith(id: string, query: object = {}): Promise<string[]> {
  await allChecked();
  const { items } = await duplicatesOf(id, query);
  return items.map(({ patients }) => patients.find((patient) => patient.id !== id)?.id ?? '');
}

async function aPair(facts: object = {}): Promise<{ one: string; other: string; pair: Duplicate }> {
  const shared = { birthDate: aBirthDate(), ...facts };
  const [one, other] = [await register(shared), await register(shared)];
  await allChecked();
  const [pair] = (await duplicatesOf(one)).items;
  return { one, other, pair: pair as Duplicate };
}

const dismiss = ({ id }: Duplicate, reason = '两个人') =>
  manager().post(`/patients/duplicates/${id}/dismiss`).send({ reason });
const reopen = ({ id }: Duplicate) => manager().post(`/patients/duplicates/${id}/reopen`).send({ reason: '再看一次' });
const merge = (id: string, retiredId: string) =>
  manager().post(`/patients/${id}/merges`).send({ retiredId, reason: '同一人' });
const stateOf = async (id: string): Promise<string | undefined> =>
  (await hospital.source.query<{ state: string }[]>('SELECT state FROM duplicate_pair WHERE id = $1', [id]))[0]?.state;
const apartRows = (one: string): Promise<unknown[]> =>
  hospital.source.query('SELECT reason FROM person_apart WHERE $1 IN (one_id, other_id)', [one]);

describe('another threshold of duplicates', () => {
  it('PT-3 counts for everybody once the service starts with it, not only for who changes next', async () => {
    const phone = aPhone();
    const [one, other] = [await register({ phones: [phone] }), await register({ phones: [phone] })];
    await allChecked();
    expect((await duplicatesOf(one)).items.map(({ state }) => state)).toEqual(['open']);
    // As a service with a higher score left it.
    await hospital.source.query(`UPDATE duplicate_pair SET state = 'closed' WHERE one_id IN ($1, $2)`, [one, other]);
    const starts = () => hospital.app.get(DuplicateThreshold).onApplicationBootstrap();
    await starts();
    await allChecked();
    expect((await duplicatesOf(one, { state: 'open' })).items).toEqual([]);
    await hospital.source.query(`UPDATE remembered_setting SET value = '[120, 50]' WHERE name = 'duplicates'`);
    await Promise.all([starts(), starts()]);
    await eventually(async () => expect((await duplicatesOf(one, { state: 'open' })).items).toHaveLength(1));
  });
});

describe('records that are probably one person', () => {
  it('PT-3 are listed with both records, a score and its reasons in Chinese and English', async () => {
    const facts = { birthDate: aBirthDate(), phones: [aPhone()], address: '建国路1号', sex: 'male' };
    const one = await register(facts);
    const other = await register({ ...facts, name: '叶东珅' });
    await allChecked();
    const { items } = await duplicatesOf(one);
    expect(items).toMatchObject([
      { state: 'open', score: 120, decidedAt: null, patients: [{ id: one }, { id: other }] },
    ]);
    expect(items[0]?.reasons.map(({ code }) => code)).toEqual([
      'same-phone',
      'same-birth-date',
      'alike-name',
      'same-address',
      'same-sex',
    ]);
    expect(items[0]?.reasons[0]).toEqual({
      code: 'same-phone',
      points: 50,
      meaning: { zh: '电话相同', en: 'Same phone' },
    });
    const { body } = await agent().get('/patients/duplicates').query({ filter: 'score ge 120' }).expect(200);
    expect(body.items).toEqual(items);
  });

  it('PT-3 are found when an agent, a report of the HIS or a file makes or changes one of them', async () => {
    const birthDate = aBirthDate();
    const byAgent = await register({ birthDate, sex: 'male' });
    const number = aRecordNumber();
    const event = await hospital.publish(HisPatientUpdatedV1, aReport(number, 0, { birthDate }));
    await eventually(async () => expect(await allHandled(hospital, [event])).toBe(true));
    const byReport = await patientOf(hospital, number);
    const inFile = aRecordNumber().value;
    await imported(hospital, `姓名,出生日期,病案号,发号系统\r\n葉东珅,${birthDate},${inFile},HIS-A`);
    const [byFile] = await found(hospital, { mrn: inFile });
    expect((await listedWith(byAgent)).toSorted()).toEqual([byReport, byFile].toSorted());

    const late = await register({ birthDate: aBirthDate() });
    expect(await listedWith(late)).toEqual([]);
    await change(late, { birthDate });
    expect(await listedWith(late)).toHaveLength(3);
  });

  it('PT-3 close by themselves when a birth date is corrected, and come back when it was right', async () => {
    const { one, other, pair } = await aPair();
    const birthDate = pair.patients[0]?.birthDate;
    await change(other, { birthDate: aBirthDate() });
    expect(await listedWith(one)).toEqual([]);
    expect(await listedWith(one, { state: 'closed' })).toEqual([other]);
    await change(other, { birthDate });
    expect(await listedWith(one)).toEqual([other]);
  });

  it('PT-3 are not parent and child who share a phone, nor people with different national IDs', async () => {
    const phones = [aPhone()];
    const parent = await register({ phones, birthDate: '1960-03-01', address: '建国路1号' });
    await register({ name: '葉小明', phones, birthDate: '1990-03-01', address: '建国路1号' });
    expect(await listedWith(parent)).toEqual([]);
    const holder = await register({ nationalId: aNationalId('1968-05-12') });
    await register({ nationalId: aNationalId('1968-05-12') });
    expect(await listedWith(holder)).toEqual([]);
  });

  it('PT-3 are not looked for by a phone that too many share, and the answer says so', async () => {
    const phones = [aPhone()];
    const ids: string[] = [];
    for (let index = 0; index < WARD_MOST; index += 1)
      ids.push(await register({ name: `张${'甲乙丙丁'[index]}`, phones }));
    const [first = ''] = ids;
    await register({ name: '张甲', phones });
    expect(await listedWith(first)).toEqual([]);
    expect((await duplicatesOf(first)).skipped).toEqual([{ kind: 'phone', moreThan: WARD_MOST }]);
    const { body } = await agent().post('/patients/duplicates/check').send({ name: '张甲', phones }).expect(200);
    expect(body).toEqual({ items: [], skipped: [{ kind: 'phone', moreThan: WARD_MOST }] });
  });

  it('PT-3, PT-9: are masked for who may not see, listed a page at a time, and not for everybody', async () => {
    const { one } = await aPair({ phones: [aPhone()] });
    const { body } = await hospital.api('administrator').get(`/patients/${one}/duplicates`).expect(200);
    expect(JSON.stringify(body.items[0].patients)).not.toContain('葉东珅');
    const { body: page } = await agent().get('/patients/duplicates').query({ limit: 2 }).expect(200);
    const next = { limit: 200, cursor: page.nextCursor as string };
    const { body: rest } = await agent().get('/patients/duplicates').query(next).expect(200);
    const scores = [...page.items, ...rest.items].map(({ score }: Duplicate) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set([...page.items, ...rest.items].map(({ id }: Duplicate) => id)).size).toBe(scores.length);
    await hospital.api('administrator').post('/patients/duplicates/check').send({ name: '葉东珅' }).expect(403);
    await agent().post(`/patients/duplicates/${body.items[0].id}/dismiss`).send({ reason: 'x' }).expect(403);
    await agent().get(`/patients/${body.items[0].id}/duplicates`).expect(404);
  });
});

describe('before a second record is made', () => {
  it('PT-3 an agent is told who it may be, and nothing is written', async () => {
    const facts = { name: '欧阳晓燕', birthDate: aBirthDate(), phones: [aPhone()] };
    const known = await register(facts);
    const count = () => hospital.source.query('SELECT count(*) FROM person');
    const before = await count();
    const { body } = await agent().post('/patients/duplicates/check').send(facts).expect(200);
    expect((body as LikelyPatients).items).toMatchObject([{ score: 120, patient: { id: known, name: '欧阳晓燕' } }]);
    expect(await count()).toEqual(before);
    await agent().post('/patients/duplicates/check').send({ name: '欧阳晓燕', birthDate: '2026-02-30' }).expect(400);
  });
});

describe('a pair that somebody decides about', () => {
  it('PT-3 dismissed, stays away whatever changes, and is not joined by merged ids either', async () => {
    const { one, other, pair } = await aPair();
    const { body } = await dismiss(pair).expect(200);
    expect(body).toMatchObject({ state: 'dismissed', decisionReason: '两个人', decidedBy: expect.any(String) });
    const phones = [aPhone()];
    await change(one, { phones });
    await change(other, { phones });
    expect(await listedWith(one)).toEqual([]);
    expect(await apartRows(one)).toEqual([{ reason: '两个人' }]);
    await dismiss(pair).expect(409);

    const into = await register({ birthDate: aBirthDate() });
    await merge(into, one).expect(201);
    expect(await listedWith(into)).toEqual([]);
  });

  it('PT-3 comes back when somebody asks, and only what was dismissed can be asked for', async () => {
    const { one, other, pair } = await aPair();
    await reopen(pair).expect(409);
    await dismiss(pair).expect(200);
    await reopen(pair).expect(200);
    expect(await listedWith(one)).toEqual([other]);
    expect(await apartRows(one)).toEqual([]);
  });

  it('PT-3 is merged by a merge by hand or by the HIS; a record that was retired is in no other pair', async () => {
    const birthDate = aBirthDate();
    const [a, b] = [await register({ birthDate }), await register({ birthDate })];
    const c = await register({ birthDate });
    expect(await listedWith(a)).toHaveLength(2);
    await merge(a, b).expect(201);
    expect((await duplicatesOf(a)).items).toHaveLength(1);
    expect(await listedWith(a)).toEqual([c]);
    expect(await listedWith(a, { state: 'merged' })).toEqual([b]);

    const [kept, retired] = [aRecordNumber(), aRecordNumber()];
    const shared = { birthDate: aBirthDate() };
    const ids: string[] = [];
    for (const number of [kept, retired]) {
      const told = await hospital.publish(HisPatientUpdatedV1, aReport(number, 0, shared));
      await eventually(async () => expect(await allHandled(hospital, [told])).toBe(true));
      ids.push(await patientOf(hospital, number));
    }
    const [survivor = '', gone = ''] = ids;
    expect(await listedWith(survivor)).toEqual([gone]);
    const told = await hospital.publish(HisPatientsMergedV1, { ...aReport(kept, 5, shared), retired });
    await eventually(async () => expect(await allHandled(hospital, [told])).toBe(true));
    expect(await listedWith(survivor, { state: 'merged' })).toEqual([gone]);
    expect(await listedWith(survivor)).toEqual([]);
  });

  it('PT-3 is told apart by an un-merge, and what the parted record shares with others is listed again', async () => {
    const birthDate = aBirthDate();
    const [a, b] = [await register({ birthDate }), await register({ birthDate })];
    const c = await register({ birthDate });
    await allChecked();
    const { body } = await merge(a, b).expect(201);
    await manager().post(`/patients/merges/${body.id}/undo`).send({ reason: '两个人' }).expect(200);
    expect(await listedWith(a)).toEqual([c]);
    expect(await listedWith(b)).toEqual([c]);
    expect(await listedWith(a, { state: 'dismissed' })).toEqual([b]);
  });

  it('PT-3 dismissed and merged at once, is decided once and ends as one record', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { one, other, pair } = await aPair();
      const [dismissed, merged] = await Promise.all([dismiss(pair), merge(one, other)]);
      expect([200, 409]).toContain(dismissed.status);
      expect(merged.status).toBe(201);
      await allChecked();
      expect(await stateOf(pair.id)).toBe('merged');
      expect(await apartRows(one)).toEqual([]);
    }
  });

  it('PT-3 dismissed twice at once, is dismissed once', async () => {
    const { pair } = await aPair();
    const answers = await Promise.all([dismiss(pair, '甲'), dismiss(pair, '乙')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('the checks of who was made or changed', () => {
  it('decision 6: one replica at a time; what a killed one had begun is done by the next, once', async () => {
    const deadlines = hospital.app.get(DuplicateDeadlines);
    const died = hospital.source.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('duplicate_check'))`);
      const { one, other } = await aPairOfNow();
      const now = hospital.clock.now();
      const elsewhere = await hospital.source.transaction((second) => deadlines.claim(second, now, 1000, []));
      expect(elsewhere).toEqual([]);
      const rows = await deadlines.claim(tx, now, 1000, []);
      expect(rows.length).toBeGreaterThanOrEqual(2);
      await deadlines.handleAll(tx, rows, now);
      throw Object.assign(new Error('killed'), { one, other });
    });
    const { one, other } = await died.then(
      () => Promise.reject(new Error('It lived')),
      (error: { one: string; other: string }) => error,
    );
    expect(await listedWith(one)).toEqual([other]);
    const rows: unknown[] = await hospital.source.query('SELECT 1 FROM duplicate_pair WHERE one_id = $1', [one]);
    expect(rows).toHaveLength(1);
  });

  it('decision 6: two replicas share an import and list each pair once', async () => {
    const replica = await start(hospital);
    const lines = Array.from({ length: 3000 }, (_, index) => {
      const day = new Date(Date.UTC(1950, 0, 1 + (index % 1500))).toISOString().slice(0, 10);
      return `夏侯惇,${day},DUP${index},HIS-D`;
    });
    await imported(hospital, ['姓名,出生日期,病案号,发号系统', ...lines].join('\r\n'));
    await allChecked();
    await replica.stop();
    const [row]: { pairs: number }[] = await hospital.source.query(
      `SELECT count(*)::int AS pairs FROM duplicate_pair JOIN person ON person.id = one_id
        WHERE name = '夏侯惇' AND state = 'open'`,
    );
    expect(row?.pairs).toBe(1500);
  });

  async function aPairOfNow() {
    const shared = { birthDate: aBirthDate() };
    return { one: await register(shared), other: await register(shared) };
  }
});

describe('looking for who shares something', () => {
  const planOf = async (sql: string, values: unknown[] = []): Promise<string> => {
    const lines: { 'QUERY PLAN': string }[] = await hospital.source.query(`EXPLAIN ${sql}`, values);
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  };

  it('uses an index for each key, with thousands of records and before any statistics', async () => {
    // With birth dates: of the few who have one otherwise, the index of birthdays is as quick a way as any.
    const people = Array.from({ length: 4000 }, (_, index) => {
      const birthDate = `${1930 + (index % 80)}-0${1 + (index % 9)}-${10 + (index % 19)}`;
      return newPerson(
        newId(),
        { ...NOBODY_YET, name: `王${index}`, birthDate, phones: readPhones([aPhone()]) },
        hospital.clock.now(),
      );
    });
    await transact(hospital.source, (tx) => hospital.app.get(PeopleBatches).add(tx, people));
    const keys = [['yedongshen'], ['1949-12-31'], ['+8613800138000'], ['E1'], 50];
    for (const statistics of [false, true]) {
      if (statistics) await hospital.source.query('ANALYZE person');
      const plan = await planOf(SHARED_KEYS, keys);
      for (const index of ['person_name_and_birth', 'person_search', 'person_document']) expect(plan).toContain(index);
      expect(plan).not.toContain('Seq Scan');
    }
  });

  it('reads the likeliest pairs first from their index', async () => {
    await hospital.source.query('ANALYZE duplicate_pair');
    const plan = await planOf(
      `SELECT * FROM duplicate_pair WHERE state = 'open' ORDER BY score DESC, id DESC LIMIT 51`,
    );
    expect(plan).toContain('Index Scan Backward using duplicate_pair_open');
  });
});
