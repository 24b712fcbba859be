import { Jobs, transact } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { IronJob, LaundryModule, laundryMigrations, WashJob, type WashPayload } from './laundry.module.js';

describe('jobs of a service (decision 6)', () => {
  let laundry: TestService;
  const others: TestService[] = [];
  const start = (replicaOf?: TestService, environment: Record<string, string> = {}) =>
    startTestService({
      service: 'laundry',
      module: LaundryModule,
      migrations: laundryMigrations,
      attachments: [],
      environment,
      ...(replicaOf ? { replicaOf } : {}),
    });

  const enqueue = async (payload: WashPayload) =>
    (await laundry.app.get(Jobs, { strict: false }).enqueue(null, WashJob, payload)) as string;
  const steps = async (load: number | null = null): Promise<string[]> => {
    const rows: { step: string; attempt: number }[] = await laundry.source.query(
      'SELECT step, attempt FROM wash WHERE load IS NOT DISTINCT FROM $1 ORDER BY seq',
      [load],
    );
    return rows.map(({ step, attempt }) => `${step} ${attempt}`);
  };
  const job = async (id: string) => (await laundry.api('administrator').get(`/ops/jobs/${id}`).expect(200)).body;
  const inState = (id: string, state: string) => eventually(async () => expect(await job(id)).toMatchObject({ state }));

  beforeEach(async () => {
    laundry = await start(undefined, { JOB_DRAIN_MS: '2000' });
  });

  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.stop()));
    await laundry.stop();
  });

  it('run at once, and show their progress and result', async () => {
    const id = await enqueue({ load: 1 });
    await inState(id, 'completed');
    expect(await steps(1)).toEqual(['begun 1', 'done 1']);
    expect(await job(id)).toMatchObject({
      name: 'laundry.wash',
      attempts: 1,
      attemptLimit: 3,
      payload: { load: 1 },
      progress: { soaked: 1 },
      output: { load: 1 },
    });
  });

  it('exist exactly when the change that causes them commits', async () => {
    const jobs = laundry.app.get(Jobs, { strict: false });
    const change = (load: number, fails: boolean) =>
      transact(laundry.source, async (tx) => {
        await tx.query('INSERT INTO load VALUES ($1)', [load]);
        const id = await jobs.enqueue(tx, WashJob, { load });
        if (fails) throw new Error('the load fell off');
        return id;
      });
    await expect(change(1, true)).rejects.toThrow('fell off');
    const id = await change(2, false);
    await inState(id as string, 'completed');
    const { body } = await laundry.api('administrator').get('/ops/jobs?name=laundry.wash').expect(200);
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([id]);
    expect(await steps(1)).toEqual([]);
  });

  it('are refused when their payload is not what they take', async () => {
    await expect(enqueue({ load: 'all of it' } as unknown as WashPayload)).rejects.toThrow('load: ');
    await expect(enqueue({ load: 1, name: '王芳' } as WashPayload)).rejects.toThrow('name');
  });

  it('are tried again, and listed as failed when no attempt is left', async () => {
    const id = await enqueue({ load: 7, end: 'torn' });
    await inState(id, 'failed');
    expect(await steps(7)).toEqual(['begun 1', 'begun 2', 'begun 3']);
    const { body } = await laundry.api('administrator').get('/ops/jobs?state=failed').expect(200);
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([id]);
    expect((await job(id)).output).toMatchObject({ attempt: 3, error: expect.stringContaining('load 7 was torn') });

    await laundry.api('administrator').post(`/ops/jobs/${id}/retry`).expect(202);
    await eventually(async () => expect(await steps(7)).toContain('begun 4'));
    await inState(id, 'failed');
  });

  it('fail at once when no further attempt would help, and can be given up for a reason', async () => {
    const id = await enqueue({ load: 8, end: 'hopeless' });
    await inState(id, 'failed');
    expect(await steps(8)).toEqual(['begun 1']);
    await laundry.api('administrator').post(`/ops/jobs/${id}/discard`).send({ reason: 'Thrown away.' }).expect(200);
    expect(await job(id)).toMatchObject({ state: 'cancelled', output: { discarded: 'Thrown away.' } });
    const again = await laundry.api('administrator').post(`/ops/jobs/${id}/retry`).expect(409);
    expect(again.body.code).toBe('job-state');
  });

  it('stop soon after they were cancelled, in another process too', async () => {
    others.push(await start(laundry));
    const ids = [await enqueue({ load: 1, takes: 60_000 }), await enqueue({ load: 2, takes: 60_000 })];
    for (const id of ids) await inState(id, 'running');
    for (const id of ids) await laundry.api('administrator').post(`/ops/jobs/${id}/cancel`).expect(202);
    for (const id of ids) expect(await job(id)).toMatchObject({ state: 'cancelled' });
    const last = await enqueue({ load: 3 });
    await inState(last, 'completed');
    expect(await steps(1)).toEqual(['begun 1']);
  });

  it('are there once where their kind says so', async () => {
    const jobs = laundry.app.get(Jobs, { strict: false });
    await transact(laundry.source, async (tx) => {
      expect(await jobs.enqueue(tx, IronJob, {})).toBeDefined();
      expect(await jobs.enqueue(tx, IronJob, {})).toBeUndefined();
    });
    await eventually(async () => expect(await steps()).toEqual(['ironed 1']));
  });

  it('come on schedule in the zone of the hospital, once, after a time of absence too', async () => {
    others.push(await start(laundry));
    await laundry.clock.set('2026-03-02T06:29:00+08:00');
    await laundry.source.query(`UPDATE job_schedule SET next_at = '2026-03-01T22:30:00Z' WHERE name = 'laundry.iron'`);
    await laundry.clock.set('2026-03-05T06:31:00+08:00');
    await eventually(async () => expect(await steps()).toEqual(['ironed 1']));
    const { body } = await laundry.api('administrator').get('/ops/schedules').expect(200);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        name: 'laundry.iron',
        cron: '30 6 * * *',
        zone: 'Asia/Shanghai',
        nextAt: '2026-03-05T22:30:00.000Z',
        lastAt: expect.stringMatching(/^2026-03-04T22:31/),
      }),
    );
  });

  it('end before the service does, or are told to and tried again by another one', async () => {
    const short = await enqueue({ load: 1, takes: 1_000 });
    const long = await enqueue({ load: 2, end: 'stuck-once' });
    for (const id of [short, long]) await inState(id, 'running');
    const next = await start(laundry);
    others.push(next);
    await laundry.app.close();
    const closed = laundry;
    laundry = { ...next, stop: () => Promise.resolve() };
    await inState(short, 'completed');
    await inState(long, 'completed');
    expect(await steps(1)).toEqual(['begun 1', 'done 1']);
    expect(await steps(2)).toEqual(['begun 1', 'begun 2', 'done 2']);
    closed.app.close = () => Promise.resolve();
    laundry = closed;
  });

  it('whose process went away are given to another one, whatever becomes of those before them', async () => {
    const stuck = await enqueue({ load: 1, takes: 60_000 });
    await inState(stuck, 'running');
    const next = await enqueue({ load: 2, takes: 60_000 });
    await inState(next, 'running');
    await laundry.source.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
         $$BEGIN IF TG_OP = 'DELETE' OR NEW.state <> 'active' THEN RAISE 'broken row'; END IF; RETURN NEW; END$$;
       CREATE TRIGGER refused BEFORE UPDATE OR DELETE ON pgboss.job_common
         FOR EACH ROW WHEN (OLD.id = '${stuck}') EXECUTE FUNCTION refuse();
       UPDATE pgboss.job_common SET started_on = started_on - interval '2 days'`,
    );
    await eventually(async () => expect(await steps(2)).toContain('begun 2'));
    expect(await job(stuck)).toMatchObject({ state: 'running', attempts: 1 });
    await laundry.source.query('DROP TRIGGER refused ON pgboss.job_common');
    await eventually(async () => expect(await steps(1)).toContain('begun 2'));
    for (const id of [stuck, next]) await laundry.api('administrator').post(`/ops/jobs/${id}/cancel`).expect(202);
  });

  it('are listed in pages, newest first, and only for those who may', async () => {
    const ids: string[] = [];
    for (const load of [1, 2, 3]) ids.push(await enqueue({ load }));
    const first = await laundry.api('administrator').get('/ops/jobs?name=laundry.wash&limit=2').expect(200);
    const second = await laundry
      .api('administrator')
      .get(`/ops/jobs?name=laundry.wash&limit=2&cursor=${first.body.nextCursor}`)
      .expect(200);
    const listed = [...first.body.items, ...second.body.items].map((item: { id: string }) => item.id);
    expect(listed).toEqual(ids.toReversed());
    expect(second.body.nextCursor).toBeNull();
    await laundry.api('agent').get('/ops/jobs').expect(403);
    await laundry.api('administrator').get('/ops/jobs?cursor=nonsense').expect(400);
  });
});
