import { PersonUpdatedV1 } from '#contracts';
import { Outbox, subjectsOf } from '#event-bus';
import { newId, transact } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Streams } from '../src/nats/streams.js';
import { behaviour, busMigrations, ConsumingModule, EmittingModule } from './bus-under-test.js';

const DAY_NS = 86_400_000 * 1_000_000;

describe('a stream that two services use', () => {
  const started: TestService[] = [];
  const start = async (service: 'patients' | 'follow-up', environment: Record<string, string>) => {
    const module = service === 'patients' ? EmittingModule : ConsumingModule;
    started.push(await startTestService({ service, module, migrations: busMigrations, environment }));
    return started.at(-1) as TestService;
  };

  afterEach(async () => {
    for (const service of started.splice(0)) await service.stop();
  });

  const streamNamed = async (service: TestService) => service.broker.manager.streams.info('patients');

  it('is made and kept as its owner says, whoever comes first and whatever the other one is told', async () => {
    behaviour.current = () => undefined;
    const consumer = await start('follow-up', { NATS_MAX_AGE_DAYS: '1' });
    const age = async () => (await streamNamed(consumer)).config.max_age / DAY_NS;
    await consumer.anonymous().get('/health/ready').expect(200);
    const owner = await start('patients', { NATS_MAX_AGE_DAYS: '20' });
    await eventually(async () => expect(await age()).toBe(20));
    // A new term of the consumer, as after any restart.
    await eventually(() => consumer.broker.manager.consumers.delete('patients', 'follow-up'));
    const patientId = newId();
    await transact(owner.source, (tx) =>
      owner.app.get(Outbox).append(tx, PersonUpdatedV1, { patientId, changed: ['x'] }),
    );
    await eventually(async () => expect(await consumer.source.query('SELECT 1 FROM effect')).toHaveLength(1));
    expect(await age()).toBe(20);
  });

  it('decision 8: gives up the wildcard of the first release, and keeps its events', async () => {
    const owner = await start('patients', {});
    const { manager } = owner.broker;
    await eventually(() => streamNamed(owner));
    await manager.streams.update('patients', { subjects: ['patients.*.*.*'] });
    await owner.publish(PersonUpdatedV1, { patientId: newId(), changed: ['kept'] });
    const { config, state } = await owner.app.get(Streams).ensure('patients');
    expect(config.subjects).toEqual(subjectsOf('patients'));
    expect(state.messages).toBe(1);
  });

  it('keeps the subjects that a newer release has added', async () => {
    const owner = await start('patients', {});
    await eventually(() => streamNamed(owner));
    const subjects = [...subjectsOf('patients'), 'patients.newcomer.*.*'];
    await owner.broker.manager.streams.update('patients', {
      subjects: [subjects[0] as string, 'patients.newcomer.*.*'],
    });
    await owner.app.get(Streams).ensure('patients');
    expect((await streamNamed(owner)).config.subjects.toSorted()).toEqual(subjects.toSorted());
  });

  it('IN-3 never takes what partners hand in, or are told, for an event', () => {
    expect(subjectsOf('his').map((subject) => subject.split('.')[1])).toEqual([
      'discharge',
      'erasure',
      'medication',
      'patient',
      'patients',
      'result',
      'visit',
    ]);
  });
});
