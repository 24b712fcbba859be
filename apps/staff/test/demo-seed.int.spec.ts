import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentSavedV1 } from '#contracts';
import { transactAside } from '#platform';
import type { TestService } from '#testing';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../src/demo/demo-accounts.js';
import { DEMO_DEPARTMENTS } from '../src/demo/demo-departments.js';
import { DemoSeed } from '../src/demo/demo-seed.js';
import type { DepartmentPage } from '../src/departments/departments.dto.js';
import type { OnDutyAnswer } from '../src/duty/shifts.dto.js';
import type { TokenResponse } from '../src/tokens/tokens.dto.js';
import { startStaff } from './staff-service.js';

describe('the demo hospital', () => {
  let staff: TestService;
  beforeAll(async () => {
    staff = await startStaff({ DEMO_SEED: 'true' });
  });
  afterAll(() => staff.stop());

  const count = async (table: string): Promise<number> => {
    const [row]: { count: number }[] = await staff.source.query(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? 0;
  };

  it('ORG-1 has departments under their national codes, and announces them', async () => {
    const { body } = await staff.api('agent').get('/staff/departments?limit=200').expect(200);
    const { items } = body as DepartmentPage;
    expect(items).toHaveLength(DEMO_DEPARTMENTS.length);
    const byCode = new Map(items.map((item) => [item.nationalCode, item]));
    expect(byCode.get('03.01')).toMatchObject({ nameZh: '呼吸内科专业', parentId: byCode.get('03')?.id });
    expect(await staff.events(DepartmentSavedV1)).toHaveLength(items.length);
  });

  it('ORG-2 has a notification for the follow-up nurse to acknowledge', async () => {
    const login = { username: 'nurse', password: DEMO_PASSWORD };
    const { body } = await staff.anonymous().post('/auth/token').send(login).expect(200);
    const token = (body as TokenResponse).accessToken;
    const inbox = staff.anonymous().get('/staff/notifications').set('authorization', `Bearer ${token}`);
    expect((await inbox.expect(200)).body).toMatchObject({ items: [{ purpose: 'demo.welcome', state: 'open' }] });
  });

  it('ORG-1 has someone for each important role who can log in', async () => {
    const answers = await Promise.all(
      DEMO_ACCOUNTS.map(({ username }) =>
        staff.anonymous().post('/auth/token').send({ username, password: DEMO_PASSWORD }).expect(200),
      ),
    );
    expect(answers.every((answer) => (answer.body as TokenResponse).accessToken !== '')).toBe(true);
  });

  it('ORG-1 has somebody on duty at any minute of the next weeks, who may log in', async () => {
    const { items } = (await staff.api('agent').get('/staff/departments?nationalCode=03.04')).body as DepartmentPage;
    const query = { department: items[0]?.id, role: 'duty-doctor' };
    const { body } = await staff.api('agent').get('/staff/duty').query(query).expect(200);
    expect((body as OnDutyAnswer).people.length).toBeGreaterThan(0);
    const from = new Date(staff.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
    const gaps = await staff
      .api('agent')
      .get('/staff/duty/gaps')
      .query({ ...query, from, days: 35 })
      .expect(200);
    expect(gaps.body).toEqual({ items: [] });
    const linked = await staff.source.query<unknown[]>('SELECT 1 FROM account WHERE member_id IS NULL');
    expect(linked).toEqual([]);
  });

  it('ORG-1 is made once, also when replicas start together and the service starts again', async () => {
    // At one day of the calendar, of which the roster is made: the real one may end meanwhile.
    await staff.clock.set('2026-03-02T12:00:00+08:00');
    const seed = staff.app.get(DemoSeed);
    const clear = () =>
      transactAside(staff.source, async (tx) => {
        await tx.query('TRUNCATE department, staff_member, account, notification, outbox CASCADE');
        await tx.query(`DELETE FROM staff_term WHERE kind = 'skill'`);
      });
    await clear();
    await seed.run();
    const before = [await count('department'), await count('account'), await count('outbox')];
    await clear();
    await Promise.all([seed.run(), seed.run(), seed.run()]);
    expect([await count('department'), await count('account'), await count('outbox')]).toEqual(before);
    const replica = await startStaff({ DEMO_SEED: 'true' }, staff);
    await replica.stop();
    expect([await count('department'), await count('account'), await count('outbox')]).toEqual(before);
  });

  it('ORG-1 leaves a hospital alone that has people already', async () => {
    await staff.source.query(`DELETE FROM account WHERE username <> 'manager'`);
    await staff.app.get(DemoSeed).run();
    expect(await count('account')).toBe(1);
  });
});

describe('a real hospital', () => {
  it('ORG-1 starts without demo people', async () => {
    const staff = await startStaff();
    const [row]: { count: number }[] = await staff.source.query('SELECT count(*)::int AS count FROM account');
    expect(row?.count).toBe(0);
    await staff.stop();
  });
});
