import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '#testing';
import type { Account, AccountPage } from '../src/accounts/accounts.dto.js';
import { startStaff } from './staff-service.js';

describe('the accounts of the people who work here', () => {
  let staff: TestService;
  beforeAll(async () => {
    staff = await startStaff();
  });
  afterAll(() => staff.stop());

  const open = async (username: string, ...roles: string[]): Promise<Account> => {
    const body = { username, displayName: '张静', password: 'a long pass phrase', roles };
    return (await staff.api('administrator').post('/staff/accounts').send(body).expect(201)).body as Account;
  };
  const change = (id: string, etag: string, body: object) =>
    staff.api('administrator').patch(`/staff/accounts/${id}`).set('if-match', etag).send(body);

  it('ORG-1 are opened, given other roles and closed by an administrator', async () => {
    const account = await open('zhang.jing', 'follow-up-nurse');
    expect(account).toMatchObject({ username: 'zhang.jing', displayName: '张静', active: true, version: 1 });
    const promoted = await change(account.id, '"1"', { roles: ['follow-up-nurse', 'mentor'] }).expect(200);
    expect(promoted.body).toMatchObject({ roles: ['follow-up-nurse', 'mentor'], active: true, version: 2 });
    await change(account.id, '"1"', { active: false }).expect(412);
    await change(account.id, '"2"', { active: false }).expect(200);
    const listed = await staff.api('administrator').get('/staff/accounts').expect(200);
    expect((listed.body as AccountPage).items).toEqual([]);
    const all = await staff
      .api('administrator')
      .get(`/staff/accounts?includeInactive=true&filter=roles has 'mentor'`)
      .expect(200);
    expect((all.body as AccountPage).items.map((item) => item.id)).toEqual([account.id]);
  });

  it('ORG-1 keep the password as argon2id and show it to nobody', async () => {
    const account = await open('secretive', 'agent');
    const read = await staff.api('administrator').get(`/staff/accounts/${account.id}`).expect(200);
    expect(JSON.stringify([account, read.body])).not.toMatch(/argon2|"password/i);
    const [row]: { password_hash: string }[] = await staff.source.query(
      'SELECT password_hash FROM account WHERE id = $1',
      [account.id],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('ORG-1 have one user name each', async () => {
    await open('double', 'agent');
    const body = { username: 'double', displayName: '另一位', password: 'a long pass phrase', roles: ['agent'] };
    const second = await staff.api('administrator').post('/staff/accounts').send(body).expect(409);
    expect(second.body).toMatchObject({ code: 'username-taken' });
  });

  it('ORG-1 never leave the hospital without an administrator, also when two retire each other at once', async () => {
    const [first, second] = [await open('admin.one', 'administrator'), await open('admin.two', 'administrator')];
    const answers = await Promise.all([first, second].map(({ id }) => change(id, '"1"', { active: false })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'last-administrator' });
  });

  it('ORG-1 are nobody else’s business, and are opened in good order only', async () => {
    for (const role of ['centre-manager', 'agent', 'general-manager'] as const) {
      await staff.api(role).get('/staff/accounts').expect(403);
    }
    const good = { username: 'nobody', displayName: '无名', password: 'a long pass phrase', roles: ['agent'] };
    const bad = [
      { roles: ['king'] },
      { roles: [] },
      { password: 'short' },
      { password: 'x'.repeat(129) },
      { username: 'Has Space' },
      { displayName: '' },
    ];
    for (const fault of bad) {
      await staff
        .api('administrator')
        .post('/staff/accounts')
        .send({ ...good, ...fault })
        .expect(400);
    }
  });
});
