import { PersonUpdatedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { newId, transact } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { behaviour, busMigrations, ConsumingModule, EmittingModule } from './bus-under-test.js';

const DAY_NS = 86_400_000 * 1_000_000;

describe('a stream that two services start', () => {
  const started: TestService[] = [];
  const start = async (service: 'patients' | 'follow-up', environment: Record<string, string>) => {
    const module = service === 'patients' ? EmittingModule : ConsumingModule;
    started.push(await startTestService({ service, module, migrations: busMigrations, environment }));
    return started.at(-1) as TestService;
  };

  afterEach(async () => {
    for (const service of started.splice(0)) await service.stop();
  });

  it('is kept as its owner says, whoever comes first and whatever the other one is told', async () => {
    behaviour.current = () => undefined;
    const consumer = await start('follow-up', { NATS_MAX_AGE_DAYS: '1' });
    const age = async () => (await consumer.broker.manager.streams.info('patients')).config.max_age / DAY_NS;
    await eventually(async () => expect(await age()).toBe(1));
    const owner = await start('patients', { NATS_MAX_AGE_DAYS: '20' });
    await eventually(async () => expect(await age()).toBe(20));
    // A new term of the consumer, as after any restart.
    await consumer.broker.manager.consumers.delete('patients', 'follow-up');
    const patientId = newId();
    await transact(owner.source, (tx) =>
      owner.app.get(Outbox).append(tx, PersonUpdatedV1, { patientId, changed: ['x'] }),
    );
    await eventually(async () => expect(await consumer.source.query('SELECT 1 FROM effect')).toHaveLength(1), {
      timeout: 15_000,
    });
    expect(await age()).toBe(20);
  });
});
