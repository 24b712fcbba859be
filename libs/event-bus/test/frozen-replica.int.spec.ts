import { PersonUpdatedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, ServiceProcess, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JetStreamServer } from '../src/consumer/jetstream-server.js';
import { Relay } from '../src/outbox/relay.js';
import { behaviour, busMigrations, ConsumingModule } from './bus-under-test.js';

/** A paused virtual machine, a host that lost its power or network: nobody closes its connections. */
describe('a replica that freezes with an event in hand', () => {
  let first: TestService;
  let frozen: ServiceProcess;

  beforeAll(async () => {
    behaviour.current = () => undefined;
    first = await startTestService({ service: 'follow-up', module: ConsumingModule, migrations: busMigrations });
    await first.app.get(JetStreamServer).close();
    await first.app.get(Relay).beforeApplicationShutdown();
    const { DATABASE_URL, NATS_URL, JWKS_URL } = process.env as Record<string, string>;
    frozen = await ServiceProcess.start(new URL('./consuming-process.ts', import.meta.url), {
      DATABASE_URL,
      NATS_URL,
      JWKS_URL,
      DATABASE_STATEMENT_TIMEOUT_MS: '2000',
    } as Record<string, string>);
  });

  afterAll(async () => {
    frozen.signal('SIGKILL');
    await frozen.exited;
    await first.stop();
  });

  it('is replaced by another, which handles the event', async () => {
    await eventually(async () => expect((await frozen.get('/health/ready')).status).toBe(200), { timeout: 60_000 });
    await first.publish(PersonUpdatedV1, { patientId: newId(), changed: ['in hand'] });
    await eventually(async () => {
      const open: unknown[] = await first.source.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
      );
      expect(open).toHaveLength(1);
    });
    frozen.signal('SIGSTOP');
    const second = await startTestService({
      service: 'follow-up',
      module: ConsumingModule,
      migrations: busMigrations,
      replicaOf: first,
    });
    try {
      await eventually(async () => {
        expect(await second.source.query('SELECT note FROM effect')).toEqual([{ note: 'in hand' }]);
      });
    } finally {
      await second.stop();
    }
  });
});
