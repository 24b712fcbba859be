import {
  AccountSavedV1,
  FollowUpMessageRequestedV1,
  FollowUpNotificationRequestedV1,
  FollowUpNotificationSettledV1,
  GreenChannelAcknowledgedV1,
  GreenChannelClosedV1,
  GreenChannelEscalatedV1,
  GreenChannelOpenedV1,
  NotificationAcknowledgedV1,
  PersonUnmergedV1,
  StaffMemberSavedV1,
  type EventClass,
  type Role,
} from '#contracts';
import { newId, transact, type FieldFault } from '#platform';
import { eventually, faultsOfList, signTestToken, testEnvironment, type Api } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { EntityManager } from 'typeorm';
import { occasionAt } from '../src/calendar/occasion.js';
import { GREEN_CHANNEL_CASES } from '../src/green-channel/green-channel.list.js';
import type { GreenChannelCase } from '../src/green-channel/green-channel.dto.js';
import { Chronicle, Effects } from '../src/plans/chronicle.js';
import type { QuestionnaireItem } from '../src/questionnaires/questionnaire.rules.js';
import { painScoreV1 } from '../src/questionnaires/standard/pain-score.v1.js';
import { ResponsesService } from '../src/responses/responses.service.js';
import { aStay, Hospital } from './hospital.js';
import { askByLink, askTask, givePain, type Request } from './pain-request.js';

/** Whoever may call, where staff knows no department of that code or nobody on duty there; managers last. */
const ANYBODY = [{ role: 'duty-doctor' }, { role: 'medical-affairs' }, { role: 'centre-manager' }];

