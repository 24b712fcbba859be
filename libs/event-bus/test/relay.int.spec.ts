import { contractOf, PersonUpdatedV1 } from '#contracts';
import { eventBusMigrations, Outbox, type CloudEvent } from '#event-bus';
import { newId, platformMigrations, runInContext, transact } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { REPUBLISH_BATCH } from '../src/operations/redelivery.service.js';
import { EmittingModule } from './bus-under-test.js';

const { subject } = contractOf(PersonUpdatedV1);

describe('the outbox and its relay', () => {
  let service: TestService;
  const others: TestService[] = [];
  const start = (replicaOf?: TestService) =>
    startTestService({
      service: 'patients',
      module: EmittingModule,
      migrations: [...platformMigrations, ...eventBusMigrations],
      ...(replicaOf ? { replicaOf } : {}),
    });
  const append = (patientId: string, note: string) =>
    transact(service.source, (tx) =>
      service.app.get(Outbox).append(tx, PersonUpdatedV1, { patientId, changed: [note] }),
    );

  /** What JetStream holds, in stream order. */
  const stored = async (): Promise<CloudEvent<PersonUpdatedV1>[]> => {
    const { state } = await service.broker.manager.streams.info('patients');
    const events: CloudEvent<PersonUpdatedV1>[] = [];
    for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
      const message = await service.broker.manager.streams.getMessage('patients', { seq });
      events.push(message!.json<CloudEvent<PersonUpdatedV1>>());
    }
    return events;
  };

  beforeEach(async () => {
    service = await start();
  });

  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.stop()));
    await service.stop();
  });

  it('refuses to append outside a transaction', async () => {
    const outbox = service.app.get(Outbox);
    await expect(
      outbox.append(service.source.manager, PersonUpdatedV1, { patientId: newId(), changed: [] }),
    ).rejects.toThrow('inside the transaction');
  });

  it('refuses data that breaks the contract, and fields the contract does not name', async () => {
    await expect(append('not-a-uuid', 'x')).rejects.toThrow('patientId');
    const extra = { patientId: newId(), changed: [], phone: '13800138000' };
    await expect(
      transact(service.source, (tx) => service.app.get(Outbox).append(tx, PersonUpdatedV1, extra)),
    ).rejects.toThrow('phone');
  });

  it('publishes nothing of a transaction that was rolled back', async () => {
    await expect(
      transact(service.source, async (tx) => {
        await service.app.get(Outbox).append(tx, PersonUpdatedV1, { patientId: newId(), changed: ['never'] });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await append(newId(), 'kept');
    await eventually(async () => expect((await stored()).map((event) => event.data.changed)).toEqual([['kept']]));
  });

  it('publishes CloudEvents with the acting user and the trace', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const actor = { id: 'agent-1', name: '王芳', roles: [] };
    const patientId = newId();
    await runInContext({ requestId: 'r', traceparent, actor }, () => append(patientId, 'x'));
    await eventually(async () => expect(await stored()).toHaveLength(1));
    const [event] = await stored();
    expect(event).toMatchObject({
      specversion: '1.0',
      source: '/services/patients',
      type: subject,
      partitionkey: patientId,
      actorid: 'agent-1',
    });
    expect(event!.traceparent).toContain('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(JSON.stringify(event)).not.toContain('王芳');
  });

  it('keeps the order of every key and sends each event once, with two relays', async () => {
    others.push(await start(service));
    const keys = Array.from({ length: 10 }, newId);
    for (let round = 0; round < 20; round += 1) await Promise.all(keys.map((key) => append(key, String(round))));
    await eventually(async () => expect(await stored()).toHaveLength(200));
    const events = await stored();
    for (const key of keys) {
      const notes = events.filter((event) => event.partitionkey === key).map((event) => Number(event.data.changed[0]));
      expect(notes).toEqual(Array.from({ length: 20 }, (_, index) => index));
    }
  });

  it('goes on with the other relay when the first one stops', async () => {
    const successor = await start(service);
    others.push(successor);
    await append(newId(), 'first');
    await eventually(async () => expect(await stored()).toHaveLength(1));
    const { Relay } = await import('../src/outbox/relay.js');
    await service.app.get(Relay).beforeApplicationShutdown();
    await append(newId(), 'second');
    await eventually(async () => expect(await stored()).toHaveLength(2));
  });

  it('drops the repeat when a relay died between publishing and marking', async () => {
    await append(newId(), 'once');
    await eventually(async () => expect(await stored()).toHaveLength(1));
    await service.source.query('UPDATE outbox SET published_at = NULL');
    await eventually(async () => {
      expect(await service.source.query('SELECT 1 FROM outbox WHERE published_at IS NULL')).toEqual([]);
    });
    expect(await stored()).toHaveLength(1);
  });

  it('publishes again since a time when operations ask for it, in order', async () => {
    for (const note of ['a', 'b']) await append(newId(), note);
    await eventually(async () => expect(await stored()).toHaveLength(2));
    await service.broker.manager.streams.delete('patients');
    const since = new Date(service.clock.now().getTime() - 60_000).toISOString();
    const operations = service.api('administrator');
    const answer = await operations.post('/ops/republish').send({ since }).expect(202);
    expect(answer.body).toEqual({ events: 2 });
    await eventually(async () => expect((await stored()).map((event) => event.data.changed[0])).toEqual(['a', 'b']));
    await operations.post('/ops/republish').send({ since: 'yesterday' }).expect(400);
  });

  it('publishes more than a batch again in order, and after a failure in between what is left', async () => {
    const total = REPUBLISH_BATCH + 200;
    const broken = REPUBLISH_BATCH + 50;
    const key = newId();
    await append(key, 'long ago');
    await service.source.query(`UPDATE outbox SET occurred_at = occurred_at - interval '1 day'`);
    const drafts = Array.from({ length: total }, (_, index) => ({
      type: PersonUpdatedV1,
      data: { patientId: key, changed: [String(index + 1)] },
    }));
    await transact(service.source, (tx) => service.app.get(Outbox).appendAll(tx, drafts));
    const waiting = async () => {
      const [row] = await service.source.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM outbox WHERE published_at IS NULL',
      );
      return row?.n;
    };
    await eventually(async () => expect(await waiting()).toBe(0));
    await service.broker.manager.streams.delete('patients');
    await service.source.query(
      `CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'the disk is gone'; END$$;
       CREATE TRIGGER broken BEFORE UPDATE ON outbox FOR EACH ROW
         WHEN (NEW.published_at IS NULL AND NEW.event -> 'data' -> 'changed' ->> 0 = '${broken}') EXECUTE FUNCTION break()`,
    );
    const since = new Date(service.clock.now().getTime() - 600_000).toISOString();
    const operations = service.api('administrator');
    await operations.post('/ops/republish').send({ since }).expect(500);
    const notes = async () => (await stored()).map((event) => event.data.changed[0]);
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
    await eventually(async () => expect(await waiting()).toBe(0));
    expect(await notes()).toEqual(numbers(REPUBLISH_BATCH));
    await service.source.query('DROP TRIGGER broken ON outbox');
    const { body } = await operations.post('/ops/republish').send({ since }).expect(202);
    expect(body).toEqual({ events: total });
    await eventually(async () => expect(await waiting()).toBe(0));
    // The broker drops what it had; the order is that of the events.
    expect(await notes()).toEqual(numbers(total));
  });
});
