import { AccountSavedV1, StaffMemberSavedV1, type EventClass } from '#contracts';
import { newId } from '#platform';
import { eventually, TEST_ACCOUNT, type TestService } from '#testing';
import { expect } from '@jest/globals';
import type { CommunityView } from '../src/communities/communities.dto.js';
import type { MemberView } from '../src/communities/members.dto.js';
import { allHandled } from './hospital.js';

let saved = 0;

/** Somebody who works here, with an account of these roles; answers the id of the member of staff. */
export async function aStaffMember(
  hospital: TestService,
  roles: string[] = ['agent'],
  accountId: string = newId(),
): Promise<string> {
  const memberId = newId();
  const member = { memberId, staffNumber: memberId.slice(-8), name: '刘芳', titles: [], skills: [], departmentIds: [] };
  const events = [
    await hospital.publish(StaffMemberSavedV1, { ...member, active: true, version: 1 }),
    await hospital.publish(AccountSavedV1, { accountId, memberId, roles, active: true, version: (saved += 1) }),
  ];
  await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
  return memberId;
}

/** The member of staff whose account the tokens of tests belong to. */
export const theCaller = (hospital: TestService): Promise<string> => aStaffMember(hospital, ['agent'], TEST_ACCOUNT);

let groups = 0;

/** What opens a community for people with diabetes. */
export function aCommunity(ownerId: string, said: object = {}): object {
  groups += 1;
  const names = { nameZh: '2型糖尿病病友群', nameEn: 'Living with type 2 diabetes' };
  return { ...names, tags: ['disease.diabetes-2'], channel: 'wecom', externalId: `wr${groups}`, ownerId, ...said };
}

export async function opened(hospital: TestService, ownerId: string, said: object = {}): Promise<CommunityView> {
  const { body } = await hospital
    .api('community-operator')
    .post('/patients/communities')
    .send(aCommunity(ownerId, said))
    .expect(201);
  return body as CommunityView;
}

let people = 0;

export async function aPerson(hospital: TestService, said: object = {}): Promise<string> {
  people += 1;
  const { body } = await hospital
    .api('agent')
    .post('/patients')
    .send({ name: `王秀英${people}`, ...said })
    .expect(201);
  return (body as { id: string }).id;
}

export function join(hospital: TestService, communityId: string, patientId: string, said: object = {}) {
  return hospital
    .api('community-operator')
    .post(`/patients/communities/${communityId}/members`)
    .send({ patientId, how: 'invited', ...said });
}

export async function joined(
  hospital: TestService,
  communityId: string,
  patientId: string,
  said: object = {},
): Promise<MemberView> {
  return (await join(hospital, communityId, patientId, said).expect(201)).body as MemberView;
}

export async function communityOf(hospital: TestService, id: string): Promise<CommunityView> {
  return (await hospital.api('agent').get(`/patients/communities/${id}`).expect(200)).body as CommunityView;
}

export async function membersOf(hospital: TestService, id: string, filter = 'leftAt eq null'): Promise<MemberView[]> {
  const path = `/patients/communities/${id}/members`;
  const { body } = await hospital.api('agent').get(path).query({ filter, limit: 200 }).expect(200);
  return (body as { items: MemberView[] }).items;
}

/** What was told about one of these patients, in order. */
export async function toldOf<T extends { patientId: string }>(
  hospital: TestService,
  type: EventClass<T>,
  ...ids: string[]
): Promise<T[]> {
  return (await hospital.events(type)).map(({ data }) => data).filter(({ patientId }) => ids.includes(patientId));
}

/** Fills a community up to so many members, straight in the database. */
export async function fill(hospital: TestService, communityId: string, members: number): Promise<void> {
  await hospital.source.transaction(async (tx) => {
    const rows: { id: string }[] = await tx.query(
      `INSERT INTO person (id, version, phones, deceased, told_at, name_text, name_grams, name_readings, phone_keys,
                           created_at, updated_at)
       SELECT gen_random_uuid(), 1, '[]', false, '{}', '', '{}', '{}', '{}', '2026-01-01Z', '2026-01-01Z'
         FROM generate_series(1, $1) RETURNING id`,
      [members],
    );
    await tx.query(
      `INSERT INTO community_member (id, community_id, person_id, joined_at, joined_how, heard_at)
       SELECT gen_random_uuid(), $1, id, $3, 'imported', $3 FROM unnest($2::uuid[]) AS p (id)`,
      [communityId, rows.map(({ id }) => id), hospital.clock.now()],
    );
    await tx.query('UPDATE community SET member_count = member_count + $2 WHERE id = $1', [communityId, members]);
  });
}
