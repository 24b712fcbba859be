import {
  ComplaintsErasureReportedV1,
  FollowUpErasureReportedV1,
  HisErasureReportedV1,
  HisMedicationOrderedV1,
  HisPatientsMergedV1,
  HisPatientUpdatedV1,
  HisResultReportedV1,
  HisVisitRegisteredV1,
  PersonErasedV1,
  PersonUnmergedV1,
  StaffErasureReportedV1,
  TaskCompletedV1,
  type ErasurePreviewQuestionV1,
  type ErasureReport,
  type PatientIdentifier,
  type ReportedMedication,
  type ReportedResult,
} from '#contracts';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deadlines, Erasures, FileSweeper, Jobs, newId, transactAside } from '#platform';
import { eventually, scrape, signTestToken, testEnvironment, tracesOf, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErasureReports } from '../src/erasures/erasure-reports.service.js';
import { ErasureReplay } from '../src/erasures/erasure-replay.js';
import { answerAs, type Held } from './answering.js';
import {
  allHandled,
  aNationalId,
  aRecordNumber,
  aReport,
  atMinute,
  aVisitNumber,
  aVisitReport,
  found,
  patientOf,
  startPatients,
} from './hospital.js';
import { imported, rejectedLines } from './import-files.js';
import { aPng } from './photographs.js';
import { planOf, statementsDuring } from './statements.js';

let hospital: TestService;
let directory: string;
/** Of another account than all others of the tests. */
let second: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'erasures-'));
  hospital = await startPatients({ FILES_DIR: directory });
  const { signingKey } = testEnvironment();
  second = await signTestToken(signingKey, ['legal'], new Date(hospital.clock.now().getTime() - 1_000), {
    sub: newId(),
  });
});
afterAll(async () => {
  await hospital.stop();
  await rm(directory, { recursive: true, force: true });
});

type Told = [Parameters<TestService['publish']>[0], object];
async function tell(...told: Told[]): Promise<void> {
  for (const [type, data] of told) {
    const event = await hospital.publish(type, data);
    await eventually(async () => expect(await allHandled(hospital, [event])).toBe(true));
  }
}

const manager = () => hospital.api('centre-manager');
const lawyer = () => hospital.anonymous().set('authorization', `Bearer ${second}`);
const ASKED = { askedBy: 'person', identityCheck: 'id-document-seen', reason: '本人书面申请' };
const ask = (id: string) => manager().post(`/patients/${id}/erasures`).send(ASKED);
const confirm = (id: string, by = lawyer()) => by.post(`/patients/erasures/${id}/confirm`).send({});
const detail = async (id: string) => (await lawyer().get(`/patients/erasures/${id}`).expect(200)).body;

async function erase(patientId: string): Promise<string> {
  const { body } = await ask(patientId).expect(201);
  await confirm(body.id).expect(200);
  await eventually(async () => {
    const { services } = await detail(body.id);
    expect(services.find(({ service }: { service: string }) => service === 'patients').state).toBe('applied');
  });
  return body.id;
}

/** Everything this service can know of somebody. */
async function somebody(over: object = {}) {
  const number = aRecordNumber();
  const nationalId = aNationalId();
  const phone = `138${String(Number(number.value.slice(2)) + 10_000_000).slice(-8)}`;
  const name = `欧阳删${number.value.slice(-2)}`;
  await tell([HisPatientUpdatedV1, aReport(number, 0, { name, nationalId, phones: [phone], ...over })]);
  const id = await patientOf(hospital, number);
  const agent = hospital.api('agent');
  const { body: facts } = await agent.get(`/patients/${id}/facts`).expect(200);
  await agent
    .patch(`/patients/${id}/facts`)
    .set('if-match', `"${facts.version}"`)
    .send({ allergies: [{ substance: `${name}青霉素` }] })
    .expect(200);
  await agent
    .post(`/patients/${id}/promises`)
    .send({ text: `答应${name}安排专家` })
    .expect(201);
  await agent
    .post(`/patients/${id}/consents`)
    .send({ purpose: 'marketing', granted: true, channel: 'phone', legalBasis: 'consent', reason: `${name}来电` })
    .expect(201);
  return { id, number, nationalId, phone, name, words: [name, nationalId, phone, number.value] };
}

async function seen(number: PatientIdentifier, minute: number, visit: object = {}, over: object = {}) {
  await tell([HisVisitRegisteredV1, aVisitReport(number, aVisitNumber(), minute, visit, over)]);
}

const finish = (patientId: string) =>
  hospital.source.query(`UPDATE encounter SET status = 'finished', discharged_at = began_at WHERE patient_id = $1`, [
    patientId,
  ]);

