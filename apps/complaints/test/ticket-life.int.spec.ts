import {
  AccountSavedV1,
  ComplaintsNotificationRequestedV1,
  DepartmentSavedV1,
  PersonMergedV1,
  TicketClaimedV1,
  TicketPausedV1,
  TicketRecolouredV1,
  TicketRedatedV1,
  TicketReopenedV1,
  contractOf,
  type Role,
} from '#contracts';
import { newId } from '#platform';
import { eventually, faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClosingChecks } from '../src/tickets/closing-checks.js';
import { TICKETS } from '../src/tickets/tickets.list.js';
import type { Ticket, TicketEntry } from '../src/tickets/tickets.dto.js';
import { startComplaints } from './complaints.js';

const A_COMPLAINT = {
  kind: 'complaint',
  channel: 'phone',
  subject: '等候时间过长',
  text: '门诊等候两个小时无人解释。',
};

describe('the life of a ticket over REST', () => {
  let service: TestService;
  const unfinished: string[] = [];
  const accounts = { agent: newId(), legal: newId(), nurse: newId(), gone: newId() };

  beforeAll(async () => {
    service = await startComplaints();
    service.app.get(ClosingChecks).add({ missing: () => Promise.resolve(unfinished) });
    const account = (accountId: string, roles: Role[], active = true) =>
      service.publish(AccountSavedV1, { accountId, memberId: null, roles, active, version: 1 });
    await account(accounts.agent, ['agent']);
    await account(accounts.legal, ['legal']);
    await account(accounts.nurse, ['follow-up-nurse']);
    await account(accounts.gone, ['agent'], false);
    await service.publish(DepartmentSavedV1, {
      ...{ departmentId: newId(), nameZh: '心血管内科', active: true },
      localCodes: [{ system: 'demo-his', code: 'XXGNK' }],
    });
    await eventually(async () =>
      expect(
        await service.source.query('SELECT 1 FROM known_account UNION ALL SELECT 1 FROM known_department'),
      ).toHaveLength(5),
    );
  });
  afterAll(() => service.stop());

  const open = async (over: object = {}, role: Role = 'agent'): Promise<Ticket> =>
    (
      await service
        .api(role)
        .post('/complaints/tickets')
        .send({ ...A_COMPLAINT, ...over })
        .expect(201)
    ).body;
  const act = (ticket: { id: string; version: number }, action: string, body: object = {}, role: Role = 'agent') =>
    service
      .api(role)
      .post(`/complaints/tickets/${ticket.id}/${action}`)
      .set('if-match', `"${ticket.version}"`)
      .send(body);
  const done = async (ticket: Ticket, action: string, body: object = {}, role: Role = 'agent'): Promise<Ticket> =>
    (await act(ticket, action, body, role).expect(200)).body;
  const story = async (id: string): Promise<TicketEntry[]> =>
    (await service.api('agent').get(`/complaints/tickets/${id}/entries`).expect(200)).body.items;
  const found = async (query: object, role: Role = 'agent'): Promise<string[]> =>
    (await service.api(role).get('/complaints/tickets').query(query).expect(200)).body.items.map(
      ({ id }: Ticket) => id,
    );

  it('CP-4 goes from open to closed, and every step says who, when and what', async () => {
    // What closing asks of complaints is told in cases.int.spec.ts.
    let ticket = await open({ kind: 'appointment' });
    expect(ticket).toMatchObject({ state: 'open', colour: 'yellow', allowed: expect.arrayContaining(['claim']) });
    ticket = await done(ticket, 'claim');
    ticket = await done(ticket, 'reply', { text: '已致电说明' });
    ticket = await done(ticket, 'wait', { text: '等患者补充材料' });
    ticket = await done(ticket, 'resume');
    ticket = await done(ticket, 'solve', { text: '已致歉并免费停车' });
    ticket = await done(ticket, 'close');
    expect(ticket).toMatchObject({ state: 'closed', solution: '已致歉并免费停车', allowed: ['reopen'] });
    ticket = await done(ticket, 'reopen', { text: '患者仍不满意' });
    expect(ticket).toMatchObject({ state: 'claimed', reopened: 1, solution: null, endedAt: null });
    const steps = await story(ticket.id);
    const words = ['opened', 'claimed', 'replied', 'paused', 'resumed', 'solved', 'closed', 'reopened'];
    expect(steps.map(({ what }) => what)).toEqual(words);
    for (const step of steps) expect(step).toMatchObject({ byId: expect.any(String), at: expect.any(String) });
    const told = (await service.events(TicketReopenedV1)).filter(({ data }) => data.ticketId === ticket.id);
    expect(told).toHaveLength(1);
  });

  it('CC-2: what is told of a ticket says how it stands, and until when it has to be closed', async () => {
    let ticket = await open({ kind: 'appointment' });
    ticket = await done(ticket, 'claim');
    await done(ticket, 'recolour', { colour: 'blue', reason: '不急' });
    const { body: clocks } = await service.api('agent').get(`/complaints/tickets/${ticket.id}/clocks`).expect(200);
    const [solution] = (clocks as { kind: string; dueAt: string }[]).filter(({ kind }) => kind === 'solution');
    const [recoloured] = (await service.events(TicketRecolouredV1)).filter(({ data }) => data.ticketId === ticket.id);
    expect(recoloured?.data).toMatchObject({ state: 'claimed', closeBy: solution?.dueAt });
    const paused = await done(await open({ kind: 'appointment' }), 'claim').then((held) =>
      done(held, 'wait', { text: '等患者补充材料' }),
    );
    const [told] = (await service.events(TicketPausedV1)).filter(({ data }) => data.ticketId === paused.id);
    expect(told?.data.state).toBe('waiting-for-patient');
    expect(told?.data.closeBy).toBeUndefined();
  });

  it('CP-4 what its state does not allow is refused, and what it allows is named', async () => {
    const ticket = await open();
    const { body } = await act(ticket, 'close').expect(409);
    expect(body).toMatchObject({ code: 'ticket-transition', ticketState: 'open' });
    expect(body.allowed).toEqual(['claim', 'reassign', 'recolour', 'reclassify', 'stop', 'merge']);
    const stopped = await done(ticket, 'stop', { text: '患者撤回' }, 'centre-manager');
    expect((await act(stopped, 'claim').expect(409)).body).toMatchObject({ ticketState: 'stopped', allowed: [] });
    await act(await open(), 'stop', { text: '撤回' }, 'agent').expect(403);
  });

  it('CP-4 is not closed while something is missing', async () => {
    let ticket = await done(await open({ kind: 'consultation' }), 'claim');
    ticket = await done(ticket, 'solve', { text: '已解决' });
    unfinished.push('cause', 'recovery-measure');
    const { body } = await act(ticket, 'close').expect(409);
    expect(body).toMatchObject({ code: 'ticket-unfinished', missing: ['cause', 'recovery-measure'] });
    unfinished.length = 0;
    await done(ticket, 'close');
  });

  it('CP-10 of two who claim at once one gets it, the other hears who has it', async () => {
    const { id } = await open();
    const claim = (role: Role) => service.api(role).post(`/complaints/tickets/${id}/claim`);
    const answers = await Promise.all([claim('agent'), claim('centre-manager')]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect([won?.status, lost?.status]).toEqual([200, 409]);
    expect(lost?.body).toMatchObject({ code: 'ticket-claimed', holderId: won?.body.holderId });
    const claims = (await service.events(TicketClaimedV1)).filter(({ data }) => data.ticketId === id);
    expect(claims).toHaveLength(1);
  });

  it('decision 4: what lost a race and was made anew tells of itself once', async () => {
    const { id } = await open();
    // As PostgreSQL tells the loser of a deadlock, at the very end; a sequence survives what is taken back.
    await service.source.query('CREATE SEQUENCE race');
    await service.source.query(`CREATE FUNCTION lose_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF nextval('race') = 1 THEN RAISE SQLSTATE '40P01'; END IF; RETURN NULL; END $$`);
    await service.source.query(`CREATE TRIGGER lost AFTER INSERT ON outbox FOR EACH ROW
      WHEN (NEW.subject = '${contractOf(TicketClaimedV1).subject}') EXECUTE FUNCTION lose_once()`);
    await service.api('agent').post(`/complaints/tickets/${id}/claim`).expect(200);
    await service.source.query('DROP TRIGGER lost ON outbox');
    const [{ raced }] = await service.source.query(`SELECT last_value::int AS raced FROM race`);
    expect(raced).toBe(2);
    const claims = (await service.events(TicketClaimedV1)).filter(({ data }) => data.ticketId === id);
    expect(claims).toHaveLength(1);
  });

  it('decision 9: a change of what somebody else changed is refused', async () => {
    const ticket = await open();
    await done(ticket, 'recolour', { colour: 'red', reason: '现场激动' });
    await act(ticket, 'recolour', { colour: 'blue', reason: '误报' }).expect(412);
    await service.api('agent').post(`/complaints/tickets/${ticket.id}/solve`).send({ text: '好' }).expect(428);
  });

  it('CP-3 what it was taken for is put right, and only what was said changes', async () => {
    const ticket = await open();
    const patch = (body: object, version = ticket.version) =>
      service.api('agent').patch(`/complaints/tickets/${ticket.id}`).set('if-match', `"${version}"`).send(body);
    const { body } = await patch({ medical: true, reason: '属诊疗问题' }).expect(200);
    expect(body).toMatchObject({
      kind: 'complaint',
      medical: true,
      settlement: 'investigation',
      colour: ticket.colour,
    });
    const [, step] = await story(ticket.id);
    expect(step).toMatchObject({ what: 'reclassified', from: 'medical=null', to: 'medical=true', note: '属诊疗问题' });
    await service.source.query('UPDATE ticket SET dispute = true WHERE id = $1', [ticket.id]);
    const refused = await service
      .api('legal')
      .patch(`/complaints/tickets/${ticket.id}`)
      .set('if-match', `"${body.version}"`)
      .send({ medical: false })
      .expect(409);
    expect(refused.body.code).toBe('dispute-not-medical');
  });

  it('CP-10 is handed to people who may work on it and to departments that exist, and to nobody else', async () => {
    const ticket = await open();
    const reassign = (to: object) => act(ticket, 'reassign', { reason: '转办', ...to });
    for (const accountId of [accounts.gone, accounts.nurse, newId()]) await reassign({ accountId }).expect(400);
    await reassign({ departmentCode: 'NOWHERE' }).expect(400);
    await reassign({}).expect(400);
    const handed: Ticket = (await reassign({ accountId: accounts.agent }).expect(200)).body;
    expect(handed).toMatchObject({ state: 'claimed', holderId: accounts.agent });
    const laid = await done(handed, 'reassign', { departmentCode: 'XXGNK', reason: '属心内科' });
    expect(laid).toMatchObject({ state: 'open', holderId: null, deskDepartmentCode: 'XXGNK' });
  });

  it('CP-3 what was told in confidence is not handed to the department it is about', async () => {
    const ticket = await open({ departmentCode: 'XXGNK' });
    await service.source.query('UPDATE ticket SET confidential = true WHERE id = $1', [ticket.id]);
    const to = { departmentCode: 'XXGNK', reason: '转办' };
    const { body } = await act(ticket, 'reassign', to, 'centre-manager').expect(400);
    expect(body.errors).toMatchObject([{ field: 'departmentCode', code: 'department-concerned' }]);
  });

  it('CP-10 two tickets of one request are merged, and taken apart each has its own entries', async () => {
    const [twice, first] = [await open(), await open()];
    const merge = (ticket: Ticket, into: Ticket) =>
      act(ticket, 'merge', { into: into.id, reason: '重复' }, 'centre-manager');
    await merge(twice, twice).expect(400);
    const merged: Ticket = (await merge(twice, first).expect(200)).body;
    expect(merged).toMatchObject({ state: 'merged', mergedInto: first.id, allowed: ['unmerge'] });
    await merge(merged, first).expect(409);
    const survivor: Ticket = (await service.api('agent').get(`/complaints/tickets/${first.id}`).expect(200)).body;
    expect((await merge(survivor, merged).expect(409)).body).toMatchObject({ code: 'ticket-merge-target' });
    expect((await story(first.id)).map(({ ticketId, what }) => [ticketId === first.id, what])).toEqual(
      expect.arrayContaining([
        [false, 'opened'],
        [false, 'merged'],
        [true, 'took-in'],
      ]),
    );
    const apart = await done(merged, 'unmerge', { text: '并非同一事件' }, 'centre-manager');
    expect(apart).toMatchObject({ state: 'open', mergedInto: null, endedAt: null });
    expect((await story(first.id)).every(({ ticketId }) => ticketId === first.id)).toBe(true);
    expect((await story(twice.id)).map(({ what }) => what)).toEqual(['opened', 'merged', 'unmerged']);
  });

  it('CP-10, CC-2: a merge and its taking back tell until when the survivor is promised now', async () => {
    const patientId = newId();
    const [red, blue] = [await open({ colour: 'red' }), await open({ colour: 'blue', patientId })];
    const dueAt = async ({ id }: Ticket) => {
      const { body } = await service.api('agent').get(`/complaints/tickets/${id}/clocks`).expect(200);
      const clocks = body as { kind: string; dueAt: string; stoppedAt: string | null }[];
      return clocks.find(({ kind, stoppedAt }) => kind === 'solution' && stoppedAt === null)?.dueAt;
    };
    const [reds, blues] = [await dueAt(red), await dueAt(blue)];
    const merged = await done(red, 'merge', { into: blue.id, reason: '重复' }, 'centre-manager');
    await done(merged, 'unmerge', { text: '并非同一事件' }, 'centre-manager');
    const told = (await service.events(TicketRedatedV1)).filter(({ data }) => data.ticketId === blue.id);
    const facts = { subjectId: patientId, patientId, state: 'open', otherTicketId: red.id };
    expect(told.map(({ data }) => data)).toMatchObject([
      { ...facts, by: 'merge', closeBy: reds },
      { ...facts, by: 'unmerge', closeBy: blues },
    ]);
    expect(reds).not.toBe(blues);
  });

  it('CP-10 of a chain of merges the last is taken back first, and each ticket has its own deadline again', async () => {
    const [red, yellow, blue] = [await open({ colour: 'red' }), await open(), await open({ colour: 'blue' })];
    const now = async ({ id }: Ticket): Promise<Ticket> =>
      (await service.api('agent').get(`/complaints/tickets/${id}`).expect(200)).body;
    const into = async (ticket: Ticket, survivor: Ticket) =>
      done(await now(ticket), 'merge', { into: survivor.id, reason: '重复' }, 'centre-manager');
    const apart = async (ticket: Ticket) =>
      act(await now(ticket), 'unmerge', { text: '并非同一事件' }, 'centre-manager');
    const minutes = async ({ id }: Ticket) => {
      const rows: { limit: number }[] = await service.source.query(
        `SELECT limit_value AS limit FROM clock WHERE subject_id = $1 AND kind = 'solution' AND stopped_at IS NULL`,
        [id],
      );
      return rows.map(({ limit }) => limit);
    };
    await into(red, yellow);
    await into(yellow, blue);
    expect(await minutes(blue)).toEqual([30]);
    expect((await apart(red)).body).toMatchObject({ status: 409, code: 'ticket-survivor-merged' });
    expect((await apart(yellow)).status).toBe(200);
    expect([await minutes(yellow), await minutes(blue)]).toEqual([[30], [1440]]);
    expect((await apart(red)).status).toBe(200);
    expect([await minutes(red), await minutes(yellow), await minutes(blue)]).toEqual([[30], [120], [1440]]);
  });

  it('CP-10 a complaint is not merged into what is none: it would lose its clocks and its call', async () => {
    const [complaint, consultation] = [await open({ medical: true }), await open({ kind: 'consultation' })];
    const into = { into: consultation.id, reason: '重复' };
    const { body } = await act(complaint, 'merge', into, 'centre-manager').expect(409);
    expect(body).toMatchObject({ code: 'ticket-merge-target', survivorState: 'open' });
    expect((await service.api('agent').get(`/complaints/tickets/${complaint.id}`)).body.state).toBe('open');
  });

  it('CP-10 two that are merged into each other at once make no circle', async () => {
    const [a, b] = [await open(), await open()];
    const body = (into: Ticket) => ({ into: into.id, reason: '重复' });
    const answers = await Promise.all([
      act(a, 'merge', body(b), 'centre-manager'),
      act(b, 'merge', body(a), 'centre-manager'),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [{ count }] = await service.source.query(
      `SELECT count(*)::int AS count FROM ticket WHERE id = ANY ($1::uuid[]) AND state = 'merged'`,
      [[a.id, b.id]],
    );
    expect(count).toBe(1);
  });

  it('CP-4 who claims damages is told to finance and legal', async () => {
    const ticket = await open();
    const acting = await done(ticket, 'complainant-type', { type: 'acting' });
    expect(acting.complainantType).toBe('acting');
    await done(acting, 'complainant-type', { type: 'acting' });
    const told = (await service.events(ComplaintsNotificationRequestedV1)).filter(
      ({ data }) => data.subjectId === ticket.id,
    );
    expect(told.map(({ data }) => data.to)).toEqual([[{ role: 'finance' }, { role: 'legal' }]]);
  });

  it('CP-3 a dispute is for medical affairs and legal: others are refused, which is audited, and never find it', async () => {
    const word = `纠纷${newId()}`;
    const ticket = await open({ medical: true, subject: word });
    await service.source.query('UPDATE ticket SET dispute = true WHERE id = $1', [ticket.id]);
    const { body } = await service.api('agent').get(`/complaints/tickets/${ticket.id}`).expect(403);
    expect(body.code).toBe('ticket-dispute');
    await act(ticket, 'claim').expect(403);
    await service.api('centre-manager').get(`/complaints/tickets/${ticket.id}/entries`).expect(403);
    expect(await found({ q: word })).toEqual([]);
    expect(await found({ q: word }, 'legal')).toEqual([ticket.id]);
    await service.api('legal').get(`/complaints/tickets/${ticket.id}`).expect(200);
    await eventually(async () => {
      const refused = await service.source.query(
        `SELECT 1 FROM audit_entry WHERE status = 403 AND $1 = ANY (subject_ids)`,
        [ticket.id],
      );
      expect(refused).toHaveLength(3);
    });
    const given = await act(ticket, 'reassign', { accountId: accounts.agent, reason: '转办' }, 'legal').expect(400);
    expect(given.body.errors).toMatchObject([{ code: 'account-without-right' }]);
  });

  it('CP-10 finds Chinese words in subject, text and story, also of two characters and in any order', async () => {
    const ticket = await open({ subject: '收费窗口态度', text: '护士站无人应答，排队拥挤。' });
    await service
      .api('agent')
      .post(`/complaints/tickets/${ticket.id}/notes`)
      .send({ text: '已约谈责任护士长' })
      .expect(201);
    for (const q of ['收费', '拥挤', '责任护士长', '排队 态度', '约']) expect(await found({ q })).toContain(ticket.id);
    for (const q of ['费收', '度护', '应答长', '%', '态_']) expect(await found({ q })).not.toContain(ticket.id);
  });

  it('decision 13 tickets of a merged patient are found under each of the ids', async () => {
    const [survivorId, retiredId] = [newId(), newId()];
    const ticket = await open({ patientId: retiredId });
    await service.publish(PersonMergedV1, { survivorId, retiredId });
    await eventually(async () => expect(await found({ patientId: survivorId })).toEqual([ticket.id]));
    expect((await service.api('agent').get(`/complaints/tickets/${ticket.id}`)).body.patientId).toBe(retiredId);
  });

  it('PT-9 who may not see personal data sees neither the words nor the reporter, and cannot search them', async () => {
    const ticket = await open({ reporterName: '王芳', reporterPhone: '13800138000' });
    const { body } = await service.api('administrator').get(`/complaints/tickets/${ticket.id}`).expect(200);
    expect(body).toMatchObject({ reporterName: '王*', subject: expect.stringContaining('withheld') });
    await service.api('administrator').get('/complaints/tickets').query({ q: '等候' }).expect(403);
  });

  it('lists by every order and filter', async () => {
    expect(await faultsOfList(service.api('agent'), '/complaints/tickets', TICKETS)).toEqual([]);
  });
});
