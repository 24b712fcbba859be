import { HisVisitRegisteredV1, PersonTaggedV1, PersonUntaggedV1 } from '#contracts';
import { newId, type JobRun } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TagSettlement } from '../src/tags/tag-settlement.js';
import { TagReviewJob } from '../src/tags/tag-review.job.js';
import { allConcernedBy, concernedBy } from '../src/tags/tag-review.sql.js';
import type { PatientTag } from '../src/tags/tags.dto.js';
import { allHandled, aRecordNumber, aVisitNumber, aVisitReport, patientOf, startPatients } from './hospital.js';

let hospital: TestService;
beforeAll(async () => {
  hospital = await startPatients();
});
afterAll(() => hospital.stop());

const agent = () => hospital.api('agent');
const manager = () => hospital.api('centre-manager');
const aPatient = async (facts: object = {}): Promise<string> =>
  (
    await agent()
      .post('/patients')
      .send({ name: '葉东珅', ...facts })
      .expect(201)
  ).body.id;
const say = (id: string, tag: string, says = 'applies', reason?: string) =>
  agent().post(`/patients/${id}/tags`).send({ tag, says, reason });
const tagsOf = async (id: string): Promise<PatientTag[]> =>
  (await agent().get(`/patients/${id}/tags`).expect(200)).body.items;
const codesOf = async (id: string) => (await tagsOf(id)).map(({ code }) => code);
const settled = (id: string, codes: string[]) => eventually(async () => expect(await codesOf(id)).toEqual(codes));
const told = async (patientId: string) => ({
  tagged: (await hospital.events(PersonTaggedV1))
    .map(({ data }) => data)
    .filter((data) => data.patientId === patientId),
  untagged: (await hospital.events(PersonUntaggedV1))
    .map(({ data }) => data)
    .filter((data) => data.patientId === patientId),
});

describe('the catalogue of tags', () => {
  it('PT-4 has 120 tags at first and the key patient, with names in both languages', async () => {
    const { body } = await agent().get('/patients/tags').query({ limit: 200 }).expect(200);
    expect(body.items).toHaveLength(121);
    const { body: age } = await agent().get('/patients/tags/age.60-69').expect(200);
    expect(age).toMatchObject({ zh: '60–69岁', en: '60–69', rule: { kind: 'age', from: 60, to: 69 }, version: 1 });
    const { body: calm } = await agent().get('/patients/tags/emotion.calm').expect(200);
    expect(calm.rule).toBeNull();
    const { body: key } = await agent().get('/patients/tags/disease.key-patient').expect(200);
    expect(key).toMatchObject({ zh: '重点患者', en: 'Key patient', rule: null });
    await agent().get('/patients/tags/emotion.none').expect(404);
  });

  it('PT-4 is added to, renamed and retired by who may, the older version refused', async () => {
    const tag = { dimension: 'emotion', slug: 'patient', zh: '有耐心', en: 'Patient' };
    await agent().post('/patients/tags').send(tag).expect(403);
    await manager().post('/patients/tags').send(tag).expect(201);
    await manager().post('/patients/tags').send(tag).expect(409);
    const change = (version: number, body: object) =>
      manager().patch('/patients/tags/emotion.patient').set('if-match', `"${version}"`).send(body);
    await change(1, { zh: '耐心' }).expect(200);
    await change(1, { zh: '很耐心' }).expect(412);
    await manager().patch('/patients/tags/emotion.patient').send({ zh: '耐心' }).expect(428);
    const id = await aPatient();
    await say(id, 'emotion.patient').expect(201);
    const { body } = await change(2, { retired: true }).expect(200);
    expect(body).toMatchObject({ zh: '耐心', en: 'Patient', version: 3, retired: true });
    expect(await codesOf(id)).toContain('emotion.patient');
    expect((await say(await aPatient(), 'emotion.patient').expect(409)).body.code).toBe('tag-retired');
    const [entry]: { changes: object[] }[] = await hospital.source.query(
      `SELECT changes FROM audit_entry WHERE subject_ids @> ARRAY['emotion.patient'] AND changes IS NOT NULL
        ORDER BY at DESC, id DESC LIMIT 1`,
    );
    expect(entry?.changes).toMatchObject([{ before: { retired: false }, after: { retired: true } }]);
  });
});

