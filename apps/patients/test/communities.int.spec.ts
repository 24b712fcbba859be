import {
  CommunityChangedV1,
  CommunityClosedV1,
  CommunityCreatedV1,
  CommunityJoinedV1,
  CommunityLeftV1,
} from '#contracts';
import { transact } from '#platform';
import { eventually, faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMUNITIES } from '../src/communities/communities.list.js';
import { CommunitySettlement } from '../src/communities/community-settlement.js';
import type { CommunityView } from '../src/communities/communities.dto.js';
import { MEMBERS } from '../src/communities/members.list.js';
import {
  aCommunity,
  aPerson,
  aStaffMember,
  communityOf,
  fill,
  join,
  joined,
  membersOf,
  opened,
  theCaller,
  toldOf,
} from './community-people.js';
import { startPatients } from './hospital.js';

describe('communities of patients', () => {
  let hospital: TestService;
  let owner: string;

  beforeAll(async () => {
    hospital = await startPatients();
    await hospital.clock.set('2026-11-09T10:00:00+08:00');
    owner = await aStaffMember(hospital);
  });
  afterAll(() => hospital.stop());

  const add = (said: object) => hospital.api('community-operator').post('/patients/communities').send(said);
  const change = (id: string, version: number, said: object, role: 'agent' | 'centre-manager' = 'centre-manager') =>
    hospital.api(role).patch(`/patients/communities/${id}`).set('if-match', `"${version}"`).send(said);
  const leave = (id: string, membershipId: string, said: object = { reason: 'own-wish' }) =>
    hospital.api('community-operator').post(`/patients/communities/${id}/members/${membershipId}/leave`).send(said);
  const say = (id: string, what: 'states' | 'consents', said: object) =>
    hospital
      .api('agent')
      .post(`/patients/${id}/${what}`)
      .send({ channel: 'phone', ...said })
      .expect(201);
  const die = (id: string) =>
    hospital.api('agent').patch(`/patients/${id}`).set('if-match', '"1"').send({ deceased: true }).expect(200);
  const merge = async (survivor: string, retiredId: string): Promise<string> => {
    const path = `/patients/${survivor}/merges`;
    const { body } = await hospital.api('centre-manager').post(path).send({ retiredId, reason: '同一人' }).expect(201);
    return (body as { id: string }).id;
  };
  const undo = (mergeId: string) =>
    hospital.api('centre-manager').post(`/patients/merges/${mergeId}/undo`).send({ reason: '两个人' }).expect(200);
  const settled = (id: string, members: number) =>
    eventually(async () => expect((await communityOf(hospital, id)).members).toBe(members));

  it('PT-10 are by disease, have a channel with the id of the group, an agent as owner, and 200 places', async () => {
    const community = await opened(hospital, owner, { icd10: ['E11'] });
    expect(community).toMatchObject({
      ...{ tags: ['disease.diabetes-2'], icd10: ['E11'], channel: 'wecom', capacity: 200, members: 0, version: 1 },
      ...{ owner: { id: owner, name: '刘芳', active: true }, doctorHour: null, closedAt: null },
    });
    const told = (await hospital.events(CommunityCreatedV1)).map(({ data }) => data);
    expect(told.find(({ communityId }) => communityId === community.id)).toMatchObject({ ownerId: owner });
    const { externalId } = community;
    expect((await add(aCommunity(owner, { externalId })).expect(409)).body.code).toBe('community-group-taken');
  });

  it('PT-10 refuse an owner who is nobody here or may not look after one, and whatever else is not known', async () => {
    const [stranger, doctor] = ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9999', await aStaffMember(hospital, ['duty-doctor'])];
    const hour = { weekday: 3, time: '19:00' };
    const faults = async (said: object): Promise<string[]> =>
      (await add(aCommunity(owner, said)).expect(400)).body.errors.map(
        ({ field, code }: { field: string; code: string }) => `${field} ${code}`,
      );
    expect(await faults({ ownerId: stranger })).toEqual(['ownerId staff-unknown']);
    expect(await faults({ ownerId: doctor })).toEqual(['ownerId owner-without-right']);
    expect(await faults({ tags: [], icd10: [] })).toEqual(['tags needs-audience']);
    expect(await faults({ tags: ['disease.none'] })).toEqual(['tags.0 tag-unknown']);
    expect(await faults({ segmentId: stranger })).toEqual(['segmentId segment-missing']);
    expect(await faults({ capacity: 201 })).toEqual(['capacity community-too-large']);
    expect(await faults({ doctorHour: hour })).toEqual(['doctorHour doctor-or-department']);
    expect(await faults({ doctorHour: { ...hour, departmentId: stranger } })).toEqual([
      'doctorHour.departmentId department-unknown',
    ]);
    expect(await faults({ doctorHour: { ...hour, time: '24:00', doctorId: doctor } })).toEqual([
      'doctorHour.time time-of-day',
    ]);
    expect(await faults({ nameZh: null })).toEqual(expect.arrayContaining([expect.stringMatching(/^nameZh/)]));
  });

  it('PT-10 are looked after by their owner and by who manages all; the owner may change', async () => {
    const { id } = await opened(hospital, owner);
    const said = { nameEn: 'Diabetes and daily life' };
    expect((await change(id, 1, said, 'agent').expect(403)).body.right).toBe('patients.communities.manage');
    const me = await theCaller(hospital);
    await change(id, 7, { ownerId: me }).expect(412);
    await change(id, 1, { ownerId: me }).expect(200).expect('etag', '"2"');
    await change(id, 2, said, 'agent').expect(200).expect('etag', '"3"');
    const told = (await hospital.events(CommunityChangedV1)).map(({ data }) => data);
    expect(told.filter(({ communityId }) => communityId === id)).toEqual([
      { communityId: id, changed: ['ownerId'], ownerId: me },
      { communityId: id, changed: ['nameEn'], ownerId: me },
    ]);
    await hospital.api('marketing').get(`/patients/communities/${id}`).expect(403);
  });

  it('PT-10 have one place for twenty who come at once when 199 are in: the 200th comes in, the 201st does not', async () => {
    const { id } = await opened(hospital, owner);
    await fill(hospital, id, 199);
    const patients = await Promise.all(Array.from({ length: 20 }, () => aPerson(hospital)));
    const answers = await Promise.all(patients.map((patientId) => join(hospital, id, patientId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409).map(({ body }) => body);
    expect(refused).toHaveLength(19);
    for (const body of refused) expect(body).toMatchObject({ code: 'community-full', members: 200, capacity: 200 });
    expect(await communityOf(hospital, id)).toMatchObject({ members: 200 });
    expect(await toldOf(hospital, CommunityJoinedV1, ...patients)).toHaveLength(1);
    expect((await change(id, 1, { capacity: 199 }).expect(409)).body).toMatchObject({ code: 'community-too-small' });
    await expect(hospital.source.query('UPDATE community SET member_count = 201 WHERE id = $1', [id])).rejects.toThrow(
      'community_places',
    );
  });

  it('PT-10 are joined once, by whom, when and how; who left may come again, which is no first time', async () => {
    const [{ id }, patientId] = [await opened(hospital, owner), await aPerson(hospital)];
    const said = { how: 'scanned-code', joinedAt: '2026-11-08T10:00:00+08:00', externalUserId: 'wm1' };
    const answers = await Promise.all([1, 2, 3].map(() => join(hospital, id, patientId, said)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const [member] = await membersOf(hospital, id);
    expect(member).toMatchObject({ patientId, joinedHow: 'scanned-code', joinedAt: '2026-11-08T02:00:00.000Z' });
    expect(member?.joinedBy).toEqual(expect.any(String));
    expect((await join(hospital, id, patientId).expect(409)).body).toMatchObject({
      code: 'already-a-member',
      membershipId: member?.id,
    });
    const wrong = { reason: 'own-wish', leftAt: '2026-11-08T09:59:59+08:00' };
    expect((await leave(id, member?.id ?? '', wrong).expect(400)).body.errors[0].code).toBe('before-joining');
    const left = (await leave(id, member?.id ?? '', { reason: 'own-wish', note: '消息太多' }).expect(200)).body;
    expect(left).toMatchObject({ leftReason: 'own-wish', leftNote: '消息太多' });
    expect((await leave(id, member?.id ?? '', { reason: 'removed' }).expect(200)).body).toEqual(left);
    const again = await joined(hospital, id, patientId, { joinedAt: null });
    expect(again.joinedAt > left.leftAt).toBe(true);
    expect(await toldOf(hospital, CommunityJoinedV1, patientId)).toMatchObject([
      { communityId: id, how: 'scanned-code', firstOfDisease: true },
      { communityId: id, how: 'invited', firstOfDisease: false },
    ]);
    expect(await toldOf(hospital, CommunityLeftV1, patientId)).toMatchObject([{ reason: 'own-wish' }]);
    expect(await communityOf(hospital, id)).toMatchObject({ members: 1 });
  });

  it('PT-2 PT-10 joining and leaving are on the timeline, and a look-up shows the communities somebody is in', async () => {
    const [{ id }, { id: other }] = [await opened(hospital, owner), await opened(hospital, owner)];
    const phone = '13900005678';
    const patientId = await aPerson(hospital, { phones: [phone] });
    await joined(hospital, id, patientId, { joinedAt: '2026-11-07T10:00:00+08:00' });
    const { id: membership } = await joined(hospital, other, patientId, { joinedAt: '2026-11-08T10:00:00+08:00' });
    await leave(other, membership).expect(200);
    const path = `/patients/${patientId}/timeline`;
    const { body } = await hospital.api('agent').get(path).query({ kinds: 'community' }).expect(200);
    expect(body.items).toMatchObject([
      { kind: 'community', what: 'left', outcome: 'own-wish', subjectId: other },
      { what: 'joined', outcome: 'invited', subjectId: other, title: '2型糖尿病病友群' },
      { what: 'joined', outcome: 'invited', subjectId: id, at: '2026-11-07T02:00:00.000Z' },
    ]);
    const lookup = await hospital.api('agent').get('/patients/lookup').query({ phone }).expect(200);
    expect(lookup.body.picture.communities).toMatchObject([{ communityId: id, silentSince: null }]);
  });

  it('PT-10 communities are a list as any other', async () => {
    const { id } = await opened(hospital, owner, { nameZh: '甲', nameEn: 'Second' });
    await opened(hospital, owner, { nameZh: '乙', nameEn: 'First', capacity: 100 });
    await joined(hospital, id, await aPerson(hospital));
    expect(await faultsOfList(hospital.api('agent'), '/patients/communities', COMMUNITIES)).toEqual([]);
  });

  it('PT-10 members are a list as any other', async () => {
    const { id } = await opened(hospital, owner);
    for (let count = 0; count < 3; count += 1) await joined(hospital, id, await aPerson(hospital));
    const path = `/patients/communities/${id}/members`;
    expect(await faultsOfList(hospital.api('agent'), path, MEMBERS)).toEqual([]);
  });

  it('PT-10 PT-9 need no consent to marketing, and consent to care and follow-up; names are masked for who need not know', async () => {
    const { id } = await opened(hospital, owner);
    const [willing, unwilling, later] = [await aPerson(hospital), await aPerson(hospital), await aPerson(hospital)];
    await say(unwilling, 'consents', { purpose: 'follow-up', granted: false });
    expect((await join(hospital, id, unwilling).expect(409)).body).toMatchObject({
      code: 'may-not-join',
      reason: 'consent-withdrawn',
    });
    await joined(hospital, id, willing);
    await joined(hospital, id, later);
    await say(later, 'consents', { purpose: 'care', granted: false });
    await settled(id, 1);
    expect(await toldOf(hospital, CommunityLeftV1, later)).toMatchObject([{ reason: 'consent-withdrawn' }]);
    expect((await membersOf(hospital, id))[0]?.name).toMatch(/^王秀英\d+$/);
    const { body } = await hospital.api('administrator').get(`/patients/communities/${id}/members`).expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(
      body.items.map(() => expect.stringMatching(/^王\*+$/)),
    );
  });

  it('PT-10 PT-11 are left by the dead at once; the cured and who want no contact stay, and the latter are not asked in', async () => {
    const { id } = await opened(hospital, owner);
    const [dead, cured, silent] = [await aPerson(hospital), await aPerson(hospital), await aPerson(hospital)];
    for (const patientId of [dead, cured, silent]) await joined(hospital, id, patientId);
    await say(cured, 'states', { state: 'cured', holds: true });
    await say(silent, 'states', { state: 'do-not-contact', holds: true });
    await die(dead);
    await settled(id, 2);
    expect(await toldOf(hospital, CommunityLeftV1, dead, cured, silent)).toMatchObject([
      { patientId: dead, reason: 'deceased' },
    ]);
    expect((await membersOf(hospital, id)).find(({ patientId }) => patientId === silent)?.mayBeContacted).toBe(false);
    const other = await opened(hospital, owner);
    for (const [patientId, reason] of [
      [silent, 'do-not-contact'],
      [dead, 'deceased'],
    ] as const) {
      expect((await join(hospital, other.id, patientId).expect(409)).body).toMatchObject({ reason });
    }
  });

  it('PT-3 PT-10 count a merged pair as one, who keep the ids they were born with, and as two again after an un-merge', async () => {
    const { id } = await opened(hospital, owner, { capacity: 2 });
    const [elder, younger, third] = [await aPerson(hospital), await aPerson(hospital), await aPerson(hospital)];
    const first = await joined(hospital, id, elder, { joinedAt: '2026-11-01T10:00:00+08:00' });
    const second = await joined(hospital, id, younger);
    const mergeId = await merge(younger, elder);
    await settled(id, 1);
    expect(await membersOf(hospital, id)).toMatchObject([{ id: first.id, patientId: elder }]);
    expect((await join(hospital, id, younger).expect(409)).body.membershipId).toBe(first.id);
    await undo(mergeId);
    await settled(id, 2);
    expect((await membersOf(hospital, id)).map((each) => each.id).sort()).toEqual([first.id, second.id].sort());

    // The place of the pair was taken: who came last has none, and there are never more than there are places.
    const again = await merge(younger, elder);
    await settled(id, 1);
    await joined(hospital, id, third);
    await undo(again);
    await eventually(async () =>
      expect(await toldOf(hospital, CommunityLeftV1, elder, younger)).toMatchObject([
        { patientId: younger, reason: 'no-place' },
      ]),
    );
    expect((await membersOf(hospital, id)).map(({ patientId }) => patientId).sort()).toEqual([elder, third].sort());
    expect(await communityOf(hospital, id)).toMatchObject({ members: 2 });
  });

  it('PT-3 PT-10 are left by those behind who is parted and has no place, too: they may come again later', async () => {
    const { id } = await opened(hospital, owner, { capacity: 2 });
    const [a, b, c, d] = [
      await aPerson(hospital),
      await aPerson(hospital),
      await aPerson(hospital),
      await aPerson(hospital),
    ];
    const first = await joined(hospital, id, b, { joinedAt: '2026-11-02T10:00:00+08:00' });
    await joined(hospital, id, c, { joinedAt: '2026-11-03T10:00:00+08:00' });
    await merge(b, c);
    await settled(id, 1);
    await joined(hospital, id, a, { joinedAt: '2026-11-01T10:00:00+08:00' });
    const mergeId = await merge(a, b);
    await settled(id, 1);
    const last = await joined(hospital, id, d);
    await undo(mergeId);
    await eventually(async () =>
      expect(await toldOf(hospital, CommunityLeftV1, a, b, c)).toMatchObject([{ patientId: b, reason: 'no-place' }]),
    );
    await leave(id, last.id).expect(200);
    expect((await joined(hospital, id, b)).id).not.toBe(first.id);
    await settled(id, 2);
  });

  it('PT-3 PT-10 have a place for who is parted where another one leaves at the same moment', async () => {
    const { id } = await opened(hospital, owner, { capacity: 2 });
    const [elder, younger, dying] = [await aPerson(hospital), await aPerson(hospital), await aPerson(hospital)];
    await joined(hospital, id, elder, { joinedAt: '2026-11-01T10:00:00+08:00' });
    await joined(hospital, id, younger);
    await merge(elder, younger);
    await settled(id, 1);
    await joined(hospital, id, dying);
    await transact(hospital.source, async (tx) => {
      const now = hospital.clock.now();
      await tx.query('UPDATE person SET merged_into = NULL, updated_at = $2 WHERE id = $1', [younger, now]);
      await tx.query('UPDATE person SET deceased = true, updated_at = $2 WHERE id = $1', [dying, now]);
      await hospital.app.get(CommunitySettlement).settle(tx, [elder, younger, dying], now);
    });
    expect(await toldOf(hospital, CommunityLeftV1, elder, younger, dying)).toMatchObject([
      { patientId: dying, reason: 'deceased' },
    ]);
    expect(await communityOf(hospital, id)).toMatchObject({ members: 2 });
  });

  it('PT-3 PT-10 are left by a merged pair together', async () => {
    const { id } = await opened(hospital, owner);
    const [one, other] = [await aPerson(hospital), await aPerson(hospital)];
    await joined(hospital, id, one);
    const { id: membership } = await joined(hospital, id, other);
    await merge(one, other);
    await settled(id, 1);
    await leave(id, membership).expect(200);
    expect(await communityOf(hospital, id)).toMatchObject({ members: 0 });
    expect(await toldOf(hospital, CommunityLeftV1, one, other)).toHaveLength(1);
    const inIt = 'SELECT 1 FROM community_member WHERE community_id = $1 AND left_at IS NULL';
    expect(await hospital.source.query(inIt, [id])).toEqual([]);
  });

  it('PT-10 that are closed end every membership with the reason, and take nobody any more', async () => {
    const { id, externalId } = await opened(hospital, owner);
    const [member, late] = [await aPerson(hospital), await aPerson(hospital)];
    await joined(hospital, id, member);
    const close = (version: number, role: 'agent' | 'centre-manager' = 'centre-manager') =>
      hospital
        .api(role)
        .post(`/patients/communities/${id}/close`)
        .set('if-match', `"${version}"`)
        .send({ reason: '与另一个群合并' });
    await close(1, 'agent').expect(403);
    await close(7).expect(412);
    const { body } = await close(1).expect(200);
    expect(body as CommunityView).toMatchObject({ members: 0, closeReason: '与另一个群合并', version: 2 });
    expect((await close(2).expect(409)).body.code).toBe('community-closed');
    expect((await join(hospital, id, late).expect(409)).body.code).toBe('community-closed');
    expect(await toldOf(hospital, CommunityLeftV1, member)).toMatchObject([{ reason: 'community-closed' }]);
    const told = (await hospital.events(CommunityClosedV1)).map(({ data }) => data);
    expect(told.filter(({ communityId }) => communityId === id)).toMatchObject([{ members: 1 }]);
    await opened(hospital, owner, { externalId });
  });

  it('PT-10 changes have the state before and after in the audit', async () => {
    const { id } = await opened(hospital, owner);
    await change(id, 1, { nameZh: '控糖之家' }).expect(200);
    const rows: { changes: unknown }[] = await hospital.source.query(
      `SELECT to_jsonb(e) AS changes FROM audit_entry e WHERE to_jsonb(e)::text LIKE $1`,
      [`%${id}%控糖之家%`],
    );
    expect(JSON.stringify(rows)).toContain('2型糖尿病病友群');
  });
});
