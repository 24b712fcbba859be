import { ComplaintsErasureReportedV1, PersonErasedV1, TicketOpenedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
});