describe('the rule of a tag', () => {
  const change = (code: string, version: number, body: object) =>
    manager().patch(`/patients/tags/${code}`).set('if-match', `"${version}"`).send(body);
  const reviewed = (code: string) =>
    eventually(async () => {
      const { body } = await agent().get(`/patients/tags/${code}`).expect(200);
      expect(body.review).toBeNull();
    });
  const born = (age: number) => `${hospital.clock.now().getUTCFullYear() - age}-01-01`;

  /** Settled as the worker would, of an age each. */
  const people = async (count: number, age: number): Promise<string[]> => {
    const rows: { id: string }[] = await hospital.source.query(
      `INSERT INTO person (id, version, name, birth_date, phones, deceased, allowed_purposes, states, told_at, name_text,
                           name_grams, name_readings, phone_keys, created_at, updated_at)
       SELECT gen_random_uuid(), 1, '王伟', $2, '[]', false, '{}', '{}', '{}', '', '{}', '{}', '{}', $3, $3
         FROM generate_series(1, $1) RETURNING id`,
      [count, born(age), hospital.clock.now()],
    );
    return rows.map(({ id }) => id);
  };
  const toldOf = async (ids: string[], tag: string) => {
    const of = new Set(ids);
    const count = (events: { data: { patientId: string; tags: string[] } }[]) =>
      events.filter(({ data }) => of.has(data.patientId) && data.tags.includes(tag)).length;
    return [count(await hospital.events(PersonTaggedV1)), count(await hospital.events(PersonUntaggedV1))];
  };

  it('PT-4 does not change while somebody is being settled by it: the review sees what came of it', async () => {
    const id = await aPatient();
    const runner = hospital.source.createQueryRunner();
    await runner.startTransaction();
    const changing = () => hospital.source.query(`SELECT 1 FROM tag WHERE code = 'age.60-69' FOR UPDATE NOWAIT`);
    try {
      await hospital.app.get(TagSettlement).settleAll(runner.manager, [id], hospital.clock.now());
      await expect(changing()).rejects.toMatchObject({ driverError: { code: '55P03' } });
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('PT-4 that is changed gives and takes the tag of everybody it concerns, each told once, also run twice at once', async () => {
    const ids = await people(110, 67);
    await eventually(async () => expect(await toldOf(ids, 'age.60-69')).toEqual([110, 0]));
    const { body } = await change('age.60-69', 1, { rule: { kind: 'age', from: 60, to: 64 } }).expect(200);
    expect(body).toMatchObject({ version: 2, rule: { from: 60, to: 64 }, review: { done: 0 } });
    const [row]: { reviewId: string }[] = await hospital.source.query(
      `SELECT review_id AS "reviewId" FROM tag WHERE code = 'age.60-69'`,
    );
    const again = { hold: () => Promise.resolve(), signal: new AbortController().signal } as unknown as JobRun;
    const payload = { code: 'age.60-69', reviewId: row?.reviewId ?? newId() };
    await Promise.all([1, 2].map(() => hospital.app.get(TagReviewJob).run(payload, again)));
    await reviewed('age.60-69');
    expect(await toldOf(ids, 'age.60-69')).toEqual([110, 110]);
    const rule = { kind: 'age', from: 65, to: 69 };
    const tag = { dimension: 'age', slug: '65-69', zh: '65–69岁', en: '65–69', rule };
    await manager().post('/patients/tags').send(tag).expect(201);
    await reviewed('age.65-69');
    expect(await toldOf(ids, 'age.65-69')).toEqual([110, 0]);
    const [done]: { total: number; done: number }[] = await hospital.source.query(
      `SELECT review_total AS total, review_done AS done FROM tag WHERE code = 'age.65-69'`,
    );
    expect(done?.total).toBe(done?.done);
    expect(done?.total).toBeGreaterThanOrEqual(110);
  }, 90_000);

  it('PT-4 that is changed again while people are looked at, or taken away, ends as it was said last', async () => {
    const ids = await people(60, 82);
    await eventually(async () => expect(await toldOf(ids, 'age.80-89')).toEqual([60, 0]));
    await change('age.80-89', 1, { rule: { kind: 'age', from: 85, to: 89 } }).expect(200);
    await change('age.80-89', 2, { rule: null }).expect(200);
    await change('age.80-89', 3, { rule: { kind: 'age', from: 80, to: 89 } }).expect(200);
    await reviewed('age.80-89');
    const rows: { tags: string[] }[] = await hospital.source.query(
      'SELECT tags FROM person_tagging WHERE person_id = ANY ($1::uuid[])',
      [ids],
    );
    expect(rows.every(({ tags }) => tags.includes('age.80-89'))).toBe(true);
    const [tagged = 0, untagged = 0] = await toldOf(ids, 'age.80-89');
    expect(tagged - untagged).toBe(60);
  });

  it('PT-4 reaches who is concerned by ICD-10, by district and by visits, and those merged into others', async () => {
    const number = aRecordNumber();
    const merged = await aVisit(number, { diagnoses: [{ code: 'Q99.9' }] });
    const id = await aPatient({ address: '广东省深圳市南山区科技路1号' });
    await settled(merged, ['spending.first-visit']);
    await manager().post(`/patients/${id}/merges`).send({ retiredId: merged, reason: '同一人' }).expect(201);
    await settled(id, ['spending.first-visit']);
    const make = (dimension: string, slug: string, rule: object) =>
      manager().post('/patients/tags').send({ dimension, slug, zh: slug, en: slug, rule }).expect(201);
    await make('disease', 'rare', { kind: 'diagnosis', prefixes: ['q99'] });
    await make('distance', 'nanshan', { kind: 'district', names: ['南山区'] });
    await settled(id, ['disease.rare', 'distance.nanshan', 'spending.first-visit']);
    await change('disease.rare', 1, { rule: { kind: 'diagnosis', prefixes: ['Q98'] } }).expect(200);
    await settled(id, ['distance.nanshan', 'spending.first-visit']);
    await change('distance.nanshan', 1, { retired: true }).expect(200);
    await change('distance.nanshan', 2, { rule: null }).expect(200);
    await settled(id, ['spending.first-visit']);
    // In use again, and by a rule again: given without anybody being touched.
    await change('distance.nanshan', 3, { retired: false, rule: { kind: 'district', names: ['南山区'] } }).expect(200);
    await settled(id, ['distance.nanshan', 'spending.first-visit']);
  });

  it('PT-4 concerns the same people counted at once as looked at one by one', async () => {
    const number = aRecordNumber();
    const has = await aVisit(number, { diagnoses: [{ code: 'z98.8' }, { code: 'Z99' }] });
    const [survivor, other] = [await aPatient(), await aPatient()];
    const retiredId = await aPatient();
    await manager().post(`/patients/${survivor}/merges`).send({ retiredId, reason: '同一人' }).expect(201);
    const idsBy = async (query: typeof concernedBy) => {
      const values: unknown[] = [];
      const bind = (value: unknown) => `$${values.push(value)}`;
      const people = query('disease.asthma', { kind: 'diagnosis', prefixes: ['Z98'] }, 2026, bind);
      const rows: { id: string }[] = await hospital.source.query(`SELECT p.id ${people} ORDER BY p.id`, values);
      return rows.map(({ id }) => id);
    };
    const ids = await idsBy(concernedBy);
    expect(await idsBy(allConcernedBy)).toEqual(ids);
    expect(ids).toEqual(expect.arrayContaining([has, survivor]));
    for (const id of [other, retiredId]) expect(ids).not.toContain(id);
  });

  it('PT-5 that is a stage comes with the platform: nobody writes, changes or deletes it', async () => {
    const rule = { kind: 'stage', is: 'churned' };
    const faultsOf = (body: { errors: { field: string; code: string }[] }) =>
      body.errors.map(({ field, code }) => `${field} ${code}`);
    for (const said of [null, { kind: 'stage', is: 'lead' }, { kind: 'visits', from: 90, to: 99 }]) {
      const { body } = await change('spending.churned', 1, { rule: said }).expect(400);
      expect(faultsOf(body)).toEqual(['rule tag-rule-of-platform']);
    }
    const tag = { dimension: 'emotion', slug: 'lost', zh: '流失', en: 'Lost', rule };
    const { body: refused } = await manager().post('/patients/tags').send(tag).expect(400);
    expect(faultsOf(refused)).toEqual(['rule.kind tag-rule-of-platform']);
    const { body } = await change('spending.churned', 1, { rule, en: 'Lost' }).expect(200);
    expect(body).toMatchObject({ rule, en: 'Lost', review: null });
  });

  it('PT-4 is refused with its field and reason, and of two overlapping at once one is', async () => {
    const faultOf = async (rule: unknown) => {
      const { body } = await change('age.90-plus', 1, { rule: rule as object }).expect(400);
      return body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]);
    };
    expect(await faultOf({ kind: 'age', from: 70, to: null })).toEqual([['rule.from', 'tag-rule-overlaps']]);
    expect(await faultOf({ kind: 'diagnosis', prefixes: ['I10', "x'; DROP TABLE tag"] })).toEqual([
      ['rule.prefixes.1', 'tag-rule-prefix'],
    ]);
    expect(await faultOf('age > 90')).toEqual([['rule', 'tag-rule-kind']]);
    const band = (slug: string) => ({
      ...{ dimension: 'emotion', slug, zh: slug, en: slug },
      rule: { kind: 'visits', from: 3, to: 7 },
    });
    const both = await Promise.all(['one', 'two'].map((slug) => manager().post('/patients/tags').send(band(slug))));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400]);
  });
});

