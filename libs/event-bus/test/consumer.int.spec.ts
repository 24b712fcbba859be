import { EncounterDischargedV1, PersonRegisteredV1, PersonUpdatedV1, contractOf } from '#contracts';
import { connectEventBus } from '#event-bus';
import { newId } from '#platform';
import { eventually, startTestService, TEST_USER, testEnvironment, type TestService } from '#testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Transport } from '@nestjs/microservices';
import { behaviour, busMigrations, ConsumingModule } from './bus-under-test.js';

interface Effect {
  event_id: string;
  key: string;
  note: string;
  batch: number;
}

describe('a service that consumes events', () => {
  let service: TestService;
  const others: TestService[] = [];
  const environment = { EVENT_ATTEMPTS: '2', EVENT_ACK_WAIT_MS: '1500' };

  const start = (replicaOf?: TestService) =>
    startTestService({
      service: 'follow-up',
      module: ConsumingModule,
      migrations: busMigrations,
      environment,
      ...(replicaOf ? { replicaOf } : {}),
    });
  const effects = (): Promise<Effect[]> => service.source.query('SELECT * FROM effect ORDER BY seq');
  const parked = async () =>
    (await service.api('administrator').get('/ops/parked-events').expect(200)).body.items as {
      id: string;
      key: string;
      reason: string;
      error: string;
    }[];
  const update = (patientId: string, note: string) => service.publish(PersonUpdatedV1, { patientId, changed: [note] });
  const failFor = (note: string, message = 'the disk of the archive is full') => {
    behaviour.current = (event) => {
      if ((event.data as PersonUpdatedV1).changed?.[0] === note) throw new Error(message);
    };
  };

  beforeEach(async () => {
    behaviour.current = () => undefined;
    service = await start();
  });

  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.stop()));
    await service.stop();
  });

  it('handles the events of one key in order and each once, while replicas come and go', async () => {
    const keys = Array.from({ length: 12 }, newId);
    const published = (async () => {
      for (let round = 0; round < 25; round += 1) {
        for (const key of keys) await update(key, String(round));
        // Replicas change in the middle of the stream, with work in hand.
        if (round === 6) others.push(await start(service));
        if (round === 12) await service.app.get<{ close(): Promise<void> }>(await serverOf()).close();
      }
    })();
    await published;
    await eventually(async () => {
      const [row] = await others[0]!.source.query<{ count: string }[]>('SELECT count(*) FROM effect');
      expect(Number(row?.count)).toBe(12 * 25);
    });
    const all: Effect[] = await others[0]!.source.query('SELECT * FROM effect ORDER BY seq');
    for (const key of keys) {
      expect(all.filter((effect) => effect.key === key).map((effect) => Number(effect.note))).toEqual(
        Array.from({ length: 25 }, (_, index) => index),
      );
    }
  });

  async function serverOf() {
    const { JetStreamServer } = await import('../src/consumer/jetstream-server.js');
    return JetStreamServer;
  }

  it('lets an event published twice, even as two messages, have one effect', async () => {
    const key = newId();
    const event = await update(key, 'first');
    const { subject } = contractOf(PersonUpdatedV1);
    await service.broker.publishText(subject, JSON.stringify(event), newId());
    await update(key, 'last');
    await eventually(async () => expect((await effects()).map((effect) => effect.note)).toEqual(['first', 'last']));
  });

  it('goes on after a restart in the middle of the work, losing and repeating nothing', async () => {
    let handled = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    behaviour.current = async () => {
      handled += 1;
      if (handled === 5) await held;
    };
    const keys = Array.from({ length: 40 }, newId);
    for (const key of keys) await update(key, 'x');
    await eventually(() => expect(handled).toBeGreaterThanOrEqual(5));
    const successor = await start(service);
    others.push(successor);
    const closing = service.app.get<{ close(): Promise<void> }>(await serverOf()).close();
    release();
    await closing;
    await eventually(async () => {
      expect((await effects()).map((effect) => effect.key).sort()).toEqual([...keys].sort());
    });
  });

  it('tries a failing event again in its lane while other keys go on', async () => {
    const [slow, quick] = [newId(), newId()];
    let tries = 0;
    const committed = async (key: string) => (await effects()).some((effect) => effect.key === key);
    behaviour.current = async (event) => {
      if (event.partitionkey !== slow) return;
      if (++tries === 1) throw new Error('once');
      // However soon it is tried again: the other key does not wait for it.
      await eventually(async () => expect(await committed(quick)).toBe(true));
    };
    await update(slow, 'a');
    await update(quick, 'b');
    await eventually(async () => expect((await effects()).map((effect) => effect.note)).toEqual(['b', 'a']));
    expect(await parked()).toEqual([]);
  });

  it('parks a poison event with the error its handler threw, and later events of the key behind it', async () => {
    failFor('poison');
    const [sick, healthy] = [newId(), newId()];
    for (const note of ['before', 'poison', 'after-1', 'after-2']) await update(sick, note);
    await update(healthy, 'fine');
    await eventually(async () => expect(await parked()).toHaveLength(3));
    await eventually(async () =>
      expect((await effects()).map((effect) => effect.note).sort()).toEqual(['before', 'fine']),
    );
    const items = await parked();
    expect(items.map((item) => item.reason)).toEqual(['failed', 'behind-parked', 'behind-parked']);
    expect(items[0]?.error).toBe('Error: the disk of the archive is full');
  });

  it('decision 5: forgives an event some deadlocks, and parks the one that meets nothing else', async () => {
    const [lucky, doomed] = [newId(), newId()];
    let met = 0;
    behaviour.current = (event) => {
      const unlucky = event.partitionkey === doomed || (event.partitionkey === lucky && (met += 1) <= 3);
      if (unlucky) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    };
    await update(doomed, 'never');
    await update(lucky, 'at last');
    await eventually(async () => expect((await parked()).map(({ key }) => key)).toEqual([doomed]));
    await eventually(async () => expect((await effects()).map(({ note }) => note)).toEqual(['at last']));
    let replayed = 0;
    behaviour.current = () => {
      if ((replayed += 1) <= 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    };
    const [item] = await parked();
    await service.api('administrator').post(`/ops/parked-events/${item!.id}/replay`).expect(202);
    await eventually(async () => expect((await effects()).map(({ note }) => note)).toEqual(['at last', 'never']));
  });

  it('replays a repaired key in order, with what came in meanwhile', async () => {
    failFor('poison');
    const key = newId();
    for (const note of ['poison', 'second']) await update(key, note);
    await eventually(async () => expect(await parked()).toHaveLength(2));
    const [first] = await parked();
    const operations = service.api('administrator');
    await operations
      .put(`/ops/parked-events/${first!.id}/data`)
      .send({ data: { patientId: key, changed: ['repaired'] } })
      .expect(200);
    await operations.post(`/ops/parked-events/${first!.id}/replay`).expect(202);
    await update(key, 'third');
    await eventually(async () =>
      expect((await effects()).map((effect) => effect.note)).toEqual(['repaired', 'second', 'third']),
    );
    expect(await parked()).toEqual([]);
  });

  it('stops a replay at the first event that fails again, keeping the order', async () => {
    failFor('poison');
    const key = newId();
    for (const note of ['poison', 'second']) await update(key, note);
    await eventually(async () => expect(await parked()).toHaveLength(2));
    failFor('poison', 'still full');
    const [first] = await parked();
    await service.api('administrator').post(`/ops/parked-events/${first!.id}/replay`).expect(202);
    await eventually(async () => expect((await parked())[0]?.error).toBe('Error: still full'));
    expect(await effects()).toEqual([]);
  });

  it('lets operations give an event up for a reason, and its key goes on', async () => {
    failFor('poison');
    const key = newId();
    await update(key, 'poison');
    await eventually(async () => expect(await parked()).toHaveLength(1));
    const [item] = await parked();
    const operations = service.api('administrator');
    await operations.post(`/ops/parked-events/${item!.id}/discard`).send({ reason: 'a test message' }).expect(200);
    await operations.post(`/ops/parked-events/${item!.id}/replay`).expect(409);
    await update(key, 'next');
    await eventually(async () => expect((await effects()).map((effect) => effect.note)).toEqual(['next']));
  });

  it('refuses a repair that breaks the contract, and operations to whoever is no administrator', async () => {
    failFor('poison');
    await update(newId(), 'poison');
    await eventually(async () => expect(await parked()).toHaveLength(1));
    const [item] = await parked();
    const path = `/ops/parked-events/${item!.id}`;
    const answer = await service
      .api('administrator')
      .put(`${path}/data`)
      .send({ data: { patientId: 'x' } })
      .expect(400);
    expect(answer.body.errors[0]).toMatchObject({ field: 'data.patientId' });
    await service.api('agent').get(path).expect(403);
    await service.anonymous().get(path).expect(401);
  });

  it('does not handle an event twice when its handler takes longer than the broker waits', async () => {
    const key = newId();
    let runs = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    behaviour.current = async (event) => {
      if (event.partitionkey !== key) return;
      runs += 1;
      await held;
    };
    await update(key, 'slow');
    await eventually(() => expect(runs).toBe(1));
    // Twice the broker's patience passes, measured by the broker itself on a consumer of the test's own.
    await passes(3_000);
    release();
    await eventually(async () => expect((await effects()).map((effect) => effect.note)).toEqual(['slow']));
    expect(runs).toBe(1);
  });

  it('parks what it cannot take in: broken contract, no JSON, a version it does not know', async () => {
    const { subject } = contractOf(PersonUpdatedV1);
    const key = newId();
    const event = await service.publish(PersonUpdatedV1, { patientId: key, changed: ['fine'] });
    await service.broker.publishText(subject, JSON.stringify({ ...event, id: newId(), data: { patientId: 7 } }));
    await service.broker.publishText(subject, 'MSH|^~\\&|not json');
    const newer = { ...event, id: newId(), type: 'patients.person.updated.v9', partitionkey: newId() };
    await service.broker.publishText(newer.type, JSON.stringify(newer));
    await eventually(async () =>
      expect((await parked()).map((item) => item.reason).sort()).toEqual(['contract', 'malformed', 'unknown-version']),
    );
    await eventually(async () => expect(await effects()).toHaveLength(1));
  });

  it('takes an event with fields it does not know yet', async () => {
    const event = await service.publish(PersonUpdatedV1, { patientId: newId(), changed: ['a'] });
    const newer = { ...event, id: newId(), data: { ...event.data, colour: 'red' } };
    await service.broker.publishText(event.type, JSON.stringify(newer));
    await eventually(async () => expect(await effects()).toHaveLength(2));
  });

  it('hands a batch handler many events at once and parks the bad one alone', async () => {
    const bad = newId();
    behaviour.current = (event) => {
      if ((event.data as Partial<EncounterDischargedV1>).encounterId === bad) throw new Error('no such ward');
    };
    const example = contractOf(EncounterDischargedV1).example;
    const ids = Array.from({ length: 30 }, newId);
    for (const encounterId of [...ids.slice(0, 15), bad, ...ids.slice(15)]) {
      await service.publish(EncounterDischargedV1, { ...example, encounterId, patientId: newId() });
    }
    await eventually(async () => expect(await effects()).toHaveLength(30));
    await eventually(async () => expect((await parked()).map((item) => item.error)).toEqual(['Error: no such ward']));
  });

  it('lets nothing of a process take effect that was overtaken', async () => {
    let entered = false;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    behaviour.current = async () => {
      entered = true;
      await held;
    };
    await update(newId(), 'in hand');
    await eventually(() => expect(entered).toBe(true));
    let overtaken = false;
    const takeOver = service.source
      .query(`UPDATE consumer_lease SET epoch = epoch + 1 WHERE stream = 'patients'`)
      .then(() => (overtaken = true));
    await eventually(async () => {
      const waiting: unknown[] = await service.source.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            AND query LIKE 'UPDATE consumer_lease%'`,
      );
      expect(waiting).toHaveLength(1);
    });
    expect(overtaken).toBe(false);
    release();
    await takeOver;
    behaviour.current = () => undefined;
    await update(newId(), 'after');
    await eventually(async () => expect((await effects()).map((effect) => effect.note)).toEqual(['in hand', 'after']));
  });

  it('makes its durable anew when somebody deletes it', async () => {
    await update(newId(), 'one');
    await eventually(async () => expect(await effects()).toHaveLength(1));
    await service.broker.manager.consumers.delete('patients', 'follow-up');
    await update(newId(), 'two');
    await eventually(async () => expect(await effects()).toHaveLength(2));
  });

  it('starts over on a stream that was made anew, without repeating effects', async () => {
    const event = await update(newId(), 'one');
    await eventually(async () => expect(await effects()).toHaveLength(1));
    await service.broker.manager.streams.delete('patients');
    await service.broker.publishText(event.type, JSON.stringify(event), event.id);
    await update(newId(), 'two');
    await eventually(async () => expect((await effects()).map((effect) => effect.note)).toEqual(['one', 'two']));
  });

  it('reads a stream again from a sequence when operations ask for it', async () => {
    for (const note of ['a', 'b', 'c']) await update(newId(), note);
    await eventually(async () => expect(await effects()).toHaveLength(3));
    const operations = service.api('administrator');
    const replay = (body: object) => operations.post('/ops/replay').send(body);
    await replay({ stream: 'patients', fromSequence: 1 }).expect(202);
    await replay({ stream: 'patients', fromSequence: 2, again: true }).expect(202);
    await eventually(async () =>
      expect((await effects()).map((effect) => effect.note).sort()).toEqual(['a', 'b', 'b', 'c', 'c']),
    );
    await replay({ stream: 'unheard-of', fromSequence: 1 }).expect(404);
    await replay({ stream: 'patients' }).expect(400);
    await eventually(async () => {
      const state = await operations.get('/ops/consumers').expect(200);
      expect(state.body.consumers).toEqual([
        { stream: 'patients', position: 3, lastSequence: 3, behind: 0, parked: 0 },
      ]);
    });
  });

  it('reads a stream again from a time', async () => {
    await update(newId(), 'early');
    await eventually(async () => expect(await effects()).toHaveLength(1));
    const between = new Date(Date.now() + 1).toISOString();
    await passes(5);
    await update(newId(), 'late');
    await eventually(async () => expect(await effects()).toHaveLength(2));
    await service
      .api('administrator')
      .post('/ops/replay')
      .send({ stream: 'patients', fromTime: between, again: true })
      .expect(202);
    await eventually(async () =>
      expect((await effects()).map((effect) => effect.note)).toEqual(['early', 'late', 'late']),
    );
  });

  it('gives handlers the acting user and the trace of the event', async () => {
    const { currentContext } = await import('#platform');
    const seen: unknown[] = [];
    behaviour.current = () => void seen.push(currentContext());
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await service.publish(PersonUpdatedV1, { patientId: newId(), changed: [] }, { traceparent, actorid: 'nurse-7' });
    await eventually(() => expect(seen).toHaveLength(1));
    expect(seen[0]).toMatchObject({ actor: { id: 'nurse-7' } });
    expect((seen[0] as { traceparent: string }).traceparent).toContain('4bf92f3577b34da6a3ce929d0e0e4736');
  });
});

describe('a hybrid application that also listens on core NATS', () => {
  it('fires an event handler once', async () => {
    behaviour.current = () => undefined;
    behaviour.doubleFired = 0;
    const { natsUrl, natsPassword } = testEnvironment();
    const service = await startTestService({
      service: 'follow-up',
      module: ConsumingModule,
      migrations: busMigrations,
      attachments: [
        connectEventBus,
        (app) => {
          app.connectMicroservice({
            transport: Transport.NATS,
            options: { servers: [natsUrl], user: TEST_USER, pass: natsPassword },
          });
        },
      ],
    });
    await service.publish(PersonRegisteredV1, { patientId: newId() });
    await service.publish(PersonUpdatedV1, { patientId: newId(), changed: [] });
    await eventually(async () => {
      const rows: unknown[] = await service.source.query('SELECT 1 FROM effect');
      expect(rows).toHaveLength(2);
      // The core NATS handler heard of the one subject it names, ours heard of it on JetStream alone.
      expect(behaviour.doubleFired).toBe(1);
    });
    await service.stop();
  });
});

/** Real time passes, measured by the monotonic clock: for behaviour that is about time itself. */
async function passes(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  await eventually(() => expect(performance.now()).toBeGreaterThanOrEqual(end), { timeout: milliseconds + 5_000 });
}
