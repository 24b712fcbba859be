import { eventually, scrape, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ringing, wardMigrations, WardModule } from './ward.module.js';

const DURATION = 'hospital_http_request_duration_seconds_count';

describe('the metrics of a service', () => {
  let ward: TestService;

  beforeAll(async () => {
    ward = await startTestService({ service: 'ward', module: WardModule, migrations: wardMigrations, attachments: [] });
  });

  afterAll(() => ward.stop());

  it('count requests by route template, method and class of status, refusals and failures included', async () => {
    for (const number of [1, 2, 3]) await ward.api('agent').get(`/ward/beds/${number}`).expect(404);
    await ward.anonymous().get('/ward/beds').expect(401);
    await ward.anonymous().get('/ward/secret-failure').expect(500);
    const { value } = await scrape(ward.url);
    expect(value(DURATION, { route: '/ward/beds/:number', method: 'GET', status: '4xx' })).toBe(3);
    expect(value(DURATION, { route: '/ward/beds', status: '4xx' })).toBe(1);
    expect(value(DURATION, { route: '/ward/secret-failure', status: '5xx' })).toBe(1);
  });

  it('have one label for every path there is not, however many are tried', async () => {
    for (const path of ['/13800138000', '/ward/nothing', '/ward/%E5%BC%A0']) {
      await ward.anonymous().get(path).expect(404);
    }
    const { value } = await scrape(ward.url);
    expect(value(DURATION, { route: 'unknown' })).toBe(3);
    const text = await (await fetch(`${ward.url}/metrics`)).text();
    expect(text).not.toMatch(/13800138000|nothing|%E5/);
  });

  it('tell memory and event loop of the process, the pool, and how often a token was known', async () => {
    const { names, value } = await scrape(ward.url);
    expect(names).toEqual(expect.arrayContaining(['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds']));
    expect(value('hospital_database_pool_limit')).toBe(12);
    expect(value('hospital_database_pool_connections')).toBeGreaterThan(0);
    expect(value('hospital_token_lookups_total', { outcome: 'miss' })).toBe(1);
    expect(value('hospital_token_lookups_total', { outcome: 'hit' })).toBe(2);
  });

  it('decision 6: tell what is due, since when, and how late it was worked off', async () => {
    ringing.current = () => {
      throw new Error('the bell is broken');
    };
    const due = new Date(Date.now() - 5_000);
    await ward.source.query(`INSERT INTO bell VALUES (1, 'loud', $1), (2, 'loud', $1)`, [due]);
    const waiting = await scrape(ward.url);
    expect(waiting.value('hospital_deadlines_due', { source: 'ward.bell.loud' })).toBe(2);
    expect(waiting.value('hospital_deadlines_overdue_seconds', { source: 'ward.bell.loud' })).toBeGreaterThan(4.9);
    expect(waiting.value('hospital_deadlines_due', { source: 'ward.bell.quiet' })).toBe(0);
    ringing.current = () => undefined;
    await eventually(async () => {
      const { value } = await scrape(ward.url);
      expect(value('hospital_deadlines_fired_total', { source: 'ward.bell.loud' })).toBe(2);
      expect(value('hospital_deadline_firing_lag_seconds_count', { source: 'ward.bell.loud' })).toBe(2);
      expect(value('hospital_deadline_firing_lag_seconds_bucket', { le: '2', source: 'ward.bell.loud' })).toBe(0);
      expect(value('hospital_deadlines_due')).toBe(0);
    });
  });

  it('hide nothing else when the database cannot be asked', async () => {
    await ward.source.query('ALTER TABLE bell RENAME TO bell_gone');
    const { value } = await scrape(ward.url);
    expect(value(DURATION)).toBeGreaterThan(0);
    expect(value('hospital_metrics_failed_readings_total', { metric: 'hospital_deadlines_due' })).toBeGreaterThan(0);
    await ward.source.query('ALTER TABLE bell_gone RENAME TO bell');
  });

  it('give several scrapes at once the same whole answer', async () => {
    const texts = await Promise.all(Array.from({ length: 5 }, () => scrape(ward.url)));
    expect(new Set(texts.map(({ names }) => names.join())).size).toBe(1);
  });
});

describe('the metrics of a service with METRICS_TOKEN', () => {
  let ward: TestService;

  beforeAll(async () => {
    const environment = { METRICS_TOKEN: 'sixteen-letters-or-more' };
    ward = await startTestService({
      service: 'ward',
      module: WardModule,
      migrations: wardMigrations,
      attachments: [],
      environment,
    });
    delete process.env['METRICS_TOKEN'];
  });

  afterAll(() => ward.stop());

  it('are for whoever has it, and for no other token', async () => {
    await ward.anonymous().get('/metrics').expect(401);
    await ward.anonymous().get('/metrics').set('authorization', 'Bearer wrong').expect(403);
    await ward.api('administrator').get('/metrics').expect(403);
    const { headers } = await ward
      .anonymous()
      .get('/metrics')
      .set('authorization', 'Bearer sixteen-letters-or-more')
      .expect(200);
    expect(headers['content-type']).toContain('text/plain');
  });
});
