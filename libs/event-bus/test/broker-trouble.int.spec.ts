import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonUpdatedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { newId, transact } from '#platform';
import { eventually, startTestService, testEnvironment, testUsers, type TestService } from '#testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startNats, type Nats } from '../../../tools/backing-services/index.js';
import { behaviour, busMigrations, ConsumingModule, EmittingModule } from './bus-under-test.js';

const users = testUsers(testEnvironment().natsPassword);

describe('a service whose broker', () => {
  let directory: string;
  let broker: Nats;
  const started: TestService[] = [];
  const dataDir = () => join(directory, 'data');

  const start = async (service: 'follow-up' | 'patients') => {
    const module = service === 'patients' ? EmittingModule : ConsumingModule;
    started.push(await startTestService({ service, module, migrations: busMigrations, natsUrl: broker.url }));
    return started.at(-1) as TestService;
  };
  const restart = async (config = '', between: () => void = () => undefined, login?: string) => {
    const { port } = broker;
    await broker.stop();
    between();
    broker = await startNats({ dataDir: dataDir(), port, config, ...(login === undefined ? { users } : { login }) });
  };
  const notes = async (service: TestService) => {
    const rows: { note: string }[] = await service.source.query('SELECT note FROM effect ORDER BY seq');
    return rows.map((row) => row.note);
  };
  const publish = async (service: TestService, ...names: string[]) => {
    await eventually(() => service.broker.connection.flush());
    for (const name of names) await service.publish(PersonUpdatedV1, { patientId: newId(), changed: [name] });
  };

  beforeEach(async () => {
    behaviour.current = () => undefined;
    directory = mkdtempSync(join(tmpdir(), 'hospital-broker-'));
    broker = await startNats({ dataDir: dataDir(), users });
  });

  afterEach(async () => {
    for (const service of started.splice(0)) await service.stop();
    await broker.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('refuses it for a while comes back when it is let in again', async () => {
    const service = await start('follow-up');
    await publish(service, 'before');
    await eventually(async () => expect(await notes(service)).toEqual(['before']));
    await restart('authorization { user: "other", password: "secret" }', undefined, 'other:secret');
    const refusals = performance.now() + 2_000;
    await eventually(async () => {
      await service.anonymous().get('/health/ready').expect(503);
      expect(performance.now()).toBeGreaterThan(refusals);
    });
    await restart();
    await eventually(() => service.anonymous().get('/health/ready').expect(200));
  });

  it('loses its last events under it handles the new ones all the same', async () => {
    const service = await start('follow-up');
    await publish(service, 'a', 'b');
    await eventually(async () => expect(await notes(service)).toHaveLength(2));
    await restart('', () => cpSync(dataDir(), join(directory, 'backup'), { recursive: true }));
    await publish(service, 'c', 'd');
    await eventually(async () => expect(await notes(service)).toHaveLength(4));
    await restart('', () => {
      rmSync(dataDir(), { recursive: true });
      cpSync(join(directory, 'backup'), dataDir(), { recursive: true });
    });
    await publish(service, 'e', 'f', 'g');
    await eventually(async () => expect((await notes(service)).toSorted()).toEqual([...'abcdefg']));
  });

  it('cannot take one large event sends those of other keys', async () => {
    await restart('max_payload: 4096');
    const service = await start('patients');
    const append = (patientId: string, changed: string[]) =>
      transact(service.source, (tx) => service.app.get(Outbox).append(tx, PersonUpdatedV1, { patientId, changed }));
    await append(newId(), ['x'.repeat(10_000)]);
    const keys = Array.from({ length: 5 }, newId);
    for (const key of keys) await append(key, ['small']);
    await eventually(async () => {
      const rows: unknown[] = await service.source.query('SELECT 1 FROM outbox WHERE published_at IS NOT NULL');
      expect(rows).toHaveLength(5);
    });
    const state = await service.api('administrator').get('/ops/consumers').expect(200);
    expect((state.body as { outboxWaiting: number }).outboxWaiting).toBe(1);
  });
});