describe('tags by hand', () => {
  it('PT-4 tell who said so and when, and stay on record when they are taken off', async () => {
    const id = await aPatient();
    await say(id, 'emotion.anxious', 'applies', '反复来电').expect(201);
    const [anxious] = (await tagsOf(id)).filter(({ code }) => code === 'emotion.anxious');
    expect(anxious).toMatchObject({ by: 'hand', zh: '焦虑', recordedBy: expect.any(String) });
    const { body } = await say(id, 'emotion.anxious', 'does-not-apply').expect(201);
    expect(body.items.map(({ code }: PatientTag) => code)).not.toContain('emotion.anxious');
    const history = await agent().get(`/patients/${id}/tags/history`).query({ filter: `origin eq 'hand'` }).expect(200);
    expect(history.body.items).toMatchObject([
      { says: 'does-not-apply', tag: 'emotion.anxious' },
      { says: 'applies', reason: '反复来电', recordedBy: expect.any(String) },
    ]);
    const { tagged, untagged } = await told(id);
    expect(tagged).toContainEqual({ patientId: id, tags: ['emotion.anxious'], by: 'hand' });
    expect(untagged).toEqual([{ patientId: id, tags: ['emotion.anxious'], by: 'hand' }]);
  });

  it('PT-4 are refused for what is no tag, no person or no right', async () => {
    const id = await aPatient();
    const { body } = await say(id, `x'; DROP TABLE tag; --`).expect(400);
    expect(body.errors).toMatchObject([{ field: 'tag' }]);
    await say(newId(), 'emotion.calm').expect(404);
    await agent().get(`/patients/${newId()}/tags`).expect(404);
    await agent().get(`/patients/${newId()}/tags/history`).expect(404);
    await hospital
      .api('follow-up-nurse')
      .post(`/patients/${id}/tags`)
      .send({ tag: 'emotion.calm', says: 'applies' })
      .expect(403);
  });

  it('PT-4 said by many at once all count, each told once', async () => {
    const id = await aPatient();
    const codes = ['calm', 'cheerful', 'grateful', 'lonely'].map((code) => `emotion.${code}`);
    await Promise.all([...codes, ...codes].map((code) => say(id, code).expect(201)));
    expect(await codesOf(id)).toEqual(expect.arrayContaining(codes));
    expect(
      (await told(id)).tagged
        .filter(({ by }) => by === 'hand')
        .flatMap(({ tags }) => tags)
        .toSorted(),
    ).toEqual(codes);
  });
});