describe('the erasure of a person who never came', () => {
  it('PT-9 takes two people, and leaves nothing of name, phone, national ID and record number anywhere', async () => {
    const { id, words } = await somebody();
    const preview = (await manager().get(`/patients/${id}/erasures/preview`).expect(200)).body;
    expect(preview).toMatchObject({ patientId: id, keepUntil: null });
    expect(preview.stores).toContainEqual({ table: 'promise', removed: 1, emptied: 0, kept: 0, reason: null });
    await hospital.api('agent').get(`/patients/${id}`).expect(200);
    expect(await tracesOf(hospital.source, words)).not.toEqual([]);

    const { body: asked } = await ask(id).expect(201);
    expect((await ask(id).expect(409)).body.code).toBe('erasure-requested');
    expect((await confirm(asked.id, manager()).expect(403)).body.code).toBe('second-person-needed');
    await confirm(asked.id, hospital.api('agent')).expect(403);
    const { body: confirmed } = await confirm(asked.id).expect(200);
    expect(confirmed).toMatchObject({ state: 'confirmed', keepUntil: null, reason: '', done: false });
    expect(confirmed.letter['zh-CN']).toContain('已全部删除');
    await eventually(async () => {
      const reports: Partial<ErasureReport>[] = (await hospital.events(PersonErasedV1)).map(({ data }) => data);
      expect(reports.map(({ patientId }) => patientId)).toContain(id);
      expect(await tracesOf(hospital.source, words)).toEqual([['outbox', 'event']]);
    });
  });

  it('PT-9 answers 410 for the old id and for a merge of it, refuses to take the merge back, and enters it in the audit', async () => {
    const [one, other] = [await somebody(), await somebody({ nationalId: undefined })];
    const merged = { retiredId: other.id, reason: '同一人' };
    const { body: merge } = await manager().post(`/patients/${one.id}/merges`).send(merged).expect(201);
    await erase(other.id);
    for (const id of [one.id, other.id]) {
      for (const path of ['', '/timeline', '/erasures/preview']) {
        const gone = await manager().get(`/patients/${id}${path}`).expect(410);
        expect(gone.headers['content-type']).toContain('application/problem+json');
        expect(gone.body).toMatchObject({ code: 'person-erased', status: 410 });
        expect(JSON.stringify(gone.body)).not.toContain(one.name);
      }
    }
    const undone = await manager().post(`/patients/merges/${merge.id}/undo`).send({ reason: '两个人' }).expect(410);
    expect(undone.body.code).toBe('person-erased');
    const entries = await hospital.source.query(
      `SELECT status FROM audit_entry WHERE subject_ids && ARRAY[$1] AND status = 410`,
      [one.id],
    );
    expect(entries.length).toBeGreaterThan(0);
    expect(await found(hospital, { name: one.name }).catch(() => [])).toEqual([]);
    expect(await tracesOf(hospital.source, [...one.words, ...other.words])).toEqual([['outbox', 'event']]);
  });
});

describe('what is kept of others', () => {
  it('PT-9 stays although a short record number is in it: jobs, and answers that do not name it whole', async () => {
    const { body: person } = await hospital
      .api('agent')
      .post('/patients')
      .send({ name: '司马七', identifiers: [{ issuer: 'PAPER', value: '7' }] })
      .expect(201);
    // Its payload is a UUID of version 7.
    const { body: job } = await manager().post('/patients/exports').send({ format: 'csv', q: '无此人' }).expect(202);
    const ofJob = async () =>
      hospital.source.query('SELECT state FROM pgboss.job_common WHERE data::text LIKE $1', [`%${job.id}%`]);
    await eventually(async () => expect(await ofJob()).toEqual([{ state: 'completed' }]));
    const answers = { id: `{"id":"${person.id}"}`, number: '{"value":"7"}', others: '{"value":"77","version":7}' };
    await hospital.source.query(
      `INSERT INTO idempotency_key (actor_id, key, fingerprint, request_id, status, answer, created_at)
       SELECT 'someone', key, '', '', 201, value, $2 FROM json_each_text($1)`,
      [JSON.stringify(answers), hospital.clock.now()],
    );

    await erase(person.id);
    expect(await ofJob()).toEqual([{ state: 'completed' }]);
    const left = await hospital.source.query(
      `SELECT key, answer FROM idempotency_key WHERE actor_id = 'someone' AND answer IS NOT NULL`,
    );
    expect(left).toEqual([{ key: 'others', answer: answers.others }]);
  });
});

