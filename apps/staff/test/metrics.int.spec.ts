import { scrape, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStaff } from './staff-service.js';

const PASSWORD = 'correct horse 电池';

describe('the metrics of staff', () => {
  let staff: TestService;
  beforeAll(async () => {
    staff = await startStaff();
    for (const username of ['ward.one', 'ward.two']) {
      const body = { username, displayName: username, password: PASSWORD, roles: ['agent'] };
      await staff.api('administrator').post('/staff/accounts').send(body).expect(201);
    }
  });
  afterAll(() => staff.stop());

  const login = (username: string, password = PASSWORD) =>
    staff.anonymous().post('/auth/token').send({ username, password });
  const signIns = async (outcome: string) => (await scrape(staff.url)).value('hospital_sign_ins_total', { outcome });

  it('decision 10: count who gets in, who is refused and why, and which names are locked, and name nobody', async () => {
    await login('ward.one').expect(200);
    await login('nobody.here', 'wrong').expect(401);
    for (let time = 0; time < 5; time += 1) await login('ward.two', 'wrong').expect(401);
    await login('ward.two').expect(429);
    expect(await signIns('succeeded')).toBe(1);
    expect(await signIns('credentials-refused')).toBe(6);
    expect(await signIns('login-locked')).toBe(1);
    expect((await scrape(staff.url)).value('hospital_sign_ins_locked_names')).toBe(1);
    expect(await (await fetch(`${staff.url}/metrics`)).text()).not.toMatch(/ward\.|nobody\.here/);
    await staff.clock.advance({ hours: 1 });
    expect((await scrape(staff.url)).value('hospital_sign_ins_locked_names')).toBe(0);
    await staff.clock.reset();
  });

  it('decision 10: tell how many sessions are open: neither signed out nor run out', async () => {
    const open = async () => (await scrape(staff.url)).value('hospital_sessions_open');
    const before = await open();
    const { body } = await login('ward.one').expect(200);
    expect(await open()).toBe(before + 1);
    const { accessToken } = body as { accessToken: string };
    await staff.anonymous().post('/auth/logout').set('authorization', `Bearer ${accessToken}`).expect(204);
    expect(await open()).toBe(before);
    await staff.clock.advance({ days: 40 });
    expect(await open()).toBe(0);
    await staff.clock.reset();
  });

  it('ORG-2 tell what nobody has acknowledged, and what was given up', async () => {
    const notification = (step: number, state: string, due: boolean) =>
      staff.source.query(
        `INSERT INTO notification (id, purpose, subject_type, subject_id, occasion, urgency, title_zh, title_en, text_zh,
             text_en, recipients, next, step, state, due_at, requested_by, requested_at)
         VALUES (gen_random_uuid(), 'test', 'test', gen_random_uuid()::text, 'x', 'normal', '', '', '', '', '[]', '[]',
             $1, $2, $3, 'test', $4)`,
        [step, state, due ? new Date(Date.now() + 3_600_000) : null, new Date()],
      );
    await notification(0, 'open', true);
    await notification(0, 'open', true);
    await notification(1, 'open', true);
    await notification(2, 'unanswered', false);
    await notification(0, 'acknowledged', false);
    const { value } = await scrape(staff.url);
    expect(value('hospital_notifications_unacknowledged', { escalated: 'no' })).toBe(2);
    expect(value('hospital_notifications_unacknowledged', { escalated: 'yes' })).toBe(1);
    expect(value('hospital_notifications_given_up_day', { state: 'unanswered' })).toBe(1);
    expect(value('hospital_notifications_given_up_day', { state: 'unreached' })).toBe(0);
    expect(value('hospital_metrics_failed_readings_total')).toBe(0);
  });
});