describe('tags by rule', () => {
  it('PT-4 follow birthdays', async () => {
    const inAWeek = new Date(hospital.clock.now().getTime() + 7 * 86_400_000);
    const birthDate = `${inAWeek.getUTCFullYear() - 60}${inAWeek.toISOString().slice(4, 10)}`;
    const id = await aPatient({ birthDate });
    await settled(id, ['age.55-59', 'spending.no-visit']);
    await hospital.clock.advance({ days: 8 });
    await settled(id, ['age.60-69', 'spending.no-visit']);
    expect((await told(id)).untagged).toEqual([{ patientId: id, tags: ['age.55-59'], by: 'rule' }]);
    const [age] = await tagsOf(id);
    expect(age).toMatchObject({ by: 'rule', recordedBy: null, since: expect.any(String) });
    await hospital.clock.reset();
  });

  it('PT-4 follow visits, diagnoses and the record, and the hand is above them', async () => {
    const number = aRecordNumber();
    const id = await aVisit(number, { diagnoses: [{ code: 'I10.x00' }] });
    await settled(id, ['disease.hypertension', 'spending.first-visit']);
    await say(id, 'disease.hypertension', 'does-not-apply').expect(201);
    await aVisit(number, { diagnoses: [{ code: 'E11.9' }] }, 5);
    await settled(id, ['disease.diabetes-2', 'spending.returning']);
    await say(id, 'disease.hypertension', 'by-rule').expect(201);
    expect(await codesOf(id)).toEqual(['disease.diabetes-2', 'disease.hypertension', 'spending.returning']);
  });

  it('PT-3 ADR 13: a merge counts what was said of both, and its undoing gives each back its own', async () => {
    const [a, b] = [aRecordNumber(), aRecordNumber()];
    const one = await aVisit(a, { diagnoses: [{ code: 'I10' }] });
    const other = await aVisit(b, { diagnoses: [{ code: 'J45' }] }, 0, { name: '王伟' });
    await say(other, 'emotion.lonely').expect(201);
    await say(one, 'emotion.calm').expect(201);
    const alone = [
      ['disease.hypertension', 'emotion.calm', 'spending.first-visit'],
      ['disease.asthma', 'emotion.lonely', 'spending.first-visit'],
    ] as const;
    await settled(one, [...alone[0]]);
    await settled(other, [...alone[1]]);
    const { body: merge } = await manager()
      .post(`/patients/${one}/merges`)
      .send({ retiredId: other, reason: '同一人' })
      .expect(201);
    const both = ['disease.asthma', 'disease.hypertension', 'emotion.calm', 'emotion.lonely', 'spending.returning'];
    await settled(one, both);
    expect(await codesOf(other)).toEqual(both);
    // A copy kept under either id is right: what only one of them had is told of the survivor.
    expect((await told(one)).tagged.flatMap(({ tags }) => tags)).toEqual(expect.arrayContaining(both));

    await say(other, 'emotion.lonely', 'does-not-apply').expect(201);
    await manager().post(`/patients/merges/${merge.id}/undo`).send({ reason: '两个人' }).expect(200);
    await settled(one, [...alone[0]]);
    await settled(other, [...alone[1]]);
  });
});

async function aVisit(number: ReturnType<typeof aRecordNumber>, visit: object, minute = 0, patient: object = {}) {
  // Nobody is lost by coming in a past that tests share (PT-5).
  const admittedAt = hospital.clock.now().toISOString();
  const report = aVisitReport(number, aVisitNumber(), minute, { class: 'outpatient', admittedAt, ...visit }, patient);
  const event = await hospital.publish(HisVisitRegisteredV1, report);
  await eventually(async () => expect(await allHandled(hospital, [event])).toBe(true));
  return patientOf(hospital, number);
}
