import { ComplaintsNotificationRequestedV1, TicketEscalatedV1, type EventClass } from '#contracts';
import { newId, transact } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClockEntity } from '../src/clocks/clock.entity.js';
import { Clocks } from '../src/clocks/clocks.js';
import { ClockSubjects } from '../src/escalation/clock-subjects.js';
import type { NewTicket } from '../src/tickets/new-tickets.js';
import { TicketEntity } from '../src/tickets/ticket.entity.js';
import { openTicket, replicaOf, startComplaints } from './complaints.js';

const ZONE = 'Asia/Shanghai';
const HOLDER = newId();

describe('the ladder of escalation', () => {
  let service: TestService;
  /** Each test has a day of its own, so that none sees what is due of another. */
  let received = Date.parse('2026-03-02T10:00:00+08:00');

  beforeAll(async () => {
    service = await startComplaints();
  });
  afterAll(async () => {
    await service.stop();
  });
  beforeEach(async () => {
    await service.source.query(
      `UPDATE clock SET stopped_at = $1, outcome = 'withdrawn', next_at = NULL
      WHERE stopped_at IS NULL`,
      [new Date(received)],
    );
    received += 86_400_000;
    await at(0);
  });

  const minute = (count: number) => new Date(received + count * 60_000);
  const at = async (count: number) => {
    await service.clock.set(minute(count).toISOString());
  };

  /** A ticket that has no other clock but the solution's: claimed, answered, and no complaint. */
  const claimed = async (over: Partial<NewTicket> = {}, row: Partial<TicketEntity> = {}) => {
    const wanted = { kind: 'consultation', colour: 'yellow', receivedAt: minute(0), departmentCode: 'GK' } as const;
    const { ticket } = await openTicket(service, { ...wanted, ...over });
    await transact(service.source, async (tx) => {
      await tx.update(TicketEntity, { id: ticket.id }, { state: 'claimed', holderId: HOLDER, ...row });
      await service.app.get(Clocks).stop(tx, ticket.id, ['claim', 'first-reply'], minute(0));
    });
    return ticket;
  };
  const told = async <T extends object>(type: EventClass<T>, id: string) =>
    (await service.events(type)).map(({ data }) => data).filter((data) => JSON.stringify(data).includes(id));
  const noticesOf = async (id: string) =>
    (await told(ComplaintsNotificationRequestedV1, id)).map(({ purpose, to, urgency }) => [purpose, to, urgency]);
  const clockOf = async (id: string) =>
    await service.source.manager.findOneByOrFail(ClockEntity, { subjectId: id, kind: 'solution' });

  const WARNING = 'complaints.clock-warning';
  const LATE = 'complaints.clock-late';
  const BESIDES = 'complaints.clock-late-told';
  const holder = [{ accountId: HOLDER }];

  it('CP-2 what is solved in time is told to nobody; a paused clock neither', async () => {
    const [solved, paused, late] = [await claimed(), await claimed(), await claimed()];
    await transact(service.source, async (tx) => {
      await service.app.get(Clocks).stop(tx, solved.id, 'all', minute(10));
      await service.app.get(Clocks).pause(tx, paused.id, 'solution', { now: minute(10), zone: ZONE }, 'waiting');
    });
    await at(500);
    await eventually(async () => expect(await told(TicketEscalatedV1, late.id)).toHaveLength(2));
    expect(await noticesOf(solved.id)).toEqual([]);
    expect(await noticesOf(paused.id)).toEqual([]);
    await transact(service.source, (tx) =>
      service.app.get(Clocks).resume(tx, paused.id, 'solution', { now: minute(500), zone: ZONE }),
    );
    await at(586);
    await eventually(async () => expect((await noticesOf(paused.id)).map(([what]) => what)).toEqual([WARNING]));
  });

  it('CP-2 after a day of downtime red comes first, and says when it was owed', async () => {
    const blue = await claimed({ colour: 'blue' });
    const yellow = await claimed();
    const red = await claimed({ colour: 'red' });
    await at(3000);
    await eventually(async () => {
      for (const each of [blue, yellow, red]) expect(await told(TicketEscalatedV1, each.id)).toHaveLength(2);
    });
    const events = (await service.events(ComplaintsNotificationRequestedV1)).map(({ data }) => data);
    const order = events.filter(({ subjectId }) => [blue.id, yellow.id, red.id].includes(subjectId));
    expect([...new Set(order.map(({ subjectId }) => subjectId))]).toEqual([red.id, yellow.id, blue.id]);
    expect(
      order.filter(({ subjectId }) => subjectId === red.id).map(({ owedAt, urgency }) => [owedAt, urgency]),
    ).toEqual([
      [minute(30).toISOString(), 'red'],
      [minute(45).toISOString(), 'red'],
      [minute(45).toISOString(), 'red'],
    ]);
  });

  it('CP-1 a blue ticket recoloured red at minute 29 warns at once and is late a minute later', async () => {
    const ticket = await claimed({ colour: 'blue' });
    await at(29);
    await transact(service.source, async (tx) => {
      const change = { limit: { unit: 'minutes', value: 30 }, rank: 0, why: 'recoloured' } as const;
      await service.app.get(Clocks).changeLimit(tx, ticket.id, 'solution', change, { now: minute(29), zone: ZONE });
    });
    await eventually(async () => expect((await noticesOf(ticket.id)).map(([what]) => what)).toEqual([WARNING]));
    await at(30);
    await eventually(async () => expect(await told(TicketEscalatedV1, ticket.id)).toMatchObject([{ level: 1 }]));
  });

  it('CP-1 a limit that was made longer is escalated again, and the deadline that was missed first stays on record', async () => {
    const ticket = await claimed();
    await at(121);
    await eventually(async () => expect(await clockOf(ticket.id)).toMatchObject({ level: 1, breachedAt: minute(120) }));
    await transact(service.source, (tx) =>
      service.app
        .get(Clocks)
        .changeLimit(
          tx,
          ticket.id,
          'solution',
          { limit: { unit: 'minutes', value: 300 }, why: 'recoloured' },
          { now: minute(121), zone: ZONE },
        ),
    );
    await at(301);
    await eventually(async () => expect(await told(TicketEscalatedV1, ticket.id)).toHaveLength(2));
    expect(await clockOf(ticket.id)).toMatchObject({ dueAt: minute(300), breachedAt: minute(120) });
  });

  it('CP-2 what falls due together is entered and told in one go, to each ticket its own', async () => {
    const tickets = await Promise.all(Array.from({ length: 12 }, () => claimed()));
    const ids = tickets.map(({ id }) => id);
    await at(130);
    const entries = async (): Promise<{ ticket_id: string; changed_to: string; note: string; statement: string }[]> =>
      await service.source.query(
        `SELECT ticket_id, changed_to, note, xmin::text || cmin::text AS statement FROM ticket_entry
          WHERE what = 'escalated' AND ticket_id = ANY ($1::uuid[]) ORDER BY seq`,
        [ids],
      );
    await eventually(async () => expect(await entries()).toHaveLength(ids.length));
    const entered = await entries();
    expect(entered.map(({ ticket_id: id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(new Set(entered.map(({ changed_to: to, note }) => `${to} ${note}`))).toEqual(new Set(['1 solution']));
    expect(new Set(entered.map(({ statement }) => statement)).size).toBe(1);
    for (const { id } of tickets)
      expect(await told(TicketEscalatedV1, id)).toMatchObject([{ ticketId: id, clock: 'solution', level: 1 }]);
  });

  it('CP-3 a dispute goes to medical affairs, and what is confidential never to the department concerned', async () => {
    const dispute = await claimed({ kind: 'complaint', medical: true, dispute: true });
    const secret = await claimed({ confidential: true });
    const nowhere = await claimed({ departmentCode: null }, { holderId: null, state: 'open' });
    await at(120);
    const first = async (id: string) => (await noticesOf(id)).find(([what]) => what === LATE)?.[1];
    await eventually(async () => expect(await first(dispute.id)).toEqual([{ role: 'medical-affairs' }]));
    await eventually(async () => expect(await first(secret.id)).toEqual([{ role: 'centre-manager' }]));
    await eventually(async () => expect(await first(nowhere.id)).toEqual([{ role: 'centre-manager' }]));
    expect((await noticesOf(nowhere.id)).map(([what]) => what)).not.toContain(BESIDES);
  });

  it('CP-9 a breach is told in time when its next step falls in a year that nobody knows yet', async () => {
    received = Date.parse('2026-12-24T10:00:00+08:00');
    await at(0);
    const ticket = await claimed({ kind: 'complaint', medical: true, receivedAt: minute(0) });
    const statutory = () =>
      service.source.manager.findOneByOrFail(ClockEntity, { subjectId: ticket.id, kind: 'statutory' });
    const endOfYear = new Date('2027-01-01T00:00:00+08:00');
    expect(await statutory()).toMatchObject({ dueAt: endOfYear, undatedYear: null });
    await service.clock.set(endOfYear.toISOString());
    await eventually(async () =>
      expect((await told(TicketEscalatedV1, ticket.id)).filter(({ clock }) => clock === 'statutory')).toMatchObject([
        { level: 1, dueAt: endOfYear.toISOString() },
      ]),
    );
    expect(await statutory()).toMatchObject({ level: 1, step: 2, dueAt: endOfYear, undatedYear: 2027 });
  });

  it('CP-9 a clock without a date is dated when its year is known, and the others do not wait for it', async () => {
    received = Date.parse('2026-12-30T10:00:00+08:00');
    await at(0);
    const { ticket } = await openTicket(service, { colour: 'yellow', receivedAt: minute(0), departmentCode: 'GK' });
    const statutory = () =>
      service.source.manager.findOneByOrFail(ClockEntity, { subjectId: ticket.id, kind: 'statutory' });
    expect(await statutory()).toMatchObject({ dueAt: null, undatedYear: 2027 });
    await at(61);
    await eventually(async () => expect((await statutory()).nextAt?.getTime()).toBeGreaterThan(minute(100).getTime()));
    await eventually(async () =>
      expect(await told(TicketEscalatedV1, ticket.id)).toMatchObject([
        { clock: 'claim' },
        { clock: 'claim' },
        { clock: 'first-reply' },
      ]),
    );
    await service.source.query(
      `INSERT INTO calendar_year (year, holidays, workdays, noted_at) VALUES (2027, '{2027-01-01}', '{}', $1)`,
      [minute(62)],
    );
    await at(122);
    await eventually(async () =>
      expect(await statutory()).toMatchObject({ dueAt: new Date('2027-01-08T00:00:00+08:00'), undatedYear: null }),
    );
  });

  it('CP-2 whoever watches a ticket is told of its escalation beside the holder', async () => {
    const [ticket, watcher] = [await claimed(), newId()];
    await service.source.query(
      `INSERT INTO ticket_watcher (ticket_id, account_id, since) VALUES ($1, $2, $4), ($1, $3, $4)`,
      [ticket.id, watcher, HOLDER, minute(0)],
    );
    await at(120);
    const besides = async () => (await noticesOf(ticket.id)).find(([what]) => what === BESIDES)?.[1];
    await eventually(async () => expect(await besides()).toEqual([...holder, { accountId: watcher }]));
  });

  it('a clock of something that is gone ends', async () => {
    const id = newId();
    service.app.get(ClockSubjects).add({ type: 'measure', describe: () => Promise.resolve([]) });
    await transact(service.source, (tx) =>
      service.app.get(Clocks).start(
        tx,
        [
          {
            subjectType: 'measure',
            subjectId: id,
            kind: 'rectification',
            startedAt: minute(0),
            limit: { unit: 'until', at: minute(10) },
          },
        ],
        { now: minute(0), zone: ZONE },
      ),
    );
    await at(10);
    const gone = () => service.source.manager.findOneByOrFail(ClockEntity, { subjectId: id });
    await eventually(async () => expect(await gone()).toMatchObject({ outcome: 'withdrawn', nextAt: null }));
  });

  describe('with a second replica', () => {
    let replica: TestService;

    beforeAll(async () => {
      replica = await replicaOf(service);
    });
    afterAll(() => replica.stop());

    it('CP-2 warns the holder, then tells the director, then the general manager, each once with two replicas', async () => {
      const ticket = await claimed();
      const quiet = await claimed({ colour: 'blue' });
      await at(96);
      await eventually(async () => expect(await noticesOf(ticket.id)).toEqual([[WARNING, holder, 'normal']]));
      await at(120);
      const director = [{ departmentCode: 'GK', role: 'department-director' }];
      await eventually(async () =>
        expect((await noticesOf(ticket.id)).slice(1)).toEqual([
          [LATE, director, 'normal'],
          [BESIDES, holder, 'normal'],
        ]),
      );
      await at(180);
      await eventually(async () =>
        expect((await noticesOf(ticket.id)).slice(3)).toEqual([
          [LATE, [{ role: 'general-manager' }], 'normal'],
          [BESIDES, holder, 'normal'],
        ]),
      );
      const escalated = await told(TicketEscalatedV1, ticket.id);
      expect(escalated.map(({ clock, level, dueAt, at: when }) => [clock, level, dueAt, when])).toEqual([
        ['solution', 1, minute(120).toISOString(), expect.any(String)],
        ['solution', 2, minute(120).toISOString(), expect.any(String)],
      ]);
      expect(await clockOf(ticket.id)).toMatchObject({ level: 2, nextAt: null, breachedAt: minute(120) });
      const entries: { what: string }[] = await service.source.query(
        `SELECT what, changed_to FROM ticket_entry WHERE ticket_id = $1 AND what = 'escalated' ORDER BY seq`,
        [ticket.id],
      );
      expect(entries).toEqual([1, 2].map((level) => ({ what: 'escalated', changed_to: String(level) })));
      expect(await noticesOf(quiet.id)).toEqual([]);
    });
  });
});
