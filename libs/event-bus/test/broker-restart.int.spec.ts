import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonUpdatedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, startTestService, testEnvironment, testUsers, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startNats, type Nats } from '../../../tools/backing-services/index.js';
import { JetStreamServer } from '../src/consumer/jetstream-server.js';
import { behaviour, busMigrations, ConsumingModule } from './bus-under-test.js';

const users = testUsers(testEnvironment().natsPassword);

describe('a broker that is killed in the middle of the work', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hospital-broker-'));
  let broker: Nats;
  let service: TestService;

  beforeAll(async () => {
    behaviour.current = () => undefined;
    broker = await startNats({ dataDir, users });
    service = await startTestService({
      service: 'follow-up',
      module: ConsumingModule,
      migrations: busMigrations,
      natsUrl: broker.url,
    });
  });

  afterAll(async () => {
    await service.stop();
    await broker.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('comes back with every event, each handled once and in the order of its key', async () => {
    const keys = Array.from({ length: 8 }, newId);
    for (let round = 0; round < 30; round += 1) {
      for (const key of keys) {
        await service.publish(PersonUpdatedV1, { patientId: key, changed: [String(round)] });
      }
      if (round % 10 === 9) {
        const { port } = broker;
        await broker.kill();
        broker = await startNats({ dataDir, port, users });
        await eventually(async () => service.broker.connection.flush());
      }
    }
    await eventually(async () => {
      const [row]: { count: string }[] = await service.source.query('SELECT count(*) FROM effect');
      expect(Number(row?.count)).toBe(8 * 30);
    });
    for (const key of keys) {
      const rows: { note: string }[] = await service.source.query(
        'SELECT note FROM effect WHERE key = $1 ORDER BY seq',
        [key],
      );
      expect(rows.map((row) => Number(row.note))).toEqual(Array.from({ length: 30 }, (_, index) => index));
    }
  });
});

describe('a broker that lost its last events', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hospital-broker-'));
  const backup = mkdtempSync(join(tmpdir(), 'hospital-broker-'));
  const started: TestService[] = [];
  let broker: Nats;

  const start = async () => {
    const [owner] = started;
    const service = await startTestService({
      service: 'follow-up',
      module: ConsumingModule,
      migrations: busMigrations,
      natsUrl: broker.url,
      ...(owner ? { replicaOf: owner } : {}),
    });
    started.push(service);
    return service;
  };

  afterAll(async () => {
    for (const service of started.reverse()) await service.stop();
    await broker.stop();
    for (const directory of [dataDir, backup]) rmSync(directory, { recursive: true, force: true });
  });

  it('gives their numbers to new events, and those are handled too', async () => {
    behaviour.current = () => undefined;
    broker = await startNats({ dataDir, users });
    const service = await start();
    const notes = async () => {
      const rows: { note: string }[] = await service.source.query('SELECT note FROM effect ORDER BY seq');
      return rows.map((row) => row.note);
    };
    const publish = async (...names: string[]) => {
      for (const name of names) await service.publish(PersonUpdatedV1, { patientId: newId(), changed: [name] });
    };
    const restart = async (between: () => void) => {
      const { port } = broker;
      await broker.stop();
      between();
      broker = await startNats({ dataDir, port, users });
      await eventually(async () => service.broker.connection.flush());
    };
    await publish('a', 'b');
    await eventually(async () => expect(await notes()).toHaveLength(2));
    await restart(() => cpSync(dataDir, backup, { recursive: true }));
    await publish('c', 'd');
    await eventually(async () => expect(await notes()).toHaveLength(4));
    await service.app.get(JetStreamServer).close();
    await restart(() => {
      rmSync(dataDir, { recursive: true });
      cpSync(backup, dataDir, { recursive: true });
    });
    await publish('e', 'f', 'g');
    await start();
    await eventually(async () => expect((await notes()).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']));
  });
});
