import {
  ComplaintRequestedV1,
  ComplaintsErasureReportedV1,
  PersonErasedV1,
  TicketOpenedV1,
  TicketUnmergedV1,
} from '#contracts';
import { Clock, newId, transact } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ComplaintsConfig } from '../src/complaints.config.js';
import { Effects } from '../src/tickets/effects.js';
import { NewTickets } from '../src/tickets/new-tickets.js';
import { TicketsPersonData } from '../src/tickets/tickets.person-data.js';
import { openTicket, startComplaints } from './complaints.js';

describe('tickets', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startComplaints();
  });
  afterAll(() => service.stop());

  it('CP-1 a request becomes a ticket with a number of its year, a colour, an entry and an event', async () => {
    await service.clock.set('2026-12-31T23:59:00+08:00');
    const { ticket } = await openTicket(service, { patientId: newId(), kind: 'suggestion' });
    expect(ticket).toMatchObject({ number: expect.stringMatching(/^2026-\d{6}$/), colour: 'blue', state: 'open' });
    const entries = await service.source.query('SELECT what, changed_to FROM ticket_entry WHERE ticket_id = $1', [
      ticket.id,
    ]);
    expect(entries).toEqual([{ what: 'opened', changed_to: 'open' }]);
    const told = (await service.events(TicketOpenedV1)).filter(({ data }) => data.ticketId === ticket.id);
    expect(told).toMatchObject([{ partitionkey: ticket.patientId, data: { kind: 'suggestion', channel: 'phone' } }]);
    await service.clock.reset();
  });

  it('CP-1 what may make one ticket makes one, also when it is told twice at the same moment', async () => {
    const onceKey = `test:${newId()}`;
    const made = await Promise.all([openTicket(service, { onceKey }), openTicket(service, { onceKey })]);
    expect(new Set(made.map(({ ticket }) => ticket.id)).size).toBe(1);
    expect(made.map(({ opened }) => opened).toSorted()).toEqual([false, true]);
  });

  it('CP-4 what was entered is never edited', async () => {
    await openTicket(service);
    const edits = [`UPDATE ticket_entry SET note = 'x'`, 'DELETE FROM ticket_entry', 'TRUNCATE ticket_entry'];
    for (const edit of edits) await expect(service.source.query(edit)).rejects.toThrow('never edited (CP-4)');
  });

  it('PT-9 the erasure of a person takes the tickets and what was entered of them', async () => {
    const patientId = newId();
    const { ticket } = await openTicket(service, { patientId });
    const order = { erasureId: newId(), patientId, patientIds: [patientId], recordNumbers: [] };
    const keepUntil = '2056-03-02T00:00:00.000Z';
    await service.publish(PersonErasedV1, { ...order, erasedAt: service.clock.now().toISOString(), keepUntil });
    await eventually(async () => expect(await service.events(ComplaintsErasureReportedV1)).toHaveLength(1));
    expect(await service.source.query('SELECT 1 FROM ticket WHERE id = $1', [ticket.id])).toEqual([]);
    const sealed: { table_name: string }[] = await service.source.query('SELECT table_name FROM sealed_record');
    expect(new Set(sealed.map((row) => row.table_name))).toEqual(new Set(['ticket_entry', 'clock', 'ticket']));
  });

  const erase = (patientId: string) => {
    const order = { erasureId: newId(), patientId, patientIds: [patientId], recordNumbers: [] };
    return service.publish(PersonErasedV1, { ...order, erasedAt: service.clock.now().toISOString() });
  };
  const isErased = (patientId: string) =>
    eventually(async () => {
      const told = await service.events(ComplaintsErasureReportedV1);
      expect(told.filter(({ data }) => data.patientId === patientId)).toHaveLength(1);
    });
  const ofPatient = (patientId: string) =>
    service.source.query('SELECT id FROM ticket WHERE patient_id = $1', [patientId]);

  it('PT-9 CP-10 a ticket of somebody else that went on in one of the erased person goes on by itself, with its clocks', async () => {
    const [patientId, somebody] = [newId(), newId()];
    const gone = (await openTicket(service, { patientId })).ticket;
    const other = (await openTicket(service, { patientId: somebody })).ticket;
    const alsoGone = (await openTicket(service, { patientId })).ticket;
    for (const { id } of [other, alsoGone])
      await service
        .api('centre-manager')
        .post(`/complaints/tickets/${id}/merge`)
        .set('if-match', '"1"')
        .send({ into: gone.id, reason: '同一事件' })
        .expect(200);
    await erase(patientId);
    await isErased(patientId);
    const { body } = await service.api('centre-manager').get(`/complaints/tickets/${other.id}`).expect(200);
    expect(body).toMatchObject({ state: 'open', mergedInto: null, patientId: somebody });
    const running = (ids: string[]) =>
      service.source.query(
        `SELECT count(*)::int AS clocks FROM clock WHERE subject_id = ANY ($1::uuid[]) AND stopped_at IS NULL`,
        [ids],
      );
    expect(await running([other.id])).toEqual([{ clocks: 4 }]);
    expect(await running([gone.id, alsoGone.id])).toEqual([{ clocks: 0 }]);
    await eventually(async () => {
      const told = (await service.events(TicketUnmergedV1)).filter(({ data }) => data.survivorId === gone.id);
      expect(told.map(({ data }) => data.ticketId)).toEqual([other.id]);
    });
  });

  it('PT-9 nobody opens a ticket of a patient who was erased, however the id is written', async () => {
    const patientId = newId();
    await erase(patientId);
    await isErased(patientId);
    for (const id of [patientId, patientId.toUpperCase()]) {
      const said = { kind: 'complaint', channel: 'phone', subject: '等候', text: '张三', patientId: id };
      const { body } = await service.api('agent').post('/complaints/tickets').send(said).expect(410);
      expect(body).toMatchObject({ code: 'person-erased' });
    }
    expect(await ofPatient(patientId)).toEqual([]);
  });

  it('PT-9 FU-9 an answer of a patient who was erased makes no ticket and stops no other event', async () => {
    const patientId = newId();
    await erase(patientId);
    await isErased(patientId);
    const { id } = await service.publish(ComplaintRequestedV1, {
      ...{ requestId: newId(), responseId: newId(), questionnaireCode: 'satisfaction', questionnaireVersion: 1 },
      ...{ flag: 'dissatisfied', nameZh: '不满意', nameEn: 'dissatisfied', linkIds: ['overall'], patientId },
      ...{ requestedAt: '2026-03-05T15:00:00+08:00', confidential: false },
    });
    await eventually(async () =>
      expect(await service.source.query('SELECT 1 FROM inbox WHERE event_id = $1', [id])).toHaveLength(1),
    );
    // The bus lets no event of an erased person have an effect: the refusal of `open` is never met, nothing is parked.
    expect(await service.source.query('SELECT subject, error FROM parked_event')).toEqual([]);
    expect(await ofPatient(patientId)).toEqual([]);
  });

  it('PT-9 an erasure that comes while a ticket is being opened waits for it and takes it', async () => {
    const patientId = newId();
    const { app, source } = service;
    const effects = new Effects({ now: app.get(Clock).now(), zone: app.get(ComplaintsConfig).hospitalZone });
    await transact(source, async (tx) => {
      const wanted = { kind: 'complaint', channel: 'phone', subject: '等候', text: '等候两个小时' } as const;
      await app.get(NewTickets).open(tx, { ...wanted, patientId }, effects);
      await erase(patientId);
      // Applied by another connection: it either waits for this transaction, or is over and has missed the ticket.
      await eventually(async () => {
        const waiting: unknown[] = await source.query(
          `SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
            WHERE locktype = 'advisory' AND NOT granted AND mode = 'ExclusiveLock' AND datname = current_database()
            UNION ALL SELECT 1 FROM person_erasure WHERE patient_id = $1 AND state = 'applied'`,
          [patientId],
        );
        expect(waiting).not.toEqual([]);
      });
    });
    await isErased(patientId);
    expect(await ofPatient(patientId)).toEqual([]);
  });

  const packageOf = (patientId: string) =>
    transact(service.source, async (tx) => {
      const read: Record<string, Record<string, unknown>[]> = {};
      for (const { name, rows } of await service.app.get(TicketsPersonData).collect(tx, [patientId])) {
        const taken: Record<string, unknown>[] = [];
        for await (const row of rows) taken.push(row);
        read[name] = taken;
      }
      return read;
    });

  it('PT-9 a data package tells what was said to the person, not what staff wrote for each other or who reported it', async () => {
    const patientId = newId();
    const { ticket } = await openTicket(service, { patientId, reporterName: '邻居', reporterPhone: '13800138000' });
    const dispute = await openTicket(service, { patientId, medical: true, dispute: true });
    for (const id of [ticket.id, dispute.ticket.id]) {
      await service.source.query(
        `INSERT INTO ticket_entry (ticket_id, at, what, note, actor_name)
         SELECT $1, now(), what, what || '!', '李法务' FROM unnest($2::text[]) AS what`,
        [id, ['claimed', 'noted', 'replied', 'case-cause', 'paused', 'solved', 'recoloured', 'closed']],
      );
    }
    const { tickets, 'ticket-entries': entries } = await packageOf(patientId);
    expect(tickets?.map(({ number }) => number).toSorted()).toEqual([ticket.number, dispute.ticket.number].toSorted());
    for (const row of tickets ?? []) expect(Object.keys(row).filter((key) => key.startsWith('reporter'))).toEqual([]);
    const told = entries?.map(({ number, what, note }) => [number, what, note]).toReversed();
    expect(told).toEqual([
      [ticket.number, 'opened', null],
      [ticket.number, 'claimed', null],
      [ticket.number, 'replied', 'replied!'],
      [ticket.number, 'paused', null],
      [ticket.number, 'solved', 'solved!'],
      [ticket.number, 'closed', null],
    ]);
  });

  it('CP-10 what somebody holds is read in order from an index, over or not', async () => {
    const plan = await transact(service.source, async (tx) => {
      await tx.query(`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)`);
      return tx.query(
        `EXPLAIN SELECT id FROM ticket WHERE holder_id = 'x' ORDER BY received_at DESC, id DESC LIMIT 51`,
      );
    });
    expect(JSON.stringify(plan)).toMatch(/ticket_of_holder/);
    expect(JSON.stringify(plan)).not.toMatch(/Sort/);
  });
});
