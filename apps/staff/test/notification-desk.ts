import type { Role } from '#contracts';
import { signTestToken, testEnvironment, type Api, type TestService } from '#testing';
import request from 'supertest';
import type { InboxItem, InboxPage, NotificationDetail } from '../src/notifications/notifications.dto.js';

export interface Colleague {
  accountId: string;
  token: string;
  api: Api;
}

/** An account that may log in, made beside the API: nobody here has to prove a password. */
export async function aColleague(staff: TestService, username: string, roles: Role[] = ['agent']): Promise<Colleague> {
  const rows: { id: string }[] = await staff.source.query(
    `INSERT INTO account (id, username, display_name, password_hash, roles, active, version, created_at, updated_at)
     VALUES (gen_random_uuid(), $1, $1, 'none', $2, true, 1, $3, $3) RETURNING id`,
    [username, roles, staff.clock.now()],
  );
  const accountId = rows[0]!.id;
  const issuedAt = new Date(staff.clock.now().getTime() - 1_000);
  const token = await signTestToken(testEnvironment().signingKey, roles, issuedAt, { sub: accountId });
  return { accountId, token, api: request.agent(staff.url).set('authorization', `Bearer ${token}`) };
}

let count = 0;

/** The body of a notification that nobody sent before. */
export function aRequest(change: object = {}): Record<string, unknown> {
  count += 1;
  return {
    ...{ purpose: 'test.bed-free', subjectType: 'bed', subjectId: `bed-${count}`, occasion: 'once' },
    ...{ urgency: 'normal', titleZh: `床位 ${count}`, titleEn: `Bed ${count}`, textZh: '空床', textEn: 'A free bed' },
    ...change,
  };
}

export async function send(staff: TestService, change: object): Promise<string> {
  const { body } = await staff.api('centre-manager').post('/staff/notifications').send(aRequest(change)).expect(201);
  return (body as { id: string }).id;
}

export async function inboxOf({ api }: Colleague, query: object = {}): Promise<InboxItem[]> {
  return ((await api.get('/staff/notifications').query(query).expect(200)).body as InboxPage).items;
}

export async function detailOf(staff: TestService, id: string): Promise<NotificationDetail> {
  return (await staff.api('centre-manager').get(`/staff/notifications/${id}`).expect(200)).body as NotificationDetail;
}

/** The trail as short words: "told 1". */
export const stepsOf = ({ trail }: NotificationDetail): string[] => trail.map(({ what, step }) => `${what} ${step}`);
