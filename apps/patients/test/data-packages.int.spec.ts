import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HisPatientUpdatedV1, HisVisitDischargedV1, TaskCompletedV1, type PersonDataQuestionV1 } from '#contracts';
import { FileSweeper, newId, PersonDataSources } from '#platform';
import { eventually, faultsOfList, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DATA_PACKAGES } from '../src/data-packages/data-packages.list.js';
import { hasLabel } from '../src/data-packages/package-words.js';
import type { DataPackage } from '../src/data-packages/data-packages.dto.js';
import { patientsMigrations } from '../src/migrations/index.js';
import { PatientsModule } from '../src/patients.module.js';
import { answerAs, aSection } from './answering.js';
import { allHandled, aRecordNumber, aReport, aVisitNumber, aVisitReport, atMinute, patientOf } from './hospital.js';
import { aPng } from './photographs.js';
import { allSettled } from './statements.js';

const ASKED = { askedBy: 'self', identityCheck: 'document-in-person' };
const FINE = { staff: () => [], 'follow-up': () => [], complaints: () => [], his: () => [] };

interface PackageFile {
  about: { patientId: string; recordIds: string[]; request: object };
  parts: { service: string; complete: boolean; sections: { name: string; rows: Record<string, unknown>[] }[] }[];
  missing: string[];
}

let hospital: TestService;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'packages-'));
  hospital = await startTestService({
    service: 'patients',
    module: PatientsModule,
    migrations: patientsMigrations,
    environment: { FILES_DIR: directory, FILES_LINK_KEYS: 'k'.repeat(32), CLAMAV_HOST: '' },
  });
});
afterAll(async () => {
  await hospital.stop();
  await rm(directory, { recursive: true });
});

const legal = () => hospital.api('legal');
const aPatient = async (facts: object = {}): Promise<string> =>
  (
    await hospital
      .api('agent')
      .post('/patients')
      .send({ name: '葉东珅', ...facts })
      .expect(201)
  ).body.id;
const path = (id: string, packageId = '') => `/patients/${id}/data-packages${packageId === '' ? '' : `/${packageId}`}`;
const order = async (id: string, body: object = ASKED): Promise<DataPackage> =>
  (await legal().post(path(id)).send(body).expect(202)).body;
const read = async (id: string, packageId: string): Promise<DataPackage> =>
  (await legal().get(path(id, packageId)).expect(200)).body;
/** A print loads its fonts first. */
const ready = (id: string, packageId: string) =>
  eventually(
    async () => {
      const made = await read(id, packageId);
      expect(made.state).toBe('ready');
      return made;
    },
    { timeout: 45_000 },
  );

