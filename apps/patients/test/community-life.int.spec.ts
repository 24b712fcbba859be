import {
  CommunityHourApproachedV1,
  CommunityHourBeganV1,
  CommunityMemberSilentV1,
  HisVisitRegisteredV1,
  type EventClass,
} from '#contracts';
import { Clock, Deadlines } from '#platform';
import { eventually, faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ARRIVALS } from '../src/communities/arrivals.list.js';
import { SILENT_MEMBERS } from '../src/communities/members.list.js';
import { DoctorHourDeadlines } from '../src/communities/doctor-hours.deadlines.js';
import { SilenceDeadlines } from '../src/communities/silence.deadlines.js';
import {
  aCommunity,
  aPerson,
  aStaffMember,
  communityOf,
  fill,
  joined,
  membersOf,
  opened,
  toldOf,
} from './community-people.js';
import { allHandled, aRecordNumber, aVisitNumber, aVisitReport, patientOf, startPatients } from './hospital.js';

const HOUR = { weekday: 3, time: '19:00' };

describe('the life of communities of patients', () => {
  let hospital: TestService;
  let owner: string;

  beforeAll(async () => {
    hospital = await startPatients();
    await hospital.clock.set('2026-11-09T10:00:00+08:00');
    owner = await aStaffMember(hospital);
  });
  afterAll(() => hospital.stop());

  const at = (id: string, path: string) => `/patients/communities/${id}/${path}`;
  const record = (id: string, said: object) =>
    hospital
      .api('community-operator')
      .post(at(id, 'activities'))
      .send({ kind: 'message', ...said });
  const batch = (id: string, items: object[]) =>
    hospital.api('community-operator').post(at(id, 'activities/batch')).send({ items });
  const get = async (path: string, query: object = {}) =>
    (await hospital.api('agent').get(path).query(query).expect(200)).body;
  const silent = async (id: string): Promise<string[]> =>
    (await get(at(id, 'silent-members'))).items.map(({ patientId }: { patientId: string }) => patientId);
  const say = (id: string, what: 'states' | 'consents', said: object) =>
    hospital
      .api('agent')
      .post(`/patients/${id}/${what}`)
      .send({ channel: 'phone', ...said })
      .expect(201);
  /** Everything that is due now is worked off, by this round or by the service's own. */
  const workedOff = async () => {
    await hospital.app.get(Deadlines).runOnce();
    await eventually(async () => {
      const now = hospital.clock.now();
      for (const kind of [SilenceDeadlines, DoctorHourDeadlines]) {
        expect((await hospital.app.get<SilenceDeadlines>(kind).backlog(hospital.source, now)).due).toBe(0);
      }
    });
  };
  const wakeAt = async (time: string) => {
    await hospital.clock.set(time);
    await eventually(() => expect(hospital.app.get(Clock).now().getTime()).toBeGreaterThanOrEqual(Date.parse(time)));
    await workedOff();
  };
  const hoursOf = async (type: EventClass<CommunityHourBeganV1>, id: string): Promise<string[]> =>
    (await hospital.events(type)).filter(({ data }) => data.communityId === id).map(({ data }) => data.at);

  it('PT-10 members silent for 7 × 24 h are listed and told of once, and again only after they were heard', async () => {
    await hospital.clock.set('2026-11-09T10:00:00+08:00');
    const { id } = await opened(hospital, owner);
    const joinedAt = '2026-11-09T09:00:00+08:00';
    const [quiet, lively] = [await aPerson(hospital), await aPerson(hospital)];
    for (const patientId of [quiet, lively]) await joined(hospital, id, patientId, { joinedAt });
    await wakeAt('2026-11-13T12:00:00+08:00');
    await record(id, { patientId: lively, kind: 'doctor-hour', at: '2026-11-12T19:30:00+08:00' }).expect(201);
    await wakeAt('2026-11-16T08:59:30+08:00');
    expect(await silent(id)).toEqual([]);
    await wakeAt('2026-11-16T09:00:01+08:00');
    expect(await silent(id)).toEqual([quiet]);
    const first = { communityId: id, patientId: quiet, since: '2026-11-09T01:00:00.000Z', ownerId: owner };
    await eventually(async () =>
      expect(await toldOf(hospital, CommunityMemberSilentV1, quiet, lively)).toMatchObject([first]),
    );
    await Promise.all([workedOff(), workedOff()]);
    await wakeAt('2026-11-09T10:00:00+08:00');
    await wakeAt('2026-11-16T10:00:00+08:00');
    expect(await toldOf(hospital, CommunityMemberSilentV1, quiet, lively)).toHaveLength(1);
    expect((await membersOf(hospital, id, 'not (silentSince eq null)')).map(({ patientId }) => patientId)).toEqual([
      quiet,
    ]);

    await record(id, { patientId: quiet, at: '2026-11-16T09:30:00+08:00' }).expect(201);
    expect(await silent(id)).toEqual([]);
    await wakeAt('2026-11-23T09:30:01+08:00');
    await eventually(async () =>
      expect(await toldOf(hospital, CommunityMemberSilentV1, quiet)).toMatchObject([
        first,
        { since: '2026-11-16T01:30:00.000Z' },
      ]),
    );
  });

  it('PT-10 PT-11 silence of who wants no contact is told to nobody, until that ends', async () => {
    await hospital.clock.set('2026-12-01T10:00:00+08:00');
    const [{ id }, patientId] = [await opened(hospital, owner), await aPerson(hospital)];
    await joined(hospital, id, patientId);
    await say(patientId, 'states', { state: 'do-not-contact', holds: true });
    await wakeAt('2026-12-02T10:00:00+08:00');
    await record(id, { patientId, at: '2026-12-02T09:00:00+08:00' }).expect(201);
    await wakeAt('2026-12-09T11:00:00+08:00');
    expect(await silent(id)).toEqual([]);
    expect(await toldOf(hospital, CommunityMemberSilentV1, patientId)).toEqual([]);
    await say(patientId, 'states', { state: 'do-not-contact', holds: false });
    await eventually(async () => expect(await toldOf(hospital, CommunityMemberSilentV1, patientId)).toHaveLength(1));
    expect(await silent(id)).toEqual([patientId]);
  });

  it('PT-10 an export of the group is taken in any order, once, and what is nobody’s loses nothing else', async () => {
    await hospital.clock.set('2026-12-20T10:00:00+08:00');
    const { id } = await opened(hospital, owner);
    const [one, other] = [await aPerson(hospital), await aPerson(hospital)];
    const joinedAt = '2026-12-01T10:00:00+08:00';
    await joined(hospital, id, one, { joinedAt, externalUserId: 'wm-one' });
    await joined(hospital, id, other, { joinedAt });
    const items = [
      { externalUserId: 'wm-one', kind: 'message', at: '2026-12-19T10:00:00+08:00', externalId: 'm3' },
      { externalUserId: 'wm-one', kind: 'reaction', at: '2026-12-10T10:00:00+08:00', externalId: 'm1' },
      { patientId: other, kind: 'message', at: '2026-12-11T10:00:00+08:00', externalId: 'm2' },
      { patientId: other, kind: 'message', at: '2026-12-11T10:00:00+08:00', externalId: 'm2' },
      { externalUserId: 'wm-nobody', kind: 'message', at: '2026-12-11T10:00:00+08:00', externalId: 'm4' },
      { patientId: one, kind: 'message', at: '2026-11-30T10:00:00+08:00', externalId: 'm5' },
      { patientId: one, kind: 'message', at: '2027-01-01T10:00:00+08:00', externalId: 'm6' },
      { kind: 'message', at: '2026-12-11T10:00:00+08:00', externalId: 'm7' },
    ];
    const refused = [
      { index: 4, code: 'not-a-member' },
      { index: 5, code: 'not-a-member' },
      { index: 6, code: 'in-the-future' },
      { index: 7, code: 'one-of-member' },
    ];
    const answers = await Promise.all([batch(id, items).expect(200), batch(id, items).expect(200)]);
    expect(answers.map(({ body }) => body.recorded).sort()).toEqual([0, 3]);
    expect(answers.map(({ body }) => body.refused)).toEqual([refused, refused]);
    expect((await batch(id, items).expect(200)).body).toEqual({ recorded: 0, repeated: 4, refused });
    const heard = Object.fromEntries((await membersOf(hospital, id)).map((each) => [each.patientId, each.heardAt]));
    expect(heard).toEqual({ [one]: '2026-12-19T02:00:00.000Z', [other]: '2026-12-11T02:00:00.000Z' });
    const again = record(id, { patientId: other, at: '2026-12-11T10:00:00+08:00', externalId: 'm2' });
    expect((await again.expect(201)).body.isRepeat).toBe(true);
    const wrong = (await record(id, { patientId: owner, at: '2026-12-11T10:00:00+08:00' }).expect(400)).body;
    expect(wrong.errors).toMatchObject([{ field: 'patientId', code: 'not-a-member' }]);
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...{ externalUserId: 'wm-one', kind: 'message', at: '2026-12-18T10:00:00+08:00', externalId: `x${index}` },
      }));
    expect((await batch(id, many(1_000)).expect(200)).body.recorded).toBe(1_000);
    await batch(id, many(1_001)).expect(400);
  });

  it('PT-3 PT-10 what was heard of a merged pair counts for the one, and an un-merge gives each back its own', async () => {
    await hospital.clock.set('2027-01-10T10:00:00+08:00');
    const { id } = await opened(hospital, owner);
    const [elder, younger] = [await aPerson(hospital), await aPerson(hospital)];
    await joined(hospital, id, elder, { joinedAt: '2027-01-01T10:00:00+08:00' });
    await joined(hospital, id, younger, { joinedAt: '2027-01-02T10:00:00+08:00' });
    const path = `/patients/${elder}/merges`;
    const said = { retiredId: younger, reason: '同一人' };
    const { body: merge } = await hospital.api('centre-manager').post(path).send(said).expect(201);
    await eventually(async () => expect(await membersOf(hospital, id)).toHaveLength(1));
    await record(id, { patientId: younger, at: '2027-01-09T10:00:00+08:00' }).expect(201);
    expect(await silent(id)).toEqual([]);
    expect(await membersOf(hospital, id)).toMatchObject([{ patientId: elder, heardAt: '2027-01-09T02:00:00.000Z' }]);
    const undo = `/patients/merges/${merge.id}/undo`;
    await hospital.api('centre-manager').post(undo).send({ reason: '两个人' }).expect(200);
    await eventually(async () => expect(await membersOf(hospital, id)).toHaveLength(2));
    const heard = Object.fromEntries((await membersOf(hospital, id)).map((each) => [each.patientId, each.heardAt]));
    expect(heard).toEqual({ [elder]: '2027-01-01T02:00:00.000Z', [younger]: '2027-01-09T02:00:00.000Z' });
    expect(await silent(id)).toEqual([elder]);
  });

  it('PT-10 a doctor’s hour is announced a day before and told to begin, once each week, however often the job runs', async () => {
    await hospital.clock.set('2027-02-01T10:00:00+08:00');
    const doctorId = await aStaffMember(hospital, ['duty-doctor']);
    const { id, doctorHour, nextHourAt } = await opened(hospital, owner, { doctorHour: { ...HOUR, doctorId } });
    expect(doctorHour).toEqual({ ...HOUR, minutes: 60, doctorId, departmentId: null });
    expect(nextHourAt).toBe('2027-02-03T11:00:00.000Z');
    await wakeAt('2027-02-02T18:59:30+08:00');
    expect(await hoursOf(CommunityHourApproachedV1, id)).toEqual([]);
    await wakeAt('2027-02-02T19:00:01+08:00');
    await Promise.all([workedOff(), workedOff()]);
    expect(await hoursOf(CommunityHourApproachedV1, id)).toEqual(['2027-02-03T11:00:00.000Z']);
    expect(await hoursOf(CommunityHourBeganV1, id)).toEqual([]);
    await wakeAt('2027-02-03T19:00:01+08:00');
    expect(await hoursOf(CommunityHourBeganV1, id)).toEqual(['2027-02-03T11:00:00.000Z']);
    // The clock goes back, and somebody says the same hour again: both were told.
    await hospital.clock.set('2027-02-02T18:00:00+08:00');
    const change = (version: number, doctorHour: object | null) =>
      hospital
        .api('centre-manager')
        .patch(`/patients/communities/${id}`)
        .set('if-match', `"${version}"`)
        .send({ doctorHour })
        .expect(200);
    await change(1, null);
    await change(2, { ...HOUR, doctorId });
    await wakeAt('2027-02-03T19:00:02+08:00');
    expect(await hoursOf(CommunityHourApproachedV1, id)).toEqual(['2027-02-03T11:00:00.000Z']);
    expect(await hoursOf(CommunityHourBeganV1, id)).toEqual(['2027-02-03T11:00:00.000Z']);
    expect((await communityOf(hospital, id)).nextHourAt).toBe('2027-02-10T11:00:00.000Z');
  });

  it('PT-10 an hour that passed while nobody worked is not told late; one that lasts is told to begin', async () => {
    await hospital.clock.set('2027-03-01T10:00:00+08:00');
    const { id } = await opened(hospital, owner, { doctorHour: { ...HOUR, doctorId: owner } });
    await wakeAt('2027-03-17T19:20:00+08:00');
    expect(await hoursOf(CommunityHourApproachedV1, id)).toEqual([]);
    expect(await hoursOf(CommunityHourBeganV1, id)).toEqual(['2027-03-17T11:00:00.000Z']);
    await wakeAt('2027-03-25T10:00:00+08:00');
    expect(await hoursOf(CommunityHourBeganV1, id)).toHaveLength(1);
    expect((await communityOf(hospital, id)).nextHourAt).toBe('2027-03-31T11:00:00.000Z');
  });

  it('PT-10 candidates are those with the disease who are in no community of it, with PT-9 and PT-11 obeyed', async () => {
    await hospital.clock.set('2027-04-01T10:00:00+08:00');
    const one = () => aPerson(hospital);
    const [free, taken, dead, cured] = [await one(), await one(), await one(), await one()];
    const [noContact, unwilling, other] = [await one(), await one(), await one()];
    const tag = (patientId: string, code: string) =>
      hospital
        .api('agent')
        .post(`/patients/${patientId}/tags`)
        .send({ tag: code, says: 'applies', reason: '门诊病历' })
        .expect(201);
    for (const each of [free, taken, dead, cured, noContact, unwilling]) await tag(each, 'disease.gout');
    await tag(other, 'disease.asthma');
    const { id } = await opened(hospital, owner, { tags: ['disease.gout'] });
    const byCode = await opened(hospital, owner, { tags: [], icd10: ['M10.0'] });
    await joined(hospital, byCode.id, taken);
    await hospital.api('agent').patch(`/patients/${dead}`).set('if-match', '"1"').send({ deceased: true }).expect(200);
    await say(cured, 'states', { state: 'cured', holds: true });
    await say(noContact, 'states', { state: 'do-not-contact', holds: true });
    await say(unwilling, 'consents', { purpose: 'follow-up', granted: false });
    const candidates = async (community: string): Promise<string[]> =>
      (await get(at(community, 'candidates'))).items.map((each: { id: string }) => each.id);
    expect(await candidates(id)).toEqual([free]);
    const filter = { fact: 'tag', op: 'has', value: 'disease.asthma' };
    const segment = await hospital.api('centre-manager').post('/patients/segments').send({ name: '哮喘', filter });
    const bySegment = await opened(hospital, owner, { tags: [], segmentId: segment.body.id });
    expect(await candidates(bySegment.id)).toEqual([other]);
    await joined(hospital, id, free);
    expect(await candidates(id)).toEqual([]);
  });

  const aSegment = async (): Promise<string> => {
    const filter = { fact: 'tag', op: 'has', value: 'disease.copd' };
    const segments = hospital.api('centre-manager').post('/patients/segments');
    return (await segments.send({ name: '慢阻肺', filter }).expect(201)).body.id;
  };
  const deleteSegment = (id: string) =>
    hospital.api('centre-manager').delete(`/patients/segments/${id}`).set('if-match', '"1"');

  it('PT-10 PT-4 a segment that an open community is for is not deleted; once it is closed, it is', async () => {
    const segmentId = await aSegment();
    const { id, nameZh, nameEn } = await opened(hospital, owner, { tags: [], segmentId });
    const { body } = await deleteSegment(segmentId).expect(409);
    expect(body).toMatchObject({ code: 'segment-in-use', communities: [{ id, nameZh, nameEn }] });
    await hospital
      .api('centre-manager')
      .post(at(id, 'close'))
      .set('if-match', '"1"')
      .send({ reason: '与另一个群合并' })
      .expect(200);
    await deleteSegment(segmentId).expect(204);
  });

  it('PT-10 PT-4 of a community opened and its segment deleted at once, one is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const segmentId = await aSegment();
      const [made, deleted] = await Promise.all([
        hospital
          .api('community-operator')
          .post('/patients/communities')
          .send(aCommunity(owner, { tags: [], segmentId })),
        deleteSegment(segmentId),
      ]);
      expect([
        [201, 409],
        [400, 204],
      ]).toContainEqual([made.status, deleted.status]);
    }
  });

  it('PT-10 PT-2 candidates by ICD-10 are those whose visits have such a diagnosis', async () => {
    await hospital.clock.reset();
    const number = aRecordNumber();
    const diagnoses = [{ code: 'J44.1', name: '慢阻肺', type: 'A' as const }];
    const visit = aVisitReport(number, aVisitNumber(), 0, { class: 'outpatient', diagnoses });
    const event = await hospital.publish(HisVisitRegisteredV1, visit);
    await eventually(async () => expect(await allHandled(hospital, [event])).toBe(true));
    const { id } = await opened(hospital, owner, { tags: [], icd10: ['J44'] });
    const { items } = await get(at(id, 'candidates'));
    expect(items).toMatchObject([{ id: await patientOf(hospital, number) }]);
  });

  it('PT-10 arrival rate is members who came while they were in it ÷ members of the period, against 18 %', async () => {
    await hospital.clock.set('2027-06-30T10:00:00+08:00');
    const { id } = await opened(hospital, owner);
    const number = aRecordNumber();
    const visits = ['2027-05-31T23:59:59', '2027-06-09T10:00:00', '2027-06-10T10:00:00'].map((time) =>
      aVisitReport(number, aVisitNumber(), 0, { class: 'outpatient', admittedAt: `${time}+08:00` }),
    );
    const events = await Promise.all(visits.map((visit) => hospital.publish(HisVisitRegisteredV1, visit)));
    await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
    const visitor = await patientOf(hospital, number);
    const june = { from: '2027-06-01T00:00:00+08:00', until: '2027-07-01T00:00:00+08:00' };
    const rate = (period: object = june) => get(at(id, 'arrivals'), period);
    expect(await rate()).toMatchObject({ members: 0, arrived: 0, ratePercent: null, isMet: null, goalPercent: 18 });
    const { id: membership } = await joined(hospital, id, visitor, { joinedAt: '2027-06-10T10:00:01+08:00' });
    expect(await rate()).toMatchObject({ members: 1, arrived: 0, ratePercent: 0, isMet: false });
    const leave = { reason: 'moved', leftAt: '2027-06-20T10:00:00+08:00' };
    await hospital
      .api('centre-manager')
      .post(at(id, `members/${membership}/leave`))
      .send(leave)
      .expect(200);
    await joined(hospital, id, visitor, { joinedAt: '2027-06-09T10:00:00+08:00' });
    expect(await rate()).toMatchObject({ members: 1, arrived: 1, ratePercent: 100, isMet: true });
    await fill(hospital, id, 5);
    expect(await rate()).toMatchObject({ members: 6, arrived: 1, ratePercent: 16.67, isMet: false });
    expect(await rate({ ...june, until: '2027-06-09T10:00:00+08:00' })).toMatchObject({ members: 0 });
    const all = await get('/patients/communities/arrivals', { ...june, filter: `communityId eq '${id}'` });
    expect(all).toMatchObject({
      items: [{ communityId: id, members: 6, arrived: 1, ratePercent: 16.67, isMet: false }],
      total: { goalPercent: 18, arrived: 1 },
    });
    expect(all.total.members).toBeGreaterThan(6);
    const path = '/patients/communities/arrivals';
    await hospital.api('agent').get(path).query({ from: june.until, until: june.from }).expect(400);
  });

  it('PT-10 arrival rates and silent members are lists as any other', async () => {
    await hospital.clock.set('2027-08-01T10:00:00+08:00');
    const period = { from: '2026-11-01T00:00:00+08:00', until: '2027-08-01T00:00:00+08:00' };
    expect(await faultsOfList(hospital.api('agent'), '/patients/communities/arrivals', ARRIVALS, period)).toEqual([]);
    const { id } = await opened(hospital, owner);
    for (const joinedAt of ['2027-07-01', '2027-07-02', '2027-07-03'])
      await joined(hospital, id, await aPerson(hospital), { joinedAt: `${joinedAt}T10:00:00+08:00` });
    expect(await faultsOfList(hospital.api('agent'), at(id, 'silent-members'), SILENT_MEMBERS)).toEqual([]);
  });
});