describe('the preview of an erasure', () => {
  it('PT-9 shows what each service says, and of which none did: whom it asks it tells until when the law keeps', async () => {
    const { id, number, name } = await somebody();
    await seen(number, 1, { class: 'outpatient' }, { name });
    await finish(id);
    const asked: ErasurePreviewQuestionV1[] = [];
    const held = (...stores: object[]): Held<ErasurePreviewQuestionV1> => {
      return (question) => {
        asked.push(question);
        return stores;
      };
    };
    const plan = { table: 'plan', removed: 0, emptied: 0, kept: 2, reason: 'medical record' };
    const stop = await answerAs(
      hospital,
      { 'follow-up': held(plan, { table: 'task', removed: 7, emptied: 0, kept: 0 }), his: held() },
      'erasure-preview.v1',
    );
    const { body } = await manager().get(`/patients/${id}/erasures/preview`).expect(200);
    await stop();
    expect(body.services).toEqual([
      { service: 'complaints', stores: null },
      { service: 'follow-up', stores: [plan, { table: 'task', removed: 7, emptied: 0, kept: 0, reason: null }] },
      { service: 'his', stores: [] },
      { service: 'staff', stores: null },
    ]);
    const told = { patientIds: [id], recordNumbers: [{ issuer: number.issuer, value: number.value }] };
    expect(asked).toEqual([
      { ...told, at: expect.any(String), keepUntil: body.keepUntil },
      { ...told, at: expect.any(String), keepUntil: body.keepUntil },
    ]);
    expect(body.keepUntil).not.toBeNull();
  });
});

describe('the files of an erased person', () => {
  const contents = async () => {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return Promise.all(
      entries.filter((each) => each.isFile()).map((each) => readFile(join(each.parentPath, each.name))),
    );
  };

  it('PT-9 go: photos, and every file of imports and exports before it; the same file brings nobody back', async () => {
    const number = aRecordNumber();
    const name = '尉迟鹇鹭';
    const file = `姓名,病案号,发号系统\n${name},${number.value},${number.issuer}\n`;
    expect(await imported(hospital, file)).toMatchObject({ created: 1 });
    const id = await patientOf(hospital, number);
    await hospital.api('agent').post(`/patients/${id}/photo`).attach('file', aPng(0, name), `${name}.png`).expect(201);
    const order = { format: 'csv', q: name };
    const { body: ordered } = await manager().post('/patients/exports').send(order).expect(202);
    await eventually(async () => {
      const { body } = await manager().get(`/patients/exports/${ordered.id}`).expect(200);
      expect(body).toMatchObject({ state: 'done', hasFile: true });
    });
    expect((await contents()).filter((bytes) => bytes.includes(name)).length).toBeGreaterThanOrEqual(2);

    await erase(id);
    await hospital.app.get(FileSweeper).runOnce();
    expect((await contents()).filter((bytes) => bytes.includes(name))).toEqual([]);
    await eventually(async () => expect(await tracesOf(hospital.source, [name])).toEqual([]));

    const again = await imported(hospital, file);
    expect(again).toMatchObject({ created: 0, rejected: 1 });
    expect((await rejectedLines(hospital, again.id)).map(([, , code]) => code)).toEqual(['person-erased']);
    expect(await found(hospital, { mrn: number.value })).toEqual([]);
  });
});

describe('files that something else holds just then', () => {
  it('PT-9 are waited for: a preview of somebody else locks them, and gives them back', async () => {
    const { id } = await somebody();
    const line = aRecordNumber();
    await imported(hospital, `姓名,病案号,发号系统\n王留,${line.value},${line.issuer}\n`);
    const { body: ordered } = await manager().post('/patients/exports').send({ format: 'csv', q: '王留' }).expect(202);
    const withFile = (table: string) => `SELECT id FROM ${table} WHERE file_id IS NOT NULL`;
    await eventually(async () =>
      expect(await hospital.source.query(withFile('patient_export'))).toEqual([{ id: ordered.id }]),
    );
    const { body: asked } = await ask(id).expect(201);
    const erasures = hospital.app.get(Erasures, { strict: false });
    const stateAfterApplying = async () => {
      await transactAside(hospital.source, (tx) => erasures.apply(tx, asked.id));
      return (await erasures.find(hospital.source.manager, asked.id))?.state;
    };
    await hospital.source.transaction(async (preview) => {
      for (const table of ['patient_import', 'patient_export']) await preview.query(`${withFile(table)} FOR UPDATE`);
      await confirm(asked.id).expect(200);
      const unpublished = 'SELECT id FROM outbox WHERE published_at IS NULL';
      await eventually(async () => expect(await hospital.source.query(unpublished)).toEqual([]));
      expect(await stateAfterApplying()).toBe('waiting');
    });
    await eventually(async () => expect(await stateAfterApplying()).toBe('applied'));
    for (const table of ['patient_import', 'patient_export']) {
      expect(await hospital.source.query(withFile(table))).toEqual([]);
    }
  });
});

