import { DepartmentSavedV1 } from '#contracts';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStaff } from './staff-service.js';

describe('POSTs of staff with an Idempotency-Key', () => {
  let staff: TestService;
  beforeAll(async () => {
    staff = await startStaff();
  });
  afterAll(() => staff.stop());

  const post = (path: string, key: string, body: object) =>
    staff.api('administrator').post(path).set('idempotency-key', key).send(body);

  it('decision 9: two at once create one department, and both hear of it with its ETag and place', async () => {
    const answers = await Promise.all([1, 2].map(() => post('/staff/departments', 'key-1', { nameZh: '针灸科' })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const [id, other] = answers.map(({ body }) => (body as { id: string }).id);
    expect(other).toBe(id);
    for (const { headers } of answers) {
      expect([headers['etag'], headers['location']]).toEqual(['"1"', `/staff/departments/${id}`]);
    }
    const told = (await staff.events(DepartmentSavedV1)).filter(({ data }) => data.departmentId === id);
    expect(told).toHaveLength(1);
    const refused = await post('/staff/departments', 'key-1', { nameZh: '推拿科' }).expect(422);
    expect(refused.body).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('decision 9: a refusal inside leaves the request as it was, and is not kept', async () => {
    const localCodes = [{ system: 'his-r', code: 'R1' }];
    await post('/staff/departments', 'key-2', { nameZh: '甲', localCodes }).expect(201);
    const refused = await post('/staff/departments', 'key-3', { nameZh: '乙', localCodes }).expect(409);
    expect(refused.body).toMatchObject({ code: 'local-code-taken' });
    await post('/staff/departments', 'key-3', { nameZh: '乙' }).expect(201);
  });

  it('decision 9: keeps nothing of a request whose body holds a secret', async () => {
    const account = { username: 'li.xiaomei', displayName: '李晓梅', roles: ['agent'], password: 'a-long-one-of-hers' };
    await post('/staff/accounts', 'key-5', account).expect(201);
    expect(await staff.source.query(`SELECT 1 FROM idempotency_key WHERE key = 'key-5'`)).toEqual([]);
  });

  it('decision 3: the relay wakes at the commit of the request: with a key events leave as soon as without', async () => {
    const lag = async (key?: string): Promise<number> => {
      const request = staff.api('administrator').post('/staff/departments');
      if (key !== undefined) void request.set('idempotency-key', key);
      const { body } = await request.send({ nameZh: '科室' }).expect(201);
      const answered = staff.clock.now().getTime();
      return eventually(async () => {
        const [row]: { published_at: Date | null }[] = await staff.source.query(
          'SELECT published_at FROM outbox WHERE partition_key = $1',
          [(body as { id: string }).id],
        );
        return row!.published_at!.getTime() - answered;
      });
    };
    const [withKey, without]: [number[], number[]] = [[], []];
    // By turns, so that what else the machine does slows both down alike.
    for (let turn = 0; turn < 25; turn += 1) {
      withKey.push(await lag(`lag-${turn}`));
      without.push(await lag());
    }
    // Of the quicker half: a busy machine makes some of them slow.
    const usual = (lags: number[]) => lags.sort((a, b) => a - b)[6]!;
    // Woken too early the relay finds nothing and looks again 50 ms later.
    expect(usual(withKey) - usual(without)).toBeLessThan(25);
  });
});
