import { PersonUpdatedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, scrape, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceOverview } from '../src/operations/overview.dto.js';
import { behaviour, busMigrations, ConsumingModule } from './bus-under-test.js';

describe('the overview of a service', () => {
  let service: TestService;
  const overview = async (): Promise<ServiceOverview> =>
    (await service.api('administrator').get('/ops/overview').expect(200)).body as ServiceOverview;

  beforeAll(async () => {
    service = await startTestService({
      service: 'follow-up',
      module: ConsumingModule,
      migrations: busMigrations,
      environment: { EVENT_ATTEMPTS: '1', BUILD_COMMIT: '1f3c0de' },
    });
    delete process.env['BUILD_COMMIT'];
  });

  afterAll(() => service.stop());

  it('tells version, health and each part of a service that is well', async () => {
    await service.publish(PersonUpdatedV1, { patientId: newId(), changed: ['name'] });
    await eventually(async () => {
      expect((await overview()).consumers).toContainEqual(
        expect.objectContaining({ stream: 'patients', position: 1, lastSequence: 1, behind: 0 }),
      );
    });
    expect(await overview()).toMatchObject({
      service: 'follow-up',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      commit: '1f3c0de',
      checks: { database: 'ok' },
      parked: { events: 0, oldestAt: null, kinds: [] },
      outbox: { unpublished: 0, oldestAgeSeconds: 0 },
      jobs: [
        // Each quarter of an hour: it may just have been.
        { job: 'platform.erasures', failed: 0, nextAt: expect.any(String) },
        { job: 'platform.retention', failed: 0, lastSuccessAt: null, nextAt: expect.any(String) },
      ],
      deadlines: [],
      backup: { takenAt: null, ageSeconds: null },
      unread: [],
    });
  });

  it('decision 5: counts what is parked by stream, type and reason, and names nobody', async () => {
    behaviour.current = () => {
      throw new Error('no such ward');
    };
    const patientId = newId();
    for (const note of ['first', 'second', 'third']) {
      await service.publish(PersonUpdatedV1, { patientId, changed: [note] });
    }
    const parked = await eventually(async () => {
      const told = (await overview()).parked;
      expect(told?.events).toBe(3);
      return told;
    });
    behaviour.current = () => undefined;
    const kind = { stream: 'patients', subject: 'patients.person.updated.v1', oldestAt: expect.any(String) };
    expect(parked?.kinds).toEqual([
      { ...kind, reason: 'behind-parked', events: 2 },
      { ...kind, reason: 'failed', events: 1 },
    ]);
    expect(parked?.oldestAt).toBe(parked?.kinds[1]?.oldestAt);
    expect(JSON.stringify(await overview())).not.toContain(patientId);
  });

  it('decision 4: says how much waits to be published and since when, and when the last backup was', async () => {
    // The relay would publish an event of ours before anybody could look.
    await service.source.query(`ALTER TABLE outbox RENAME TO outbox_gone`);
    await service.source.query(`CREATE VIEW outbox AS SELECT now() - interval '90 s' AS occurred_at, 1 AS seq,
                                       NULL::timestamptz AS published_at`);
    await service.source.query(`INSERT INTO last_backup (taken_at) VALUES (now() - interval '2 h')`);
    const { outbox, backup } = await overview();
    const { value } = await scrape(service.url);
    await service.source.query('DROP VIEW outbox');
    await service.source.query('ALTER TABLE outbox_gone RENAME TO outbox');
    expect(outbox?.unpublished).toBe(1);
    expect(outbox?.oldestAgeSeconds).toBeGreaterThan(89);
    expect(value('hospital_outbox_unpublished')).toBe(1);
    expect(value('hospital_outbox_oldest_age_seconds')).toBeGreaterThan(89);
    expect(value('hospital_metrics_failed_readings_total')).toBe(0);
    expect(backup?.ageSeconds).toBeGreaterThan(7_199);
  });

  it('tells the rest of a part that cannot be read', async () => {
    await service.source.query('ALTER TABLE parked_event RENAME TO parked_event_gone');
    const told = await overview();
    await service.source.query('ALTER TABLE parked_event_gone RENAME TO parked_event');
    expect(told).toMatchObject({ parked: null, outbox: { unpublished: 0 }, checks: { database: 'ok' } });
    expect(told.unread).toEqual(['parked', 'consumers']);
  });

  it('does not wait for a part that hangs', async () => {
    const lock = service.source.createQueryRunner();
    await lock.startTransaction();
    await lock.query('LOCK TABLE last_backup IN ACCESS EXCLUSIVE MODE');
    const begun = performance.now();
    const told = await overview();
    const took = performance.now() - begun;
    await lock.rollbackTransaction();
    await lock.release();
    expect(told).toMatchObject({ backup: null, unread: ['backup'], parked: { events: 3 } });
    // Of the lock itself nobody could say so before it is let go.
    expect(took).toBeLessThan(10_000);
  });

  it('is for whoever may see operations', async () => {
    await service.anonymous().get('/ops/overview').expect(401);
    await service.api('agent').get('/ops/overview').expect(403);
  });
});
