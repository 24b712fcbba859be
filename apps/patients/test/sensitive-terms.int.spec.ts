import { HisResultReportedV1, ResultRecordedV1, type ReportedResult } from '#contracts';
import { newId } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patientsMigrations } from '../src/migrations/index.js';
import { PatientsModule } from '../src/patients.module.js';
import type {
  NewSensitiveTerm,
  SensitiveTerm,
  SensitiveTermChange,
} from '../src/sensitive-terms/sensitive-terms.dto.js';
import { allHandled, aRecordNumber, aReport, patientOf, startPatients } from './hospital.js';

describe('what the hospital calls sensitive', () => {
  let hospital: TestService;
  let replica: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
    const options = { service: 'patients', module: PatientsModule, migrations: patientsMigrations };
    replica = await startTestService({ ...options, replicaOf: hospital });
  });
  afterAll(async () => {
    await replica.stop();
    await hospital.stop();
  });

  const affairs = (at = hospital) => at.api('medical-affairs');
  const aTerm = (over: Partial<NewSensitiveTerm> = {}): NewSensitiveTerm => ({
    ...{ kind: 'word', term: `词${newId().slice(-8)}`, meaningZh: '遗传', meaningEn: 'genetics' },
    ...over,
  });
  const add = async (term: NewSensitiveTerm): Promise<SensitiveTerm> =>
    (await affairs().post('/patients/sensitive-terms').send(term).expect(201)).body;
  const change = ({ id, version }: { id: string; version: number }, body: SensitiveTermChange) =>
    affairs().patch(`/patients/sensitive-terms/${id}`).set('if-match', `"${version}"`).send(body);
  /** Somebody with one result; whether it is withheld from an agent, as each replica says. */
  const aResult = async (code: string, name: string) => {
    const number = aRecordNumber();
    const result: ReportedResult = {
      ...{ orderNumber: newId(), code, name, kind: 'laboratory', status: 'final' },
      ...{ observedAt: '2026-03-01T08:00:00+08:00', observations: [], textParts: 0 },
    };
    const event = await hospital.publish(HisResultReportedV1, { ...aReport(number), number: 1, result });
    await eventually(async () => expect(await allHandled(hospital, [event])).toBe(true));
    const id = await patientOf(hospital, number);
    const withheldAt = async (at: TestService) =>
      (await at.api('agent').get(`/patients/${id}/results`).expect(200)).body.items[0].withheld as boolean;
    return { id, withheld: async () => [await withheldAt(hospital), await withheldAt(replica)] };
  };

  it('PT-9 a term that is added, retired or brought back counts at once on every replica, for what is there too', async () => {
    const { id, withheld } = await aResult('GENE1', '基因检测');
    expect(await withheld()).toEqual([false, false]);
    const term = await add(aTerm({ kind: 'code', term: 'gene' }));
    expect(await withheld()).toEqual([true, true]);
    const { body: retired } = await change(term, { retired: true }).expect(200);
    expect(retired).toEqual({ ...term, retired: true, version: 2 });
    expect(await withheld()).toEqual([false, false]);
    await change(retired, { retired: false }).expect(200);
    expect(await withheld()).toEqual([true, true]);
    // What was told before stays told; ADR 69.
    const told = (await hospital.events(ResultRecordedV1)).filter(({ data }) => data.patientId === id);
    expect(told).toMatchObject([{ data: { sensitive: false } }]);
  });

  it('PT-9 is listed with what comes with the platform; the audit has before and after of every change', async () => {
    const query = { filter: `kind eq 'word' and term eq 'HIV'` };
    const { body: page } = await affairs(replica).get('/patients/sensitive-terms').query(query).expect(200);
    expect(page.items).toMatchObject([{ meaningZh: '艾滋病', retired: false, version: 1 }]);
    const term = await add(aTerm());
    await change(term, { meaningZh: '遗传病', retired: true }).expect(200);
    const { body: read } = await affairs().get(`/patients/sensitive-terms/${term.id}`).expect(200);
    expect(read).toEqual({ ...term, meaningZh: '遗传病', retired: true, version: 2 });
    const entries: { changes: object[] }[] = await hospital.source.query(
      'SELECT changes FROM audit_entry WHERE subject_ids @> ARRAY[$1] ORDER BY at, id',
      [term.id],
    );
    expect(entries.map(({ changes }) => changes[0])).toMatchObject([
      { subject: 'sensitive-term', before: null, after: term },
      { before: { meaningZh: '遗传', retired: false }, after: { meaningZh: '遗传病', retired: true } },
    ]);
  });

  it('PT-9 knows a term once, however it is written and however many add it at once', async () => {
    const term = aTerm({ term: `Prion-${newId().slice(-8)}` });
    const written = [term, { ...term, term: term.term.toUpperCase() }, { ...term, term: term.term.toLowerCase() }];
    const at = [hospital, replica, hospital];
    const answers = await Promise.all(
      written.map((each, index) => affairs(at[index]).post('/patients/sensitive-terms').send(each)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const made = answers.find(({ status }) => status === 201)?.body as SensitiveTerm;
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body).toMatchObject({ code: 'sensitive-term-exists', id: made.id });
    const both = await Promise.all([change(made, { retired: true }), change(made, { meaningEn: 'prions' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('PT-9 compares a department as it does words and codes: without upper and lower case', async () => {
    await add(aTerm({ kind: 'department', term: 'Psy-9' }));
    const sensitive = `SELECT is_sensitive('{}', '', code) AS is FROM unnest('{PSY-91,psy-9,Psy-8}'::text[]) code`;
    expect(await hospital.source.query(sensitive)).toEqual([{ is: true }, { is: true }, { is: false }]);
  });

  it.each([
    ['term', { term: ' HIV' }],
    ['term', { term: '' }],
    ['term', { term: '\u0000' }],
    ['kind', { kind: 'doctor' }],
    ['meaningZh', { meaningZh: ' ' }],
  ])('PT-9 is refused with the field when %s cannot be', async (field, over) => {
    const body = { ...aTerm(), ...over };
    const { body: problem } = await affairs().post('/patients/sensitive-terms').send(body).expect(400);
    expect(problem.errors.map((fault: { field: string }) => fault.field)).toContain(field);
  });

  it('PT-9 is for who has the right, under an ETag, and holds no more terms than a reading can bear', async () => {
    for (const role of ['agent', 'duty-doctor', 'centre-manager'] as const)
      await hospital.api(role).get('/patients/sensitive-terms').expect(403);
    await affairs().get(`/patients/sensitive-terms/${newId()}`).expect(404);
    const term = await add(aTerm());
    await affairs().patch(`/patients/sensitive-terms/${term.id}`).send({ retired: true }).expect(428);
    const { body: retired } = await change(term, { retired: true }).expect(200);
    await hospital.source.query(
      `INSERT INTO sensitive_term (kind, term, meaning_zh, meaning_en)
       SELECT 'word', 'many' || n, 'x', 'x' FROM generate_series(1, 500) n`,
    );
    const full = { code: 'sensitive-terms-full', limit: 500 };
    expect((await affairs().post('/patients/sensitive-terms').send(aTerm()).expect(409)).body).toMatchObject(full);
    expect((await change(retired, { retired: false }).expect(409)).body).toMatchObject(full);
  });
});
