import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, rmdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileSweeper } from '#platform';
import { eventually, ServiceProcess, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patientsMigrations } from '../src/migrations/index.js';
import { PatientsModule } from '../src/patients.module.js';
import { Clamd } from './clamd.js';
import { aJpeg, aPng } from './photographs.js';

const MIB = 1_048_576;
const VIRUS = 'this-would-be-a-virus';
const NOBODY = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
const KEYS = `${'n'.repeat(32)},${'o'.repeat(32)}`;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'photos-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function start(environment: Record<string, string> = {}): Promise<TestService> {
  const files = { FILES_DIR: directory, FILES_LINK_KEYS: KEYS, CLAMAV_HOST: '', ...environment };
  const service = await startTestService({
    service: 'patients',
    module: PatientsModule,
    migrations: patientsMigrations,
    environment: files,
  });
  // It sweeps when a test says so: a round of its own, a minute after the start, would come between any two lines.
  clearTimeout(service.app.get(FileSweeper)['timer']);
  return service;
}

async function aPatient(hospital: TestService): Promise<string> {
  const { body } = await hospital.api('agent').post('/patients').send({ name: '葉东珅' }).expect(201);
  return body.id as string;
}

function upload(
  hospital: TestService,
  id: string,
  content: Buffer,
  filename = '葉东珅 (1).png',
  contentType = 'image/png',
) {
  return hospital.api('agent').post(`/patients/${id}/photo`).attach('file', content, { filename, contentType });
}

/** Ids of the contents in the folder. */
async function contents(): Promise<string[]> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** Where the content of a file lies in the folder. */
async function pathOf(fileId: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const found = entries.find(({ name }) => name === fileId);
  return join(found?.parentPath ?? '', fileId);
}

async function states(hospital: TestService, id: string): Promise<string[]> {
  const rows: { state: string }[] = await hospital.source.query('SELECT state FROM file WHERE owner = $1 ORDER BY id', [
    `patient/${id}`,
  ]);
  return rows.map(({ state }) => state);
}

