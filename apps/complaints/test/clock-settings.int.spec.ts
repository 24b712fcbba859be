import { CalendarNotedV1, TicketEscalatedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { REDATED_AT_ONCE } from '../src/calendars/redating.js';
import { ClockEntity } from '../src/clocks/clock.entity.js';
import { ClocksQuery } from '../src/clocks/clocks.query.js';
import { openTicket, startComplaints } from './complaints.js';

const DAY = [
  { from: '08:00', until: '12:00' },
  { from: '14:00', until: '17:30' },
];
const OFFICE = {
  closedOnHolidays: true,
  week: Array.from({ length: 7 }, (_, day) => ({ intervals: day < 5 ? DAY : [] })),
};
const LIMITS = { claimMinutes: 30, firstReplyMinutes: 60, solutionMinutes: 120 };

describe('what is promised of a colour', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startComplaints();
  });
  afterAll(() => service.stop());
  beforeEach(() => service.clock.set('2026-03-06T16:00:00+08:00'));

  const manager = () => service.api('centre-manager');
  const settings = async () => (await manager().get('/complaints/clock-settings').expect(200)).body;
  const put = async (body: object, colour = 'yellow') => {
    const [{ version }] = (await settings()).filter((each: { colour: string }) => each.colour === colour);
    return manager().put(`/complaints/clock-settings/${colour}`).set('If-Match', `"${version}"`).send(body);
  };
  const opened = async () => (await openTicket(service, { colour: 'yellow' })).ticket;
  const solutionOf = ({ id }: { id: string }) =>
    service.source.manager.findOneByOrFail(ClockEntity, { subjectId: id, kind: 'solution' });

  it('CP-1 as shipped: red 30 minutes, yellow 2 hours, blue 24, day and night', async () => {
    expect(await settings()).toMatchObject([
      { colour: 'red', solutionMinutes: 30, hours: null, version: 1 },
      { colour: 'yellow', solutionMinutes: 120, hours: null },
      { colour: 'blue', solutionMinutes: 1440, hours: null },
    ]);
    await service.api('agent').put('/complaints/clock-settings/red').send({}).expect(403);
    await manager().put('/complaints/clock-settings/green').send({}).expect(400);
  });

  it('CP-1 the hours of a colour hold for tickets from then on, and say why a deadline is on Monday', async () => {
    const before = await opened();
    expect((await put({ ...LIMITS, hours: OFFICE })).body).toMatchObject({ hours: OFFICE, version: 2 });
    expect((await put({ ...LIMITS, hours: OFFICE })).body).toMatchObject({ version: 3 });
    expect(await service.source.query('SELECT 1 FROM working_hours')).toHaveLength(1);
    const after = await opened();
    expect((await solutionOf(before)).dueAt?.getTime()).toBe(before.receivedAt.getTime() + 7_200_000);
    const [why] = (await service.app.get(ClocksQuery).of(after.id)).filter(({ kind }) => kind === 'solution');
    expect(why?.why?.segments.map(({ why: reason, text }) => [reason, text.zh])).toEqual([
      ['open-hours', '计时时段'],
      ['closed-hours', '非计时时段'],
      ['open-hours', '计时时段'],
    ]);
    expect(why?.why?.segments[1]?.until).toEqual(new Date('2026-03-09T08:00:00+08:00'));
    expect((await put({ ...LIMITS, hours: null })).body).toMatchObject({ hours: null });
  });

  it('refuses hours out of order, hours that never open, and a version that is old', async () => {
    const week = OFFICE.week.map((day, index) => (index === 2 ? { intervals: DAY.toReversed() } : day));
    expect((await put({ ...LIMITS, hours: { ...OFFICE, week } })).body).toMatchObject({
      status: 400,
      errors: [{ field: 'hours.week.2', code: 'hours-in-order' }],
    });
    const closed = OFFICE.week.map(() => ({ intervals: [] }));
    expect((await put({ ...LIMITS, hours: { ...OFFICE, week: closed } })).body).toMatchObject({
      errors: [{ field: 'hours.week', code: 'hours-never-open' }],
    });
    const minute = OFFICE.week.map((_, day) => ({ intervals: day === 0 ? [{ from: '08:00', until: '08:01' }] : [] }));
    const rare = { closedOnHolidays: false, week: minute };
    expect((await put({ ...LIMITS, solutionMinutes: 1440, hours: rare })).body).toMatchObject({
      status: 400,
      errors: [{ field: 'solutionMinutes', code: 'hours-never-open' }],
    });
    const stale = manager().put('/complaints/clock-settings/blue').set('If-Match', '"7"');
    await stale.send({ ...LIMITS, hours: null }).expect(412);
    await manager()
      .put('/complaints/clock-settings/blue')
      .send({ ...LIMITS, hours: null })
      .expect(428);
  });

  it('CP-9 a year is published, noted, or unknown; noting it dates what waited for it', async () => {
    const read = (year: number) => manager().get(`/complaints/calendar/${year}`);
    expect((await read(2026).expect(200)).body).toMatchObject({
      source: 'published',
      holidays: expect.arrayContaining(['2026-10-01']),
      workdays: expect.arrayContaining(['2026-09-20', '2026-10-10']),
    });
    await read(2027).expect(404);
    await read(1999).expect(400);
    await service.clock.set('2026-12-30T10:00:00+08:00');
    const ticket = await opened();
    const statutory = () =>
      service.source.manager.findOneByOrFail(ClockEntity, { subjectId: ticket.id, kind: 'statutory' });
    expect(await statutory()).toMatchObject({ dueAt: null, undatedYear: 2027 });
    expect(await service.app.get(ClocksQuery).of(ticket.id)).toContainEqual(
      expect.objectContaining({ kind: 'statutory', why: null, undatedYear: 2027 }),
    );
    const note = (body: object) => manager().put('/complaints/calendar/2027').send(body);
    expect((await note({ holidays: ['2026-01-01'], workdays: [] }).expect(400)).body).toMatchObject({
      errors: [{ field: 'holidays.0', code: 'day-of-another-year' }],
    });
    expect((await note({ holidays: ['2027-01-01'], workdays: ['2027-01-01'] }).expect(400)).body).toMatchObject({
      errors: [{ field: 'workdays.0', code: 'day-both-ways' }],
    });
    await service.api('agent').put('/complaints/calendar/2027').send({ holidays: [], workdays: [] }).expect(403);
    await note({ holidays: ['2027-01-01'], workdays: ['2027-01-02'] }).expect(200);
    await eventually(async () => expect((await statutory()).dueAt).toEqual(new Date('2027-01-07T00:00:00+08:00')));
    const [line] = await service.source.query(
      `SELECT what FROM clock_trail WHERE clock_id = $1 ORDER BY seq DESC LIMIT 1`,
      [(await statutory()).id],
    );
    expect(line).toEqual({ what: 'dated' });
  });

  describe('a year that is noted anew', () => {
    const note = (holidays: string[]) =>
      manager().put('/complaints/calendar/2029').send({ holidays, workdays: [] }).expect(200);
    const statutoryOf = ({ id }: { id: string }) =>
      service.source.manager.findOneByOrFail(ClockEntity, { subjectId: id, kind: 'statutory' });
    const midnight = (day: string) => new Date(`2029-${day}T00:00:00+08:00`);
    const dueOn = (ticket: { id: string }, day: string) =>
      eventually(async () => expect((await statutoryOf(ticket)).dueAt).toEqual(midnight(day)));
    const escalated = async ({ id }: { id: string }) =>
      (await service.events(TicketEscalatedV1))
        .map(({ data }) => data)
        .filter(({ ticketId, clock }) => ticketId === id && clock === 'statutory')
        .map(({ level, dueAt }) => [level, dueAt]);

    it('CP-9 dates running clocks again at once, tells nothing twice and takes nothing back', async () => {
      await service.clock.set('2029-03-05T10:00:00+08:00');
      await note([]);
      const ticket = await opened();
      await dueOn(ticket, '03-13');
      await note(['2029-03-09']);
      await dueOn(ticket, '03-14');
      expect((await statutoryOf(ticket)).nextAt).toEqual(midnight('03-13'));
      await service.clock.set('2029-03-14T00:00:01+08:00');
      const first = [1, midnight('03-14').toISOString()];
      await eventually(async () => expect(await escalated(ticket)).toEqual([first]));
      await note(['2029-03-09', '2029-03-12']);
      await dueOn(ticket, '03-15');
      expect(await statutoryOf(ticket)).toMatchObject({ breachedAt: midnight('03-14'), level: 1, step: 2 });
      await service.clock.set('2029-03-19T12:00:01+08:00');
      const second = [2, midnight('03-15').toISOString()];
      await eventually(async () => expect(await escalated(ticket)).toEqual([first, second]));
      // Nothing is left to climb: the date alone is put right.
      await note([]);
      await dueOn(ticket, '03-13');
      expect(await escalated(ticket)).toEqual([first, second]);
      const trail: { what: string; facts: object }[] = await service.source.query(
        `SELECT what, facts FROM clock_trail WHERE clock_id = $1 ORDER BY seq`,
        [(await statutoryOf(ticket)).id],
      );
      const redated = (before: string, after: string) => ({
        what: 'redated',
        facts: { before: midnight(before).toISOString(), after: midnight(after).toISOString() },
      });
      expect(trail).toEqual([
        redated('03-13', '03-14'),
        { what: 'escalated', facts: { level: 1 } },
        redated('03-14', '03-15'),
        { what: 'escalated', facts: { level: 2 } },
        redated('03-15', '03-13'),
      ]);
    });

    it('CP-9 makes late at once what is late by its days', async () => {
      await service.clock.set('2029-04-02T10:00:00+08:00');
      await note(['2029-04-03']);
      const ticket = await opened();
      await dueOn(ticket, '04-11');
      await service.clock.set('2029-04-10T12:00:00+08:00');
      // Warned by the old days: by those the next step is a day away.
      await eventually(async () => expect(await statutoryOf(ticket)).toMatchObject({ step: 1, level: 0 }));
      await note([]);
      await eventually(async () => expect(await escalated(ticket)).toEqual([[1, midnight('04-10').toISOString()]]));
    });

    it('CP-9 dates more clocks than a batch, once each, and goes on after a batch that failed', async () => {
      await service.clock.set('2029-06-04T10:00:00+08:00');
      await note([]);
      const ticket = await opened();
      await dueOn(ticket, '06-12');
      const many = 2 * REDATED_AT_ONCE + 1;
      await service.source.query(
        `WITH copies AS (SELECT nth, gen_random_uuid() AS id FROM generate_series(1, $2::int) AS nth), tickets AS (
           INSERT INTO ticket
           SELECT (jsonb_populate_record(ticket, jsonb_build_object('id', copies.id, 'number', '2029-c' || nth))).*
             FROM ticket CROSS JOIN copies WHERE ticket.id = $1)
         INSERT INTO clock
         SELECT (jsonb_populate_record(clock, jsonb_build_object('id', gen_random_uuid(), 'subject_id', copies.id))).*
           FROM clock CROSS JOIN copies WHERE subject_id = $1 AND kind = 'statutory'`,
        [ticket.id, many],
      );
      const due = async () => {
        const rows: { day: string; clocks: number }[] = await service.source.query(
          `SELECT to_char(due_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD') AS day, count(*)::int AS clocks FROM clock
            WHERE kind = 'statutory' AND started_at = (SELECT started_at FROM clock WHERE subject_id = $1 LIMIT 1)
            GROUP BY 1 ORDER BY 1`,
          [ticket.id],
        );
        return rows;
      };
      expect(await due()).toEqual([{ day: '06-12', clocks: many + 1 }]);
      // The second batch fails until it is let through: the first one stands, and nothing is dated twice.
      await service.source.query(`
        CREATE FUNCTION refuse_second() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF OLD.redated_to IS NOT NULL THEN RAISE EXCEPTION 'refused by the test'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER refuse_second BEFORE UPDATE OF redated_to ON calendar_year FOR EACH ROW EXECUTE FUNCTION refuse_second()`);
      await note(['2029-06-06']);
      const standing = async () => {
        const [row]: { begun: boolean; waiting: number }[] = await service.source.query(
          `SELECT redated_to IS NOT NULL AS begun,
                  (SELECT count(*)::int FROM clock WHERE next_at <= $1) AS waiting FROM calendar_year WHERE year = 2029`,
          [service.clock.now()],
        );
        return row;
      };
      await eventually(async () => expect(await standing()).toEqual({ begun: true, waiting: 0 }));
      const [before, after] = await due();
      expect(before?.day).toBe('06-12');
      // Some of the batch may be others' clocks.
      expect(after?.clocks).toBeGreaterThan(0);
      expect(after?.clocks).toBeLessThanOrEqual(REDATED_AT_ONCE);
      await service.source.query('DROP TRIGGER refuse_second ON calendar_year');
      await service.clock.advance({ minutes: 2 });
      await eventually(async () => expect(await due()).toEqual([{ day: '06-13', clocks: many + 1 }]));
      const trail: { times: number; clocks: number }[] = await service.source.query(
        `SELECT times, count(*)::int AS clocks FROM (
           SELECT count(*)::int AS times FROM clock_trail JOIN clock ON clock.id = clock_id
            WHERE what = 'redated' AND kind = 'statutory'
              AND started_at = (SELECT started_at FROM clock WHERE subject_id = $1 LIMIT 1) GROUP BY clock_id) each
          GROUP BY 1`,
        [ticket.id],
      );
      expect(trail).toEqual([{ times: 1, clocks: many + 1 }]);
      const [year] = await service.source.query('SELECT redate_at, redated_to FROM calendar_year WHERE year = 2029');
      expect(year).toEqual({ redate_at: null, redated_to: null });
    });

    it('CP-9 dates again a day later what began with the days from before while it was noted', async () => {
      await service.clock.set('2029-05-07T10:00:00+08:00');
      await note([]);
      const ticket = await opened();
      await service.source.query(
        `UPDATE clock SET due_at = $2, next_at = $2 WHERE subject_id = $1 AND kind = 'statutory'`,
        [ticket.id, midnight('05-25')],
      );
      await service.clock.set('2029-05-08T10:00:01+08:00');
      await dueOn(ticket, '05-15');
    });
  });

  it('CP-9 the other services are told of a noted year at once, and each day until it ends (ADR 81)', async () => {
    const told = async () =>
      (await service.events(CalendarNotedV1)).map(({ data }) => data).filter(({ year }) => year === '2031');
    await service.clock.set('2031-12-29T10:00:00+08:00');
    const note = (holidays: string[]) =>
      manager().put('/complaints/calendar/2031').send({ holidays, workdays: [] }).expect(200);
    await note(['2031-01-01', '2031-10-01']);
    const [first, ...more] = await told();
    expect([first?.holidays, more]).toEqual([['2031-01-01', '2031-10-01'], []]);
    await service.clock.set('2031-12-29T09:00:00+08:00');
    await note(['2031-10-01']);
    const corrected = { ...first, holidays: ['2031-10-01'] };
    expect((await told()).slice(1)).toEqual([corrected]);
    await service.clock.set('2031-12-30T10:00:01+08:00');
    await eventually(async () => expect((await told()).slice(2)).toEqual([corrected]));
    await service.clock.set('2032-01-01T10:00:01+08:00');
    await eventually(async () =>
      expect(await service.source.query('SELECT tell_at FROM calendar_year WHERE year = 2031')).toEqual([
        { tell_at: null },
      ]),
    );
    expect(await told()).toHaveLength(4);
  });

  it('counts what is late for the metrics', async () => {
    const late = async () => {
      const { text } = await service.anonymous().get('/metrics');
      return /hospital_complaint_clocks_late\{kind="solution"[^}]*\} (\d+)/.exec(text)?.[1];
    };
    await service.clock.set('2026-04-01T10:00:00+08:00');
    await openTicket(service, { colour: 'red', patientId: newId() });
    await service.clock.set('2026-04-01T10:31:00+08:00');
    await eventually(async () => expect(Number(await late())).toBeGreaterThan(0));
  });
});