describe('the green channel', () => {
  let hospital: Hospital;

  beforeAll(async () => {
    hospital = await Hospital.open({ NIGHT_DESK_SKILL: 'night-desk' });
  });
  afterAll(() => hospital.close());
  beforeEach(() => hospital.service.clock.set('2026-03-02T14:00:00+08:00'));

  const doctor = () => hospital.service.api('duty-doctor');
  const casesOf = async (patientId: string): Promise<GreenChannelCase[]> =>
    (await hospital.nurse().get('/follow-up/green-channel').query({ patientId, sort: 'openedAt' }).expect(200)).body
      .items;
  const told = async <T extends object>(type: EventClass<T>, caseId: string) =>
    (await hospital.service.events(type)).filter(({ data }) =>
      Object.entries(data).some(([name, value]) => ['caseId', 'subjectId'].includes(name) && value === caseId),
    );
  const countOf = async (caseId: string) => ({
    opened: (await told(GreenChannelOpenedV1, caseId)).length,
    escalated: (await told(GreenChannelEscalatedV1, caseId)).length,
    closed: (await told(GreenChannelClosedV1, caseId)).length,
    notices: (await told(FollowUpNotificationRequestedV1, caseId)).map(({ data }) => data.occasion),
  });
  const post = (id: string, what: string, body?: object) =>
    doctor().post(`/follow-up/green-channel/${id}/${what}`).send(body);

  async function planned(): Promise<Request & { planId: string }> {
    const stay = aStay();
    await hospital.discharge(stay, { departmentCode: 'GK', departmentName: '骨科' });
    const plan = await hospital.planOf(stay);
    return { ...(await askByLink(hospital.service, { ...stay, planId: plan.id })), planId: plan.id };
  }

  async function hurt(score = 7): Promise<{ found: GreenChannelCase; request: Request & { planId: string } }> {
    const request = await planned();
    await givePain(hospital.service, request.path, score).expect(303);
    const [found] = await casesOf(request.task.patientId);
    return { found: found as GreenChannelCase, request };
  }

  const secondsBetween = (from: string, to: string) => Math.floor((Date.parse(to) - Date.parse(from)) / 1000);
  const trailOf = async (planId: string) => (await hospital.plan(planId)).trail.map(({ what }) => what);

  /** A score a nurse hears on the phone, without a plan and a task. */
  const byPhone = (patientId: string, score: number) =>
    transact(hospital.service.source, (tx) => byPhoneIn(tx, patientId, score));
  const byPhoneIn = async (tx: EntityManager, patientId: string, score: number) => {
    const occasion = occasionAt(hospital.service.clock.now(), 'Asia/Shanghai');
    const effects = new Effects();
    await hospital.service.app.get(ResponsesService).record(
      tx,
      {
        questionnaire: { code: 'pain-score', version: 1 },
        ...{ patientId, channel: 'phone', answeredBy: { id: newId(), name: '护士' } },
        items: [{ linkId: 'pain', answer: [{ valueInteger: score }] }],
      },
      occasion,
      effects,
    );
    await hospital.service.app.get(Chronicle).write(tx, effects, occasion);
  };

  it.each([
    [3, 0],
    [4, 1],
  ])('FU-4 a score of %i opens %i cases', async (score, cases) => {
    const { task, path } = await planned();
    await givePain(hospital.service, path, score).expect(303);
    expect(await casesOf(task.patientId)).toHaveLength(cases);
  });

  it('FU-4 tells the duty doctor of the department in red, and the patient that a call comes', async () => {
    const { found, request } = await hurt(7);
    expect(found).toMatchObject({ score: 7, status: 'open', departmentCode: 'GK', channel: 'link', escalatedAt: null });
    expect(new Date(found.dueAt ?? 0).getTime() - new Date(found.openedAt).getTime()).toBe(300_000);
    const [notice] = await told(FollowUpNotificationRequestedV1, found.id);
    expect(notice?.data).toMatchObject({
      ...{ urgency: 'red', occasion: 'opened', to: [{ departmentCode: 'GK', role: 'duty-doctor' }] },
      next: [{ departmentCode: 'GK', role: 'department-director' }, ...ANYBODY],
    });
    expect(notice?.data).not.toHaveProperty('acknowledgeWithinSeconds');
    expect((await hospital.service.anonymous().get(request.path)).text).toContain('值班医生会尽快给您打电话');
    await post(found.id, 'call', { outcome: 'advised', note: '加止痛药' }).expect(200);
    expect((await hospital.service.anonymous().get(request.path)).text).not.toContain('值班医生会尽快');
  });

  it('FU-4 is a matter of doctors', async () => {
    const { found } = await hurt();
    for (const role of ['follow-up-nurse', 'centre-manager', 'agent'] as const) {
      await hospital.service.api(role).post(`/follow-up/green-channel/${found.id}/acknowledge`).expect(403);
      await hospital.service
        .api(role)
        .post(`/follow-up/green-channel/${found.id}/call`)
        .send({ outcome: 'advised' })
        .expect(403);
    }
    await post(newId(), 'acknowledge').expect(404);
    await post(found.id, 'call', { outcome: 'whatever' }).expect(400);
  });

  it('FU-4 a call in time ends it: the director hears nothing, and every step stands in the trail', async () => {
    const { found, request } = await hurt();
    await post(found.id, 'acknowledge').expect(200);
    await post(found.id, 'acknowledge').expect(200);
    await hospital.service.clock.set('2026-03-02T14:04:00+08:00');
    const { body } = await post(found.id, 'call', { outcome: 'come-to-hospital' }).expect(200);
    expect(body).toMatchObject({ status: 'closed', outcome: 'come-to-hospital', dueAt: null });
    await post(found.id, 'call', { outcome: 'advised' }).expect(409);
    await post(found.id, 'acknowledge').expect(409);
    await hospital.service.clock.set('2026-03-02T15:00:00+08:00');
    const next = await hurt();
    await hospital.service.clock.set('2026-03-02T15:06:00+08:00');
    await eventually(async () => expect(await countOf(next.found.id)).toMatchObject({ escalated: 1 }));
    expect(await countOf(found.id)).toEqual({ opened: 1, escalated: 0, closed: 1, notices: ['opened'] });
    expect((await told(GreenChannelAcknowledgedV1, found.id)).length).toBe(1);
    const [closed] = await told(GreenChannelClosedV1, found.id);
    expect(closed?.data).toMatchObject({ seconds: secondsBetween(found.openedAt, body.closedAt), escalated: false });
    expect((await trailOf(request.planId)).filter((what) => what.startsWith('green-channel'))).toEqual([
      'green-channel-opened',
      'green-channel-acknowledged',
      'green-channel-called',
      'green-channel-closed',
    ]);
  });

  it('FU-4 ORG-2 closed after it escalated, staff is told that nobody else has to hear of it', async () => {
    const { found } = await hurt(8);
    await hospital.service.clock.advance({ minutes: 6 });
    await eventually(async () => expect((await countOf(found.id)).escalated).toBe(1));
    await post(found.id, 'call', { outcome: 'no-answer' }).expect(200);
    expect(await told(FollowUpNotificationSettledV1, found.id)).toEqual([]);
    await post(found.id, 'call', { outcome: 'come-to-hospital' }).expect(200);
    const [settled, ...more] = await told(FollowUpNotificationSettledV1, found.id);
    const [notice] = await told(FollowUpNotificationRequestedV1, found.id);
    const { purpose, subjectType, subjectId } = notice!.data;
    expect(settled?.data).toEqual({ purpose, subjectType, subjectId, reason: 'come-to-hospital' });
    expect(settled?.partitionkey).toBe(notice?.partitionkey);
    expect(more).toEqual([]);
  });

  it('FU-4 taken on and not called, or called in vain, goes to the director once, with two processes looking', async () => {
    const replica = await hospital.replica();
    const { found, request } = await hurt();
    await post(found.id, 'acknowledge').expect(200);
    expect((await post(found.id, 'call', { outcome: 'no-answer' }).expect(200)).body).toMatchObject({
      ...{ status: 'open', unansweredCalls: 1 },
      dueAt: found.dueAt,
    });
    await hospital.service.clock.set('2026-03-02T14:05:00+08:00');
    await eventually(async () => expect(await countOf(found.id)).toMatchObject({ escalated: 1 }));
    await hospital.service.clock.set('2026-03-02T16:00:00+08:00');
    const later = await hurt();
    await hospital.service.clock.set('2026-03-02T16:05:00+08:00');
    await eventually(async () => expect(await countOf(later.found.id)).toMatchObject({ escalated: 1 }));
    expect(await countOf(found.id)).toEqual({ opened: 1, escalated: 1, closed: 0, notices: ['opened', 'escalated'] });
    const [, escalated] = await told(FollowUpNotificationRequestedV1, found.id);
    expect(escalated?.data).toMatchObject({
      urgency: 'red',
      to: [{ departmentCode: 'GK', role: 'department-director' }],
      next: ANYBODY,
    });
    await hospital.service
      .api('department-director')
      .post(`/follow-up/green-channel/${found.id}/call`)
      .send({ outcome: 'emergency' })
      .expect(200);
    expect((await told(GreenChannelClosedV1, found.id))[0]?.data).toMatchObject({ escalated: true });
    expect(await trailOf(request.planId)).toContain('green-channel-escalated');
    await replica.stop();
  });

  async function knownAs(role: Role, name: string): Promise<{ memberId: string; accountId: string; api: Api }> {
    const [memberId, accountId] = [newId(), newId()];
    const { service } = hospital;
    await service.publish(StaffMemberSavedV1, {
      ...{ memberId, name, staffNumber: memberId.slice(-8), titles: [], skills: [], departmentIds: [] },
      ...{ active: true, version: 1 },
    });
    await service.publish(AccountSavedV1, { accountId, memberId, roles: [role], active: true, version: 1 });
    const known = `SELECT 1 FROM known_account account JOIN known_member member ON member.id = account.member_id
                    WHERE account.id = $1`;
    await eventually(async () => expect(await service.source.query(known, [accountId])).toHaveLength(1));
    const issued = new Date(service.clock.now().getTime() - 1_000);
    const token = await signTestToken(testEnvironment().signingKey, [role], issued, { sub: accountId });
    return { memberId, accountId, api: request.agent(service.url).set('authorization', `Bearer ${token}`) };
  }

  const acknowledgeInInbox = ({ id }: GreenChannelCase, personId: string) =>
    hospital.service.publish(NotificationAcknowledgedV1, {
      ...{ notificationId: newId(), purpose: 'follow-up.green-channel', subjectType: 'green-channel-case' },
      ...{ subjectId: id, personId, acknowledgedAt: '2026-03-02T14:01:00+08:00', step: 0, late: false },
    });

  it('FU-4 a doctor’s acknowledgement in the inbox of notifications takes it on by the same account, and is no call', async () => {
    const { found } = await hurt();
    const { memberId, accountId, api } = await knownAs('duty-doctor', '王医生');
    await acknowledgeInInbox(found, memberId);
    await eventually(async () =>
      expect((await casesOf(found.patientId))[0]).toMatchObject({ acknowledgedBy: accountId, status: 'open' }),
    );
    const { body } = await post(found.id, 'acknowledge').expect(409);
    expect(body).toMatchObject({ code: 'green-channel-taken', detail: expect.stringContaining('王医生') });
    await api.post(`/follow-up/green-channel/${found.id}/acknowledge`).expect(200);
    expect(await told(GreenChannelAcknowledgedV1, found.id)).toHaveLength(1);
    await hospital.service.clock.set('2026-03-02T14:05:00+08:00');
    await eventually(async () => expect(await countOf(found.id)).toMatchObject({ escalated: 1 }));
    await post(found.id, 'acknowledge').expect(200);
  });

  it('FU-4 a manager who acknowledges in the inbox takes nothing from the doctors', async () => {
    const { found, request: asked } = await hurt();
    const { memberId } = await knownAs('centre-manager', '李经理');
    for (const personId of [memberId, newId()]) await acknowledgeInInbox(found, personId);
    await eventually(async () =>
      expect((await trailOf(asked.planId)).filter((what) => what === 'green-channel-seen')).toHaveLength(2),
    );
    expect((await casesOf(found.patientId))[0]).toMatchObject({ acknowledgedBy: null });
    await post(found.id, 'acknowledge').expect(200);
  });

  it('FU-4 more pain in a case that escalated and was never closed is an alarm again, and escalates again, once each', async () => {
    const { found, request } = await hurt(5);
    await post(found.id, 'acknowledge').expect(200);
    await hospital.service.clock.set('2026-03-02T14:05:00+08:00');
    await eventually(async () => expect(await countOf(found.id)).toMatchObject({ escalated: 1 }));
    await hospital.service.clock.set('2026-05-02T10:00:00+08:00');
    const again = await askByLink(hospital.service, { patientId: found.patientId });
    await givePain(hospital.service, again.path, 10).expect(303);
    const [open, ...others] = await casesOf(found.patientId);
    expect(others).toEqual([]);
    expect(open).toMatchObject({ id: found.id, score: 10, status: 'open', acknowledgedBy: null });
    const left = new Date(open?.dueAt ?? 0).getTime() - hospital.service.clock.now().getTime();
    expect(Math.round(left / 60_000)).toBe(5);
    expect((await hospital.service.anonymous().get(again.path)).text).toContain('值班医生会尽快给您打电话');
    const [, , repeated] = await told(FollowUpNotificationRequestedV1, found.id);
    expect(repeated?.data).toMatchObject({
      ...{ urgency: 'red', titleEn: 'Green channel again: pain 10' },
      occasion: expect.stringMatching(/^repeated-/),
      to: [
        { departmentCode: 'GK', role: 'duty-doctor' },
        { departmentCode: 'GK', role: 'department-director' },
      ],
    });
    await hospital.service.clock.set('2026-05-02T10:06:00+08:00');
    await eventually(async () => expect(await countOf(found.id)).toMatchObject({ escalated: 2 }));
    const { notices } = await countOf(found.id);
    expect(notices).toHaveLength(4);
    expect(new Set(notices).size).toBe(4);
    expect((await trailOf(request.planId)).filter((what) => what.startsWith('green-channel'))).toEqual([
      'green-channel-opened',
      'green-channel-acknowledged',
      'green-channel-escalated',
      'green-channel-repeated',
      'green-channel-escalated',
    ]);
    await post(found.id, 'call', { outcome: 'advised' }).expect(200);
    expect((await told(GreenChannelClosedV1, found.id))[0]?.data).toMatchObject({ escalated: true });
  });

  it('FU-4 another high score while it is open is a line of it, and its time goes on; after it is closed, a new case', async () => {
    const { found, request } = await hurt(5);
    await hospital.service.clock.set('2026-03-02T14:03:00+08:00');
    await byPhone(found.patientId, 9);
    expect(await casesOf(found.patientId)).toMatchObject([{ id: found.id, score: 9, dueAt: found.dueAt }]);
    expect(await trailOf(request.planId)).toContain('green-channel-repeated');
    await byPhone(found.patientId, 9);
    const notices = await told(FollowUpNotificationRequestedV1, found.id);
    expect(notices.map(({ data }) => [data.titleEn, data.to])).toEqual([
      ['Green channel: pain 5', [{ departmentCode: 'GK', role: 'duty-doctor' }]],
      ['Green channel: pain now 9', [{ departmentCode: 'GK', role: 'duty-doctor' }]],
    ]);
    await post(found.id, 'call', { outcome: 'advised' }).expect(200);
    await byPhone(found.patientId, 6);
    expect(await casesOf(found.patientId)).toMatchObject([{ status: 'closed' }, { status: 'open', channel: 'phone' }]);
  });

  it('FU-4 high scores of one person that come at once open one case', async () => {
    const patientId = newId();
    await Promise.all(Array.from({ length: 12 }, (_, index) => byPhone(patientId, 4 + (index % 6))));
    const cases = await casesOf(patientId);
    expect(cases).toHaveLength(1);
    const { opened, notices } = await countOf(cases[0]?.id ?? '');
    expect([opened, notices.filter((occasion) => occasion === 'opened').length]).toEqual([1, 1]);
  });

  it('PT-3 ids that were merged are one person: their scores open one case', async () => {
    const [survivor, retired] = [newId(), newId()];
    await byPhone(retired, 5);
    await hospital.merge(survivor, retired);
    await hospital.settled();
    await byPhone(survivor, 8);
    expect(await casesOf(survivor)).toMatchObject([{ patientId: retired, score: 8 }]);
  });

  it('PT-3 records with an open case each that become one person have one: it goes on with the worst pain and who took it', async () => {
    const first = await hurt(5);
    await hospital.service.clock.advance({ minutes: 2 });
    const second = await hurt(9);
    await post(second.found.id, 'acknowledge').expect(200);
    const doctorOf = (await casesOf(second.found.patientId))[0]?.acknowledgedBy;
    await hospital.merge(first.found.patientId, second.found.patientId);
    const [kept, closed] = await eventually(async () => {
      const cases = await casesOf(first.found.patientId);
      expect(cases.map(({ status }) => status)).toEqual(['open', 'closed']);
      return cases;
    });
    expect(kept).toMatchObject({ id: first.found.id, score: 9, dueAt: first.found.dueAt, acknowledgedBy: doctorOf });
    expect(closed).toMatchObject({ id: second.found.id, outcome: 'merged', mergedInto: kept?.id, dueAt: null });
    expect(await trailOf(first.request.planId)).toContain('green-channel-merged');
    expect(await trailOf(second.request.planId)).toContain('green-channel-closed');
    expect(await countOf(first.found.id)).toMatchObject({ notices: ['opened', expect.stringMatching(/^heightened-/)] });
    expect((await told(FollowUpNotificationSettledV1, second.found.id)).map(({ data }) => data.reason)).toEqual([
      'merged',
    ]);
    expect((await told(GreenChannelClosedV1, second.found.id)).map(({ data }) => data.outcome)).toEqual(['merged']);
    await hospital.service.clock.advance({ minutes: 10 });
    await eventually(async () => expect((await countOf(first.found.id)).escalated).toBe(1));
    expect((await countOf(second.found.id)).escalated).toBe(0);
    await post(second.found.id, 'call', { outcome: 'advised' }).expect(409);
    await post(first.found.id, 'call', { outcome: 'advised' }).expect(200);
  });

  it.each([
    ['while the one that went on is open', 300, 'open'],
    ['called about since, while the answer is new', 60, 'open'],
    ['called about since, when the answer is old', 300, 'closed'],
  ])('PT-3 a merge taken back opens the other case again: %s', async (what, minutes, status) => {
    const [survivor, retired] = [await hurt(5), await hurt(8)];
    const [survivorId, retiredId] = [survivor.found.patientId, retired.found.patientId];
    await hospital.merge(survivorId, retiredId);
    await eventually(async () => expect((await casesOf(retiredId)).map((each) => each.status)).toContain('closed'));
    const [merged] = (await casesOf(retiredId)).filter((each) => each.status === 'closed');
    const kept = merged?.id === survivor.found.id ? retired.found : survivor.found;
    if (what.startsWith('called')) await post(kept.id, 'call', { outcome: 'advised' }).expect(200);
    await hospital.service.clock.advance({ minutes });
    const alive = { deceased: false, allowedPurposes: ['care' as const, 'follow-up' as const], states: [] };
    const parted = { survivorId, retiredId, survivor: alive, retired: alive };
    await hospital.service.publish(PersonUnmergedV1, parted);
    await hospital.settled();
    const [found, ...others] = await casesOf(merged?.patientId ?? '');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ id: merged?.id, status, mergedInto: status === 'open' ? null : kept.id });
    const { notices } = await countOf(found?.id ?? '');
    expect(notices.filter((occasion) => occasion.startsWith('parted-'))).toHaveLength(status === 'open' ? 1 : 0);
    if (status === 'closed') return;
    expect(secondsBetween(hospital.service.clock.now().toISOString(), found?.dueAt ?? '')).toBeGreaterThan(200);
    const planId = [survivor, retired].find((each) => each.found.id === found?.id)?.request.planId ?? '';
    expect(await trailOf(planId)).toContain('green-channel-parted');
    await post(found?.id ?? '', 'call', { outcome: 'advised' }).expect(200);
    expect(await casesOf(kept.patientId)).toMatchObject([{ id: kept.id }]);
  });

  it('PT-3 high scores that come while their records are being merged end in one open case', async () => {
    const pairs = Array.from({ length: 8 }, () => [newId(), newId()] as const);
    await Promise.all(
      pairs.flatMap(([survivor, retired]) => [
        byPhone(survivor, 6),
        hospital.merge(survivor, retired),
        byPhone(retired, 7),
        byPhone(survivor, 8),
      ]),
    );
    await hospital.settled();
    for (const [survivor] of pairs) {
      const cases = await casesOf(survivor);
      expect(cases.filter(({ status }) => status === 'open')).toHaveLength(1);
      expect(cases.find(({ status }) => status === 'open')?.score).toBe(8);
    }
    expect(await hospital.parked()).toEqual([]);
  });

  it('FU-6 a death closes it: nobody is told to call, and no score opens another', async () => {
    const { found } = await hurt();
    await hospital.die(found.patientId);
    await eventually(async () =>
      expect((await casesOf(found.patientId))[0]).toMatchObject({ status: 'closed', outcome: 'deceased', dueAt: null }),
    );
    await byPhone(found.patientId, 10);
    expect(await casesOf(found.patientId)).toHaveLength(1);
    expect(await countOf(found.id)).toEqual({ opened: 1, escalated: 0, closed: 1, notices: ['opened'] });
  });

  it('FU-4 a low score is advice the next morning, one message a day, and none to the dead', async () => {
    const [living, dead] = [newId(), newId()];
    const advice = async (patientId: string) =>
      (await hospital.service.events(FollowUpMessageRequestedV1)).filter(
        ({ data }) => data.patientId === patientId && data.template === 'pain-education',
      );
    for (const patientId of [living, living, dead]) await byPhone(patientId, 3);
    await hospital.die(dead);
    await hospital.settled();
    await hospital.service.clock.set('2026-03-03T08:58:00+08:00');
    const late = newId();
    await byPhone(late, 1);
    expect(await advice(living)).toHaveLength(0);
    await hospital.service.clock.set('2026-03-03T09:00:00+08:00');
    await eventually(async () => expect(await advice(living)).toHaveLength(1));
    const left = () =>
      hospital.service.source.query('SELECT 1 FROM education_message WHERE due_at <= $1', [
        hospital.service.clock.now(),
      ]);
    await eventually(async () => expect(await left()).toHaveLength(0));
    expect([await advice(living), await advice(dead), await advice(late)].map(({ length }) => length)).toEqual([
      1, 0, 0,
    ]);
    expect((await advice(living))[0]?.data).toMatchObject({ urgent: false });
  });

  it('FU-4 who hurts since the low score gets no advice that all is well', async () => {
    const [hurting, well] = [newId(), newId()];
    for (const patientId of [hurting, well]) await byPhone(patientId, 2);
    await hospital.service.clock.set('2026-03-02T20:00:00+08:00');
    await byPhone(hurting, 8);
    await post((await casesOf(hurting))[0]?.id ?? '', 'call', { outcome: 'advised' }).expect(200);
    await hospital.service.clock.set('2026-03-03T09:00:00+08:00');
    const rowsOf = (patientId: string) =>
      hospital.service.source.query('SELECT sent FROM education_message WHERE patient_id = $1', [patientId]);
    await eventually(async () => expect(await rowsOf(well)).toEqual([{ sent: true }]));
    await eventually(async () => expect(await rowsOf(hurting)).toEqual([{ sent: false }]));
  });

  it('FU-4 whose case was opened again since the low score gets no advice, though it was opened before it', async () => {
    const [hurting, well] = [newId(), newId()];
    await byPhone(hurting, 5);
    const opened = (await casesOf(hurting))[0];
    const call = () => post(opened?.id ?? '', 'call', { outcome: 'advised' }).expect(200);
    await call();
    await hospital.service.clock.advance({ minutes: 1 });
    for (const patientId of [hurting, well]) await byPhone(patientId, 2);
    await hospital.service.clock.advance({ minutes: 1 });
    const questionnaire = { code: 'pain-score', version: 1 };
    const items = [{ linkId: 'pain', answer: [{ valueInteger: 9 }] }];
    const body = { patientId: hurting, questionnaire, channel: 'phone', amends: opened?.responseId, items };
    await hospital.nurse().post('/follow-up/responses').send(body).expect(201);
    expect(await casesOf(hurting)).toMatchObject([{ id: opened?.id, status: 'open', openedAt: opened?.openedAt }]);
    await call();
    await hospital.service.clock.set('2026-03-03T09:00:00+08:00');
    const rowsOf = (patientId: string) =>
      hospital.service.source.query('SELECT sent FROM education_message WHERE patient_id = $1', [patientId]);
    await eventually(async () => expect(await rowsOf(well)).toEqual([{ sent: true }]));
    await eventually(async () => expect(await rowsOf(hurting)).toEqual([{ sent: false }]));
  });

  it('FU-4 a correction calls a doctor only while the answer is new, and a lowered one is noted on its case', async () => {
    const correct = async (patientId: string, score: number) => {
      const former = `SELECT id FROM questionnaire_response WHERE patient_id = $1 AND status = 'completed'`;
      const [row] = await hospital.service.source.query(former, [patientId]);
      const body = { patientId, questionnaire: { code: 'pain-score', version: 1 }, channel: 'phone', amends: row.id };
      const items = [{ linkId: 'pain', answer: [{ valueInteger: score }] }];
      await hospital
        .nurse()
        .post('/follow-up/responses')
        .send({ ...body, items })
        .expect(201);
    };
    const [old, fresh] = [await planned(), await planned()];
    for (const { path } of [old, fresh]) await givePain(hospital.service, path, 3).expect(303);
    await correct(fresh.task.patientId, 9);
    const [found] = await casesOf(fresh.task.patientId);
    expect(found).toMatchObject({ status: 'open', score: 9, note: null });
    await correct(fresh.task.patientId, 2);
    expect(await casesOf(fresh.task.patientId)).toMatchObject([{ status: 'open', note: expect.stringContaining('2') }]);
    await post(found?.id ?? '', 'call', { outcome: 'no-need' }).expect(200);
    expect((await casesOf(fresh.task.patientId))[0]?.note).toContain('2');
    await hospital.service.clock.set('2026-03-02T16:30:00+08:00');
    await correct(old.task.patientId, 5);
    expect(await casesOf(old.task.patientId)).toEqual([]);
    expect(await trailOf(old.planId)).toContain('pain-score-corrected');
  });

  it('FU-4 a score corrected upwards after the doctor’s call has the doctor call again, once, and in time', async () => {
    const { found, request } = await hurt(5);
    await post(found.id, 'call', { outcome: 'advised' }).expect(200);
    const correct = async (score: number) => {
      const former = `SELECT id FROM questionnaire_response WHERE patient_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1`;
      const [row] = await hospital.service.source.query(former, [found.patientId]);
      const questionnaire = { code: 'pain-score', version: 1 };
      const items = [{ linkId: 'pain', answer: [{ valueInteger: score }] }];
      const body = { patientId: found.patientId, questionnaire, channel: 'phone', amends: row.id, items };
      await hospital.nurse().post('/follow-up/responses').send(body).expect(201);
    };
    await correct(4);
    expect(await casesOf(found.patientId)).toMatchObject([{ status: 'closed', score: 5 }]);
    await correct(9);
    const again = { id: found.id, status: 'open', score: 9, acknowledgedBy: null, outcome: null, closedAt: null };
    expect(await casesOf(found.patientId)).toMatchObject([{ ...again, note: expect.stringContaining('advised') }]);
    const [, reopened] = await told(FollowUpNotificationRequestedV1, found.id);
    expect(reopened?.data).toMatchObject({ urgency: 'red', titleEn: 'Green channel open again: pain 9' });
    expect(await trailOf(request.planId)).toContain('green-channel-reopened');
    await hospital.service.clock.advance({ minutes: 6 });
    await eventually(async () => expect(await countOf(found.id)).toMatchObject({ escalated: 1 }));
    await post(found.id, 'call', { outcome: 'emergency' }).expect(200);
    expect(await casesOf(found.patientId)).toMatchObject([{ status: 'closed', outcome: 'emergency' }]);
  });

  const correction = async (patientId: string, score: number) => {
    const former = `SELECT id FROM questionnaire_response WHERE patient_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1`;
    const [row] = await hospital.service.source.query(former, [patientId]);
    const items = [{ linkId: 'pain', answer: [{ valueInteger: score }] }];
    const asked = { questionnaire: { code: 'pain-score', version: 1 }, channel: 'phone' };
    return { patientId, ...asked, amends: row.id as string, items };
  };

  it('FU-4 the seconds of a case opened again, and whether it escalated, are counted from then', async () => {
    const { found } = await hurt(5);
    await hospital.service.clock.advance({ minutes: 6 });
    await eventually(async () => expect(await countOf(found.id)).toMatchObject({ escalated: 1 }));
    await post(found.id, 'call', { outcome: 'advised' }).expect(200);
    await hospital.service.clock.advance({ minutes: 30 });
    await hospital
      .nurse()
      .post('/follow-up/responses')
      .send(await correction(found.patientId, 9))
      .expect(201);
    await hospital.service.clock.advance({ minutes: 2 });
    await post(found.id, 'call', { outcome: 'emergency' }).expect(200);
    const [first, second] = (await told(GreenChannelClosedV1, found.id)).map(({ data }) => data);
    expect(first).toMatchObject({ escalated: true });
    expect(first?.seconds).toBeGreaterThanOrEqual(360);
    expect(second).toMatchObject({ escalated: false });
    expect(second?.seconds).toBeGreaterThanOrEqual(120);
    expect(second?.seconds).toBeLessThan(360);
  });

  it('FU-4 a correction that opens the case again while another high score opens one finds that one', async () => {
    const { found } = await hurt(5);
    await post(found.id, 'call', { outcome: 'advised' }).expect(200);
    const body = await correction(found.patientId, 9);
    const { source } = hospital.service;
    let corrected: Promise<unknown> | undefined;
    await transact(source, async (tx) => {
      await byPhoneIn(tx, found.patientId, 6);
      const sent = hospital.nurse().post('/follow-up/responses').send(body).expect(201);
      corrected = new Promise((done, fail) => void sent.then(done, fail));
      await eventually(async () => {
        const waiting = await source.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        expect(waiting).not.toHaveLength(0);
      });
    });
    await corrected;
    expect(await casesOf(found.patientId)).toMatchObject([
      { id: found.id, status: 'closed', score: 5 },
      { status: 'open', score: 9 },
    ]);
  });

  it('FU-4 no answer in two hours is a call, once; the late answer counts and ends the call', async () => {
    const request = await planned();
    const callsOf = async () =>
      (await hospital.tasks({ patientId: request.task.patientId })).filter(({ step }) => step.startsWith('pain-call'));
    await hospital.service.clock.set('2026-03-02T16:00:00+08:00');
    await eventually(async () =>
      expect(await callsOf()).toMatchObject([{ status: 'open', mode: 'call', kind: 'pain', skill: null }]),
    );
    expect(await trailOf(request.planId)).toContain('unanswered');
    await hospital.service.clock.set('2026-03-02T18:30:00+08:00');
    await givePain(hospital.service, request.path, 8).expect(303);
    expect(await callsOf()).toMatchObject([{ status: 'cancelled', closeReason: 'answered' }]);
    expect(await casesOf(request.task.patientId)).toHaveLength(1);
  });

  it('FU-4 at night the call is the night desk’s, and made first it ends the request', async () => {
    await hospital.service.clock.set('2026-03-02T23:30:00+08:00');
    const request = await planned();
    await hospital.service.clock.set('2026-03-03T01:30:00+08:00');
    const call = await eventually(async () => {
      const found = (await hospital.tasks({ patientId: request.task.patientId })).find(({ step }) =>
        step.startsWith('pain-call'),
      );
      expect(found).toMatchObject({ status: 'open', skill: 'night-desk' });
      return found as { id: string; version: number };
    });
    await hospital.complete(call).expect(200);
    const asked = (await hospital.tasks({ patientId: request.task.patientId })).find(
      ({ id }) => id === request.task.id,
    );
    expect(asked).toMatchObject({ status: 'cancelled', closeReason: 'called' });
    await givePain(hospital.service, request.path, 9).expect(410);
  });

  it('FU-11 advice is a message by daylight, and the task is done with it', async () => {
    await hospital.service.clock.set('2026-03-02T00:00:30+08:00');
    const { id } = await askTask(hospital.service, {
      kind: 'education',
      mode: 'message',
      step: 'rehabilitation',
      questionnaire: undefined,
    });
    const messages = (await hospital.service.events(FollowUpMessageRequestedV1)).filter(
      ({ data }) => data.subjectId === id,
    );
    expect(messages.map(({ data }) => data)).toMatchObject([
      { template: 'rehabilitation', urgent: false, notBefore: '2026-03-02T01:00:00.000Z' },
    ]);
    const [row] = await hospital.service.source.query('SELECT status, outcome FROM task WHERE id = $1', [id]);
    expect(row).toEqual({ status: 'done', outcome: 'sent' });
  });

  it('FU-4 an answer in time is no call', async () => {
    const [answered, silent] = [await askByLink(hospital.service), await askByLink(hospital.service)];
    await givePain(hospital.service, answered.path, 2).expect(303);
    await hospital.service.clock.set('2026-03-02T16:00:00+08:00');
    await eventually(async () => expect(await hospital.tasks({ patientId: silent.task.patientId })).toHaveLength(2));
    expect(await hospital.tasks({ patientId: answered.task.patientId })).toHaveLength(1);
  });

  it('ADR 46: the list can be sorted by every field it names, and filtered by each with every operator', async () => {
    expect(await faultsOfList(hospital.nurse(), '/follow-up/green-channel', GREEN_CHANNEL_CASES)).toEqual([]);
  }, 180_000);

  it('FU-4 an editor can neither retire the pain score nor publish one that counts otherwise', async () => {
    const manager = hospital.service.api('centre-manager');
    const at = '/follow-up/questionnaires/pain-score/versions';
    const { headers } = await manager.get(`${at}/1`).expect(200);
    const refused = await manager
      .post(`${at}/1/retire`)
      .set('if-match', headers['etag'] as string)
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'questionnaire-needed' });
    const [pain] = painScoreV1.item as [QuestionnaireItem];
    const definition = { ...painScoreV1, scoring: undefined, item: [{ ...pain, maxValue: 5 }] };
    await manager.post('/follow-up/questionnaires').send({ code: 'pain-score', definition }).expect(201);
    const publish = (revision: number) => manager.post(`${at}/2/publish`).set('if-match', `"${revision}"`);
    const { body } = await publish(1).expect(400);
    expect(body.errors.map(({ field, code }: FieldFault) => `${code} at ${field}`)).toEqual([
      'pain-score-sum at /definition/scoring',
      'pain-score-question at /definition/item/0',
    ]);
    await manager.put(`${at}/2`).set('if-match', '"1"').send({ definition: painScoreV1 }).expect(200);
    await publish(2).expect(200);
  });

  it('FU-4 pain is asked for and called about even when nothing is published, or nothing is counted', async () => {
    const { source } = hospital.service;
    await source.query(
      `UPDATE questionnaire SET status = 'retired' WHERE code = 'pain-score' AND status = 'published'`,
    );
    const asked = await askByLink(hospital.service);
    await givePain(hospital.service, asked.path, 6).expect(303);
    expect(await casesOf(asked.task.patientId)).toMatchObject([{ score: 6 }]);
    await source.query(
      `INSERT INTO questionnaire (id, code, version, title_zh, title_en, definition, status, revision, created_at)
       SELECT $1, code, 99, title_zh, title_en, definition - 'scoring', 'retired', 1, created_at
         FROM questionnaire WHERE code = 'pain-score' AND version = 1`,
      [newId()],
    );
    const uncounted = await askByLink(hospital.service, { questionnaire: { code: 'pain-score', version: 99 } });
    await givePain(hospital.service, uncounted.path, 1).expect(303);
    expect(await casesOf(uncounted.task.patientId)).toMatchObject([{ score: 10 }]);
  });
});