async function file(id: string, packageId: string, format: 'json' | 'pdf'): Promise<Buffer> {
  const { body } = await legal()
    .get(`${path(id, packageId)}/link`)
    .query({ format })
    .expect(200);
  const answer = await fetch(hospital.url + (body.url as string).replace('/files/patients/', '/files/'));
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const contentOf = async (id: string, packageId: string): Promise<PackageFile> =>
  JSON.parse((await file(id, packageId, 'json')).toString());
const sectionsOf = ({ parts }: PackageFile, service = 'patients') =>
  Object.fromEntries(
    parts.find((part) => part.service === service)?.sections.map(({ name, rows }) => [name, rows]) ?? [],
  );

async function packageOf(id: string): Promise<PackageFile> {
  const stop = await answerAs(hospital, FINE);
  const ordered = await order(id);
  await ready(id, ordered.id);
  await stop();
  return contentOf(id, ordered.id);
}

/** A person of whom there is something of every kind. */
async function somebodyKnown(): Promise<{ id: string; merged: string; other: string }> {
  const agent = hospital.api('agent');
  const number = aRecordNumber();
  const stay = {
    admittedAt: atMinute(0),
    dischargedAt: atMinute(50),
    diagnoses: [{ code: 'J18.9', name: '肺炎', type: 'F' }],
    procedures: [{ code: '33.24', name: '支气管镜', performedAt: atMinute(0), precision: 'day' as const }],
  };
  const told = { name: '葉东珅', birthDate: '1968-05-12', phones: ['13800138000'] };
  const events: { id: string }[] = [];
  events.push(await hospital.publish(HisVisitDischargedV1, aVisitReport(number, aVisitNumber(), 1, stay, told)));
  const id = await eventually(() => patientOf(hospital, number));
  const second = aRecordNumber('LIS');
  events.push(await hospital.publish(HisPatientUpdatedV1, aReport(second, 2, { name: '葉东珅' })));
  const merged = await eventually(() => patientOf(hospital, second));
  const task = { taskId: newId(), patientId: merged, encounterId: newId(), step: 'visit-1', planId: newId() };
  events.push(
    await hospital.publish(TaskCompletedV1, { ...task, outcome: 'reached', completedAt: '2026-03-05T15:00:00+08:00' }),
  );
  // Somebody else who may be the same: nothing of theirs may come out.
  const other = await aPatient({ birthDate: '1968-05-12', sex: 'male' });
  const { body: facts } = await agent.get(`/patients/${id}/facts`).expect(200);
  await agent
    .patch(`/patients/${id}/facts`)
    .set('if-match', `"${facts.version}"`)
    .send({
      bloodType: 'B',
      source: { kind: 'friend-referral', referrerId: other },
      emergencyContacts: [{ name: '葉青', relation: '女儿', phone: '13912345678' }],
    })
    .expect(200);
  const card = { number: `VIP-${id.slice(-6)}`, level: '金卡', validFrom: '2026-01-01', benefits: ['免挂号费'] };
  await agent.post(`/patients/${id}/cards`).send(card).expect(201);
  await agent.post(`/patients/${id}/promises`).send({ text: '下次复诊安排专家号' }).expect(201);
  await agent.post(`/patients/${id}/tags`).send({ tag: 'emotion.calm', says: 'applies' }).expect(201);
  const marketing = { purpose: 'marketing', granted: true, legalBasis: 'separate-consent', channel: 'phone' };
  await agent.post(`/patients/${merged}/consents`).send(marketing).expect(201);
  await agent
    .post(`/patients/${id}/photo`)
    .attach('file', aPng(), { filename: '葉东珅.png', contentType: 'image/png' })
    .expect(201);
  await hospital.source.query(
    `INSERT INTO birthday_care (id, version, person_id, year, kept_on, status, greeting, created_at)
     VALUES ($1, 1, $2, 2026, '2026-05-12', 'open', '生日快乐', '2026-05-09T00:00:00Z')`,
    [newId(), id],
  );
  await hospital
    .api('centre-manager')
    .post(`/patients/${id}/merges`)
    .send({ retiredId: merged, reason: '同一人两次建档' })
    .expect(201);
  await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
  return { id, merged, other };
}

/** Of all fields, however deep. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return Object.entries(value).flatMap(([name, field]) => [name, ...namesIn(field)]);
}

/** Rows of a table that name one of the ids or numbers anywhere. */
async function rowsNaming(table: string, words: string[]): Promise<number> {
  const [row] = await hospital.source.query(
    `SELECT count(*)::int AS count FROM ${table} t WHERE to_jsonb(t)::text LIKE ANY($1::text[])`,
    [words.map((word) => `%${word}%`)],
  );
  return row.count;
}

/** Copies of what other stores hold, and files that name many. */
const NOT_GIVEN = [
  'idempotency_key',
  'pgboss.job_common',
  'patient_import',
  'patient_import_rejection',
  'patient_export',
  'community_check',
];
const TABLE_OF: Record<string, string> = {
  person: 'person',
  'record-numbers': 'person_identifier',
  encounters: 'encounter',
  contacts: 'contact',
  'consents-and-states': 'person_decision',
  facts: 'person_fact',
  cards: 'membership_card',
  promises: 'promise',
  'tag-decisions': 'person_tag_word',
  merges: 'person_merge',
  'hospital-reports': 'his_report',
  birthdays: 'birthday_care',
  'probable-duplicates': 'duplicate_pair',
  'data-packages': 'data_package',
};

describe('PT-9 a package of a person’s data', () => {
  it('holds everything that is stored about the person and the records merged into theirs', async () => {
    const { id, merged, other } = await somebodyKnown();
    // Duplicates are found, and tags given, in the background.
    await allSettled(hospital);
    await eventually(async () => expect(await rowsNaming('duplicate_pair', [id])).toBeGreaterThan(0));
    const content = await packageOf(merged);
    expect(content.about).toMatchObject({ patientId: id, recordIds: [id, merged], request: ASKED });
    const sections = sectionsOf(content);
    const keys: { issuer: string; value: string }[] = await hospital.source.query(
      'SELECT issuer, value FROM person_identifier WHERE person_id = ANY($1::uuid[])',
      [[id, merged]],
    );
    const words = [id, merged, ...keys.map(({ issuer, value }) => `${issuer}|${value}`)];
    const counts = Object.entries(TABLE_OF).map(([name, table]) => [name, table, sections[name]?.length] as const);
    for (const [name, table, count] of counts) {
      expect([name, count]).toEqual([name, await rowsNaming(table, words)]);
      expect([name, count]).not.toEqual([name, 0]);
    }
    expect(sections).toMatchObject({
      person: [{ name: '葉东珅', birthDate: '1968-05-12', phones: [{ raw: '13800138000' }] }, { mergedIntoId: id }],
      contacts: [{ kind: 'follow-up', outcome: 'reached' }],
      photos: [{ name: '葉东珅.png', base64: aPng().toString('base64') }],
      encounters: [{ diagnoses: [{ code: 'J18.9' }] }],
    });
    expect(sections['audit']).toEqual(
      expect.arrayContaining([expect.objectContaining({ who: expect.any(String), what: 'change', unmasked: true })]),
    );
    const names = Object.values(sections).flatMap((rows) => rows.flatMap(namesIn));
    expect([...new Set(names)].filter((name) => !hasLabel(name))).toEqual([]);
    // Third persons: whom to call is masked, who sent them and who is like them is not named.
    const text = JSON.stringify(content);
    expect(text).toContain('葉青');
    for (const another of ['13912345678', other]) expect(text).not.toContain(another);
  });

  it('leaves out no table that names the person: each is in some section, or its source says why not', async () => {
    const { id, merged } = await somebodyKnown();
    const runner = hospital.source.createQueryRunner();
    await runner.startTransaction();
    try {
      for (const source of hospital.app.get(PersonDataSources, { strict: false }).all()) {
        const tables = source.tables.filter((table) => !NOT_GIVEN.includes(table));
        const stored = await Promise.all(tables.map((table) => rowsNaming(table, [id, merged])));
        if (!stored.some((count) => count > 0)) continue;
        let given = 0;
        for (const { rows } of await source.collect(runner.manager, [id, merged], { recordNumbers: [] })) {
          for await (const row of rows) given += Object.keys(row).length;
        }
        expect([tables, given > 0]).toEqual([tables, true]);
      }
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('asks every other service by ids and record numbers, and keeps what it answers, however long', async () => {
    const number = aRecordNumber();
    const id = await aPatient({ identifiers: [number] });
    const questions: PersonDataQuestionV1[] = [];
    const long = '葉'.repeat(100_000);
    const stop = await answerAs(hospital, {
      ...FINE,
      his: (asked) => {
        questions.push(asked);
        return [aSection('raw-messages'), ...Array.from({ length: 40 }, (_, line) => ({ row: { line, long } }))];
      },
    });
    const ordered = await order(id);
    await ready(id, ordered.id);
    await stop();
    const { issuer, value } = number;
    expect(questions).toEqual([{ patientIds: [id], recordNumbers: [{ issuer, value }] }]);
    const rows = sectionsOf(await contentOf(id, ordered.id), 'his')['raw-messages'] ?? [];
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 40 }, (_, line) => line));
    expect(rows.at(-1)).toEqual({ line: 39, long });
  });

  it('can be read: Chinese first, with who the person is and who read it', async () => {
    const id = await aPatient({ birthDate: '1949-12-31' });
    const stop = await answerAs(hospital, {
      ...FINE,
      his: () => [aSection('raw-messages'), { row: { inventedLater: '内容', visitNumber: 'ZY1' } }],
    });
    const ordered = await order(id, { ...ASKED, askedBy: 'guardian', askedByName: '葉青', reason: '转院' });
    await ready(id, ordered.id);
    await stop();
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const loading = getDocument({ data: new Uint8Array(await file(id, ordered.id, 'pdf')), verbosity: 0 });
    const pdf = await loading.promise;
    let text = '';
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      text += items.map((item) => ('str' in item ? item.str : '')).join('');
    }
    await loading.destroy();
    const plain = text.replaceAll(/\s/g, '');
    for (const said of [
      'Copyofyourpersonalinformation',
      '葉东珅',
      '1949-12-31',
      '我们记录的您',
      '谁查看或更改了您的信息',
      '申请人Askedforby：监护人guardian',
      '身份核验Identitymadesureby：当面核验证件documentseeninperson',
      '其他Other：内容；就诊号Visitnumber：ZY1',
    ]) {
      expect(plain).toContain(said);
    }
    for (const name of ['askedBy', 'identityCheck', 'toldAt', 'createdAt', 'inventedLater']) {
      expect(plain).not.toContain(name);
    }
  });

  it('waits for a service that is away, and has its part when it is back', async () => {
    const id = await aPatient();
    const { his: _away, ...others } = FINE;
    const stop = await answerAs(hospital, others);
    const ordered = await order(id);
    await eventually(async () => expect(await read(id, ordered.id)).toMatchObject({ missing: ['his'], attempts: 1 }));
    expect((await read(id, ordered.id)).state).toBe('waiting');
    expect(
      (
        await legal()
          .get(`${path(id, ordered.id)}/link?format=json`)
          .expect(409)
      ).body.code,
    ).toBe('data-package-without-file');
    // Nothing of what the others said lies around.
    await hospital.app.get(FileSweeper).runOnce();
    expect(
      await hospital.source.query(`SELECT 1 FROM file WHERE use = 'patient-data-package' AND owner IS NULL`),
    ).toEqual([]);
    const back = await answerAs(hospital, { his: () => [aSection('raw-messages'), { row: { message: 'MSH|' } }] });
    await hospital.clock.advance({ minutes: 6 });
    expect(await ready(id, ordered.id)).toMatchObject({ missing: [], attempts: 2 });
    expect(sectionsOf(await contentOf(id, ordered.id), 'his')).toEqual({ 'raw-messages': [{ message: 'MSH|' }] });
    await stop();
    await back();
  });

  it('says whose part is missing when a service stays away', async () => {
    const id = await aPatient();
    const { 'follow-up': _away, ...others } = FINE;
    const stop = await answerAs(hospital, others);
    const ordered = await order(id);
    await eventually(async () => expect((await read(id, ordered.id)).missing).toEqual(['follow-up']));
    await hospital.clock.advance({ hours: 73 });
    expect(await ready(id, ordered.id)).toMatchObject({ missing: ['follow-up'] });
    const content = await contentOf(id, ordered.id);
    expect(content.missing).toEqual(['follow-up']);
    expect(content.parts.map(({ service, complete }) => [service, complete])).toEqual([
      ['staff', true],
      ['follow-up', false],
      ['complaints', true],
      ['his', true],
      ['patients', true],
    ]);
    await stop();
  });

  it('is made after all when its job was lost, and once when two run at once', async () => {
    const id = await aPatient();
    const ordered = await order(id);
    await eventually(async () => expect((await read(id, ordered.id)).attempts).toBe(1));
    await hospital.source.query(`DELETE FROM pgboss.job_common WHERE name = 'patients.data-package'`);
    const stop = await answerAs(hospital, FINE);
    await hospital.clock.advance({ minutes: 6 });
    const made = await ready(id, ordered.id);
    await hospital.clock.advance({ minutes: 6 });
    expect(await read(id, ordered.id)).toEqual(made);
    const files = `SELECT 1 FROM file WHERE owner = $1 AND state <> 'deleted'`;
    expect(await hospital.source.query(files, [`data-package/${ordered.id}`])).toHaveLength(2);
    await stop();
  });

  it('is refused while one waits, and withdrawn early with its files', async () => {
    const id = await aPatient();
    const waiting = await order(id);
    expect((await legal().post(path(id)).send(ASKED).expect(409)).body.code).toBe('data-package-waiting');
    await legal().delete(path(id, waiting.id)).expect(204);
    const stop = await answerAs(hospital, FINE);
    const made = await order(id);
    await ready(id, made.id);
    await file(id, made.id, 'json');
    await legal().delete(path(id, made.id)).expect(204);
    await legal().delete(path(id, made.id)).expect(204);
    expect(await read(id, made.id)).toMatchObject({ state: 'withdrawn' });
    await legal()
      .get(`${path(id, made.id)}/link?format=pdf`)
      .expect(409);
    await hospital.app.get(FileSweeper).runOnce();
    expect(await hospital.source.query('SELECT 1 FROM file WHERE owner = $1', [`data-package/${made.id}`])).toEqual([]);
    expect((await legal().get(path(id)).expect(200)).body.items).toMatchObject([{ id: made.id }, { id: waiting.id }]);
    await stop();
  });

  it('is given to nobody any more when a merge in it was taken back', async () => {
    const [one, two] = [await aPatient(), await aPatient()];
    const manager = hospital.api('centre-manager');
    const { body: merge } = await manager.post(`/patients/${one}/merges`).send({ retiredId: two, reason: '同一人' });
    const stop = await answerAs(hospital, FINE);
    const made = await order(two);
    await ready(one, made.id);
    await stop();
    await file(one, made.id, 'json');
    await manager.post(`/patients/merges/${merge.id}/undo`).send({ reason: '两个人' }).expect(200);
    const refused = await legal()
      .get(`${path(one, made.id)}/link?format=json`)
      .expect(409);
    expect(refused.body.code).toBe('data-package-outdated');
    await legal().get(path(two, made.id)).expect(404);
  });

  it('is for those with the right, of a patient there is, with a request that is whole', async () => {
    const id = await aPatient();
    for (const role of ['agent', 'follow-up-nurse', 'marketing'] as const) {
      await hospital.api(role).post(path(id)).send(ASKED).expect(403);
      await hospital.api(role).get(path(id)).expect(403);
    }
    await hospital.anonymous().post(path(id)).send(ASKED).expect(401);
    await legal().post(path(newId())).send(ASKED).expect(404);
    await legal().get(path(id, newId())).expect(404);
    for (const hostile of ['1', `${id}'--`, '..%2f..%2fops']) {
      expect([400, 404]).toContain((await legal().get(path(id, hostile))).status);
      expect([400, 404]).toContain((await legal().post(`/patients/${hostile}/data-packages`).send(ASKED)).status);
    }
    for (const [field, body] of [
      ['askedBy', { identityCheck: 'other' }],
      ['askedByName', { ...ASKED, askedBy: 'representative' }],
      ['identityNote', { ...ASKED, identityCheck: 'other' }],
      ['reason', { ...ASKED, reason: '\u0000' }],
    ] as const) {
      const { body: problem } = await legal().post(path(id)).send(body).expect(400);
      expect(problem.errors.map((fault: { field: string }) => fault.field)).toContain(field);
    }
    await legal()
      .get(`${path(id, newId())}/link?format=exe`)
      .expect(400);
    expect(await faultsOfList(legal(), path(id), DATA_PACKAGES)).toEqual([]);
    const entries: unknown[] = await hospital.source.query(
      `SELECT 1 FROM audit_entry WHERE path LIKE '%data-packages' AND method = 'POST' AND status = 202 AND unmasked
          AND reason = '个人信息保护法第四十五条 PIPL Art. 45'`,
    );
    expect(entries.length).toBeGreaterThan(0);
  });

  it('has lost its files a week later, and says so', async () => {
    const id = await aPatient();
    const stop = await answerAs(hospital, FINE);
    const made = await order(id);
    await ready(id, made.id);
    await stop();
    await hospital.clock.advance({ days: 7, hours: 1 });
    await legal()
      .get(`${path(id, made.id)}/link?format=json`)
      .expect(409);
    await hospital.api('administrator').post('/ops/retention/run').expect(202);
    await eventually(async () => expect((await read(id, made.id)).state).toBe('expired'));
    await hospital.app.get(FileSweeper).runOnce();
    expect(await hospital.source.query(`SELECT 1 FROM file WHERE use = 'patient-data-package'`)).toEqual([]);
  });
});
