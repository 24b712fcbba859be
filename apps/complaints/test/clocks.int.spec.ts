import type { Role } from '#contracts';
import { newId, transact } from '#platform';
import type { TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClockEntity } from '../src/clocks/clock.entity.js';
import { Clocks } from '../src/clocks/clocks.js';
import type { TicketClock } from '../src/clocks/clocks.dto.js';
import { ComplaintsConfig } from '../src/complaints.config.js';
import { Effects } from '../src/tickets/effects.js';
import type { NewTicket } from '../src/tickets/new-tickets.js';
import { TicketEntity } from '../src/tickets/ticket.entity.js';
import { TicketListeners, type TicketListener } from '../src/tickets/ticket-listener.js';
import { openTicket, startComplaints } from './complaints.js';

const RECEIVED = '2026-03-02T10:00:00+08:00';
const minute = (count: number) => new Date(Date.parse(RECEIVED) + count * 60_000);

describe('the clocks of tickets', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startComplaints();
  });
  afterAll(() => service.stop());
  beforeEach(() => service.clock.set(RECEIVED));

  const open = async (over: Partial<NewTicket> = {}) =>
    (await openTicket(service, { colour: 'yellow', receivedAt: minute(0), ...over })).ticket;

  /** What C1's use cases do: the row as it then stands, and the listeners, at a minute after receipt. */
  const happens = async (
    ticket: { id: string },
    what: keyof TicketListener,
    at: number,
    change: Partial<TicketEntity> = {},
    more: object[] = [],
  ) => {
    const effects = new Effects({ now: minute(at), zone: service.app.get(ComplaintsConfig).hospitalZone });
    await transact(service.source, async (tx) => {
      if (Object.keys(change).length > 0) await tx.update(TicketEntity, { id: ticket.id }, change);
      const row = await tx.findOneByOrFail(TicketEntity, { id: ticket.id });
      const tell = (...said: unknown[]) =>
        (service.app.get(TicketListeners).tell as (...all: unknown[]) => Promise<void>).apply(
          service.app.get(TicketListeners),
          said,
        );
      await tell(what, tx, row, ...more, effects);
    });
  };

  const clocksOf = async ({ id }: { id: string }) =>
    (await service.source.manager.find(ClockEntity, { where: { subjectId: id }, order: { id: 'ASC' } })).map(
      ({ kind, startedAt, dueAt, outcome, stoppedAt, breachedAt }) => ({
        kind,
        started: minuteOf(startedAt),
        due: minuteOf(dueAt),
        ...(stoppedAt === null ? {} : { outcome, stopped: minuteOf(stoppedAt) }),
        ...(breachedAt === null ? {} : { breached: minuteOf(breachedAt) }),
      }),
    );
  const minuteOf = (at: Date | null) => (at === null ? null : (at.getTime() - Date.parse(RECEIVED)) / 60_000);
  const clock = async (ticket: { id: string }, kind: string) =>
    (await clocksOf(ticket)).filter((each) => each.kind === kind);
  const FIVE_WORKING_DAYS = 7 * 1440 + 840;

  it('CP-3, CP-9 a non-medical complaint has five, each with a limit of its own, all from receipt', async () => {
    const ticket = await open({ medical: false });
    expect(await clocksOf(ticket)).toEqual([
      { kind: 'claim', started: 0, due: 30 },
      { kind: 'first-reply', started: 0, due: 60 },
      { kind: 'solution', started: 0, due: 120 },
      { kind: 'statutory', started: 0, due: FIVE_WORKING_DAYS },
      { kind: 'compensation', started: 0, due: 30 },
    ]);
  });

  it('a letter received yesterday is as late as it is', async () => {
    const ticket = await open({ receivedAt: minute(-1440) });
    // By now it may have been found late.
    expect(await clock(ticket, 'solution')).toMatchObject([{ kind: 'solution', started: -1440, due: -1320 }]);
  });

  it('CP-1 each clock is stopped by its own event, the colour’s by closing, and only that one pauses', async () => {
    const ticket = await open({ medical: false });
    await happens(ticket, 'onClaimed', 10);
    await happens(ticket, 'onPaused', 20);
    expect(await clock(ticket, 'solution')).toEqual([{ kind: 'solution', started: 0, due: null }]);
    expect(await clock(ticket, 'first-reply')).toEqual([{ kind: 'first-reply', started: 0, due: 60 }]);
    await happens(ticket, 'onPaused', 25);
    await happens(ticket, 'onResumed', 50);
    await happens(ticket, 'onReplied', 61);
    await happens(ticket, 'onSolved', 140);
    expect(await clocksOf(ticket)).toEqual([
      { kind: 'claim', started: 0, due: 30, outcome: 'done', stopped: 10 },
      { kind: 'first-reply', started: 0, due: 60, outcome: 'done', stopped: 61, breached: 60 },
      { kind: 'solution', started: 0, due: 150 },
      { kind: 'statutory', started: 0, due: FIVE_WORKING_DAYS, outcome: 'done', stopped: 140 },
      { kind: 'compensation', started: 0, due: 30 },
    ]);
    await happens(ticket, 'onClosed', 151);
    expect(await clock(ticket, 'solution')).toEqual([
      { kind: 'solution', started: 0, due: 150, outcome: 'done', stopped: 151, breached: 150 },
    ]);
  });

  it('CP-1 one that is solved while it waits for the patient is owed its closing again', async () => {
    const ticket = await open();
    await happens(ticket, 'onPaused', 20);
    await happens(ticket, 'onSolved', 50, { state: 'solved' });
    expect(await clock(ticket, 'solution')).toEqual([{ kind: 'solution', started: 0, due: 150 }]);
    const [card] = await service.source.query('SELECT at_work, due_at, state FROM board_card WHERE ticket_id = $1', [
      ticket.id,
    ]);
    expect(card).toEqual({ at_work: true, due_at: minute(150), state: 'solved' });
    await happens(ticket, 'onReopened', 60, { state: 'claimed' });
    expect(await clock(ticket, 'solution')).toEqual([{ kind: 'solution', started: 0, due: 150 }]);
    expect(await clock(ticket, 'claim')).toHaveLength(1);
  });

  it('a closed ticket that is taken up again has a new clock from then, and keeps the old one', async () => {
    const ticket = await open();
    await happens(ticket, 'onSolved', 20);
    await happens(ticket, 'onClosed', 30);
    await happens(ticket, 'onReopened', 500, { state: 'claimed' });
    expect(await clock(ticket, 'solution')).toEqual([
      { kind: 'solution', started: 0, due: 120, outcome: 'done', stopped: 30 },
      { kind: 'solution', started: 500, due: 620 },
    ]);
    expect(await clock(ticket, 'claim')).toHaveLength(1);
  });

  it('CP-1 a blue ticket recoloured red at minute 29 is due at minute 30 of its receipt', async () => {
    const ticket = await open({ colour: 'blue' });
    await happens(ticket, 'onRecoloured', 29, { colour: 'red' }, [{ from: 'blue' }]);
    expect(await clock(ticket, 'solution')).toEqual([{ kind: 'solution', started: 0, due: 30 }]);
    const rows = await service.source.query(
      `SELECT facts FROM clock_trail JOIN clock ON clock.id = clock_id WHERE subject_id = $1 AND kind = 'solution'`,
      [ticket.id],
    );
    expect(rows).toEqual([
      { facts: { why: 'recoloured', beforeUnit: 'minutes', beforeValue: 1440, afterUnit: 'minutes', afterValue: 30 } },
    ]);
  });

  it('a reassignment wins no time; without a holder it has to be claimed again', async () => {
    const ticket = await open();
    await happens(ticket, 'onClaimed', 5, { state: 'claimed' });
    await happens(ticket, 'onReassigned', 50, { state: 'claimed' });
    expect(await clock(ticket, 'claim')).toHaveLength(1);
    await happens(ticket, 'onReassigned', 60, { state: 'open' });
    expect(await clock(ticket, 'claim')).toEqual([
      { kind: 'claim', started: 0, due: 30, outcome: 'done', stopped: 5 },
      { kind: 'claim', started: 60, due: 90 },
    ]);
    expect(await clock(ticket, 'solution')).toEqual([{ kind: 'solution', started: 0, due: 120 }]);
  });

  it('CP-3 a complaint that turns out to be medical owes a soothing call from its receipt on', async () => {
    const ticket = await open({ medical: false });
    const before = { ...ticket };
    await happens(ticket, 'onReclassified', 20, { medical: true }, [{ before }]);
    expect(await clock(ticket, 'compensation')).toMatchObject([{ outcome: 'withdrawn', stopped: 20 }]);
    expect(await clock(ticket, 'soothing-call')).toEqual([{ kind: 'soothing-call', started: 0, due: 1440 }]);
  });

  it('CP-3 put right there and back it owes nothing again that was given, and not the answer from before', async () => {
    const ticket = await open({ medical: false });
    const clocks = service.app.get(Clocks);
    await transact(service.source, (tx) => clocks.stop(tx, ticket.id, 'compensation', minute(10)));
    const isNow = (at: number, change: Partial<TicketEntity>, before: Partial<TicketEntity>) =>
      happens(ticket, 'onReclassified', at, change, [{ before: { ...ticket, ...before } }]);
    await isNow(20, { medical: true }, {});
    await isNow(25, { medical: false }, { medical: true });
    expect(await clock(ticket, 'compensation')).toEqual([
      { kind: 'compensation', started: 0, due: 30, outcome: 'done', stopped: 10 },
    ]);
    expect(await clock(ticket, 'soothing-call')).toMatchObject([{ outcome: 'withdrawn', stopped: 25 }]);
    await happens(ticket, 'onSolved', 30);
    await happens(ticket, 'onReopened', 20_000, { state: 'claimed' });
    await isNow(20_010, { kind: 'consultation' }, {});
    await isNow(20_020, { kind: 'complaint' }, { kind: 'consultation' });
    expect(await clock(ticket, 'statutory')).toMatchObject([
      ...[
        { started: 0, outcome: 'done' },
        { started: 20_000, outcome: 'withdrawn', stopped: 20_010 },
      ],
      { started: 20_000 },
    ]);
    expect(await clock(ticket, 'compensation')).toHaveLength(1);
  });

  const merge = (merged: TicketEntity, into: TicketEntity, at: number) =>
    happens(merged, 'onMerged', at, { state: 'merged', mergedInto: into.id, mergedFrom: 'open', endedAt: minute(at) });
  const part = (merged: TicketEntity, from: TicketEntity, at: number) =>
    happens(merged, 'onUnmerged', at, { state: 'open', mergedInto: null, mergedFrom: null, endedAt: null }, [
      { survivorId: from.id },
    ]);

  it('of two merged tickets the survivor keeps the earlier deadline of each kind', async () => {
    const [red, blue] = [await open({ colour: 'red' }), await open({ colour: 'blue', receivedAt: minute(-10_000) })];
    await merge(red, blue, 20);
    expect(await clock(blue, 'solution')).toMatchObject([{ due: -8560 }]);
    const late = await open({ colour: 'blue' });
    const urgent = await open({ colour: 'red' });
    await happens(late, 'onClaimed', 10);
    await merge(urgent, late, 20);
    expect(await clock(late, 'solution')).toEqual([
      { kind: 'solution', started: 0, due: 1440, outcome: 'superseded', stopped: 20 },
      { kind: 'solution', started: 0, due: 30 },
    ]);
    expect((await clock(late, 'claim')).map(({ outcome }) => outcome)).toEqual(['done']);
    expect((await clock(urgent, 'solution')).map(({ outcome }) => outcome)).toEqual(['merged']);
  });

  it('a ticket that waits for its patient is merged into one at work, whose clock then runs', async () => {
    const [waiting, survivor] = [await open({ colour: 'red' }), await open({ colour: 'blue' })];
    await happens(waiting, 'onPaused', 10);
    await merge(waiting, survivor, 20);
    expect(await clock(survivor, 'solution')).toEqual([
      { kind: 'solution', started: 0, due: 1440, outcome: 'superseded', stopped: 20 },
      { kind: 'solution', started: 0, due: 40 },
    ]);
  });

  it('a merge that is taken back gives each its own clocks', async () => {
    const [survivor, urgent] = [await open({ colour: 'blue' }), await open({ colour: 'red' })];
    await merge(urgent, survivor, 20);
    await happens(survivor, 'onPaused', 21);
    await happens(survivor, 'onResumed', 26);
    await part(urgent, survivor, 40);
    const running = async (ticket: TicketEntity) =>
      (await clock(ticket, 'solution')).filter((each) => !('outcome' in each));
    expect(await running(urgent)).toEqual([{ kind: 'solution', started: 0, due: 30 }]);
    expect(await running(survivor)).toEqual([{ kind: 'solution', started: 0, due: 1445 }]);
    await merge(urgent, survivor, 50);
    expect(await running(survivor)).toEqual([{ kind: 'solution', started: 0, due: 30 }]);
  });

  it('a survivor that was recoloured keeps its new limit when the merge is taken back', async () => {
    const [survivor, urgent] = [await open({ colour: 'blue' }), await open({ colour: 'red' })];
    await merge(urgent, survivor, 20);
    await happens(survivor, 'onRecoloured', 25, { colour: 'yellow' }, [{ from: 'blue' }]);
    await part(urgent, survivor, 40);
    expect((await clock(survivor, 'solution')).filter((each) => !('outcome' in each))).toMatchObject([{ due: 120 }]);
    expect((await clock(urgent, 'solution')).filter((each) => !('outcome' in each))).toMatchObject([{ due: 30 }]);
  });

  const orders = <T>(of: readonly T[]): T[][] =>
    of.length === 0
      ? [[]]
      : of.flatMap((first) => orders(of.filter((each) => each !== first)).map((rest) => [first, ...rest]));

  it('in whatever order tickets part, the survivor has the earliest deadline of those that are one, and each its own again', async () => {
    const dueNow = async (ticket: TicketEntity) =>
      (await clock(ticket, 'solution')).find((each) => !('outcome' in each))?.due ?? null;
    const own: Record<string, number> = { late: 130, yellow: 120, red: 30 };
    const ways = [
      ...orders(['late', 'yellow', 'red']).map((parting) => ({ joining: ['late', 'yellow', 'red'], parting })),
      { joining: ['red', 'yellow', 'late'], parting: ['red', 'yellow', 'late'] },
    ];
    for (const { joining, parting } of ways) {
      const survivor = await open({ colour: 'blue' });
      const tickets: Record<string, TicketEntity> = {
        late: await open({ colour: 'yellow', receivedAt: minute(10) }),
        yellow: await open({ colour: 'yellow' }),
        red: await open({ colour: 'red' }),
      };
      for (const [index, name] of joining.entries()) await merge(tickets[name] as TicketEntity, survivor, 11 + index);
      const joined = new Set(joining);
      for (const [index, name] of parting.entries()) {
        const ticket = tickets[name] as TicketEntity;
        await part(ticket, survivor, 15 + index);
        joined.delete(name);
        const due = Math.min(1440, ...[...joined].map((each) => own[each] as number));
        expect({ joining, parting, name, due: await dueNow(survivor) }).toEqual({ joining, parting, name, due });
        expect(await dueNow(ticket)).toBe(own[name]);
      }
    }
  });

  it('what was paused and recoloured while other tickets stood for a survivor holds for whichever stands for it next', async () => {
    const [survivor, yellow, red] = [
      await open({ colour: 'blue' }),
      await open({ colour: 'yellow' }),
      await open({ colour: 'red' }),
    ];
    const due = async (ticket: TicketEntity) =>
      (await clock(ticket, 'solution')).find((each) => !('outcome' in each))?.due ?? null;
    await happens(survivor, 'onPaused', 5);
    await merge(yellow, survivor, 10);
    await happens(survivor, 'onResumed', 15);
    expect(await due(survivor)).toBe(125);
    await merge(red, survivor, 20);
    expect(await due(survivor)).toBe(30);
    await happens(survivor, 'onPaused', 22);
    await happens(survivor, 'onResumed', 25);
    await part(red, survivor, 26);
    expect(await due(survivor)).toBe(128);
    expect(await due(red)).toBe(30);
    await merge(red, survivor, 27);
    await happens(survivor, 'onRecoloured', 28, { colour: 'red' }, [{ from: 'blue' }]);
    await part(yellow, survivor, 29);
    expect(await due(yellow)).toBe(120);
    await part(red, survivor, 30);
    expect(await due(survivor)).toBe(43);
  });

  it('a survivor that was closed and is taken up again owes nothing of what was merged into it before', async () => {
    const [survivor, yellow, red] = [
      await open({ colour: 'blue' }),
      await open({ colour: 'yellow' }),
      await open({ colour: 'red', receivedAt: minute(300) }),
    ];
    await merge(yellow, survivor, 10);
    await happens(survivor, 'onSolved', 50);
    await happens(survivor, 'onClosed', 60);
    await happens(survivor, 'onReopened', 290, { state: 'claimed' });
    await merge(red, survivor, 310);
    await part(red, survivor, 320);
    expect((await clock(survivor, 'solution')).filter((each) => !('outcome' in each))).toEqual([
      { kind: 'solution', started: 290, due: 290 + 1440 },
    ]);
  });

  it('a stopped ticket owes nothing any more', async () => {
    const ticket = await open({ medical: true });
    await happens(ticket, 'onStopped', 5, { state: 'stopped', endedAt: minute(5) });
    expect((await clocksOf(ticket)).map((each) => ('outcome' in each ? each.outcome : null))).toEqual(
      Array.from({ length: 5 }, () => 'withdrawn'),
    );
  });

  it('CP-10 answers over REST why each deadline is what it is, and of a dispute to few', async () => {
    const ticket = await open({ medical: true });
    await happens(ticket, 'onPaused', 20);
    await happens(ticket, 'onResumed', 50);
    await happens(ticket, 'onRecoloured', 55, { colour: 'blue' }, [{ from: 'yellow' }]);
    const read = async (role: Role, id: string) =>
      (await service.api(role).get(`/complaints/tickets/${id}/clocks`)) as { status: number; body: TicketClock[] };
    const { body } = await read('agent', ticket.id);
    expect(body.map(({ kind }) => kind).toSorted()).toEqual([
      ...['claim', 'first-reply', 'solution', 'soothing-call', 'statutory'],
    ]);
    const solution = body.find(({ kind }) => kind === 'solution');
    expect(solution?.why?.segments.map(({ seconds, counted, why }) => [seconds, counted, why])).toEqual([
      [1200, true, 'round-the-clock'],
      [1800, false, 'paused'],
      [1420 * 60, true, 'round-the-clock'],
    ]);
    expect(solution?.why?.segments[1]?.text).toEqual({
      ...{ zh: '等待患者，暂停计时', en: 'does not count: waiting for the patient' },
    });
    expect(solution?.history.map(({ what }) => what)).toEqual(['paused', 'resumed', 'limit-changed']);
    const statutory = body.find(({ kind }) => kind === 'statutory');
    expect(statutory?.why?.segments.map(({ counted, why }) => [counted, why])).toEqual([
      ...[
        [false, 'day-of-receipt'],
        [true, 'working-day'],
        [false, 'rest-day'],
        [true, 'working-day'],
      ],
    ]);
    const dispute = await open({ medical: true, dispute: true });
    expect((await read('agent', dispute.id)).status).toBe(403);
    expect((await read('legal', dispute.id)).status).toBe(200);
    expect((await read('finance', ticket.id)).status).toBe(403);
    expect((await read('agent', newId())).status).toBe(404);
  });

  it('CP-9 in a year that nobody knows the statutory clock is undated, and the others run', async () => {
    const ticket = await open({ receivedAt: new Date('2026-12-30T10:00:00+08:00') });
    const rows: ClockEntity[] = await service.source.manager.find(ClockEntity, { where: { subjectId: ticket.id } });
    const undated = rows.filter(({ undatedYear }) => undatedYear !== null);
    expect(undated).toMatchObject([{ kind: 'statutory', undatedYear: 2027, dueAt: null }]);
    expect(rows.filter(({ dueAt }) => dueAt !== null)).toHaveLength(3);
  });
});
