import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PatientExportFinishedV1 } from '#contracts';
import { FileSweeper, newId } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { ExportsStore } from '../src/exports/exports.store.js';
import { patientsMigrations } from '../src/migrations/index.js';
import { PatientsModule } from '../src/patients.module.js';
import { aNationalId, aRecordNumber } from './hospital.js';
import { fingerprint, imported } from './import-files.js';

let hospital: TestService;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'exports-'));
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

type Caller = 'centre-manager' | 'administrator';

async function exported(caller: Caller, order: object): Promise<{ id: string; content: Buffer; type: string }> {
  const api = hospital.api(caller);
  const { body } = await api.post('/patients/exports').set('accept-language', 'zh-CN').send(order).expect(202);
  const id = body.id as string;
  await eventually(async () => expect((await api.get(`/patients/exports/${id}`)).body.state).toBe('done'));
  const { body: link } = await api.get(`/patients/exports/${id}/link`).expect(200);
  const answer = await fetch(hospital.url + (link.url as string).replace('/files/patients/', '/files/'));
  return { id, content: Buffer.from(await answer.arrayBuffer()), type: answer.headers.get('content-type') ?? '' };
}

const rowsOf = (content: Buffer) => parse<Record<string, string>>(content, { bom: true, columns: true });

describe('an export of patients', () => {
  const mrn = aRecordNumber();

  it('PT-8 comes back in and changes nothing, as CSV and as a workbook', async () => {
    const agent = hospital.api('agent');
    await agent
      .post('/patients')
      .send({
        name: `=cmd|' /C calc'!A0`,
        birthDate: '1968-05-12',
        nationalId: aNationalId('1968-05-12'),
        phones: ['+8613800138000', '010-62345678 转 01;2'],
        address: '\'-北京市, "朝阳区"',
        identifiers: [mrn, { issuer: 'LIS;2', value: '@77' }],
      })
      .expect(201);
    await agent
      .post('/patients')
      .send({ name: '王芳', document: { type: 'passport', number: 'E12345678' } })
      .expect(201);
    await agent.post('/patients').send({ name: '李雷', deceased: true, deceasedAt: '2026-03-01T08:30:15.123+08:00' });
    const before = await fingerprint(hospital);
    for (const format of ['csv', 'xlsx']) {
      const { content } = await exported('centre-manager', { format });
      const done = await imported(hospital, content, {}, `back.${format}`);
      expect(done).toMatchObject({ state: 'done', total: 3, unchanged: 3, rejected: 0 });
    }
    expect(await fingerprint(hospital)).toBe(before);
  });

  it('PT-8 is nothing that a spreadsheet computes', async () => {
    const { content, type } = await exported('centre-manager', { format: 'csv', mrn: mrn.value });
    expect(type).toBe('text/csv');
    const [row] = rowsOf(content);
    expect(row).toMatchObject({
      姓名: `'=cmd|' /C calc'!A0`,
      出生日期: '1968-05-12',
      手机: "'+8613800138000;010-62345678 转 01\\;2",
      地址: '\'\'-北京市, "朝阳区"',
    });
    expect(Object.values(row ?? {}).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it('PT-8 is nothing that is computed in a workbook either, and a cell is a text', async () => {
    const { content } = await exported('centre-manager', { format: 'xlsx', mrn: mrn.value });
    const book = await new exceljs.Workbook().xlsx.load(content.buffer as ArrayBuffer);
    const cells = (book.worksheets[0]?.getRow(2).values as unknown[]).slice(1);
    expect(cells).toContain(`'=cmd|' /C calc'!A0`);
    expect(
      cells.filter((cell) => cell !== undefined && (typeof cell !== 'string' || /^[=+\-@\t\r]/.test(cell))),
    ).toEqual([]);
  });

  it('PT-8 is of those that a filter finds', async () => {
    const { content } = await exported('centre-manager', { format: 'csv', filter: `name eq '李雷'` });
    expect(rowsOf(content)).toMatchObject([{ 姓名: '李雷', 已故: '是', 死亡时间: '2026-03-01T00:30:15.123Z' }]);
    const refused = hospital.api('centre-manager').post('/patients/exports');
    expect((await refused.send({ format: 'csv', filter: 'shoes eq 1' }).expect(400)).body.code).toBe(
      'validation-failed',
    );
    const administrator = hospital.api('administrator').post('/patients/exports');
    await administrator.send({ format: 'csv', filter: `name eq '李雷'` }).expect(403);
  });

  it('PT-8 is refused when its criteria find nothing to look for, and null is no criterion', async () => {
    const order = (body: object) =>
      hospital
        .api('centre-manager')
        .post('/patients/exports')
        .send({ format: 'csv', ...body });
    const { body: refused } = await order({ q: '·' }).expect(400);
    expect(refused.errors).toMatchObject([{ field: 'q', code: 'nothing-to-search' }]);
    const { body: all } = await order({ q: null, phone: null, filter: null }).expect(202);
    await eventually(async () => {
      const { body } = await hospital.api('centre-manager').get(`/patients/exports/${all.id}`).expect(200);
      expect(body).toMatchObject({ state: 'done', failure: null });
    });
  });

  it('PT-9 is masked for who sees patients masked, and then never comes back in', async () => {
    const { content } = await exported('administrator', { format: 'csv', mrn: mrn.value });
    expect(rowsOf(content)).toMatchObject([{ '出生日期（脱敏）': '1968' }]);
    expect(content.toString()).not.toContain('13800138000');
    const refused = await imported(hospital, content);
    expect(refused).toMatchObject({ state: 'failed', failure: { code: 'header-masked' } });
  });

  it('PT-9 in full is given to nobody who may not see it, and neither are its criteria', async () => {
    const { id } = await exported('centre-manager', { format: 'csv' });
    const administrator = hospital.api('administrator');
    expect((await administrator.get(`/patients/exports/${id}/link`).expect(403)).body.code).toBe('right-required');
    await administrator.post('/patients/exports').send({ format: 'csv', q: '王芳' }).expect(403);
    await hospital.api('agent').post('/patients/exports').send({ format: 'csv' }).expect(403);
    const page = await administrator.get('/patients/exports?limit=1').expect(200);
    expect(page.body.items).toMatchObject([{ id, state: 'done', unmasked: true, lines: 3, hasFile: true }]);
    const audit: unknown[] = await hospital.source.query(
      `SELECT 1 FROM audit_entry WHERE operation LIKE '%link%' AND unmasked AND subject_ids @> ARRAY[$1]`,
      [id],
    );
    expect(audit.length).toBeGreaterThan(0);
  });

  it('PT-8 is followed live, and others are told how it ended', async () => {
    const { body } = await hospital.api('centre-manager').post('/patients/exports').send({ format: 'csv' }).expect(202);
    const headers = { authorization: `Bearer ${hospital.token('centre-manager')}`, accept: 'text/event-stream' };
    const text = await (await fetch(`${hospital.url}/patients/exports/${body.id}/stream`, { headers })).text();
    expect(text).toMatch(/event: progress\ndata: .*"state":"done"/);
    expect((await hospital.events(PatientExportFinishedV1)).at(-1)?.data).toEqual({
      ...{ exportId: body.id, state: 'done', format: 'csv', unmasked: true, lines: 3 },
    });
    const ended = await hospital.api('centre-manager').post(`/patients/exports/${body.id}/cancel`).expect(409);
    expect(ended.body.code).toBe('export-ended');
    await hospital.api('agent').post(`/patients/exports/${body.id}/cancel`).expect(403);
  });

  it('PT-8 that is cancelled has no file, whenever it is, and is told of once', async () => {
    const manager = hospital.api('centre-manager');
    for (let round = 0; round < 5; round += 1) {
      const { body } = await manager.post('/patients/exports').send({ format: 'xlsx' }).expect(202);
      const path = `/patients/exports/${body.id}`;
      const asked = await Promise.all([manager.post(`${path}/cancel`), manager.post(`${path}/cancel`)]);
      expect(asked.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
      await eventually(async () => expect((await manager.get(path)).body.finishedAt).not.toBeNull());
      const told = (await hospital.events(PatientExportFinishedV1)).filter(({ data }) => data.exportId === body.id);
      const { body: now } = await manager.get(path).expect(200);
      expect(told.map(({ data }) => data.state)).toEqual([now.state]);
      expect(now.hasFile).toBe(now.state === 'done');
      if (now.state === 'cancelled') await manager.get(`${path}/link`).expect(409);
    }
  });

  it('PT-8 cancelled while it is written writes no further page', async () => {
    const store = hospital.app.get(ExportsStore);
    const id = newId();
    const criteria = { criteria: {}, language: 'en', format: 'csv', unmasked: true, requestedBy: null } as const;
    await store.add(hospital.source.manager, { id, ...criteria, createdAt: hospital.clock.now() });
    await hospital.api('centre-manager').post(`/patients/exports/${id}/cancel`).expect(200);
    expect(await store.wrote(id, 7)).toBe(false);
    const end = { state: 'done', lines: 7, fileId: newId(), failure: null } as const;
    expect(await store.end(hospital.source.manager, id, end, hospital.clock.now())).toBeUndefined();
    const { body } = await hospital.api('centre-manager').get(`/patients/exports/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'cancelled', lines: 0, hasFile: false });
  });

  it('PT-8 whose job was cancelled over /ops/jobs has failed, and others are told once', async () => {
    const [manager, operator] = [hospital.api('centre-manager'), hospital.api('administrator')];
    const jobsIn = async (state: string): Promise<{ id: string }[]> =>
      (await operator.get('/ops/jobs').query({ name: 'patients.export', state }).expect(200)).body.items;
    const order = async () => String((await manager.post('/patients/exports').send({ format: 'csv' })).body.id);
    const orders: string[] = [];
    const runner = hospital.source.createQueryRunner();
    await runner.startTransaction();
    try {
      // No export gets on: the first one runs, the second one waits for it.
      await runner.query('LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
      orders.push(await order());
      await eventually(async () => expect(await jobsIn('running')).toHaveLength(1));
      orders.push(await order());
      const jobs = [...(await jobsIn('running')), ...(await jobsIn('waiting'))];
      expect(jobs).toHaveLength(2);
      for (const { id } of jobs) await operator.post(`/ops/jobs/${id}/cancel`).expect(202);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
    await hospital.clock.advance({ minutes: 2 });
    for (const id of orders) {
      await eventually(async () => {
        const { body } = await manager.get(`/patients/exports/${id}`).expect(200);
        expect(body).toMatchObject({ state: 'failed', failure: 'export-broken', hasFile: false });
      });
      const told = (await hospital.events(PatientExportFinishedV1)).filter(({ data }) => data.exportId === id);
      expect(told.map(({ data }) => data.state)).toEqual(['failed']);
    }
    const left: unknown[] = await hospital.source.query('SELECT 1 FROM patient_export WHERE criteria IS NOT NULL');
    expect(left).toEqual([]);
  });

  it('PT-8 has lost its file a week later, and so has an import', async () => {
    const { id } = await exported('centre-manager', { format: 'csv' });
    await hospital.clock.advance({ days: 8 });
    await hospital.api('administrator').post('/ops/retention/run').expect(202);
    const manager = hospital.api('centre-manager');
    await eventually(async () => expect((await manager.get(`/patients/exports/${id}`)).body.hasFile).toBe(false));
    await eventually(async () => {
      const rows: unknown[] = await hospital.source.query('SELECT 1 FROM patient_import WHERE file_id IS NOT NULL');
      expect(rows).toEqual([]);
    });
    await hospital.app.get(FileSweeper).runOnce();
    const left: unknown[] = await hospital.source.query(`SELECT id FROM file WHERE use LIKE 'patient-%port%'`);
    expect(left).toEqual([]);
    expect((await manager.get(`/patients/exports/${id}/link`).expect(409)).body.code).toBe('export-without-file');
  });
});
