import type { TicketColour } from '#contracts';
import { transact } from '#platform';
import { eventually, EventReader, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board, BoardCard, BoardChange, BoardColumn } from '../src/board/board.dto.js';
import { Effects } from '../src/tickets/effects.js';
import { TicketListeners } from '../src/tickets/ticket-listener.js';
import { openTicket, replicaOf, startComplaints } from './complaints.js';

describe('the board', () => {
  let service: TestService;
  let replica: TestService;
  beforeAll(async () => {
    service = await startComplaints();
    replica = await replicaOf(service);
  });
  afterAll(async () => {
    await replica.stop();
    await service.stop();
  });

  const read = async (query: object = {}, role: 'agent' | 'legal' = 'agent'): Promise<Board> =>
    (await service.api(role).get('/complaints/board').query(query).expect(200)).body as Board;
  const column = (board: Board, colour: TicketColour): BoardColumn => {
    const found = board.columns.find((each) => each.colour === colour);
    if (!found) throw new Error(`No column ${colour}`);
    return found;
  };
  const cardsOf = async (query: object, colour: TicketColour): Promise<BoardCard[]> =>
    column(await read(query), colour).cards;
  const minutesAgo = (minutes: number) => new Date(service.clock.now().getTime() - minutes * 60_000);
  const clockSql = (sql: string, ticketId: string) => service.source.query(sql, [ticketId]);

  it('CP-10 shows each colour with the least time left first, and counts what is late and soon due', async () => {
    const departmentCode = 'BOARD-1';
    const open = (minutes: number, colour: TicketColour = 'yellow') =>
      openTicket(service, { departmentCode, colour, receivedAt: minutesAgo(minutes) });
    const [early, late, soon] = [await open(10), await open(200), await open(110)];
    await open(0, 'red');
    const board = await read({ departmentCode });
    expect(board.columns.map(({ colour }) => colour)).toEqual(['red', 'yellow', 'blue']);
    const yellow = column(board, 'yellow');
    expect(yellow.cards.map(({ ticketId }) => ticketId)).toEqual([late, soon, early].map(({ ticket }) => ticket.id));
    expect(yellow).toMatchObject({ count: 3, overdue: 1, soon: 1, more: false });
    expect(yellow.cards[0]?.secondsLeft).toBeLessThan(0);
    expect(yellow.cards[2]?.secondsLeft).toBeGreaterThan(100 * 60);
    expect(column(await read({ departmentCode, first: 1 }), 'yellow').cards).toHaveLength(1);
    expect(column(await read({ departmentCode: 'NOWHERE' }), 'yellow').count).toBe(0);
  });

  it('CP-10 counts to a thousand and says that there is more', async () => {
    const { ticket } = await openTicket(service, {
      departmentCode: 'BOARD-3',
      colour: 'blue',
      receivedAt: minutesAgo(1),
    });
    await service.source.transaction(async (tx) => {
      // Cards alone: a thousand tickets are not needed to be counted.
      await tx.query(`SET LOCAL session_replication_role = replica`);
      await tx.query(
        `INSERT INTO board_card SELECT (json_populate_record(card, json_build_object('ticket_id', gen_random_uuid(),
                  'department_code', 'BOARD-3-' || CASE WHEN n > 1000 THEN 'MORE' ELSE 'MANY' END))).*
           FROM board_card AS card, generate_series(1, 2001) AS n WHERE ticket_id = $1`,
        [ticket.id],
      );
    });
    const blue = async (departmentCode: string) => column(await read({ departmentCode }), 'blue');
    expect(await blue('BOARD-3-MANY')).toMatchObject({ count: 1_000, more: false });
    expect(await blue('BOARD-3-MORE')).toMatchObject({ count: 1_000, more: true });
  });

  it('CP-10 what is counted is read from an index alone, whoever may see disputes', async () => {
    const plans = await service.source.transaction(async (tx) => {
      await tx.query(`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`);
      const views = [
        `c.colour = 'red'`,
        `c.colour = 'red' AND c.department_code = 'x'`,
        `c.colour = 'red' AND c.holder_id = 'x'`,
      ];
      const plan = (view: string) =>
        tx.query(
          `EXPLAIN SELECT FROM board_card c WHERE c.at_work AND ${view} AND NOT c.dispute AND NOT c.confidential`,
        );
      return [await plan(views[0]!), await plan(views[1]!), await plan(views[2]!)].map((each) => JSON.stringify(each));
    });
    for (const plan of plans) expect(plan).toMatch(/Index Only Scan using board_card_/);
  });

  it('CP-10 a card follows its clock, whoever moves it, and goes last while the clock stands', async () => {
    const departmentCode = 'BOARD-2';
    const { ticket } = await openTicket(service, { departmentCode, colour: 'yellow' });
    const other = await openTicket(service, { departmentCode, colour: 'yellow', receivedAt: minutesAgo(-30) });
    await clockSql(`UPDATE clock SET due_at = '2020-01-01Z' WHERE subject_id = $1 AND kind = 'solution'`, ticket.id);
    expect((await cardsOf({ departmentCode }, 'yellow'))[0]).toMatchObject({ dueAt: '2020-01-01T00:00:00.000Z' });
    await clockSql(
      `UPDATE clock SET due_at = NULL, next_at = NULL, paused_at = started_at WHERE subject_id = $1 AND kind = 'solution'`,
      ticket.id,
    );
    const [first, last] = await cardsOf({ departmentCode }, 'yellow');
    expect(first?.ticketId).toBe(other.ticket.id);
    expect(last).toMatchObject({ ticketId: ticket.id, dueAt: null, secondsLeft: null });
  });

  it('CP-3 disputes are on the board of those who may see them, and on nobody else’s', async () => {
    const departmentCode = 'BOARD-3';
    const { ticket } = await openTicket(service, { departmentCode, medical: true, dispute: true });
    expect(column(await read({ departmentCode }), 'red')).toMatchObject({ count: 0, cards: [] });
    const { cards } = column(await read({ departmentCode }, 'legal'), 'red');
    expect(cards.map(({ ticketId }) => ticketId)).toEqual([ticket.id]);
  });

  it('CP-1 CP-10 is counted for the metrics: what is at work, and what of it is late', async () => {
    const counts = async () => {
      const { text } = await service.anonymous().get('/metrics');
      return ['open', 'overdue'].map((what) =>
        Number(new RegExp(`hospital_complaints_tickets_${what}\\{colour="blue"[^}]*\\} (\\d+)`).exec(text)?.[1]),
      );
    };
    const [open = NaN, overdue = NaN] = await counts();
    await openTicket(service, { colour: 'blue', receivedAt: minutesAgo(0) });
    await openTicket(service, { colour: 'blue', receivedAt: minutesAgo(3 * 24 * 60) });
    expect(await counts()).toEqual([open + 2, overdue + 1]);
  });

  it('CP-10 refuses what is no board', async () => {
    await service.api('agent').get('/complaints/board').query({ first: 101 }).expect(400);
    await service.api('agent').get('/complaints/board').query({ colour: 'red' }).expect(400);
    await service.anonymous().get('/complaints/board').expect(401);
    await service.api('integrator').get('/complaints/board').expect(403);
  });

  it('CP-10 is live on every replica: facts of what changes, not even that there is a dispute, also when a commit is late', async () => {
    const held = service.source.createQueryRunner();
    await held.startTransaction();
    const { ticket: late } = await openTicket(service, { departmentCode: 'BOARD-4' });
    await held.query(`UPDATE board_card SET change = nextval('board_change') WHERE ticket_id = $1`, [late.id]);
    const reader = await EventReader.open(`${replica.url}/complaints/board/stream`, {
      authorization: `Bearer ${service.token('agent')}`,
    });
    const told = (ticketId: string): BoardChange[] =>
      reader.events
        .filter(({ event }) => event === 'change')
        .map(({ data }) => data as unknown as BoardChange)
        .filter((change) => change.ticketId === ticketId);
    await eventually(() => expect(reader.events[0]?.event).toBe('ready'));
    const { ticket: dispute } = await openTicket(service, { departmentCode: 'BOARD-4', medical: true, dispute: true });
    const { ticket } = await openTicket(service, { departmentCode: 'BOARD-4' });
    await eventually(() => {
      expect(told(ticket.id)).toEqual([
        {
          ticketId: ticket.id,
          card: expect.objectContaining({ number: ticket.number, colour: 'yellow', state: 'open' }),
        },
      ]);
    });
    expect(told(dispute.id)).toEqual([]);
    // One that was on the board leaves it: that alone is told.
    await service
      .api('agent')
      .post(`/complaints/tickets/${ticket.id}/case/dispute`)
      .send({ dispute: true, reason: '患者要求鉴定' })
      .expect(204);
    await eventually(() => expect(told(ticket.id).slice(1)).toEqual([{ ticketId: ticket.id, card: null }]));
    expect(JSON.stringify(reader.events)).not.toContain(ticket.subject);
    expect(told(late.id)).toEqual([]);
    await held.commitTransaction();
    await held.release();
    await eventually(() => expect(told(late.id)).toHaveLength(1));
    await reader.close();
  });

  it('CP-10 a ticket that is over leaves the board, and who follows it hears so', async () => {
    const { ticket } = await openTicket(service, { departmentCode: 'BOARD-5' });
    const effects = new Effects({ now: service.clock.now(), zone: 'Asia/Shanghai' });
    const listeners = service.app.get(TicketListeners);
    await transact(service.source, (tx) => listeners.tell('onStopped', tx, { ...ticket, state: 'stopped' }, effects));
    expect(await cardsOf({ departmentCode: 'BOARD-5' }, 'yellow')).toEqual([]);
    const rows: { at_work: boolean }[] = await service.source.query(
      'SELECT at_work FROM board_card WHERE ticket_id = $1',
      [ticket.id],
    );
    expect(rows).toEqual([{ at_work: false }]);
  });
});
