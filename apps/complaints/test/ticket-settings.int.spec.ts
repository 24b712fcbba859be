import { faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CANNED_REPLIES } from '../src/tickets/canned-replies.list.js';
import { openTicket, startComplaints } from './complaints.js';

describe('settings of tickets, and who watches them', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startComplaints();
  });
  afterAll(() => service.stop());

  it('CP-1 the hospital decides which colours tickets get, and every change is audited with what it was', async () => {
    const manager = service.api('centre-manager');
    const { version, ...colours } = (await manager.get('/complaints/colours').expect(200)).body;
    expect(colours).toMatchObject({
      'medical-complaint': 'red',
      complaint: 'yellow',
      suggestion: 'blue',
      praise: 'blue',
    });
    const change = (to: object, tag = version) =>
      manager
        .put('/complaints/colours')
        .set('if-match', `"${tag}"`)
        .send({ ...colours, ...to });
    await change({ complaint: 'green' }).expect(400);
    await change({ complaint: 'red' }).expect(200);
    await change({ complaint: 'blue' }).expect(412);
    await service.api('agent').put('/complaints/colours').set('if-match', '"2"').send(colours).expect(403);
    expect((await openTicket(service)).ticket.colour).toBe('red');
    const [entry] = await service.source.query(
      `SELECT changes FROM audit_entry WHERE operation LIKE '%change' AND status = 200 ORDER BY at DESC LIMIT 1`,
    );
    expect(JSON.stringify(entry?.changes)).toContain('"complaint":"yellow"');
  });

  it('CP-10 canned replies are in both languages, changed by version, and offered no more', async () => {
    const [agent, manager] = [service.api('agent'), service.api('centre-manager')];
    expect((await agent.get('/complaints/canned-replies').expect(200)).body.items.length).toBeGreaterThan(2);
    const body = {
      code: 'parking',
      titleZh: '停车',
      titleEn: 'Parking',
      textZh: '已赠停车券。',
      textEn: 'Parking is free.',
    };
    const { body: made } = await manager.post('/complaints/canned-replies').send(body).expect(201);
    const taken = await manager.post('/complaints/canned-replies').send(body).expect(409);
    expect(taken.body.code).toBe('canned-reply-code-taken');
    const change = (version: number) =>
      manager.patch(`/complaints/canned-replies/${made.id}`).set('if-match', `"${version}"`).send({ active: false });
    expect((await change(1).expect(200)).body).toMatchObject({ ...body, active: false, version: 2 });
    await change(1).expect(412);
    await agent
      .post('/complaints/canned-replies')
      .send({ ...body, code: 'other' })
      .expect(403);
    expect(await faultsOfList(agent, '/complaints/canned-replies', CANNED_REPLIES)).toEqual([]);
  });

  it('CP-10 is watched once by whoever asks, until he asks no more, and a dispute by nobody who may not see it', async () => {
    const { id } = (await openTicket(service)).ticket;
    const mine = `/complaints/tickets/${id}/watchers/me`;
    await service.api('guide').put(mine).expect(200);
    expect((await service.api('guide').put(mine).expect(200)).body.items).toHaveLength(1);
    expect((await service.api('guide').delete(mine).expect(200)).body.items).toEqual([]);
    const dispute = (await openTicket(service, { medical: true, dispute: true })).ticket;
    await service.api('guide').put(`/complaints/tickets/${dispute.id}/watchers/me`).expect(403);
  });
});