describe('the erasure of somebody with a medical record', () => {
  it('PT-9 seals visits, diagnoses, allergies and identity for the statutory term, and nothing reads them', async () => {
    const { id, number, words, name } = await somebody();
    await seen(number, 5, { class: 'outpatient' }, { name });
    expect((await ask(id).expect(409)).body.code).toBe('erasure-visit-open');
    await finish(id);
    const { body: asked } = await ask(id).expect(201);
    const { body } = await confirm(asked.id).expect(200);
    expect(body.keepUntil).toMatch(/^2041-03-02/);
    expect(body.letter['zh-CN']).toMatch(/封存.*2041-03-02|2041-03-02.*封存/);
    const stores = body.services.find(({ service }: { service: string }) => service === 'patients').stores;
    expect(stores).toContainEqual(expect.objectContaining({ table: 'encounter', kept: 1, removed: 0 }));
    expect(stores).toContainEqual(expect.objectContaining({ table: 'promise', kept: 0, removed: 1 }));
    await eventually(async () => {
      const traces = await tracesOf(hospital.source, words);
      expect(traces).toEqual(expect.arrayContaining([['sealed_record', 'rows']]));
      expect(traces.filter(([table]) => !['sealed_record', 'outbox'].includes(table))).toEqual([]);
    });
    await hospital.api('agent').get(`/patients/${id}`).expect(410);
    const sealed = await hospital.source.query(
      `SELECT rows, keep_until AS until FROM sealed_record WHERE erasure_id = $1 AND table_name = 'encounter'`,
      [asked.id],
    );
    expect(sealed).toMatchObject([{ rows: [{ patient_id: id, status: 'finished' }] }]);
    expect(sealed[0].until.toISOString()).toMatch(/^2041-03-0[12]/);

    await hospital.clock.set('2041-03-04T02:00:00Z');
    try {
      const token = await signTestToken(testEnvironment().signingKey, ['administrator'], hospital.clock.now());
      await hospital.anonymous().post('/ops/retention/run').set('authorization', `Bearer ${token}`).expect(202);
      await eventually(async () =>
        expect((await tracesOf(hospital.source, words)).filter(([table]) => table === 'sealed_record')).toEqual([]),
      );
      // What it forgets of 2026 must not be what the next test has just told.
      await eventually(async () => {
        const going = `SELECT 1 FROM pgboss.job_common WHERE name = 'platform.retention' AND state IN ('created', 'active')`;
        expect(await hospital.source.query(going)).toEqual([]);
      });
    } finally {
      await hospital.clock.reset();
    }
  });
});

describe('the erasure of somebody whom results and drugs are known of', () => {
  const told = (number: PatientIdentifier, minute: number) => ({ ...aReport(number, minute), number: 1 });
  const result = (over: Partial<ReportedResult>): ReportedResult => ({
    ...{ orderNumber: newId(), code: 'CBC', name: '血常规', kind: 'laboratory', status: 'final', textParts: 0 },
    ...{ observedAt: '2025-06-01T08:00:00+08:00', impression: '轻度贫血' },
    ...{ observations: [{ code: 'HGB', name: '血红蛋白', value: '99', abnormality: 'abnormal', status: 'final' }] },
    ...over,
  });
  const kept = async (id: string) => {
    const { body: preview } = await manager().get(`/patients/${id}/erasures/preview`).expect(200);
    const ofTable = ({ table }: { table: string }) => ['result', 'medication'].includes(table);
    const stores: { table: string; kept: number }[] = preview.stores.filter(ofTable);
    return [
      preview.keepUntil?.slice(0, 10) ?? null,
      ...stores.map(({ table, kept: rows }) => `${table} ${rows}`).sort(),
    ];
  };

  it('PT-9 seals them for the term after the newest, also without a visit or after an old one', async () => {
    const { id, number, name } = await somebody();
    const withdrawn = result({ status: 'withdrawn', observedAt: '2026-02-01T08:00:00+08:00' });
    await tell([HisResultReportedV1, { ...told(number, 1), partner: 'lis', result: withdrawn }]);
    expect(await kept(id)).toEqual([null, 'medication 0', 'result 0']);
    await tell([HisResultReportedV1, { ...told(number, 2), partner: 'lis', result: result({}) }]);
    expect(await kept(id)).toEqual(['2040-06-01', 'medication 0', 'result 2']);
    await seen(number, 3, { class: 'outpatient' }, { name });
    await hospital.source.query(
      `UPDATE encounter SET status = 'finished', began_at = '2012-01-01T00:00:00Z', discharged_at = NULL WHERE patient_id = $1`,
      [id],
    );
    expect(await kept(id)).toEqual(['2040-06-01', 'medication 0', 'result 2']);
    const medication: ReportedMedication = {
      ...{ orderNumber: newId(), code: 'XC09', name: '阿司匹林肠溶片', startsAt: '2025-07-01T10:00:00+08:00' },
    };
    await tell([HisMedicationOrderedV1, { ...told(number, 4), medication }]);
    expect(await kept(id)).toEqual(['2040-07-01', 'medication 1', 'result 2']);
  });
});

