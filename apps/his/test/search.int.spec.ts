import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import { aDischarge, READER, startHis, type HisService } from './his-service.js';

describe('the search for messages', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
  });
  afterAll(() => his.stop());

  it('IN-1 goes page by page, newest first, narrowed by what is known', async () => {
    const sender = await his.sender();
    const sent = Array.from({ length: 5 }, () => aDischarge());
    await his.at('2026-03-01T08:00:00+08:00');
    for (const { bytes } of sent.slice(0, 2)) await sender.send(bytes);
    await his.at('2026-03-02T08:00:00+08:00');
    for (const { bytes } of sent.slice(2)) await sender.send(bytes);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await his.api('integrator').get(`/his/messages?limit=2${after}`).expect(200);
      seen.push(...body.items.map(({ controlId }: { controlId: string }) => controlId));
      cursor = body.nextCursor as string | null;
    }
    const ids = sent.map(({ controlId }) => controlId);
    expect(seen).toEqual(ids.toReversed());
    const found = async (query: string) => (await his.messages(query)).map(({ controlId }) => controlId);
    const midnight = encodeURIComponent('2026-03-02T00:00:00+08:00');
    expect(await found(`filter=receivedAt lt '${midnight}'`)).toEqual(ids.slice(0, 2).toReversed());
    expect(
      await found(
        `filter=receivedAt ge '${midnight}' and event eq 'A03' and partner eq 'default' and status ne 'rejected'`,
      ),
    ).toHaveLength(3);
    expect(await found(`visitNumber=${ids[0]!.replace('T', 'V')}`)).toEqual([ids[0]]);
    expect(await found(`filter=event eq 'A01'`)).toEqual([]);
    await his.clock.reset();
  });

  it('IN-1 refuses what makes no sense, field by field', async () => {
    const api = his.api(...READER);
    for (const query of [
      ...[
        'limit=0',
        'limit=201',
        'limit=x',
        `filter=status eq 'lost'`,
        `filter=receivedAt gt 'yesterday'`,
        'status=rejected',
      ],
      ...[
        'cursor=abc',
        'cursor=WzEsMl0',
        'filter=',
        `filter=recordNumber gt '1'`,
        'sort=visitNumber',
        'colour=red',
        'recordNumber=%00',
      ],
    ]) {
      expect([query, (await api.get(`/his/messages?${query}`)).status]).toEqual([query, 400]);
    }
    const nobody = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99';
    for (const path of ['', '/raw']) await api.get(`/his/messages/${nobody}${path}`).expect(404);
    await api.get('/his/messages/7').expect(400);
    await api.post(`/his/messages/${nobody}/retry`).expect(404);
    await api.put(`/his/messages/${nobody}/repair`).send({ text: aDischarge().text }).expect(404);
    await api.put(`/his/messages/${nobody}/repair`).send({ text: 7 }).expect(400);
  });

  it('IN-1 forgets messages when their time is over', async () => {
    const { bytes, controlId } = aDischarge();
    await (await his.sender()).send(bytes);
    await his.clock.advance({ days: 366 });
    await eventually(async () => expect(await his.messages(`filter=controlId eq '${controlId}'`)).toEqual([]));
    await his.clock.reset();
  });
});
