import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#contracts';
import { newId } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTicket, startComplaints } from './complaints.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const EMPTY_ZIP = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);

describe('the files and the dossier of a ticket', () => {
  let service: TestService;
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'attachments-'));
    const files = { FILES_DIR: directory, FILES_LINK_KEYS: 'n'.repeat(32), CLAMAV_HOST: '' };
    service = await startComplaints(files);
  });
  afterAll(async () => {
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const upload = (ticketId: string, content: Buffer, contentType = 'image/png', role: Role = 'agent') =>
    service
      .api(role)
      .post(`/complaints/tickets/${ticketId}/attachments`)
      .attach('file', content, { filename: '缴费窗口.png', contentType });
  const list = (ticketId: string, role: Role = 'agent') =>
    service.api(role).get(`/complaints/tickets/${ticketId}/attachments`);
  const kept = async (): Promise<number> => {
    const [row]: { count: number }[] = await service.source.query(
      `SELECT count(*)::int AS count FROM file WHERE state <> 'deleted'`,
    );
    return row?.count ?? 0;
  };

  it('CP-10 a file is kept with its ticket, entered into the story, and read by a link without a token', async () => {
    const { ticket } = await openTicket(service);
    const { body } = await upload(ticket.id, PNG).expect(201);
    expect(body).toMatchObject({ mediaType: 'image/png', size: PNG.length, scan: 'not-scanned', name: '缴费窗口.png' });
    expect((await list(ticket.id).expect(200)).body).toEqual({ items: [body] });
    const path = `/complaints/tickets/${ticket.id}/attachments/${body.id}`;
    expect((await service.api('agent').get(path).expect(200)).body).toEqual(PNG);
    const { body: link } = await service.api('agent').get(`${path}/link`).expect(200);
    const answer = await service
      .anonymous()
      .get((link.url as string).replace('/files/complaints/', '/files/'))
      .expect(200);
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'image/png' });
    const { body: story } = await service.api('agent').get(`/complaints/tickets/${ticket.id}/entries`).expect(200);
    expect(story.items).toContainEqual(
      expect.objectContaining({ what: 'attached', to: body.id, note: '缴费窗口.png' }),
    );
    await service.api('agent').get(`/complaints/tickets/${ticket.id}/attachments/${newId()}`).expect(404);
    const other = await openTicket(service);
    await service.api('agent').get(path.replace(ticket.id, other.ticket.id)).expect(404);
  });

  it('CP-10 a file that is two things at once, or none that is taken, is refused and nothing of it stays', async () => {
    const { ticket } = await openTicket(service);
    const before = await kept();
    const polyglot = await upload(ticket.id, Buffer.concat([PNG, EMPTY_ZIP])).expect(415);
    expect(polyglot.body).toMatchObject({ code: 'file-type-mismatch', actual: 'application/zip' });
    const page = await upload(ticket.id, Buffer.concat([PNG, Buffer.from('<script>alert(1)</script>')])).expect(415);
    expect(page.body).toMatchObject({ code: 'file-type-mismatch', actual: 'text/html' });
    await upload(ticket.id, Buffer.from('<html></html>'), 'text/html').expect(415);
    await upload(ticket.id, Buffer.from('#!/bin/sh'), 'image/png').expect(415);
    await upload(ticket.id, Buffer.alloc(0)).expect(422);
    await eventually(async () => expect(await kept()).toBe(before));
    expect((await list(ticket.id).expect(200)).body).toEqual({ items: [] });
  });

  it('CP-10 a file of 2 GB is refused before it is sent', async () => {
    const { ticket } = await openTicket(service);
    const { port } = new URL(service.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asked = httpRequest({
        ...{ host: '127.0.0.1', port, method: 'POST', path: `/complaints/tickets/${ticket.id}/attachments` },
        headers: {
          authorization: `Bearer ${service.token('agent')}`,
          'content-type': 'multipart/form-data; boundary=b',
          'content-length': String(2 ** 31),
        },
      });
      asked.once('response', (answer) => {
        resolve(answer.statusCode);
        asked.destroy();
      });
      asked.once('error', reject);
      asked.write('--b\r\n');
    });
    expect(status).toBe(413);
  });

  it('CP-3 the files of a dispute, and its dossier, are for medical affairs and legal', async () => {
    const { ticket } = await openTicket(service, { medical: true, dispute: true });
    const { body } = await upload(ticket.id, PNG, 'image/png', 'legal').expect(201);
    expect((await upload(ticket.id, PNG).expect(403)).body.code).toBe('ticket-dispute');
    await list(ticket.id).expect(403);
    await service.api('agent').get(`/complaints/tickets/${ticket.id}/attachments/${body.id}/link`).expect(403);
    await service.api('agent').get(`/complaints/tickets/${ticket.id}/dossier`).expect(403);
    await list(ticket.id, 'medical-affairs').expect(200);
  });

  const textOf = async (pdf: Buffer): Promise<string> => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
    let text = '';
    for (let page = 1; page <= document.numPages; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent();
      text += items.map((item) => ('str' in item ? item.str : '')).join('');
    }
    return text.replaceAll(/\s/g, '');
  };

  it('CP-4 the dossier has every step and every file, and words only for who may see them', async () => {
    const { ticket } = await openTicket(service, { text: '门诊等候两个小时无人解释。' });
    await upload(ticket.id, PNG).expect(201);
    const print = (role: Role) =>
      service.api(role).get(`/complaints/tickets/${ticket.id}/dossier`).responseType('blob').expect(200);
    const answer = await print('agent');
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' });
    const text = await textOf(answer.body as Buffer);
    for (const part of [
      ticket.number,
      '登记Opened',
      '附件Attached',
      '门诊等候两个小时',
      '缴费窗口.png',
      '投诉Complaint',
    ]) {
      expect(text).toContain(part);
    }
    const masked = await textOf((await print('administrator')).body as Buffer);
    expect(masked).toContain(ticket.number);
    expect(masked).not.toContain('门诊等候两个小时');
    await service.api('agent').get(`/complaints/tickets/${newId()}/dossier`).expect(404);
  });
});
