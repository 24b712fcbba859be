import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDischarge, READER, startHis, type HisService } from './his-service.js';

describe('who may not know whom a message is about', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
  });
  afterAll(() => his.stop());

  it('PT-9 sees which segments and fields it has and what was wrong, not what they hold', async () => {
    const sent = aDischarge({
      pid: { 3: 'R0088001^^^HIS^MR', 5: '欧阳^晓燕', 7: '19681332' },
      pv1: { 19: 'V0012345' },
    });
    await (await his.sender()).send(sent.bytes);
    const integrator = his.api('integrator');
    const { body } = await integrator
      .get('/his/messages')
      .query({ filter: `controlId eq '${sent.controlId}'` })
      .expect(200);
    const [summary] = body.items;
    expect(summary).toMatchObject({ recordNumber: '*****001', recordNumbers: ['*****001'], visitNumber: '*****345' });
    expect(summary.errors).toMatchObject([{ location: 'PID-7', text: '"***" is not a date' }]);
    const { body: message } = await integrator.get(`/his/messages/${summary.id}`).expect(200);
    expect(message.text).toMatch(/^MSH\|.*\rEVN\|.*\rPID\|.*\rPV1\|/s);
    expect(message.text).toContain('|**^**|');
    expect(JSON.stringify(message)).not.toMatch(/欧阳|晓燕|1968|R0088001|V0012345/);
    const { body: refused } = await his.api('administrator').get(`/his/messages/${summary.id}/raw`).expect(403);
    expect(refused).toMatchObject({ right: 'his.raw.read' });
    const { body: retried } = await integrator.post(`/his/messages/${summary.id}/retry`).expect(422);
    expect(JSON.stringify(retried)).not.toContain('1968');
    expect(await reveals()).not.toContain(true);
    const { body: whole } = await his
      .api(...READER)
      .get(`/his/messages/${summary.id}`)
      .expect(200);
    expect(whole).toMatchObject({
      text: sent.text,
      recordNumber: 'R0088001',
      visitNumber: 'V0012345',
    });
    expect((await reveals()).at(-1)).toBe(true);
  });

  it('PT-9 downloads the bytes of a message with a right of its own, and the audit says that he saw them', async () => {
    const sent = aDischarge({ pid: { 5: '欧阳^晓燕' } });
    await (await his.sender()).send(sent.bytes);
    const { body } = await his
      .api('integrator')
      .get('/his/messages')
      .query({ filter: `controlId eq '${sent.controlId}'` })
      .expect(200);
    const [{ id }] = body.items;
    for (const role of ['administrator', 'centre-manager', 'agent'] as const)
      await his.api(role).get(`/his/messages/${id}/raw`).expect(403);
    expect((await reveals()).slice(-3)).toEqual([false, false, false]);
    const raw = await his.api('integrator').get(`/his/messages/${id}/raw`).buffer().expect(200);
    expect(sent.bytes.equals(raw.body as Buffer)).toBe(true);
    expect((await reveals()).at(-1)).toBe(true);
  });

  it('PT-9 finds a message by the whole number he was given', async () => {
    const sent = aDischarge({ pid: { 3: 'R-EXACT-1^^^HIS^MR' } });
    await (await his.sender()).send(sent.bytes);
    const { body } = await his.api('integrator').get('/his/messages').query({ recordNumber: 'R-EXACT-1' }).expect(200);
    expect(body.items).toMatchObject([{ controlId: sent.controlId, recordNumber: '******T-1' }]);
  });

  const reveals = async () =>
    (await his.source.query<{ unmasked: boolean }[]>('SELECT unmasked FROM audit_entry ORDER BY at, id')).map(
      ({ unmasked }) => unmasked,
    );
});
