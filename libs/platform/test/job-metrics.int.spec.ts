import { Jobs } from '#platform';
import { eventually, scrape, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LaundryModule, laundryMigrations, WashJob, type WashPayload } from './laundry.module.js';

describe('the metrics of jobs (decision 6)', () => {
  let laundry: TestService;

  beforeAll(async () => {
    laundry = await startTestService({
      service: 'laundry',
      module: LaundryModule,
      migrations: laundryMigrations,
      attachments: [],
    });
  });

  afterAll(() => laundry.stop());

  const enqueue = (payload: WashPayload) =>
    laundry.app.get(Jobs, { strict: false }).enqueue(null, WashJob, payload) as Promise<string>;
  const washes = { kind: 'laundry.wash' };

  it('know every kind before its first job', async () => {
    const { value, names } = await scrape(laundry.url);
    expect(names).toContain('hospital_jobs_waiting');
    const text = await (await fetch(`${laundry.url}/metrics`)).text();
    expect(text).toContain('hospital_jobs_failed{kind="laundry.wash"} 0');
    expect(text).toContain('hospital_job_last_success_timestamp_seconds{kind="laundry.iron"} 0');
    expect(text).not.toContain('hospital_job_last_success_timestamp_seconds{kind="laundry.wash"}');
    expect(value('hospital_job_duration_seconds_count')).toBe(0);
  });

  it('count what runs, what was done and how long it took', async () => {
    const id = await enqueue({ load: 1, takes: 3_000 });
    await eventually(async () => expect((await scrape(laundry.url)).value('hospital_jobs_running', washes)).toBe(1));
    await eventually(async () => {
      const { value } = await scrape(laundry.url);
      expect(value('hospital_jobs_running', washes)).toBe(0);
      expect(value('hospital_job_duration_seconds_count', { ...washes, outcome: 'completed' })).toBe(1);
    });
    const { value } = await scrape(laundry.url);
    expect(value('hospital_job_duration_seconds_bucket', { ...washes, outcome: 'completed', le: '1' })).toBe(0);
    expect(value('hospital_job_duration_seconds_bucket', { ...washes, outcome: 'completed', le: '15' })).toBe(1);
    expect(await (await fetch(`${laundry.url}/metrics`)).text()).not.toContain(id);
  });

  it('show a job whose attempts are exhausted until somebody discards it', async () => {
    const id = await enqueue({ load: 2, end: 'hopeless' });
    await eventually(async () => expect((await scrape(laundry.url)).value('hospital_jobs_failed', washes)).toBe(1));
    const { value } = await scrape(laundry.url);
    expect(value('hospital_job_duration_seconds_count', { ...washes, outcome: 'failed' })).toBe(1);
    const reason = { reason: 'washed by hand' };
    await laundry.api('administrator').post(`/ops/jobs/${id}/discard`).send(reason).expect(200);
    expect((await scrape(laundry.url)).value('hospital_jobs_failed', washes)).toBe(0);
  });

  it('count a job that waits for its next attempt', async () => {
    await enqueue({ load: 3, end: 'torn' });
    await eventually(async () => expect((await scrape(laundry.url)).value('hospital_jobs_waiting', washes)).toBe(1));
  });

  it('keep when a scheduled job last succeeded, longer than its jobs', async () => {
    await laundry.clock.advance({ days: 1 });
    const iron = { kind: 'laundry.iron' };
    const last = 'hospital_job_last_success_timestamp_seconds';
    const at = await eventually(async () => {
      const told = (await scrape(laundry.url)).value(last, iron);
      expect(told).toBeGreaterThan(0);
      return told;
    });
    expect(Math.abs(at - laundry.clock.now().getTime() / 1000)).toBeLessThan(60);
    await laundry.source.query(`DELETE FROM pgboss.job_common WHERE name = 'laundry.iron'`);
    expect((await scrape(laundry.url)).value(last, iron)).toBe(at);
    const { body } = await laundry.api('administrator').get('/ops/schedules').expect(200);
    const ironing = (body as { items: { name: string; lastSuccessAt: string }[] }).items.find(
      ({ name }) => name === 'laundry.iron',
    );
    expect(Date.parse(ironing?.lastSuccessAt ?? '') / 1000).toBe(at);
  });
});
