import {
  ComplaintCallEndedV1,
  ComplaintCallRequestedV1,
  ComplaintCallWithdrawnV1,
  ComplaintConfirmedV1,
  ComplaintOverturnedV1,
  ComplaintsNotificationRequestedV1,
  DepartmentSavedV1,
  PersonErasedV1,
  StaffMemberSavedV1,
  TicketReclassifiedV1,
  type ComplaintCallOutcome,
  type Role,
} from '#contracts';
import { newId } from '#platform';
import { eventually, signTestToken, testEnvironment, type Api, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { CaseFile } from '../src/cases/cases.dto.js';
import type { Measure } from '../src/cases/measures.dto.js';
import type { NewTicket } from '../src/tickets/new-tickets.js';
import type { Ticket } from '../src/tickets/tickets.dto.js';
import { openTicket, startComplaints } from './complaints.js';

const NOW = '2026-03-31T15:30:00Z';
const CONCLUSION = { cause: 'waiting', causeNote: '窗口不足', consequence: '未影响诊疗', recovery: '加开窗口' };
const [DEPARTMENT, DOCTOR, LEFT] = [newId(), newId(), newId()];

describe('the case of a complaint', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startComplaints({ MEDICAL_AFFAIRS_DEPARTMENT: 'YWC' });
    await service.publish(DepartmentSavedV1, {
      ...{ departmentId: DEPARTMENT, nameZh: '心血管内科', active: true },
      localCodes: [{ system: 'demo-his', code: 'XXGNK' }],
    });
    const member = { titles: [], skills: [], departmentIds: [DEPARTMENT], version: 1 };
    for (const [memberId, name] of [
      [DOCTOR, '陈建国'],
      [LEFT, '周护士'],
    ] as const) {
      await service.publish(StaffMemberSavedV1, {
        ...member,
        memberId,
        name,
        staffNumber: name,
        active: name !== '周护士',
      });
    }
    await eventually(async () => {
      const known = await service.source.query('SELECT id FROM known_member UNION ALL SELECT id FROM known_department');
      expect(known).toHaveLength(3);
    });
  });
  afterAll(() => service.stop());
  beforeEach(() => service.clock.set(NOW));

  const opened = async (over: Partial<NewTicket> = {}) =>
    (await openTicket(service, { medical: false, patientId: newId(), ...over })).ticket;
  const post = (id: string, path: string, body: object, role: Role = 'agent') =>
    service.api(role).post(`/complaints/tickets/${id}/case/${path}`).send(body);
  const enter = async (id: string, path: string, body: object, role: Role = 'agent'): Promise<CaseFile> =>
    (await post(id, path, body, role).expect(200)).body;
  const read = async (id: string, role: Role = 'agent'): Promise<CaseFile> =>
    (await service.api(role).get(`/complaints/tickets/${id}/case`).expect(200)).body;
  const ticketOf = async (id: string): Promise<Ticket> =>
    (await service.api('agent').get(`/complaints/tickets/${id}`).expect(200)).body;
  const act = async (id: string, action: string, body: object = {}) => {
    const { version } = await ticketOf(id);
    const request = service.api('agent').post(`/complaints/tickets/${id}/${action}`);
    return request.set('if-match', `"${version}"`).send(body);
  };
  /** Closed with everything that has to be there. */
  const closed = async (over: Partial<NewTicket> = {}) => {
    const ticket = await opened(over);
    await act(ticket.id, 'claim');
    await act(ticket.id, 'solve', { text: '已致歉' });
    await enter(ticket.id, 'steps', { step: 'investigation', text: '属实' });
    await enter(ticket.id, 'compensation', { kind: 'apology', text: '当面致歉' });
    await enter(ticket.id, 'conclusion', CONCLUSION);
    const answer = await act(ticket.id, 'close');
    expect([answer.status, answer.body.state]).toEqual([200, 'closed']);
    return ticket;
  };
  const callsOf = async (ticketId: string) =>
    (await service.events(ComplaintCallRequestedV1))
      .map(({ data }) => data)
      .filter((call) => call.ticketId === ticketId);
  const called = ({ callId, ticketId, patientId }: ComplaintCallRequestedV1, outcome: ComplaintCallOutcome) =>
    service.publish(ComplaintCallEndedV1, { callId, ticketId, patientId, outcome, endedAt: NOW });
  const notices = async (subjectId: string) =>
    (await service.events(ComplaintsNotificationRequestedV1))
      .map(({ data }) => data)
      .filter((notice) => notice.subjectId === subjectId && /medical|dispute|measure/.test(notice.purpose));
  const clocksOf = async (id: string): Promise<string[]> =>
    (await service.source.query('SELECT kind FROM clock WHERE subject_id = $1 AND stopped_at IS NULL', [id])).map(
      ({ kind }: { kind: string }) => kind,
    );

  it('CP-4 is not closed before every step is there, and what is missing is named', async () => {
    const { id } = await opened();
    await act(id, 'claim');
    await act(id, 'solve', { text: '已致歉' });
    const refused = await act(id, 'close');
    expect(refused.status).toBe(409);
    const missing = ['investigation', 'cause', 'consequence', 'recovery', 'compensation'];
    expect(refused.body).toMatchObject({ code: 'ticket-unfinished', missing });
    expect((await read(id)).missing).toEqual(missing);
    await enter(id, 'steps', { step: 'verification', text: '属实' });
    await enter(id, 'conclusion', CONCLUSION);
    const whole = await enter(id, 'compensation', { kind: 'refund', text: '退还挂号费', valueFen: 5_000 });
    expect(whole).toMatchObject({ missing: [], cause: 'waiting', compensation: 'refund', compensationFen: 5_000 });
    expect(whole.steps.map(({ what, to, note }) => [what, to, note])).toEqual([
      ['verification', null, '属实'],
      ['cause', 'waiting', '窗口不足'],
      ['consequence', null, '未影响诊疗'],
      ['recovery', null, '加开窗口'],
      ['compensation', 'refund', '退还挂号费'],
    ]);
    for (const step of whole.steps) expect(step).toMatchObject({ at: expect.any(String), byName: expect.any(String) });
    expect((await act(id, 'close')).status).toBe(200);
  });

  it('CP-3 compensation stops its clock and no other, the soothing call its own', async () => {
    const { id } = await opened();
    expect(await clocksOf(id)).toContain('compensation');
    await post(id, 'soothing-call', { text: '已安抚' }).expect(409);
    await enter(id, 'compensation', { kind: 'apology', text: '致歉' });
    expect(await clocksOf(id)).not.toContain('compensation');
    expect(await clocksOf(id)).toContain('solution');
    const medical = await opened({ medical: true });
    expect(await clocksOf(medical.id)).toContain('soothing-call');
    expect((await post(medical.id, 'compensation', { kind: 'apology', text: '致歉' }).expect(409)).body).toMatchObject({
      code: 'case-medical',
    });
    await enter(medical.id, 'soothing-call', { text: '已安抚' });
    expect(await clocksOf(medical.id)).not.toContain('soothing-call');
  });

  it('CP-6 on a review platform is soothed by a call though it is not medical, and not closed before', async () => {
    const { id } = await opened({ channel: 'review' });
    await act(id, 'claim');
    await act(id, 'solve', { text: '已致歉' });
    await enter(id, 'steps', { step: 'investigation', text: '属实' });
    await enter(id, 'compensation', { kind: 'apology', text: '致歉' });
    await enter(id, 'conclusion', CONCLUSION);
    expect(await clocksOf(id)).toEqual(['solution', 'soothing-call']);
    expect((await act(id, 'close')).body.missing).toEqual(['soothing-call']);
    await enter(id, 'soothing-call', { text: '已安抚' });
    expect(await clocksOf(id)).toEqual(['solution']);
    expect((await act(id, 'close')).body.state).toBe('closed');
    expect(await clocksOf(id)).toEqual([]);
  });

  it('CP-3 that is medical lies on the desk of medical affairs at once, who are told; a dispute is told to legal, too', async () => {
    const medical = await opened({ medical: true });
    expect(await ticketOf(medical.id)).toMatchObject({ deskDepartmentCode: 'YWC', state: 'open' });
    expect(await notices(medical.id)).toMatchObject([
      { purpose: 'complaints.medical', urgency: 'red', to: [{ role: 'medical-affairs' }] },
    ]);
    const found = await opened({ medical: null });
    await act(found.id, 'claim');
    await act(found.id, 'wait', { text: '等材料' });
    for (const role of ['agent', 'legal'] as const)
      await service.api(role).put(`/complaints/tickets/${found.id}/watchers/me`).expect(200);
    await post(found.id, 'dispute', { dispute: true, reason: '患者要求鉴定' }).expect(204);
    await post(found.id, 'dispute', { dispute: false, reason: '撤回' }).expect(403);
    expect(await notices(found.id)).toMatchObject([
      { purpose: 'complaints.medical' },
      { purpose: 'complaints.dispute', to: [{ role: 'medical-affairs' }, { role: 'legal' }] },
    ]);
    const told = (await service.events(TicketReclassifiedV1)).filter(({ data }) => data.ticketId === found.id);
    expect(told).toMatchObject([{ data: { restricted: true, medical: true } }]);
    const { body } = await service.api('legal').get(`/complaints/tickets/${found.id}`).expect(200);
    // Whoever had it may not see it any more: medical affairs and legal can claim it, and its clocks run.
    expect(body).toMatchObject({ deskDepartmentCode: 'YWC', state: 'open', holderId: null, waitingSince: null });
    expect(await clocksOf(found.id)).toEqual(expect.arrayContaining(['claim', 'solution']));
    const watchers = `/complaints/tickets/${found.id}/watchers`;
    expect((await service.api('legal').get(watchers).expect(200)).body.items).toEqual([]);
    await service.api('legal').put(`${watchers}/me`).expect(200);
    expect((await service.api('agent').delete(`${watchers}/me`).expect(200)).body.items).toEqual([]);
    const [paused] = await service.source.query(
      `SELECT paused_at FROM clock WHERE subject_id = $1 AND kind = 'solution' AND stopped_at IS NULL`,
      [found.id],
    );
    expect(paused.paused_at).toBeNull();
    await service.api('legal').post(`/complaints/tickets/${found.id}/claim`).expect(200);
    await service.api('agent').get(`/complaints/tickets/${found.id}/case`).expect(403);
    await post(found.id, 'steps', { step: 'investigation', text: '查' }).expect(403);
    await post(found.id, 'steps', { step: 'investigation', text: '查' }, 'legal').expect(200);
  });

  it('CP-4 of something that is no complaint there is none, and nothing is asked for', async () => {
    const { id } = await opened({ kind: 'consultation', medical: null });
    expect((await post(id, 'steps', { step: 'investigation', text: '查' }).expect(409)).body.code).toBe(
      'not-a-complaint',
    );
    const { body } = await service.api('agent').get(`/complaints/tickets/${id}/case`).expect(409);
    expect(body.code).toBe('not-a-complaint');
    await act(id, 'claim');
    await act(id, 'solve', { text: '已答复' });
    expect((await act(id, 'close')).status).toBe(200);
    expect(await callsOf(id)).toEqual([]);
  });

  it('CP-4 unsatisfied in the call takes it up again, once, and it is concluded again before it is closed again', async () => {
    const { id } = await closed();
    const [call] = await callsOf(id);
    await called(call!, 'unsatisfied');
    await eventually(async () => expect(await ticketOf(id)).toMatchObject({ state: 'claimed', reopened: 1 }));
    await called(call!, 'unsatisfied');
    await called(call!, 'satisfied');
    await eventually(async () => expect((await read(id)).returnCalls).toMatchObject([{ outcome: 'satisfied' }]));
    expect(await ticketOf(id)).toMatchObject({ state: 'claimed', reopened: 1 });
    await act(id, 'solve', { text: '再次致歉' });
    expect((await act(id, 'close')).body.missing).toEqual(['cause', 'consequence', 'recovery']);
    await enter(id, 'conclusion', CONCLUSION);
    expect((await act(id, 'close')).status).toBe(200);
    expect(await callsOf(id)).toHaveLength(2);
  });

  it.each(['satisfied', 'unreachable', 'declined'] as const)(
    'CP-4 %s in the call is noted, no more',
    async (outcome) => {
      const { id } = await closed();
      const [call] = await callsOf(id);
      await called(call!, outcome);
      await eventually(async () => expect((await read(id)).returnCalls).toMatchObject([{ outcome, byFollowUp: true }]));
      expect(await ticketOf(id)).toMatchObject({ state: 'closed' });
    },
  );

  it('CP-4 taken up again before the call takes the call back, and its late answer is noted, no more', async () => {
    const { id } = await closed();
    const [call] = await callsOf(id);
    await act(id, 'reopen', { text: '患者来电' });
    const withdrawn = (await service.events(ComplaintCallWithdrawnV1)).filter(({ data }) => data.ticketId === id);
    expect(withdrawn.map(({ data }) => data.callId)).toEqual([call!.callId]);
    await called(call!, 'unsatisfied');
    await eventually(async () => expect((await read(id)).returnCalls).toMatchObject([{ outcome: 'unsatisfied' }]));
    expect(await ticketOf(id)).toMatchObject({ reopened: 1 });
  });

  it('CP-4 an answer that is put right after the next round was closed opens nothing, and nobody unreached unsays one', async () => {
    const { id } = await closed();
    const [first] = await callsOf(id);
    await called(first!, 'satisfied');
    await eventually(async () => expect((await read(id)).returnCalls).toMatchObject([{ outcome: 'satisfied' }]));
    await act(id, 'reopen', { text: '患者来电' });
    await act(id, 'solve', { text: '再次致歉' });
    await enter(id, 'conclusion', CONCLUSION);
    expect((await act(id, 'close')).status).toBe(200);
    await called(first!, 'unreachable');
    await called(first!, 'unsatisfied');
    await eventually(async () =>
      expect((await read(id)).returnCalls).toMatchObject([{ outcome: 'unsatisfied' }, { outcome: null }]),
    );
    expect(await ticketOf(id)).toMatchObject({ state: 'closed', reopened: 1 });
    const said = (await read(id)).steps.filter(({ what }) => what === 'return-call');
    expect(said.map(({ to }) => to)).toEqual(['satisfied', 'unsatisfied']);
  });

  it('CP-4 of whoever is no patient the centre calls itself', async () => {
    const { id } = await closed({ patientId: null });
    expect(await callsOf(id)).toEqual([]);
    const after = await enter(id, 'return-call', { outcome: 'unsatisfied', note: '仍不认可' });
    expect(after.returnCalls).toMatchObject([
      { byFollowUp: false, outcome: 'unsatisfied', endedByName: expect.any(String) },
    ]);
    expect(await ticketOf(id)).toMatchObject({ state: 'claimed', reopened: 1 });
    await post(id, 'return-call', { outcome: 'satisfied' }).expect(409);
  });

  it('CP-3 follow-up hears of no call about what was told in confidence: the centre calls itself', async () => {
    const role: Role = 'centre-manager';
    const { id } = await opened({ confidential: true });
    await service.source.query(
      `UPDATE ticket SET state = 'solved', solution = '已致歉', solved_at = opened_at WHERE id = $1`,
      [id],
    );
    await enter(id, 'steps', { step: 'investigation', text: '属实' }, role);
    await enter(id, 'compensation', { kind: 'apology', text: '致歉' }, role);
    await enter(id, 'conclusion', CONCLUSION, role);
    const closing = service.api(role).post(`/complaints/tickets/${id}/close`).set('if-match', '"1"').send({});
    expect((await closing).status).toBe(200);
    expect(await callsOf(id)).toEqual([]);
    const after = await enter(id, 'return-call', { outcome: 'satisfied' }, role);
    expect(after.returnCalls).toMatchObject([{ byFollowUp: false, outcome: 'satisfied' }]);
    expect((await service.events(ComplaintCallWithdrawnV1)).filter(({ data }) => data.ticketId === id)).toEqual([]);
  });

  describe('its measures', () => {
    const plan = async (ticketId: string, over: object = {}): Promise<Measure> =>
      (
        await post(ticketId, 'measures', {
          ...{ what: '增开窗口', departmentCode: 'XXGNK', dueAt: '2026-04-01T10:00:00+08:00', ...over },
        }).expect(201)
      ).body;
    let manager: Api;
    beforeAll(async () => {
      const issued = new Date(service.clock.now().getTime() - 1_000);
      const token = await signTestToken(testEnvironment().signingKey, ['centre-manager'], issued, { sub: newId() });
      manager = request.agent(service.url).set('authorization', `Bearer ${token}`);
    });
    const step = ({ id, version }: Measure, body: object, api: Api = service.api('agent')) =>
      api.post(`/complaints/measures/${id}/steps`).set('if-match', `"${version}"`).send(body);
    const stepped = async (measure: Measure, body: object, api?: Api): Promise<Measure> =>
      (await step(measure, body, api).expect(200)).body;

    it('CP-4 are done by one and verified by another, and what is refused is owed again', async () => {
      const { id } = await opened();
      const planned = await plan(id);
      expect((await step(planned, { step: 'verified' }).expect(409)).body.allowed).toEqual(['done', 'withdrawn']);
      const done = await stepped(planned, { step: 'done', note: '已开放' });
      expect((await step(done, { step: 'verified' }).expect(409)).body.code).toBe('measure-own-work');
      await step(planned, { step: 'withdrawn' }).expect(412);
      await step(done, { step: 'refused' }, manager).expect(400);
      const refused = { step: 'refused', note: '仅一天', dueAt: '2026-04-02T10:00:00+08:00' };
      const again = await stepped(done, refused, manager);
      expect(again).toMatchObject({ state: 'planned', dueAt: '2026-04-02T02:00:00.000Z' });
      const doneAgain = await stepped(again, { step: 'done' });
      const verified = await stepped(doneAgain, { step: 'verified' }, manager);
      expect(verified.state).toBe('verified');
      expect((await read(id)).steps.map(({ what }) => what)).toEqual([
        ...['measure-planned', 'measure-done', 'measure-refused', 'measure-done', 'measure-verified'],
      ]);
    });

    it('CP-4 that are late are told once to those responsible, and again when they were owed again', async () => {
      const { id } = await opened();
      const measure = await plan(id, { memberId: DOCTOR });
      await service.clock.set('2026-04-01T10:00:01+08:00');
      const [late] = await eventually(async () => {
        const { items } = (
          await service
            .api('agent')
            .get('/complaints/measures')
            .query({ filter: `ticketId eq '${id}'` })
        ).body as { items: Measure[] };
        expect(items).toMatchObject([{ id: measure.id, overdueAt: expect.any(String) }]);
        return items;
      });
      const { text } = await service.anonymous().get('/metrics');
      expect(text).toMatch(/^hospital_complaints_measures_late(\{[^}]*\})? [1-9]/m);
      const told = await notices(measure.id);
      expect(told).toMatchObject([
        {
          ...{ purpose: 'complaints.measure-overdue', occasion: 'round-1' },
          to: [{ memberId: DOCTOR }, { departmentCode: 'XXGNK', role: 'department-director' }],
        },
      ]);
      const done = await stepped(late!, { step: 'done' });
      await stepped(done, { step: 'refused', dueAt: '2026-04-01T11:00:00+08:00' }, manager);
      // CP-3: by now nobody of the department may learn of it.
      await service.source.query('UPDATE ticket SET confidential = true WHERE id = $1', [id]);
      await service.clock.set('2026-04-01T11:00:01+08:00');
      await eventually(async () =>
        expect((await notices(measure.id)).map(({ occasion }) => occasion)).toEqual(['round-1', 'round-2']),
      );
      expect((await notices(measure.id))[1]).toMatchObject({
        to: [{ role: 'centre-manager' }],
        next: [{ role: 'medical-affairs' }],
      });
    });

    it('CP-4 name somebody who can be reached, and a time to come within a year', async () => {
      const { id } = await opened();
      const wrong = async (over: object) =>
        (
          await post(id, 'measures', { what: '增开窗口', departmentCode: 'XXGNK', dueAt: NOW, ...over }).expect(400)
        ).body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
      expect(await wrong({})).toEqual(['dueAt not-in-future']);
      expect(await wrong({ dueAt: '2028-01-01T00:00:00Z' })).toEqual(['dueAt too-far-ahead']);
      const dueAt = '2026-04-02T00:00:00Z';
      expect(await wrong({ departmentCode: undefined, dueAt })).toEqual(['departmentCode nobody-responsible']);
      expect(await wrong({ departmentCode: 'NOBODY', dueAt })).toEqual(['departmentCode department-unknown']);
      // Nobody would be told of it: no such member, one who has left.
      for (const memberId of [newId(), LEFT])
        expect(await wrong({ memberId, dueAt })).toEqual(['memberId member-unknown']);
      await service
        .api('agent')
        .post(`/complaints/measures/${newId()}/steps`)
        .set('if-match', '"1"')
        .send({ step: 'done' })
        .expect(404);
    });
  });

  describe('whether it was justified', () => {
    const confirm = { validity: 'confirmed', departmentCodes: ['XXGNK'], staffMemberIds: [DOCTOR], reason: '属实' };
    const judged = (id: string, body: object, role: Role = 'centre-manager') => post(id, 'finding', body, role);

    it('CP-8 is found by an investigation, dated by the hospital’s day of receipt, and can be overturned', async () => {
      // 23:30 in the hospital is the last half hour of the quarter.
      const { id } = await opened({ receivedAt: new Date(NOW) });
      await judged(id, confirm, 'agent').expect(403);
      expect((await judged(id, confirm).expect(409)).body.code).toBe('case-not-investigated');
      await enter(id, 'steps', { step: 'investigation', text: '属实' });
      expect((await judged(id, { validity: 'overturned', reason: '错' }).expect(409)).body.code).toBe(
        'complaint-not-confirmed',
      );
      await service.clock.set('2026-04-20T02:00:00Z');
      const { body } = await judged(id, confirm).expect(200);
      expect(body).toMatchObject({
        validity: 'confirmed',
        against: [
          { against: 'department', subject: 'XXGNK' },
          { against: 'person', subject: DOCTOR },
        ],
      });
      const told = (await service.events(ComplaintConfirmedV1)).filter(({ data }) => data.ticketId === id);
      expect(told).toMatchObject([{ data: { receivedOn: '2026-03-31', staffMemberIds: [DOCTOR] } }]);
      const back = await judged(id, { validity: 'overturned', reason: '复核不成立' }).expect(200);
      expect(back.body).toMatchObject({ validity: 'overturned', against: [] });
      const taken = (await service.events(ComplaintOverturnedV1)).filter(({ data }) => data.ticketId === id);
      expect(taken).toMatchObject([{ data: { departmentCodes: ['XXGNK'], staffMemberIds: [DOCTOR] } }]);
    });

    it('CP-8 is overturned whatever became of the ticket, and not confirmed on one that is over', async () => {
      const found = async (over: Partial<NewTicket> = {}) => {
        const ticket = await opened(over);
        await enter(ticket.id, 'steps', { step: 'investigation', text: '属实' });
        await judged(ticket.id, confirm).expect(200);
        return ticket;
      };
      const overturned = async (id: string) => {
        const { body } = await judged(id, { validity: 'overturned', reason: '复核不成立' }).expect(200);
        expect(body).toMatchObject({ validity: 'overturned', against: [] });
        expect(await service.source.query('SELECT subject FROM confirmed_against WHERE ticket_id = $1', [id])).toEqual(
          [],
        );
        const taken = (await service.events(ComplaintOverturnedV1)).filter(({ data }) => data.ticketId === id);
        return taken.map(({ data }) => data);
      };
      const names = { departmentCodes: ['XXGNK'], staffMemberIds: [DOCTOR], receivedOn: '2026-03-31' };
      const manage = async (id: string, action: string, body: object) => {
        const { version } = await ticketOf(id);
        const call = service.api('centre-manager').post(`/complaints/tickets/${id}/${action}`);
        return (await call.set('if-match', `"${version}"`).send(body)).status;
      };
      const stopped = await found();
      expect(await manage(stopped.id, 'stop', { text: '重复来电' })).toBe(200);
      const merged = await found();
      const into = (await opened()).id;
      expect(await manage(merged.id, 'merge', { into, reason: '同一投诉' })).toBe(200);
      const reclassified = await found();
      const { version } = await ticketOf(reclassified.id);
      const patch = service.api('agent').patch(`/complaints/tickets/${reclassified.id}`);
      await patch.set('if-match', `"${version}"`).send({ kind: 'suggestion' }).expect(200);
      const endings = new Map([
        [stopped.id, 'stopped'],
        [merged.id, 'merged'],
        [reclassified.id, 'not-a-complaint'],
      ]);
      for (const [id, ending] of endings) {
        const shown = await service.api('agent').get(`/complaints/tickets/${id}/case`).expect(200);
        expect(shown.body).toMatchObject({ ending, validity: 'confirmed', steps: [{ what: 'investigation' }, {}] });
        expect(shown.body.against).toHaveLength(2);
        expect((await judged(id, confirm).expect(409)).body.code).toMatch(/^(case-over|not-a-complaint)$/);
        expect(await overturned(id)).toMatchObject([names]);
        expect((await judged(id, { validity: 'overturned', reason: '错' }).expect(409)).body.code).toBe(
          'complaint-not-confirmed',
        );
      }
    });

    it('CP-8, PT-9 is overturned after the patient was erased, by whoever may see all', async () => {
      const patientId = newId();
      const { id, number } = await opened({ patientId });
      await enter(id, 'steps', { step: 'investigation', text: '属实' });
      await judged(id, confirm).expect(200);
      const order = { erasureId: newId(), patientId, patientIds: [patientId], recordNumbers: [] };
      await service.publish(PersonErasedV1, { ...order, erasedAt: service.clock.now().toISOString() });
      await eventually(async () =>
        expect(await service.source.query('SELECT id FROM ticket WHERE id = $1', [id])).toEqual([]),
      );
      const overturn = { validity: 'overturned', reason: '复核不成立' };
      await judged(id, overturn).expect(403);
      await judged(id, { ...overturn, departmentCodes: ['XXGNK'] }, 'medical-affairs').expect(400);
      await judged(id, confirm, 'medical-affairs').expect(404);
      const { body } = await judged(id, overturn, 'medical-affairs').expect(200);
      expect(body).toMatchObject({ ticketId: id, validity: 'overturned', against: [], steps: [] });
      expect(await service.source.query('SELECT 1 FROM confirmed_against WHERE ticket_id = $1', [id])).toEqual([]);
      const taken = (await service.events(ComplaintOverturnedV1)).filter(({ data }) => data.ticketId === id);
      expect(taken.map(({ data }) => data)).toMatchObject([
        {
          ...{ number, subjectId: id, restricted: true, receivedOn: '2026-03-31' },
          ...{ receivedAt: '2026-03-30T16:00:00Z', departmentCodes: ['XXGNK'], staffMemberIds: [DOCTOR] },
        },
      ]);
      await judged(id, overturn, 'medical-affairs').expect(404);
    });

    it('CP-8 names somebody who is known, and nobody when it is overturned', async () => {
      const { id } = await opened();
      await enter(id, 'steps', { step: 'investigation', text: '属实' });
      const wrong = async (body: object) =>
        (await judged(id, { reason: '属实', ...body }).expect(400)).body.errors.map(
          ({ field, code }: { field: string; code: string }) => `${field} ${code}`,
        );
      expect(await wrong({ validity: 'confirmed' })).toEqual(['departmentCodes nobody-responsible']);
      expect(await wrong({ validity: 'confirmed', staffMemberIds: [newId()], departmentCodes: ['NO'] })).toEqual([
        'departmentCodes department-unknown',
        'staffMemberIds member-unknown',
      ]);
      await judged(id, { ...confirm, staffMemberIds: [LEFT] }).expect(200);
      expect(await wrong({ validity: 'overturned', staffMemberIds: [LEFT] })).toEqual([
        'departmentCodes only-confirmed',
      ]);
    });
  });
});
