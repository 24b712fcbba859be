import {
  ComplaintsErasureReportedV1,
  PersonErasedV1,
  PersonMergedV1,
  TicketAttributedV1,
  TicketSolvedV1,
  type Role,
} from '#contracts';
import { Erasure, newId } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { TicketsPersonData } from '../src/tickets/tickets.person-data.js';
import type { Ticket } from '../src/tickets/tickets.dto.js';
import { keptAfterErasing, startComplaints } from './complaints.js';

const A_COMPLAINT = { kind: 'complaint', channel: 'phone', subject: '等候', text: '门诊等候两个小时无人解释。' };

describe('a ticket that was opened of nobody', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startComplaints();
  });
  afterAll(() => service.stop());

  const open = async (over: object = {}): Promise<Ticket> => {
    const said = { ...A_COMPLAINT, ...over };
    return (await service.api('agent').post('/complaints/tickets').send(said).expect(201)).body as Ticket;
  };
  const attribute = (ticket: Ticket, patientId: string, role: Role = 'agent') =>
    service
      .api(role)
      .post(`/complaints/tickets/${ticket.id}/patient`)
      .set('if-match', `"${ticket.version}"`)
      .send({ patientId, reason: '来电核对后确认' });
  const now = async ({ id }: Ticket): Promise<Ticket> =>
    (await service.api('agent').get(`/complaints/tickets/${id}`).expect(200)).body as Ticket;

  it('CP-10 gets its patient once, which its story, its events and the lists say', async () => {
    const [patientId, another] = [newId(), newId()];
    const ticket = await open();
    await attribute(ticket, patientId, 'finance').expect(403);
    await service
      .api('agent')
      .post(`/complaints/tickets/${ticket.id}/patient`)
      .send({ patientId, reason: '确认' })
      .expect(428);
    const { body } = await attribute(ticket, patientId.toUpperCase()).expect(200).expect('etag', '"2"');
    expect(body).toMatchObject({ patientId, version: 2 });
    await attribute(ticket, patientId).expect(412);
    const [told] = (await service.events(TicketAttributedV1)).filter(({ data }) => data.ticketId === ticket.id);
    expect(told?.data).toMatchObject({ patientId, subjectId: patientId, state: 'open', channel: 'phone' });
    const story = await service.api('agent').get(`/complaints/tickets/${ticket.id}/entries`).expect(200);
    expect(story.body.items.at(-1)).toMatchObject({ what: 'attributed', note: '来电核对后确认' });
    const list = await service.api('agent').get('/complaints/tickets').query({ patientId }).expect(200);
    expect(list.body.items).toMatchObject([{ id: ticket.id }]);
    expect((await attribute(body, another).expect(409)).body).toMatchObject({ code: 'ticket-patient-known' });
    await service.publish(PersonMergedV1, { survivorId: another, retiredId: patientId });
    await eventually(async () => expect((await attribute(body, another)).status).toBe(200));
    expect(await now(ticket)).toMatchObject({ patientId, version: 2 });
    await service.api('agent').post(`/complaints/tickets/${ticket.id}/claim`).expect(200);
    const solving = service.api('agent').post(`/complaints/tickets/${ticket.id}/solve`);
    await solving.set('if-match', '"3"').send({ text: '已答复' }).expect(200);
    const solved = (await service.events(TicketSolvedV1)).filter(({ data }) => data.ticketId === ticket.id);
    expect(solved).toMatchObject([{ data: { patientId, subjectId: patientId } }]);
    const audited = `SELECT 1 FROM audit_entry WHERE status = 200 AND subject_ids @> ARRAY[$1, $2]`;
    await eventually(async () =>
      expect(await service.source.query(audited, [ticket.id, patientId])).not.toHaveLength(0),
    );
  });

  it('PT-9 is given to nobody who was erased; one that was given while the erasure ran goes with it', async () => {
    const [patientId, another] = [newId(), newId()];
    const [given, other] = [await open(), await open()];
    const erase = (tx: EntityManager) =>
      service.app.get(TicketsPersonData).erase(tx, [another], service.clock.now(), new Erasure(newId(), null, []));
    const kept = await keptAfterErasing(service, erase, async () => attribute(other, another).expect(200));
    expect(kept.body).toMatchObject({ patientId: another });
    await attribute(given, patientId).expect(200);
    const order = { erasureId: newId(), patientId, patientIds: [patientId], recordNumbers: [] };
    await service.publish(PersonErasedV1, { ...order, erasedAt: service.clock.now().toISOString() });
    await eventually(async () => {
      const reported = await service.events(ComplaintsErasureReportedV1);
      expect(reported.filter(({ data }) => data.patientId === patientId)).toHaveLength(1);
    });
    expect(await service.source.query('SELECT 1 FROM ticket WHERE id = $1', [given.id])).toEqual([]);
    const late = await attribute(await open(), patientId).expect(410);
    expect(late.body).toMatchObject({ code: 'person-erased' });
  });

  it('PT-9 is found by the phone it was reported from, however it was written, and the name', async () => {
    const phone = `139${String(service.clock.now().getTime()).slice(-8)}`;
    const spaced = `${phone.slice(0, 3)} ${phone.slice(3, 7)}-${phone.slice(7)}`;
    const [mine, wifes] = [
      await open({ reporterName: '王芳', reporterPhone: spaced }),
      await open({ reporterName: '李丽', reporterPhone: phone }),
    ];
    await open({ reporterName: '王芳', reporterPhone: `${phone}0` });
    const search = async (said: object, role: Role = 'centre-manager') => {
      const { body } = await service.api(role).post('/complaints/ticket-reporters/search').send(said).expect(200);
      return (body.items as Ticket[]).map(({ id }) => id).toSorted();
    };
    expect(await search({ phone })).toEqual([mine.id, wifes.id].toSorted());
    expect(await search({ phone: spaced, name: '王芳' })).toEqual([mine.id]);
    await service.source.query('UPDATE ticket SET confidential = true WHERE id = $1', [mine.id]);
    expect(await search({ phone }, 'administrator')).toEqual([wifes.id]);
    await service.api('agent').post('/complaints/ticket-reporters/search').send({ phone }).expect(403);
  });
});
