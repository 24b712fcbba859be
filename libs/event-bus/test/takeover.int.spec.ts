import { PersonUpdatedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import type { StreamInfo } from '@nats-io/jetstream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { JetStreamServer } from '../src/consumer/jetstream-server.js';
import { Positions } from '../src/consumer/positions.js';
import { behaviour, busMigrations, ConsumingModule } from './bus-under-test.js';

describe('a consumer whose leadership or database is taken away', () => {
  let service: TestService;
  const others: TestService[] = [];
  const start = (replicaOf?: TestService) =>
    startTestService({
      service: 'follow-up',
      module: ConsumingModule,
      migrations: busMigrations,
      ...(replicaOf ? { replicaOf } : {}),
    });
  const update = (patientId: string, note: string) => service.publish(PersonUpdatedV1, { patientId, changed: [note] });
  const notes = async (key?: string) => {
    const rows: { note: string }[] = await service.source.query(
      'SELECT note FROM effect WHERE $1::text IS NULL OR key = $1 ORDER BY seq',
      [key ?? null],
    );
    return rows.map((row) => row.note);
  };
  const kill = (where: string) =>
    service.source.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${where}`,
    );

  beforeEach(async () => {
    behaviour.current = () => undefined;
    service = await start();
  });

  afterEach(async () => {
    behaviour.current = () => undefined;
    await Promise.all(others.splice(0).map((other) => other.stop()));
    await service.stop();
  });

  it('lets the successor wait for the event in hand, and has one effect of each, in order', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const runs: string[] = [];
    behaviour.current = async (event) => {
      const [note] = (event.data as PersonUpdatedV1).changed;
      runs.push(note as string);
      if (note === 'first') await held;
    };
    const key = newId();
    await update(key, 'first');
    await update(key, 'second');
    await eventually(() => expect(runs).toEqual(['first']));
    others.push(await start(service));
    await kill(`application_name = 'leases' AND query NOT LIKE '%pg_try_advisory_lock%'`);
    await kill(`application_name = 'leases'`);
    await eventually(async () => {
      const waiting: unknown[] = await service.source.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%consumer_lease%'`,
      );
      expect(waiting.length).toBeGreaterThan(0);
    });
    release();
    await eventually(async () => expect(await notes()).toEqual(['first', 'second']));
    expect(runs).toEqual(['first', 'second']);
  });

  it('handles each event once, in order, while every connection to the database is cut again and again', async () => {
    const keys = Array.from({ length: 6 }, newId);
    for (let round = 0; round < 30; round += 1) {
      for (const key of keys) await update(key, String(round));
      if (round % 6 === 5) await kill('true');
    }
    await eventually(async () => expect(await notes()).toHaveLength(180));
    for (const key of keys) expect(await notes(key)).toEqual(Array.from({ length: 30 }, (_, round) => String(round)));
    expect(await service.source.query('SELECT 1 FROM parked_event')).toEqual([]);
  });

  it('goes on behind what its predecessor did, and not from the beginning', async () => {
    for (const note of ['a', 'b', 'c', 'd', 'e']) await update(newId(), note);
    await eventually(async () => expect(await notes()).toHaveLength(5));
    await service.app.get(JetStreamServer).close();
    others.push(await start(service));
    await update(newId(), 'f');
    await eventually(async () => expect(await notes()).toHaveLength(6));
    const { config } = await service.broker.manager.consumers.info('patients', 'follow-up');
    expect(config.opt_start_seq).toBe(6);
  });

  it('saves no position over that of its successor', async () => {
    const positions = service.app.get(Positions);
    const stream = (created: string, last: number) => ({ created, state: { last_seq: last } }) as unknown as StreamInfo;
    const old = await positions.takeOver('made-anew', stream('2026-01-01', 500), false);
    await positions.save('made-anew', old.epoch, 500);
    const runner = service.source.createQueryRunner();
    await runner.startTransaction();
    // The successor found the stream made anew, and has not committed yet.
    await runner.query(`UPDATE consumer_lease SET epoch = epoch + 1 WHERE stream = 'made-anew'`);
    await runner.query(
      `UPDATE consumer_position SET position = 0, stream_created = '2026-02-02' WHERE stream = 'made-anew'`,
    );
    const late = positions.save('made-anew', old.epoch, 501);
    await eventually(async () => {
      const waiting: unknown[] = await service.source.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            AND query LIKE '%UPDATE consumer_position%'`,
      );
      expect(waiting).toHaveLength(1);
    });
    await runner.commitTransaction();
    await runner.release();
    expect(await late).toEqual({ resetRequested: true });
    const [row]: { position: string }[] = await service.source.query(
      `SELECT position FROM consumer_position WHERE stream = 'made-anew'`,
    );
    expect(row?.position).toBe('0');
  });
});
