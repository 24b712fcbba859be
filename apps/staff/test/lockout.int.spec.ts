import type { TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Account } from '../src/accounts/accounts.dto.js';
import { startStaff } from './staff-service.js';

const PASSWORD = 'correct horse 电池';

let staff: TestService;
beforeAll(async () => {
  staff = await startStaff();
});
beforeEach(() => staff.clock.reset());
afterAll(() => staff.stop());

async function account(username: string): Promise<Account> {
  const body = { username, displayName: username, password: PASSWORD, roles: ['agent'] };
  return (await staff.api('administrator').post('/staff/accounts').send(body).expect(201)).body as Account;
}

const login = (username: string, password = PASSWORD) =>
  staff.anonymous().post('/auth/token').send({ username, password });
const change = (username: string, password: string, newPassword: string) =>
  staff.anonymous().post('/auth/password').send({ username, password, newPassword });

/** What the audit says that calls changed of an account, in their order. */
async function changesOf(id: string, method: string): Promise<object[]> {
  const rows: { changes: object[] | null }[] = await staff.source.query(
    `SELECT changes FROM audit_entry WHERE subject_ids @> ARRAY[$1] AND operation = 'staff_accounts_' || $2
      ORDER BY at, id`,
    [id, method],
  );
  return rows.flatMap(({ changes }) => changes ?? []);
}

async function fail(username: string, times: number): Promise<number[]> {
  const statuses = [];
  for (let time = 0; time < times; time += 1) statuses.push((await login(username, 'wrong')).status);
  return statuses;
}

describe('a user name with wrong passwords', () => {
  it('decision 10: is locked after five, for a quarter of an hour, then for half an hour', async () => {
    await account('wang');
    await staff.clock.set('2026-03-02T08:00:00+08:00');
    expect(await fail('wang', 6)).toEqual([401, 401, 401, 401, 401, 429]);
    const refused = await login('wang').expect(429);
    expect(refused.body).toMatchObject({ code: 'login-locked' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(840);
    await staff.clock.set('2026-03-02T08:15:30+08:00');
    expect(await fail('wang', 6)).toEqual([401, 401, 401, 401, 401, 429]);
    await staff.clock.set('2026-03-02T08:45:00+08:00');
    await login('wang').expect(429);
    await staff.clock.set('2026-03-02T08:46:00+08:00');
    await login('wang').expect(200);
    expect(await fail('wang', 4)).toEqual([401, 401, 401, 401]);
    await login('wang').expect(200);
  });

  it('decision 10: gives a hundred guesses at once no more than five tries', async () => {
    await account('li');
    const answers = await Promise.all(Array.from({ length: 100 }, (_, guess) => login('li', `wrong ${guess}`)));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(401), count(429)]).toEqual([5, 95]);
    await login('li').expect(429);
  });

  it('decision 10: is treated alike whether anybody has it or not', async () => {
    expect(await fail('nobody.here', 6)).toEqual([401, 401, 401, 401, 401, 429]);
    await account('zhao');
    await fail('zhao', 5);
    const [known, unknown] = [await login('zhao').expect(429), await login('nobody.here').expect(429)];
    const { requestId: _a, ...one } = known.body as { requestId: string };
    const { requestId: _b, ...other } = unknown.body as { requestId: string };
    expect(one).toEqual(other);
  });

  it('decision 10: is unlocked by an administrator', async () => {
    const { id } = await account('qian');
    await fail('qian', 5);
    await staff.api('centre-manager').post(`/staff/accounts/${id}/unlock`).expect(403);
    await staff.api('administrator').post(`/staff/accounts/${id}/unlock`).expect(204);
    expect(await changesOf(id, 'unlock')).toEqual([
      { subject: 'account', id, before: { locked: true }, after: { locked: false } },
    ]);
    await login('qian').expect(200);
  });

  it('decision 10: does not lose tries to a flood of logins by others', async () => {
    await account('wu');
    const flood = Array.from({ length: 80 }, (_, each) => login(`flood-${each}`, 'wrong'));
    const answers = await Promise.all([...flood, ...Array.from({ length: 20 }, () => login('wu'))]);
    expect(new Set(answers.map((answer) => answer.status)).has(500)).toBe(false);
    await login('wu').expect(200);
  });
});

describe('a password', () => {
  it('decision 10: is changed by who knows it, ends the sessions, and is checked', async () => {
    await account('sun');
    const { body } = await login('sun').expect(200);
    await change('sun', 'not it', 'tropfen-am-morgen').expect(401);
    for (const weak of ['short', 'sun-sun-sun-sun', 'Woaini1314520']) {
      const refused = await change('sun', PASSWORD, weak).expect(400);
      expect(refused.body).toMatchObject({ errors: [{ field: 'newPassword' }] });
    }
    await change('sun', PASSWORD, 'tropfen-am-morgen').expect(204);
    await login('sun').expect(401);
    await login('sun', 'tropfen-am-morgen').expect(200);
    await staff
      .anonymous()
      .post('/auth/refresh')
      .send({ refreshToken: (body as { refreshToken: string }).refreshToken })
      .expect(401);
  });

  it('decision 10: may be looked for at length by who knows the present one', async () => {
    await account('xu');
    for (let time = 0; time < 7; time += 1) await change('xu', PASSWORD, 'short').expect(400);
    await login('xu').expect(200);
    for (let time = 0; time < 5; time += 1) await change('xu', 'not it', 'tropfen-am-morgen').expect(401);
    await change('xu', PASSWORD, 'tropfen-am-morgen').expect(429);
  });

  it('decision 10: is none of the last five', async () => {
    await account('zhou');
    const names = ['tropfen-eins', 'tropfen-zwei', 'tropfen-drei', 'tropfen-vier', 'tropfen-fuenf'];
    let current = PASSWORD;
    for (const next of names) {
      await change('zhou', current, next).expect(204);
      current = next;
      if (next !== 'tropfen-fuenf') {
        const refused = await change('zhou', current, PASSWORD).expect(400);
        expect(refused.body).toMatchObject({ errors: [{ field: 'newPassword', code: 'password-used-before' }] });
      }
    }
    await change('zhou', current, current).expect(400);
    await change('zhou', current, PASSWORD).expect(204);
  });

  it('decision 10: that an administrator set opens nothing before the person has chosen another', async () => {
    const { id } = await account('zheng');
    await fail('zheng', 5);
    const reset = (password: string, version = 1) =>
      staff
        .api('administrator')
        .post(`/staff/accounts/${id}/password`)
        .set('if-match', `"${version}"`)
        .send({ password });
    await reset('Password2026').expect(400);
    await reset('for-the-time-being').expect(204);
    await reset('for-the-time-being').expect(412);
    expect(await changesOf(id, 'resetPassword')).toEqual([
      {
        ...{ subject: 'account', id },
        before: { mustChangePassword: false, version: 1, locked: true },
        after: { mustChangePassword: true, version: 2, locked: false },
      },
    ]);
    const refused = await login('zheng', 'for-the-time-being').expect(403);
    expect(refused.body).toMatchObject({ code: 'password-change-required' });
    await change('zheng', 'for-the-time-being', 'a tree in the garden').expect(204);
    await login('zheng', 'a tree in the garden').expect(200);
  });
});
