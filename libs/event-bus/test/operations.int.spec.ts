import { PersonUpdatedV1 } from '#contracts';
import { encodeCursor, newId } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { JetStreamServer } from '../src/consumer/jetstream-server.js';
import { behaviour, busMigrations, ConsumingModule } from './bus-under-test.js';

describe('operations on a bus in trouble', () => {
  let service: TestService;
  const update = (patientId: string, note: string) => service.publish(PersonUpdatedV1, { patientId, changed: [note] });
  const column = async (sql: string): Promise<unknown[]> => {
    const rows: { value: unknown }[] = await service.source.query(sql);
    return rows.map((row) => row.value);
  };
  const notes = () => column('SELECT note AS value FROM effect ORDER BY seq');
  const parked = () => column(`SELECT id AS value FROM parked_event WHERE resolved_at IS NULL ORDER BY id`);
  const failOn = (...bad: string[]) => {
    behaviour.current = (event) => {
      const [note] = (event.data as PersonUpdatedV1).changed;
      if (bad.includes(note as string)) throw new Error('no such ward');
    };
  };
  const ops = () => service.api('administrator');

  beforeEach(async () => {
    behaviour.current = () => undefined;
    service = await startTestService({
      service: 'follow-up',
      module: ConsumingModule,
      migrations: busMigrations,
      environment: { EVENT_ATTEMPTS: '1' },
    });
  });

  afterEach(async () => {
    behaviour.current = () => undefined;
    await service.stop();
  });

  it('replay in the order of arrival, also across a stream that was made anew', async () => {
    failOn('poison');
    const key = newId();
    for (const other of ['x', 'y', 'z']) await update(newId(), other);
    await update(key, 'poison');
    await eventually(async () => expect(await parked()).toHaveLength(1));
    await eventually(async () => expect(await notes()).toHaveLength(3));
    await service.broker.manager.streams.delete('patients');
    await update(key, 'after');
    await eventually(async () => expect(await parked()).toHaveLength(2));
    failOn();
    const [first] = await parked();
    await ops()
      .post(`/ops/parked-events/${String(first)}/replay`)
      .expect(202);
    await eventually(async () => expect(await parked()).toEqual([]));
    expect((await notes()).slice(3)).toEqual(['poison', 'after']);
  });

  it('do not park an event twice when the stream is read again', async () => {
    failOn('poison');
    const key = newId();
    await update(key, 'poison');
    await eventually(async () => expect(await parked()).toHaveLength(1));
    await ops().post('/ops/replay').send({ stream: 'patients', fromSequence: 1, again: true }).expect(202);
    await update(newId(), 'next');
    await eventually(async () => expect(await notes()).toEqual(['next']));
    expect(await parked()).toHaveLength(1);
    failOn();
    const [first] = await parked();
    await ops()
      .post(`/ops/parked-events/${String(first)}/replay`)
      .expect(202);
    await eventually(async () => expect(await parked()).toEqual([]));
    expect(await notes()).toEqual(['next', 'poison']);
  });

  it('do not keep a stopping service waiting for a long replay', async () => {
    failOn('poison');
    const key = newId();
    await update(key, 'poison');
    for (let number = 0; number < 40; number += 1) await update(key, String(number));
    await eventually(async () => expect(await parked()).toHaveLength(41));
    let entered = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    behaviour.current = async () => {
      entered += 1;
      if (entered === 3) await held;
    };
    const [first] = await parked();
    await ops()
      .post(`/ops/parked-events/${String(first)}/replay`)
      .expect(202);
    await eventually(() => expect(entered).toBe(3));
    const stopping = service.app.get(JetStreamServer).close();
    release();
    await stopping;
    expect(await notes()).toEqual(['poison', '0', '1']);
    expect(await parked()).toHaveLength(38);
  });

  it('read the state while a stream is gone', async () => {
    await update(newId(), 'x');
    await eventually(async () => expect(await notes()).toEqual(['x']));
    await eventually(async () =>
      expect(await column('SELECT position AS value FROM consumer_position')).toEqual(['1']),
    );
    await service.app.get(JetStreamServer).close();
    await service.broker.manager.streams.delete('patients');
    const state = await ops().get('/ops/consumers').expect(200);
    expect((state.body as { consumers: unknown[] }).consumers).toEqual([
      { stream: 'patients', position: 1, lastSequence: 0, behind: 0, parked: 0 },
    ]);
  });

  it('PT-9: read an error without the value that the database quoted', async () => {
    behaviour.current = async () => void (await service.source.query(`SELECT 'Zhang San'::int`));
    await update(newId(), 'x');
    await eventually(async () => expect(await parked()).toHaveLength(1));
    const [id] = await parked();
    const { body } = await ops()
      .get(`/ops/parked-events/${String(id)}`)
      .expect(200);
    expect(body).toMatchObject({ error: 'QueryFailedError: database error 22P02' });
    expect(JSON.stringify(body)).not.toContain('Zhang San');
  });

  it('do not say that they discarded what was replayed a moment before', async () => {
    failOn('poison');
    await update(newId(), 'poison');
    await eventually(async () => expect(await parked()).toHaveLength(1));
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isReplaying = false;
    behaviour.current = () => {
      isReplaying = true;
      return held;
    };
    const at = `/ops/parked-events/${String((await parked())[0])}`;
    await ops().post(`${at}/replay`).expect(202);
    await eventually(() => expect(isReplaying).toBe(true));
    const discarding = ops().post(`${at}/discard`).send({ reason: 'Nobody needs it.' }).then();
    const waiting = `SELECT pid AS value FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%discarded%'`;
    await eventually(async () => expect(await column(waiting)).toHaveLength(1));
    release();
    expect((await discarding).body).toMatchObject({ status: 409, code: 'parked-event-resolved' });
    const [entry]: { resolution: string; resolved_by: string | null }[] = await service.source.query(
      'SELECT resolution, resolved_by FROM parked_event',
    );
    expect(entry).toEqual({ resolution: 'replayed', resolved_by: null });
  });

  it('are refused a time that only some readers know', async () => {
    for (const since of ['2026-W10', '2026-03-02', '2026-02-31T00:00:00Z', '2026-03-02T10Z']) {
      const answer = await ops().post('/ops/republish').send({ since }).expect(400);
      expect(answer.body).toMatchObject({ errors: [{ field: 'since', code: 'is-rfc3339' }] });
    }
  });

  it('refuse a cursor of another list', async () => {
    for (const cursor of [encodeCursor(['2026-03-01']), encodeCursor([7]), 'xyz']) {
      const answer = await ops().get('/ops/parked-events').query({ cursor }).expect(400);
      expect((answer.body as { errors: { field: string }[] }).errors[0]?.field).toBe('cursor');
    }
  });
});
