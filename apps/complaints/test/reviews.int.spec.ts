import {
  ComplaintsErasureReportedV1,
  ComplaintsNotificationRequestedV1,
  CrisisClosedV1,
  CrisisDeclaredV1,
  CrisisStatementApprovedV1,
  PatrolMissedV1,
  PersonErasedV1,
  ReviewAnsweredV1,
  ReviewRecordedV1,
  TicketOpenedV1,
  type Role,
} from '#contracts';
import { Deadlines, newId } from '#platform';
import { eventually, faultsOfList, scrape, signTestToken, testEnvironment, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { EntityManager } from 'typeorm';
import { CRISES } from '../src/crises/crises.list.js';
import type { CrisisView, StatementHistory } from '../src/crises/crises.dto.js';
import { PATROLS, PLATFORMS, REVIEWS } from '../src/reviews/reviews.list.js';
import type { PatrolView } from '../src/reviews/patrols.dto.js';
import type { ReviewView } from '../src/reviews/reviews.dto.js';
import { ReviewsPersonData } from '../src/reviews/reviews.person-data.js';
import { keptAfterErasing, replicaOf, startComplaints } from './complaints.js';

const TODAY = '2026-11-22T10:00:00+08:00';
const SHIPPED = ['dianping', 'douyin', 'heimao', 'people-leader-board', 'xiaohongshu'];

let service: TestService;
const people = new Map<Role, string>();

beforeAll(async () => {
  service = await startComplaints();
  const since = new Date(service.clock.now().getTime() - 1_000);
  for (const role of ['centre-manager', 'medical-affairs', 'legal', 'general-manager'] as const)
    people.set(role, await signTestToken(testEnvironment().signingKey, [role], since, { sub: newId() }));
});
afterAll(() => service.stop());
beforeEach(() => service.clock.set(TODAY));

const noticesOf = async (id: string) =>
  (await service.events(ComplaintsNotificationRequestedV1))
    .map(({ data }) => data)
    .filter((each) => each.subjectId === id);
const clocksOf = (
  id: string,
): Promise<{ kind: string; minutes: number; outcome: string | null; breached: boolean }[]> =>
  service.source.query(
    `SELECT kind, extract(epoch FROM due_at - started_at)::int / 60 AS minutes, outcome, breached_at IS NOT NULL AS breached
       FROM clock WHERE subject_id = $1 ORDER BY kind`,
    [id],
  );

describe('reviews', () => {
  const post = (path: string, said: object, role: Role = 'agent') =>
    service.api(role).post(`/complaints/reviews${path}`).send(said);
  const aReview = (over: object = {}) => ({
    ...{
      platform: 'dianping',
      url: `https://www.dianping.com/review/${newId()}`,
      stars: 1,
      text: '排队两小时\n没人管',
    },
    ...over,
  });
  const recorded = async (over: object = {}): Promise<ReviewView> =>
    (await post('', aReview(over)).expect(201)).body as ReviewView;

  it('CP-6 a bad one is to be answered in private within 30 minutes of its detection, once', async () => {
    const { id } = await recorded({ detectedAt: '2026-11-22T09:50:00+08:00' });
    expect(await clocksOf(id)).toEqual([{ kind: 'private-answer', minutes: 30, outcome: null, breached: false }]);
    const text = '非常抱歉，诚邀您免费复查。';
    const answers = await Promise.all([1, 2, 3].map(() => post(`/${id}/answer`, { text })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({ answer: text, inTime: true });
    expect(await clocksOf(id)).toMatchObject([{ outcome: 'done', breached: false }]);
    const told = (await service.events(ReviewAnsweredV1)).filter(({ data }) => data.reviewId === id);
    expect(told).toMatchObject([{ data: { platform: 'dianping', inTime: true } }]);
    const late = await recorded({ detectedAt: '2026-11-22T09:20:00+08:00' });
    expect(late.inTime).toBe(false);
    expect((await post(`/${late.id}/answer`, { text }).expect(200)).body.inTime).toBe(false);
    expect(await clocksOf(late.id)).toMatchObject([{ outcome: 'done', breached: true }]);
  });

  it('CP-6 nobody answered in time: the centre manager is told, once', async () => {
    const { id } = await recorded();
    await service.clock.set('2026-11-22T10:31:00+08:00');
    await eventually(async () => {
      await service.app.get(Deadlines).runOnce();
      expect(await noticesOf(id)).toMatchObject([
        { purpose: 'complaints.clock-late', urgency: 'red', to: [{ role: 'centre-manager' }] },
      ]);
    });
    await service.app.get(Deadlines).runOnce();
    expect(await noticesOf(id)).toHaveLength(1);
  });

  it('CP-6 is recorded once, of a platform that is there, and never in the future', async () => {
    const said = aReview({ stars: 4.5 });
    const { body } = await post('', said).expect(201);
    expect(body).toMatchObject({ stars: 4.5, bad: false, inTime: null });
    expect(await clocksOf(body.id)).toEqual([]);
    expect((await post('', said).expect(409)).body.code).toBe('review-known');
    const faults = async (over: object) => (await post('', aReview(over)).expect(400)).body.errors[0].field;
    expect(await faults({ platform: 'none' })).toBe('platform');
    expect(await faults({ detectedAt: '2026-11-22T10:30:00+08:00' })).toBe('detectedAt');
    expect(await faults({ url: 'javascript:alert(1)' })).toBe('url');
    expect(await faults({ stars: 5.1 })).toBe('stars');
    await post('', aReview(), 'finance').expect(403);
    const { bad } = await recorded({ stars: 5, bad: true });
    expect(bad).toBe(true);
  });

  it('CP-6 is known again however its address was copied, and refused when that is too long to be kept', async () => {
    const home = 'https://www.dianping.com';
    /** Letters that do not repeat: nothing packs them. */
    const letters = (count: number) => String.fromCodePoint(...Array.from({ length: count }, (_, n) => 0x4e00 + n * 7));
    const { url } = await recorded({ url: `https://WWW.dianping.com/${letters(200)}` });
    expect(url).toBe(new URL(`${home}/${letters(200)}`).href);
    expect((await post('', aReview({ url })).expect(409)).body.code).toBe('review-known');
    for (const long of [letters(1_900), letters(220)]) {
      const { body } = await post('', aReview({ url: `${home}/${long}` })).expect(400);
      expect(body.errors).toMatchObject([{ field: 'url', code: 'is-length' }]);
    }
    expect((await post('', aReview({ url: 'https://xn--iñvalid.com' })).expect(400)).body.errors[0].field).toBe('url');
  });

  it('CP-6 a complaint there is a ticket: claimed in 30 minutes, answered in 12 hours, called in 24', async () => {
    const { id, ticketId } = await recorded({ complaint: true, detectedAt: '2026-11-22T09:55:00+08:00' });
    const told = (await service.events(TicketOpenedV1)).filter(({ data }) => data.ticketId === ticketId);
    expect(told).toMatchObject([
      { data: { kind: 'complaint', channel: 'review', receivedAt: '2026-11-22T01:55:00.000Z' } },
    ]);
    const minutes = Object.fromEntries((await clocksOf(ticketId ?? '')).map((clock) => [clock.kind, clock.minutes]));
    expect(minutes).toMatchObject({ claim: 30, 'soothing-call': 1_440 });
    expect(minutes['first-reply']).toBeLessThanOrEqual(720);
    const recordedOnce = (await service.events(ReviewRecordedV1)).filter(({ data }) => data.reviewId === id);
    expect(recordedOnce).toMatchObject([{ data: { ticketId, bad: true } }]);
  });

  it('PT-9 of a patient who is erased keeps its times and loses its words', async () => {
    const patientId = newId();
    const { id } = await recorded({ patientId, author: '小鱼儿' });
    await post(`/${id}/answer`, { text: '小鱼儿您好' }).expect(200);
    const order = { erasureId: newId(), patientId, patientIds: [patientId], recordNumbers: [] };
    await service.publish(PersonErasedV1, { ...order, erasedAt: service.clock.now().toISOString() });
    await eventually(async () => expect(await service.events(ComplaintsErasureReportedV1)).toHaveLength(1));
    const { body } = await service.api('agent').get(`/complaints/reviews/${id}`).expect(200);
    expect(body).toMatchObject({ patientId: null, author: null, text: '', answer: '', inTime: true });
    // Nothing of the person is kept anew.
    const { body: refused } = await post('', aReview({ patientId, author: '小鱼儿' })).expect(410);
    expect(refused.code).toBe('person-erased');
  });

  it('PT-9 that is recorded while its patient is erased waits for the erasure', async () => {
    const patientId = newId();
    const erase = (tx: EntityManager) => service.app.get(ReviewsPersonData).erase(tx, [patientId]);
    const kept = await keptAfterErasing(service, erase, () => recorded({ patientId }));
    expect(kept).toMatchObject({ patientId });
  });
});

describe('a patrol', () => {
  const worked = () => service.app.get(Deadlines).runOnce();
  const patrols = async (day: string, role: Role = 'agent'): Promise<PatrolView[]> => {
    const query = { filter: `day eq '${day}'`, sort: 'platform' };
    return (await service.api(role).get('/complaints/review-patrols').query(query).expect(200)).body
      .items as PatrolView[];
  };
  const done = (id: string, said: object = { found: 0 }) =>
    service.api('agent').post(`/complaints/review-patrols/${id}/done`).send(said);

  it('CP-6 is made once a platform and day, with two replicas too; not for days that nobody saw', async () => {
    const other = await replicaOf(service);
    await service.clock.set('2026-12-01T00:00:00+08:00');
    await eventually(async () => {
      await Promise.all([worked(), other.app.get(Deadlines).runOnce()]);
      expect((await patrols('2026-12-01')).map(({ platform }) => platform)).toEqual(SHIPPED);
    });
    await service.clock.set('2026-12-05T12:00:00+08:00');
    await eventually(async () => {
      await Promise.all([worked(), other.app.get(Deadlines).runOnce()]);
      expect((await patrols('2026-12-05')).map(({ status }) => status)).toEqual(SHIPPED.map(() => 'open'));
    });
    expect(await patrols('2026-12-04')).toEqual([]);
    await other.stop();
  });

  it('CP-6 is done once with what was found; one that is not done is reported to the centre manager, once', async () => {
    await service.clock.set('2027-01-11T09:00:00+08:00');
    await eventually(async () => {
      await worked();
      expect(await patrols('2027-01-11')).toHaveLength(SHIPPED.length);
    });
    const [first, second] = await patrols('2027-01-11');
    const answers = await Promise.all([1, 2].map(() => done(first?.id ?? '', { found: 2, findings: '两条差评' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await done(first?.id ?? '', { found: -1 }).expect(400);
    await service.clock.set('2027-01-12T00:00:01+08:00');
    const missed = async () =>
      (await service.events(PatrolMissedV1)).map(({ data }) => data).filter(({ day }) => day === '2027-01-11');
    await eventually(async () => {
      await worked();
      expect((await missed()).map(({ platform }) => platform).toSorted()).toEqual(SHIPPED.slice(1));
    });
    await worked();
    expect(await missed()).toHaveLength(SHIPPED.length - 1);
    expect(await noticesOf(second?.id ?? '')).toMatchObject([
      { purpose: 'complaints.patrol-missed', to: [{ role: 'centre-manager' }] },
    ]);
    expect(await noticesOf(first?.id ?? '')).toEqual([]);
    expect((await patrols('2027-01-11')).map(({ status }) => status)).toEqual([
      'done',
      ...SHIPPED.slice(1).map(() => 'missed'),
    ]);
    expect((await done(second?.id ?? '').expect(200)).body).toMatchObject({ status: 'late' });
    expect((await scrape(service.url)).value('hospital_complaints_patrols_open', { over: 'true' })).toBeGreaterThan(2);
  });

  it('CP-6 platforms are data: one more is looked through from its day on, one given up no more', async () => {
    // The day before: whatever is given up by the morning is not looked through.
    await service.clock.set('2027-01-31T09:00:00+08:00');
    const admin = service.api('administrator');
    const said = { code: 'weibo', nameZh: '微博', nameEn: 'Weibo' };
    await admin.post('/complaints/review-platforms').send(said).expect(201).expect('etag', '"1"');
    expect((await admin.post('/complaints/review-platforms').send(said).expect(409)).body.code).toBe('platform-taken');
    await service.api('agent').post('/complaints/review-platforms').send(said).expect(403);
    const change = (version: number, changed: object) =>
      admin.patch('/complaints/review-platforms/heimao').set('if-match', `"${version}"`).send(changed);
    await change(1, { active: false }).expect(200);
    await change(1, { active: true }).expect(412);
    const wanted = [...SHIPPED.filter((code) => code !== 'heimao'), 'weibo'].toSorted();
    await service.clock.set('2027-02-01T09:00:00+08:00');
    await eventually(async () => {
      await worked();
      expect((await patrols('2027-02-01')).map(({ platform }) => platform)).toEqual(wanted);
    });
  });
});

describe('a crisis', () => {
  const as = (role: Role, path: string, said: object = {}) =>
    request(service.url)
      .post(`/complaints/crises${path}`)
      .set('authorization', `Bearer ${people.get(role)}`)
      .send(said);
  const declared = async (): Promise<CrisisView> =>
    (await as('centre-manager', '', { title: '排队视频', description: '抖音\n十万次播放' }).expect(201))
      .body as CrisisView;
  const aStatement = (basedOn: number, wordingZh = '深表歉意') => ({
    ...{ basedOn, facts: '系统中断', correction: '已扩容', compensation: '免停车费', wordingZh, wordingEn: 'Sorry' },
  });
  const approve = (role: Role, id: string, version: number, seat: string) =>
    as(role, `/${id}/statements/${version}/approvals`, { seat });
  const approvedByAll = async (id: string, version: number) => {
    await approve('centre-manager', id, version, 'service').expect(200);
    await approve('medical-affairs', id, version, 'medical-affairs').expect(200);
    return (await approve('legal', id, version, 'legal').expect(200)).body as CrisisView;
  };
  const wordings = async (id: string, role: Role = 'guide') => {
    const { body } = await service.api(role).get('/complaints/crises/wordings').expect(200);
    return (body.wordings as { crisisId: string }[]).filter(({ crisisId }) => crisisId === id);
  };

  it('CP-6 calls the team of three at once, and gives it two hours', async () => {
    const { id, statementBy } = await declared();
    expect(Date.parse(statementBy)).toBeGreaterThanOrEqual(Date.parse('2026-11-22T12:00:00+08:00'));
    expect(await clocksOf(id)).toEqual([{ kind: 'facts', minutes: 120, outcome: null, breached: false }]);
    expect(await noticesOf(id)).toMatchObject([
      {
        ...{ urgency: 'red', occasion: 'declared', next: [{ role: 'general-manager' }] },
        to: [{ role: 'centre-manager' }, { role: 'medical-affairs' }, { role: 'legal' }],
      },
    ]);
    const told = (await service.events(CrisisDeclaredV1)).filter(({ data }) => data.crisisId === id);
    expect(told).toHaveLength(1);
    await service.api('agent').post('/complaints/crises').send({ title: 'x', description: 'x' }).expect(403);
  });

  it('CP-6 whose two hours pass without a statement is escalated, and the team is told', async () => {
    const { id } = await declared();
    await service.clock.set('2026-11-22T12:01:00+08:00');
    await eventually(async () => {
      await service.app.get(Deadlines).runOnce();
      const purposes = (await noticesOf(id)).map(({ purpose }) => purpose);
      expect(purposes).toEqual(expect.arrayContaining(['complaints.clock-late', 'complaints.clock-late-told']));
    });
  });

  it('CP-6 has one wording for all when all three approved the same version, which stops the clock', async () => {
    const { id } = await declared();
    await as('legal', `/${id}/statements`, aStatement(0)).expect(201);
    await approve('centre-manager', id, 1, 'service').expect(200);
    await approve('legal', id, 1, 'legal').expect(200);
    expect(await wordings(id)).toEqual([]);
    expect((await as('legal', `/${id}/close`).expect(409)).body.code).toBe('crisis-without-statement');
    await service.clock.set('2026-11-22T11:59:00+08:00');
    const { body } = await approve('medical-affairs', id, 1, 'medical-affairs').expect(200);
    expect(body).toMatchObject({ approvedVersion: 1 });
    expect(await wordings(id)).toMatchObject([{ version: 1, wordingZh: '深表歉意', wordingEn: 'Sorry' }]);
    expect(await clocksOf(id)).toMatchObject([{ outcome: 'done', breached: false }]);
    const told = (await service.events(CrisisStatementApprovedV1)).filter(({ data }) => data.crisisId === id);
    expect(told).toMatchObject([{ data: { version: 1 } }]);
    const published = (await noticesOf(id)).find(({ occasion }) => occasion === 'approved-1');
    expect(published?.to).toEqual(expect.arrayContaining([{ role: 'agent' }, { role: 'guide' }]));
  });

  it('CP-6 an edit after approval is a new version without approvals, and approvals of the old one are stale', async () => {
    const { id } = await declared();
    await as('legal', `/${id}/statements`, aStatement(0)).expect(201);
    await approve('centre-manager', id, 1, 'service').expect(200);
    await as('medical-affairs', `/${id}/statements`, aStatement(1, '第二版')).expect(201);
    const stale = (await approve('legal', id, 1, 'legal').expect(409)).body;
    expect(stale).toMatchObject({ code: 'statement-outdated', newestVersion: 2 });
    await approve('centre-manager', id, 1, 'service').expect(200);
    expect((await as('legal', `/${id}/statements`, aStatement(1)).expect(409)).body.code).toBe('statement-outdated');
    expect((await approvedByAll(id, 2)).approvedVersion).toBe(2);
    await as('legal', `/${id}/statements`, aStatement(2, '第三版')).expect(201);
    expect(await wordings(id)).toMatchObject([{ version: 2, wordingZh: '第二版' }]);
    await approvedByAll(id, 3);
    expect(await wordings(id)).toMatchObject([{ version: 3, wordingZh: '第三版' }]);
    const { body } = await service.api('legal').get(`/complaints/crises/${id}/statements`).expect(200);
    const { versions } = body as StatementHistory;
    expect(versions.map(({ version, approvals, missing }) => [version, approvals.length, missing.length])).toEqual([
      ...[
        [3, 3, 0],
        [2, 3, 0],
        [1, 1, 2],
      ],
    ]);
    expect((await service.events(CrisisStatementApprovedV1)).filter(({ data }) => data.crisisId === id)).toHaveLength(
      2,
    );
  });

  it('CP-6 is approved by three people, each in their own seat; of two edits at once one is refused', async () => {
    const { id } = await declared();
    const edits = await Promise.all(
      ['甲', '乙', '丙'].map((words) => as('legal', `/${id}/statements`, aStatement(0, words))),
    );
    expect(edits.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await approve('legal', id, 1, 'service').expect(403)).body.code).toBe('statement-not-your-seat');
    await approve('general-manager', id, 1, 'legal').expect(403);
    await approve('legal', id, 1, 'none').expect(400);
    for (const version of [-1, 0, 7, 3_000_000_000])
      expect((await approve('legal', id, version, 'legal').expect(409)).body.code).toBe('statement-outdated');
    for (let time = 0; time < 2; time += 1) await approve('legal', id, 1, 'legal').expect(200);
    const second = service.api('legal').post(`/complaints/crises/${id}/statements/1/approvals`).send({ seat: 'legal' });
    expect((await second.expect(409)).body.code).toBe('statement-seat-taken');
  });

  it('CP-6 is closed with an approved statement, once, and its wording is given out no more', async () => {
    const { id } = await declared();
    await as('legal', `/${id}/statements`, aStatement(0)).expect(201);
    await approvedByAll(id, 1);
    expect((await as('legal', `/${id}/close`, { outcome: '已平息' }).expect(200)).body).toMatchObject({
      outcome: '已平息',
    });
    for (const path of ['/close', '/statements', '/statements/1/approvals']) {
      const said = path === '/close' ? {} : path === '/statements' ? aStatement(1) : { seat: 'legal' };
      expect((await as('legal', `/${id}${path}`, said).expect(409)).body.code).toBe('crisis-closed');
    }
    expect(await wordings(id)).toEqual([]);
    expect((await service.events(CrisisClosedV1)).filter(({ data }) => data.crisisId === id)).toHaveLength(1);
  });

  it('ADR 46: reviews, patrols, platforms and crises are listed by every order and filter', async () => {
    const manager = service.api('centre-manager');
    expect(await faultsOfList(manager, '/complaints/reviews', REVIEWS)).toEqual([]);
    expect(await faultsOfList(manager, '/complaints/review-patrols', PATROLS)).toEqual([]);
    expect(await faultsOfList(manager, '/complaints/review-platforms', PLATFORMS)).toEqual([]);
    expect(await faultsOfList(manager, '/complaints/crises', CRISES)).toEqual([]);
  }, 180_000);
});