describe('the photo of a patient (decision 12)', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await start();
  });
  afterAll(() => hospital.stop());

  it('comes back byte by byte, named in Chinese, and is never guessed at by a browser', async () => {
    const id = await aPatient(hospital);
    const photo = aPng(300_000);
    const sha256 = createHash('sha256').update(photo).digest('hex');
    const { body } = await upload(hospital, id, photo).expect(201);
    expect(body).toMatchObject({
      name: '葉东珅 (1).png',
      mediaType: 'image/png',
      size: 300_000,
      sha256,
      scan: 'not-scanned',
    });
    const answer = await hospital.api('guide').get(`/patients/${id}/photo`).expect(200);
    expect(answer.body.equals(photo)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': '300000',
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename="___ (1).png"; filename*=UTF-8''%E8%91%89%E4%B8%9C%E7%8F%85%20%281%29.png`,
      etag: `"${sha256.slice(0, 32)}"`,
    });
  });

  it('is sent in part, or not at all to who has it', async () => {
    const id = await aPatient(hospital);
    const photo = aPng(5_000);
    await upload(hospital, id, photo).expect(201);
    const get = () => hospital.api('agent').get(`/patients/${id}/photo`);
    const part = await get().set('range', 'bytes=100-199').expect(206);
    expect(part.headers['content-range']).toBe('bytes 100-199/5000');
    expect(part.body.equals(photo.subarray(100, 200))).toBe(true);
    const outside = await get().set('range', 'bytes=5000-').expect(416);
    expect(outside.headers['content-range']).toBe('bytes */5000');
    const { etag } = part.headers as { etag: string };
    await get().set('if-none-match', `"x", W/${etag}`).expect(304);
    const stale = await get().set('range', 'bytes=0-9').set('if-range', '"former"').expect(200);
    expect(stale.body).toHaveLength(5_000);
  });

  it('takes the place of the former one, whose content is removed after the commit', async () => {
    const id = await aPatient(hospital);
    const first = (await upload(hospital, id, aPng()).expect(201)).body.fileId as string;
    const second = (await upload(hospital, id, aJpeg(), 'neu.jpg', 'image/jpeg').expect(201)).body.fileId as string;
    expect(await states(hospital, id)).toEqual(['deleted', 'not-scanned']);
    await hospital.app.get(FileSweeper).runOnce();
    expect(await contents()).toContain(second);
    expect(await contents()).not.toContain(first);
    expect(await states(hospital, id)).toEqual(['not-scanned']);
  });

  it('whose content cannot be removed holds up no other, and is tried again', async () => {
    const id = await aPatient(hospital);
    const stuck = (await upload(hospital, id, aPng()).expect(201)).body.fileId as string;
    const next = (await upload(hospital, id, aPng()).expect(201)).body.fileId as string;
    await upload(hospital, id, aPng()).expect(201);
    const path = await pathOf(stuck);
    await rm(path);
    // A folder is not removed as a file.
    await mkdir(path);
    await hospital.app.get(FileSweeper).runOnce();
    await hospital.app.get(FileSweeper).runOnce();
    expect(await contents()).not.toContain(next);
    expect(await states(hospital, id)).toEqual(['deleted', 'not-scanned']);
    await rmdir(path);
    await hospital.app.get(FileSweeper).runOnce();
    expect(await states(hospital, id)).toEqual(['not-scanned']);
  });

  it('sent ten times at once leaves one photo and nine that are swept', async () => {
    const id = await aPatient(hospital);
    const before = (await contents()).length;
    await Promise.all(Array.from({ length: 10 }, () => upload(hospital, id, aPng(50_000)).expect(201)));
    await hospital.app.get(FileSweeper).runOnce();
    expect(await states(hospital, id)).toEqual(['not-scanned']);
    expect((await contents()).length).toBe(before + 1);
    await hospital.api('agent').get(`/patients/${id}/photo`).expect(200);
  });

  it('is gone when it is taken out', async () => {
    const id = await aPatient(hospital);
    await upload(hospital, id, aPng()).expect(201);
    await hospital.api('agent').delete(`/patients/${id}/photo`).expect(204);
    await hospital.api('agent').get(`/patients/${id}/photo`).expect(404);
    await hospital.api('agent').delete(`/patients/${id}/photo`).expect(404);
  });

  it.each<[number, string, Buffer, string, string]>([
    [415, 'file-type-refused', Buffer.from('MZ\0\0 not a picture'), 'photo.png', 'image/png'],
    [415, 'file-type-refused', Buffer.from('<svg onload="alert(1)"/>'), 'photo.svg', 'image/svg+xml'],
    [415, 'file-type-mismatch', aJpeg(), 'photo.png', 'image/png'],
    [422, 'file-empty', Buffer.alloc(0), 'photo.png', 'image/png'],
    [413, 'file-too-large', aPng(5 * MIB + 1), 'photo.png', 'image/png'],
  ])('is refused with %d %s, and nothing of it stays', async (status, code, content, filename, type) => {
    const id = await aPatient(hospital);
    const before = await contents();
    const { body } = await upload(hospital, id, content, filename, type).expect(status);
    expect(body).toMatchObject({ code });
    expect(await contents()).toEqual(before);
    await hospital.api('agent').get(`/patients/${id}/photo`).expect(404);
  });

  it('of just 5 MiB is accepted', async () => {
    const id = await aPatient(hospital);
    await upload(hospital, id, aPng(5 * MIB)).expect(201);
  });

  it('is refused without a file, for nobody, and from who may not write', async () => {
    const id = await aPatient(hospital);
    const agent = hospital.api('agent');
    const { body } = await agent.post(`/patients/${id}/photo`).field('note', 'no file').expect(400);
    expect(body).toMatchObject({ code: 'validation-failed', errors: [{ field: 'file' }] });
    await agent.post(`/patients/${id}/photo`).send({ file: 'x' }).expect(415);
    await upload(hospital, NOBODY, aPng()).expect(404);
    await hospital.api('guide').post(`/patients/${id}/photo`).attach('file', aPng(), 'photo.png').expect(403);
    await hospital.api('qc-inspector').get(`/patients/${id}/photo`).expect(403);
  });

  it('is shown by a signed link without a token, as long as the link says', async () => {
    const id = await aPatient(hospital);
    await upload(hospital, id, aPng()).expect(201);
    const { body: link } = await hospital.api('agent').get(`/patients/${id}/photo/link`).expect(200);
    const url = String(link.url);
    expect(url).toMatch(/^\/files\/patients\/[0-9a-f-]{36}\?/);
    // The gateway takes the service's name out of the path.
    const path = url.replace('/files/patients/', '/files/');
    const shown = await hospital.anonymous().get(path).expect(200);
    expect(shown.headers['content-disposition']).toMatch(/^inline/);
    await hospital.anonymous().get('/files/..%2f..%2fetc%2fpasswd').expect(400);
    await hospital.clock.advance({ seconds: 301 });
    const late = await hospital.anonymous().get(path).expect(410);
    expect(late.body).toMatchObject({ code: 'link-expired' });
    await hospital.clock.reset();
  });

  it('is not shown by a link that somebody altered, and PT-9 only the true one is entered in the audit: guesses must not fill it', async () => {
    const [id, other] = [await aPatient(hospital), await aPatient(hospital)];
    await upload(hospital, id, aPng()).expect(201);
    const otherFile = String((await upload(hospital, other, aPng()).expect(201)).body.fileId);
    const { body: link } = await hospital.api('agent').get(`/patients/${id}/photo/link`).expect(200);
    const path = String(link.url).replace('/files/patients/', '/files/');
    const fileId = path.slice('/files/'.length, path.indexOf('?'));
    await hospital.anonymous().get(path).expect(200);
    const signature = new URL(path, 'http://x').searchParams.get('signature') ?? '';
    const signed = (made: string) => path.replace(signature, made);
    const swapped = signature.replaceAll(/[a-z]/gi, (c) => (c < 'a' ? c.toLowerCase() : c.toUpperCase()));
    const altered: [number, string][] = [
      [403, path.replace('inline', 'attachment')],
      [403, path.replace(/expires=\d/, 'expires=9')],
      [403, path.replace(fileId, NOBODY)],
      [403, path.replace(fileId, otherFile)],
      [403, path.replace(fileId, fileId.toUpperCase())],
      [403, signed(`${signature.startsWith('AA') ? 'BB' : 'AA'}${signature.slice(2)}`)],
      [403, signed(swapped)],
      [400, signed(signature.slice(0, -1))],
      [400, signed('')],
      [400, signed(`${signature}=`)],
      [400, `${path}&signature=${signature}`],
      [400, `${path}&expires=99999999999`],
      [400, `${path}&expires[]=99999999999`],
      [400, `${path}&disposition=attachment`],
      [400, `${path}&service=staff`],
      [400, path.replace('inline', 'INLINE')],
      [400, path.replace('expires=', 'expires=-')],
      [400, path.split('?')[0] as string],
    ];
    for (const [status, made] of altered) {
      const answer = await hospital.anonymous().get(made);
      expect([made, answer.status]).toEqual([made, status]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ code: status === 403 ? 'link-invalid' : 'validation-failed' });
    }
    const entries: { status: number; n: number }[] = await hospital.source.query(
      `SELECT status, count(*)::int AS n FROM audit_entry
        WHERE operation LIKE '%files_download' AND subject_ids && $1::text[] GROUP BY status ORDER BY status`,
      [[fileId, fileId.toUpperCase(), otherFile, NOBODY]],
    );
    expect(entries).toEqual([{ status: 200, n: 1 }]);
    const attempts: { n: number }[] = await hospital.source.query(
      `SELECT count(*)::int AS n FROM audit_entry WHERE operation LIKE '%files_download' AND status IN (400, 403)`,
    );
    expect(attempts).toEqual([{ n: 0 }]);
  });

  it('whose content is lost is said to be missing, not sent as nothing', async () => {
    const id = await aPatient(hospital);
    const { body } = await upload(hospital, id, aPng()).expect(201);
    const fileId = String(body.fileId);
    await rm(join(directory, 'patients', fileId.slice(-2), fileId));
    const answer = await hospital.api('agent').get(`/patients/${id}/photo`).expect(503);
    expect(answer.body).toMatchObject({ code: 'file-content-missing' });
  });

  it('whose caller goes away in the middle leaves nothing', async () => {
    const id = await aPatient(hospital);
    const before = await contents();
    const abort = beginUpload(hospital.url, hospital.token('agent'), id);
    await eventually(async () => expect((await contents()).length).toBe(before.length + 1));
    abort();
    await eventually(async () => expect(await contents()).toEqual(before));
    await eventually(async () => {
      const rows: unknown[] = await hospital.source.query(`SELECT 1 FROM file WHERE state = 'uploading'`);
      expect(rows).toEqual([]);
    });
  });

  it('of which a killed process has half is never served, and is swept after a day', async () => {
    const id = await aPatient(hospital);
    // What other tests replaced goes first.
    await hospital.app.get(FileSweeper).runOnce();
    const before = await contents();
    const { SERVICE_PORT: _ours, ...environment } = process.env as Record<string, string>;
    const victim = await ServiceProcess.start(new URL('../src/main.ts', import.meta.url), environment);
    try {
      await eventually(async () => expect((await victim.get('/health/ready')).ok).toBe(true), { timeout: 60_000 });
      beginUpload(victim.url, hospital.token('agent'), id);
      await eventually(async () => expect((await contents()).length).toBe(before.length + 1));
    } finally {
      // One that is too slow to become ready must not sweep and publish beside the tests after this one.
      victim.signal('SIGKILL');
      await victim.exited;
    }
    await hospital.api('agent').get(`/patients/${id}/photo`).expect(404);
    await hospital.app.get(FileSweeper).runOnce();
    expect((await contents()).length).toBe(before.length + 1);
    await hospital.clock.advance({ hours: 24, minutes: 1 });
    await hospital.app.get(FileSweeper).runOnce();
    await hospital.clock.reset();
    expect(await contents()).toEqual(before);
    expect(await hospital.source.query(`SELECT 1 FROM file WHERE state IN ('uploading', 'deleted')`)).toEqual([]);
  });
});

/** Sends the first megabyte of a photo and then nothing more. @returns how to break it off */
function beginUpload(url: string, token: string, id: string): () => void {
  const request = httpRequest(`${url}/patients/${id}/photo`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=edge' },
  });
  request.on('error', () => undefined);
  const part = 'content-disposition: form-data; name="file"; filename="photo.png"\r\ncontent-type: image/png\r\n\r\n';
  request.write(Buffer.concat([Buffer.from(`--edge\r\n${part}`), aPng(MIB)]));
  return () => request.destroy();
}

describe('a photo where a virus scanner is configured (decision 12)', () => {
  const clamd = new Clamd(VIRUS, 4 * MIB);
  let hospital: TestService;
  beforeAll(async () => {
    await clamd.start();
    hospital = await start({ CLAMAV_HOST: clamd.address });
  });
  afterAll(async () => {
    await hospital.stop();
    await clamd.stop();
  });

  const watched = async (state: string) => {
    const { body } = await hospital.api('administrator').get('/ops/files').query({ state }).expect(200);
    return body.items as { id: string; owner: string | null; finding: string | null }[];
  };

  it('is served when it was found clean, every byte of it', async () => {
    const id = await aPatient(hospital);
    const { body } = await upload(hospital, id, aPng(3 * MIB)).expect(201);
    expect(body.scan).toBe('clean');
    expect(clamd.scanned.at(-1)).toBe(3 * MIB);
    await hospital.api('agent').get(`/patients/${id}/photo`).expect(200);
  });

  it('goes into quarantine when it is infected: reported, never served, and the former one stays', async () => {
    const id = await aPatient(hospital);
    const former = await upload(hospital, id, aPng()).expect(201);
    const { body } = await upload(hospital, id, aPng(0, VIRUS)).expect(422);
    expect(body).toMatchObject({ code: 'file-infected' });
    expect(await watched('infected')).toContainEqual(
      expect.objectContaining({ id: body.fileId, finding: 'Eicar-Test-Signature', use: 'patient-photo' }),
    );
    expect(await contents()).toContain(body.fileId);
    const shown = await hospital.api('agent').get(`/patients/${id}/photo`).expect(200);
    expect(shown.headers['etag']).toBe(`"${String(former.body.sha256).slice(0, 32)}"`);
    await hospital.api('agent').get('/ops/files?state=infected').expect(403);
  });

  it('waits while the scanner is down, is not served meanwhile, and is scanned when it is back', async () => {
    const [healthy, ill] = [await aPatient(hospital), await aPatient(hospital)];
    await clamd.stop();
    for (const [id, photo] of [[healthy, aPng()] as const, [ill, aPng(0, VIRUS)] as const]) {
      const { body } = await upload(hospital, id, photo).expect(201);
      expect(body.scan).toBe('pending');
      const refused = await hospital.api('agent').get(`/patients/${id}/photo`).expect(409);
      expect(refused.body).toMatchObject({ code: 'file-awaits-scan' });
      await hospital.api('agent').get(`/patients/${id}/photo/link`).expect(409);
    }
    await hospital.app.get(FileSweeper).runOnce();
    expect(await watched('pending')).toHaveLength(2);
    await clamd.start();
    await hospital.app.get(FileSweeper).runOnce();
    await hospital.api('agent').get(`/patients/${healthy}/photo`).expect(200);
    const found = await hospital.api('agent').get(`/patients/${ill}/photo`).expect(409);
    expect(found.body).toMatchObject({ code: 'file-infected' });
    expect((await watched('infected')).map(({ owner }) => owner)).toContain(`patient/${ill}`);
    expect(await watched('pending')).toEqual([]);
  });

  it('waits, with the reason, when it is larger than the scanner takes', async () => {
    const id = await aPatient(hospital);
    expect((await upload(hospital, id, aPng(4 * MIB + 1)).expect(201)).body.scan).toBe('pending');
    await hospital.app.get(FileSweeper).runOnce();
    expect((await watched('pending'))[0]?.finding).toContain('size limit exceeded');
    await hospital.api('agent').delete(`/patients/${id}/photo`).expect(204);
  });
});