describe('after an erasure', () => {
  it('PT-9 a replayed report brings nobody back, and who comes again is a new person under a new id', async () => {
    const { id, number, name, words } = await somebody();
    await erase(id);
    await tell(
      [HisPatientUpdatedV1, aReport(number, 0, { name })],
      [HisPatientUpdatedV1, aReport(number, 1, { name })],
    );
    await seen(number, 2, {}, { name });
    expect(await found(hospital, { mrn: number.value })).toEqual([]);
    expect(await tracesOf(hospital.source, words)).toEqual([['outbox', 'event']]);

    const later = new Date(Date.parse(atMinute(0)) + 400 * 86_400_000).toISOString();
    await hospital.clock.set(new Date(Date.parse(later) + 60_000).toISOString());
    try {
      await tell([HisPatientUpdatedV1, { ...aReport(number, 0, { name }), eventTime: later }]);
    } finally {
      await hospital.clock.reset();
    }
    const [again] = await found(hospital, { mrn: number.value });
    expect(again).toBeDefined();
    expect(again).not.toBe(id);
    await hospital.api('agent').get(`/patients/${id}`).expect(410);
  });

  it('PT-9 a late report under a new number that names the erased one too brings nobody back', async () => {
    const { id, number, name, words } = await somebody();
    await erase(id);
    const fresh = aRecordNumber();
    const late = aReport(fresh, 1, { name, identifiers: [fresh, number] });
    await tell([HisPatientUpdatedV1, late]);
    expect(await found(hospital, { mrn: fresh.value, issuer: fresh.issuer })).toEqual([]);
    expect(await tracesOf(hospital.source, [...words, fresh.value])).toEqual([['outbox', 'event']]);
  });

  it('PT-9 two confirmations at once carry it out once, and applied again it changes nothing', async () => {
    const { id } = await somebody();
    const { body: asked } = await ask(id).expect(201);
    const answers = await Promise.all(Array.from({ length: 4 }, () => confirm(asked.id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect((await hospital.events(PersonErasedV1)).filter(({ data }) => data.patientId === id)).toHaveLength(1);
    const erasures = hospital.app.get(Erasures, { strict: false });
    await hospital.source.query(`UPDATE person_erasure SET state = 'waiting', record_numbers = '[]' WHERE id = $1`, [
      asked.id,
    ]);
    const before = (await detail(asked.id)).services[0].stores;
    await transactAside(hospital.source, (tx) => erasures.apply(tx, asked.id));
    const { services } = await detail(asked.id);
    expect(services.find(({ service }: { service: string }) => service === 'patients').stores).toEqual(
      before.map((store: { table: string; kept: number }) => expect.objectContaining({ table: store.table })),
    );
  });

  it('PT-9 shows each service as waiting until it reports, failed ones too, and then forgets the record numbers', async () => {
    const { id, number } = await somebody();
    const erasureId = await erase(id);
    const states = async () =>
      Object.fromEntries(
        (await detail(erasureId)).services.map((each: { service: string; state: string }) => [
          each.service,
          each.state,
        ]),
      );
    expect(await states()).toEqual({
      complaints: 'waiting',
      'follow-up': 'waiting',
      his: 'waiting',
      staff: 'waiting',
      patients: 'applied',
    });
    const metrics = await scrape(hospital.url);
    expect(metrics.value('hospital_patients_erasures_waiting', { service: 'his' })).toBeGreaterThan(0);
    const report = (state: 'applied' | 'failed'): ErasureReport => ({
      ...{ erasureId, patientId: id, patientIds: [id], erasedAt: atMinute(0), state },
      stores: [{ table: 'outbox', removed: 0, emptied: 2, kept: 0 }],
    });
    await tell([StaffErasureReportedV1, report('failed')], [FollowUpErasureReportedV1, report('applied')]);
    expect(await states()).toMatchObject({ staff: 'failed', 'follow-up': 'applied', his: 'waiting' });
    await tell([StaffErasureReportedV1, report('applied')], [ComplaintsErasureReportedV1, report('applied')]);
    await tell([HisErasureReportedV1, report('applied')]);
    expect(await detail(erasureId)).toMatchObject({ done: true });
    expect(await tracesOf(hospital.source, [number.value])).toEqual([]);
  });

  it('decision 15 a database that came from a backup hears of an erasure it does not know, and carries it out', async () => {
    const { id, words } = await somebody();
    const report: ErasureReport = {
      ...{ erasureId: newId(), patientId: id, patientIds: [id], erasedAt: hospital.clock.now().toISOString() },
      ...{ state: 'applied', stores: [] },
    };
    await tell([HisErasureReportedV1, report]);
    await hospital.api('agent').get(`/patients/${id}`).expect(410);
    await eventually(async () => expect(await tracesOf(hospital.source, words)).toEqual([['outbox', 'event']]));
  });

  it.each(['by a report', 'by the ledger'])(
    'decision 15 a restored merge is taken back, %s, before one of the two is erased: the other person stays',
    async (way) => {
      const [erased, living] = [await somebody(), await somebody({ nationalId: undefined })];
      const [survivor, retired] = way === 'by a report' ? [living, erased] : [erased, living];
      const merged = { retiredId: retired.id, reason: '同一人' };
      await manager().post(`/patients/${survivor.id}/merges`).send(merged).expect(201);
      const order = { patientId: erased.id, patientIds: [erased.id], erasedAt: hospital.clock.now().toISOString() };
      if (way === 'by a report') {
        await tell([HisErasureReportedV1, { ...order, erasureId: newId(), state: 'applied', stores: [] }]);
      } else {
        await hospital.source.query(
          `INSERT INTO person_erasure (id, patient_id, patient_ids, erased_at, state) VALUES ($1, $2, $3, $4, 'waiting')`,
          [newId(), erased.id, order.patientIds, order.erasedAt],
        );
        await hospital.app.get(ErasureReplay, { strict: false }).onModuleInit();
      }
      await hospital.api('agent').get(`/patients/${erased.id}`).expect(410);
      const { body } = await hospital.api('agent').get(`/patients/${living.id}`).expect(200);
      expect(body).toMatchObject({ id: living.id, name: living.name, mergedFrom: [] });
      const [orders, unmerged] = [await hospital.events(PersonErasedV1), await hospital.events(PersonUnmergedV1)];
      expect(orders.map(({ data }) => data).filter(({ patientId }) => patientId === erased.id)).toMatchObject([
        { patientIds: [erased.id] },
      ]);
      expect(unmerged.map(({ data }) => data)).toContainEqual(
        expect.objectContaining({ survivorId: survivor.id, retiredId: retired.id }),
      );
      await eventually(async () =>
        expect(await tracesOf(hospital.source, erased.words)).toEqual([['outbox', 'event']]),
      );
    },
  );
});

/** What falls due of the person may wait, too. */
async function waitingForLocks(): Promise<number> {
  const [{ waiting }] = await hospital.source.query(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return waiting;
}

describe('what happens at the very moment of an erasure', () => {
  it.each(['replayed by two replicas', 'reported by two services'])(
    'decision 15 a restored person, %s at once, is erased once: the order that goes out has the record numbers',
    async (way) => {
      const { id, number } = await somebody();
      const order = { erasureId: newId(), patientId: id, patientIds: [id], erasedAt: atMinute(0) };
      const runner = hospital.source.createQueryRunner();
      await runner.startTransaction();
      const begin = async (): Promise<() => Promise<unknown>> => {
        if (way === 'reported by two services') {
          const report: ErasureReport = { ...order, state: 'applied', stores: [] };
          const events = [
            await hospital.publish(HisErasureReportedV1, report),
            await hospital.publish(StaffErasureReportedV1, report),
          ];
          return () => eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
        }
        await hospital.source.query(
          `INSERT INTO person_erasure (id, patient_id, patient_ids, erased_at, state) VALUES ($1, $2, $3, $4, 'waiting')`,
          [order.erasureId, id, order.patientIds, order.erasedAt],
        );
        const replay = hospital.app.get(ErasureReplay, { strict: false });
        const both = Promise.all([replay.onModuleInit(), replay.onModuleInit()]);
        return () => both;
      };
      try {
        await runner.query('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [id]);
        const end = await begin();
        await eventually(async () => expect(await waitingForLocks()).toBeGreaterThanOrEqual(2));
        await runner.commitTransaction();
        await end();
      } finally {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        await runner.release();
      }
      const orders = (await hospital.events(PersonErasedV1)).filter(({ data }) => data.patientId === id);
      expect(orders.map(({ data }) => data)).toMatchObject([
        { recordNumbers: [{ issuer: number.issuer, value: number.value }] },
      ]);
    },
  );

  it('PT-9 the last two reports, taken at once, forget the record numbers', async () => {
    const { id, number } = await somebody();
    const erasureId = await erase(id);
    const report: ErasureReport = {
      ...{ erasureId, patientId: id, patientIds: [id], erasedAt: atMinute(0), state: 'applied', stores: [] },
    };
    await tell([FollowUpErasureReportedV1, report], [ComplaintsErasureReportedV1, report]);
    await eventually(async () => {
      const waiting = `SELECT 1 FROM outbox WHERE partition_key = $1 AND published_at IS NULL`;
      expect(await hospital.source.query(waiting, [id])).toEqual([]);
    });
    const reports = hospital.app.get(ErasureReports, { strict: false });
    let second: Promise<void> | undefined;
    await transactAside(hospital.source, async (first) => {
      await reports.take(first, 'his', report);
      second = transactAside(hospital.source, (tx) => reports.take(tx, 'staff', report));
      await Promise.race([second, eventually(async () => expect(await waitingForLocks()).toBeGreaterThanOrEqual(1))]);
    });
    await second;
    expect(await detail(erasureId)).toMatchObject({ done: true });
    expect(await tracesOf(hospital.source, [number.value])).toEqual([]);
  });

  it('PT-9 a last report before the relay has noted the order as published forgets the record numbers soon after', async () => {
    const { id, number } = await somebody();
    const erasureId = await erase(id);
    const report: ErasureReport = {
      ...{ erasureId, patientId: id, patientIds: [id], erasedAt: atMinute(0), state: 'applied', stores: [] },
    };
    const others = [FollowUpErasureReportedV1, ComplaintsErasureReportedV1, StaffErasureReportedV1];
    await tell(...others.map((type): Told => [type, report]));
    await transactAside(hospital.source, async (tx) => {
      const order = `partition_key = $1 AND subject = 'patients.person.erased.v1'`;
      await tx.query(`UPDATE outbox SET published_at = NULL WHERE ${order}`, [id]);
      await hospital.app.get(ErasureReports, { strict: false }).take(tx, 'his', report);
    });
    await eventually(async () => expect(await tracesOf(hospital.source, [number.value])).toEqual([]));
  });

  it('PT-9 an order without record numbers takes none from the one that still waits', async () => {
    const erasures = hospital.app.get(Erasures, { strict: false });
    const order = { id: newId(), patientId: newId(), patientIds: [newId()], keepUntil: null };
    const number = aRecordNumber();
    const kept = await transactAside(hospital.source, async (tx) => {
      const given = { ...order, erasedAt: hospital.clock.now() };
      await erasures.accept(tx, { ...given, recordNumbers: [number] });
      await erasures.accept(tx, { ...given, recordNumbers: [] });
      const rows = await tx.query('SELECT record_numbers AS kept FROM person_erasure WHERE id = $1', [order.id]);
      await tx.query('DELETE FROM person_erasure WHERE id = $1', [order.id]);
      return rows[0].kept;
    });
    expect(kept).toEqual([number]);
  });

  it('PT-9 a contact that is handled while somebody is erased waits, and is not added', async () => {
    const { id } = await somebody();
    const reports = hospital.app.get(ErasureReports, { strict: false });
    const order = { id: newId(), patientId: id, patientIds: [id], erasedAt: hospital.clock.now(), keepUntil: null };
    const ids = { taskId: newId(), patientId: id, encounterId: newId(), planId: newId() };
    const done = { ...ids, step: 'visit-1', outcome: 'reached', completedAt: '2026-03-05T15:00:00+08:00' };
    // Again when it meets the tags that the service gives by itself, as any erasure.
    const event = await transactAside(hospital.source, async (tx) => {
      await reports.again(tx, order);
      const told = await hospital.publish(TaskCompletedV1, done);
      await eventually(async () => {
        const waiting = await hospital.source.query(
          `SELECT 1 FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR KEY SHARE%'`,
        );
        expect(waiting).not.toEqual([]);
      });
      return told;
    });
    await eventually(async () => expect(await allHandled(hospital, [event])).toBe(true));
    expect(await hospital.source.query('SELECT 1 FROM contact WHERE person_id = $1', [id])).toEqual([]);
    expect(await hospital.source.query('SELECT 1 FROM parked_event WHERE partition_key = $1', [id])).toEqual([]);
  });
});

describe('a record number of an erased person that is retired into another (A40)', () => {
  const numbersLike = ({ value }: PatientIdentifier) =>
    hospital.source.query('SELECT 1 FROM person_identifier WHERE value = $1', [value]);

  it('PT-9 is not brought back by a report from before the erasure, which tells of the other all the same', async () => {
    const [erased, survivor] = [await somebody(), aRecordNumber()];
    await erase(erased.id);
    const merge = { ...aReport(survivor, 3, { name: '新名' }), retired: erased.number };
    await tell([HisPatientsMergedV1, merge]);
    const id = await patientOf(hospital, survivor);
    const { body } = await hospital.api('agent').get(`/patients/${id}`).expect(200);
    expect(body).toMatchObject({ name: '新名', mergedFrom: [] });
    expect(await numbersLike(erased.number)).toEqual([]);
    expect(
      await hospital.source.query('SELECT remark FROM his_report WHERE message_id = $1', [merge.messageId]),
    ).toEqual([{ remark: 'merge: the retired number was erased' }]);
    await hospital.api('agent').get(`/patients/${erased.id}`).expect(410);
  });

  it('PT-9 is new when it is reported after the erasure, under an id that nobody had', async () => {
    const [erased, survivor] = [await somebody(), aRecordNumber()];
    await erase(erased.id);
    await hospital.clock.advance({ minutes: 2 });
    const eventTime = hospital.clock.now().toISOString();
    await tell([HisPatientsMergedV1, { ...aReport(survivor), eventTime, retired: erased.number }]);
    const id = await patientOf(hospital, survivor);
    expect(await patientOf(hospital, erased.number)).toBe(id);
    const { body } = await hospital.api('agent').get(`/patients/${id}`).expect(200);
    expect(body.mergedFrom).toHaveLength(1);
    expect(body.mergedFrom).not.toContain(erased.id);
    await hospital.api('agent').get(`/patients/${erased.id}`).expect(410);
  });
});

describe('a service that starts on a restored database', () => {
  it('decision 15 has erased before it works what falls due, a job or an event', async () => {
    const { id, words } = await somebody();
    const erasureId = newId();
    await hospital.source.query(
      `INSERT INTO person_erasure (id, patient_id, patient_ids, erased_at, state) VALUES ($1, $2, $3, $4, 'waiting')`,
      [erasureId, id, [id], hospital.clock.now()],
    );
    const seenAt: Record<string, Promise<{ outcomes: unknown[] }[]>> = {};
    const starts = [Deadlines, Jobs].map((type) => {
      const start = type.prototype.onApplicationBootstrap;
      type.prototype.onApplicationBootstrap = function (this: Deadlines & Jobs) {
        seenAt[type.name] = hospital.source.query('SELECT outcomes FROM person_erasure WHERE id = $1', [erasureId]);
        start.call(this);
      };
      return () => (type.prototype.onApplicationBootstrap = start);
    });
    const replica = await startPatients({ FILES_DIR: directory }, hospital).finally(() =>
      starts.forEach((undo) => undo()),
    );
    try {
      const [deadlines, jobs] = [await seenAt['Deadlines'], await seenAt['Jobs']];
      for (const rows of [deadlines, jobs]) expect(rows?.[0]?.outcomes).not.toEqual([]);
      await hospital.api('agent').get(`/patients/${id}`).expect(410);
      await eventually(async () => expect(await tracesOf(hospital.source, words)).toEqual([['outbox', 'event']]));
    } finally {
      await replica.stop();
    }
  });
});

describe('among very many events', () => {
  it('PT-9 finds those of the person by their key, and reads no others', async () => {
    await hospital.source.query(
      `INSERT INTO outbox (id, subject, partition_key, event, occurred_at, published_at)
       SELECT gen_random_uuid(), 'patients.person.updated.v1', gen_random_uuid()::text, '{"data":{}}', $1, $1
         FROM generate_series(1, 20000)`,
      [hospital.clock.now()],
    );
    await hospital.source.query('ANALYZE outbox');
    const { id } = await somebody();
    const statements = await statementsDuring(async () => {
      const erased = { erasureId: await erase(id), patientId: id, patientIds: [id], erasedAt: atMinute(0) };
      await tell([StaffErasureReportedV1, { ...erased, state: 'applied', stores: [] }]);
    });
    const byKey = statements.filter(({ text }) => /outbox[^]*partition_key =/.test(text));
    expect(byKey.length).toBeGreaterThanOrEqual(3);
    for (const statement of byKey) expect(await planOf(hospital, statement)).not.toContain('Seq Scan on outbox');
  });
});
