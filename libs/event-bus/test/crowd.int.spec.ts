import { PersonUpdatedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { jetstream } from '@nats-io/jetstream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Lanes } from '../src/consumer/lanes.js';
import { ParkedReplays } from '../src/consumer/parked-replays.js';
import type { Work } from '../src/consumer/delivery.js';
import { behaviour, busMigrations, ConsumingModule } from './bus-under-test.js';

describe('a key with more events than the consumer holds at once', () => {
  let service: TestService;

  beforeEach(async () => {
    behaviour.current = () => undefined;
    service = await startTestService({
      service: 'follow-up',
      module: ConsumingModule,
      migrations: busMigrations,
      // It rests for longer than the test would wait.
      environment: { EVENT_ATTEMPTS: '7' },
    });
  });

  afterEach(async () => {
    behaviour.current = () => undefined;
    await service.stop();
  });

  it('does not hold up the others while its first event fails and rests', async () => {
    const sick = newId();
    behaviour.current = (event) => {
      if (event.partitionkey === sick) throw new Error('no such ward');
    };
    await service.publish(PersonUpdatedV1, { patientId: sick, changed: ['0'] });
    const js = jetstream(service.broker.connection);
    for (let round = 0; round < 8; round += 1) {
      await Promise.all(
        Array.from({ length: 200 }, (_, index) => {
          const event = {
            specversion: '1.0',
            id: newId(),
            source: '/services/patients',
            type: 'patients.person.updated.v1',
            time: '2026-03-01T08:00:00+08:00',
            partitionkey: sick,
            data: { patientId: sick, changed: [String(index)] },
          };
          return js.publish(event.type, JSON.stringify(event));
        }),
      );
    }
    await service.publish(PersonUpdatedV1, { patientId: newId(), changed: ['healthy'] });
    await eventually(async () => {
      expect(await service.source.query(`SELECT 1 FROM effect WHERE note = 'healthy'`)).toHaveLength(1);
    });
  });

  it('asks for its replay once, however long it waits for its turn', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const key = newId();
    behaviour.current = () => held;
    await service.broker.ensureStream('patients');
    await service.source.query(
      `INSERT INTO parked_event (id, stream, stream_seq, event_id, subject, partition_key, event, reason, error, attempts, parked_at, replay_requested_at)
       VALUES ($1::uuid, 'patients', 0, $1::text, 'patients.person.updated.v1', $2, $3, 'failed', 'x', 1, now(), now())`,
      [
        newId(),
        key,
        JSON.stringify({
          specversion: '1.0',
          id: newId(),
          source: '/services/patients',
          type: 'patients.person.updated.v1',
          time: '2026-03-01T08:00:00+08:00',
          partitionkey: key,
          data: { patientId: key, changed: ['parked'] },
        }),
      ],
    );
    let lanes: Lanes<Work> | undefined;
    const replays = service.app.get(ParkedReplays);
    const enqueue = replays.enqueue.bind(replays);
    let turns = 0;
    replays.enqueue = async (stream, given) => {
      lanes = given;
      turns += 1;
      await enqueue(stream, given);
    };
    await eventually(() => expect(turns).toBeGreaterThan(6));
    expect(lanes?.size).toBeLessThanOrEqual(2);
    release();
    await eventually(() => expect(lanes?.size).toBe(0));
  });
});
