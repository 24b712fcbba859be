import { contractOf, PersonUpdatedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { behaviour, busMigrations, ConsumingModule } from './bus-under-test.js';

const { subject } = contractOf(PersonUpdatedV1);
const NUL = '\u0000';

describe('an event that tries to wedge the consumer', () => {
  let service: TestService;

  const envelope = (over: object = {}) => {
    const patientId = newId();
    return {
      specversion: '1.0',
      id: newId(),
      source: '/services/patients',
      type: subject,
      time: '2026-03-01T08:00:00+08:00',
      datacontenttype: 'application/json',
      partitionkey: patientId,
      data: { patientId, changed: ['odd'] },
      ...over,
    };
  };
  const send = (text: string) => service.broker.publishText(subject, text);
  const column = async (sql: string): Promise<unknown[]> => {
    const rows: { value: unknown }[] = await service.source.query(sql);
    return rows.map((row) => row.value);
  };
  const notes = () => column('SELECT note AS value FROM effect ORDER BY seq');
  const reasons = () => column('SELECT reason AS value FROM parked_event ORDER BY stream_seq');
  const position = async () => Number((await column('SELECT position AS value FROM consumer_position'))[0]);
  /** The one behind it is handled, and the position passes both. */
  const goesOn = async () => {
    await service.publish(PersonUpdatedV1, { patientId: newId(), changed: ['next'] });
    await eventually(async () => expect(await notes()).toContain('next'));
    await eventually(async () => expect(await position()).toBe(2));
  };

  beforeEach(async () => {
    behaviour.current = () => undefined;
    service = await startTestService({
      service: 'follow-up',
      module: ConsumingModule,
      migrations: busMigrations,
      environment: { EVENT_ATTEMPTS: '2' },
    });
  });

  afterEach(() => service.stop());

  it('is parked when its key is no JSON string', async () => {
    await send(JSON.stringify(envelope()).replace(/"partitionkey":"[^"]+"/, String.raw`"partitionkey":"\xff"`));
    await goesOn();
    expect(await reasons()).toEqual(['malformed']);
  });

  it('is parked when its key holds what the database cannot', async () => {
    await send(JSON.stringify(envelope({ partitionkey: `a${NUL}b` })));
    await goesOn();
    expect(await reasons()).toEqual(['malformed']);
  });

  it('is parked when its key is longer than any index entry', async () => {
    await send(JSON.stringify(envelope({ partitionkey: 'k'.repeat(100_000) })));
    await goesOn();
    expect(await reasons()).toEqual(['malformed']);
  });

  it('is parked when the error of its handler holds what the database cannot', async () => {
    behaviour.current = (event) => {
      if ((event.data as PersonUpdatedV1).changed.length === 0) throw new Error(`no such field: ${NUL}`);
    };
    const event = envelope();
    await send(JSON.stringify({ ...event, data: { ...event.data, changed: [] } }));
    await goesOn();
    expect(await reasons()).toEqual(['failed']);
  });

  it('is handled when its id is written in capitals, and once', async () => {
    const event = envelope({ id: newId().toUpperCase() });
    await send(JSON.stringify(event));
    await send(JSON.stringify({ ...event, id: event.id.toLowerCase() }));
    await eventually(async () => expect(await position()).toBe(2));
    expect(await notes()).toEqual(['odd']);
  });

  it('is parked at once when its id is no UUID', async () => {
    await send(JSON.stringify(envelope({ id: 'A1234-1' })));
    await goesOn();
    expect(await reasons()).toEqual(['malformed']);
  });

  it('is parked when its type is not the subject it came under', async () => {
    await send(JSON.stringify(envelope({ type: 'patients.person.registered.v1' })));
    await goesOn();
    expect(await reasons()).toEqual(['malformed']);
  });

  it('does not borrow the id of another event from its data', async () => {
    const innocent = envelope();
    await send(`{"data":{"id":"${innocent.id}"},"id":"${newId()}","partitionkey":"x"}`);
    await service.broker.publishText(subject, JSON.stringify(innocent));
    await eventually(async () => expect(await notes()).toEqual(['odd']));
    await eventually(async () => expect(await reasons()).toEqual(['malformed']));
  });
});
