import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dataOf, type HospitalClient } from '#client';
import {
  EventReader,
  eventually,
  freshSigningKey,
  scrape,
  signTestToken,
  TEST_TOKEN_LIFE_SECONDS,
  TestHospital,
} from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const STREAM = '/staff/notifications/stream';
const METRICS_TOKEN = 'metrics-token-of-the-test';
const PEOPLE = 50;
/** STREAMS_PER_USER as it is by default. */
const EACH = 10;
const ALL = PEOPLE * EACH;
/** Twice: what the first round leaves behind would show in the second. */
const ROUNDS = [1, 2];
/** Of one file descriptor more or less, for instance of the scrape itself. */
const FEW = 40;
const LONGEST_CALL_MS = 10_000;

/** Needs 1,100 file descriptors in the gateway (two a stream), 600 in staff and in the test: `ulimit -n 4096` does. */
describe(`${ALL} event streams opened at once through the gateway`, () => {
  let hospital: TestHospital;
  let gateway: string;
  let admin: HospitalClient;
  let tokens: string[];
  const key = freshSigningKey();
  const people = Array.from({ length: PEOPLE + 1 }, () => randomUUID());

  beforeAll(async () => {
    hospital = await TestHospital.open({
      STAFF_SIGNING_KEY: key,
      TOKEN_LONGEST_LIFE_SECONDS: TEST_TOKEN_LIFE_SECONDS,
      STREAM_HEARTBEAT_MS: '2000',
      STREAMS_TOTAL: String(ALL),
      // However long a slow machine takes to ask for all of them.
      STREAM_TICKET_SECONDS: '300',
      METRICS_TOKEN,
    });
    gateway = hospital.stack.urls['gateway'] as string;
    admin = await hospital.client();
    await hospital.rows(
      'staff',
      `INSERT INTO account (id, username, display_name, password_hash, roles, active, version, created_at, updated_at)
       SELECT id, 'console-' || n, 'console-' || n, 'none', '{agent}', true, 1, now(), now()
         FROM unnest($1::uuid[]) WITH ORDINALITY AS p (id, n)`,
      [people],
    );
    const issuedAt = new Date(Date.now() - 1_000);
    tokens = await Promise.all(people.map((sub) => signTestToken(key, ['agent'], issuedAt, { sub })));
  }, 120_000);
  afterAll(() => hospital.close(), 60_000);

  const bearer = (person: number) => ({ authorization: `Bearer ${tokens[person]}` });
  /** Over a connection of its own: fetch would keep so many open for a minute, and they would be counted. */
  const ticketOf = async (person: number) => {
    const answer = await fetch(`${gateway}/stream-tickets`, {
      method: 'POST',
      headers: { ...bearer(person), 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ path: STREAM }),
    });
    const body = (await answer.json()) as { ticket: string };
    expect({ status: answer.status, body }).toMatchObject({ status: 201 });
    return body.ticket;
  };
  const open = (person: number) => EventReader.open(`${gateway}${STREAM}`, bearer(person));
  const descriptors = (service: string) =>
    readdirSync(`/proc/${hospital.stack.service(service).current?.pid}/fd`).length;
  const counted = async () => ({
    gateway: (await scrape(gateway, METRICS_TOKEN)).value('hospital_gateway_streams'),
    staff: (await scrape(hospital.stack.urls['staff'] as string, METRICS_TOKEN)).value('hospital_event_streams'),
  });
  const tell = () =>
    dataOf(
      admin.POST('/staff/notifications', {
        body: {
          ...{ purpose: 'test.crowd', subjectType: 'bed', subjectId: randomUUID(), occasion: 'once', urgency: 'red' },
          ...{ titleZh: '床位', titleEn: 'Bed', textZh: '空床', textEn: 'A free bed' },
          to: people.slice(0, PEOPLE).map((accountId) => ({ accountId })),
        },
      }),
    );
  const everybody = (readers: EventReader[], has: (reader: EventReader) => boolean) =>
    eventually(() => expect(readers.filter(has)).toHaveLength(ALL));

  /** Ordinary calls, one after another, until the work is done: each is answered with 200, and in time. */
  async function callingMeanwhile<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    void work.catch(() => undefined).finally(() => (isDone = true));
    do {
      const begun = performance.now();
      await dataOf(admin.GET('/patients', { params: { query: { mrn: 'NONE' } } }));
      expect(performance.now() - begun).toBeLessThan(LONGEST_CALL_MS);
    } while (!isDone);
    return work;
  }

  it.each(ROUNDS)(
    'ADR 0031 round %i: all are opened and hear everything, others are told why not, and nothing stays behind',
    async () => {
      const before = { gateway: descriptors('gateway'), staff: descriptors('staff') };
      const tickets = await Promise.all(Array.from({ length: ALL }, (_, n) => ticketOf(n % PEOPLE)));
      const opening = Promise.all(tickets.map((ticket) => EventReader.open(`${gateway}${STREAM}?ticket=${ticket}`)));
      const readers = await callingMeanwhile(opening);
      const refused = readers.filter(({ answer }) => answer.status !== 200);
      expect(await Promise.all(refused.map(({ answer }) => answer.text()))).toEqual([]);
      await everybody(readers, ({ events }) => events[0]?.event === 'ready');
      expect(await counted()).toEqual({ gateway: ALL, staff: ALL });

      const mine = (await open(0)).answer;
      expect([mine.status, mine.headers.get('retry-after')]).toEqual([429, '5']);
      expect(await mine.json()).toMatchObject({ code: 'too-many-streams', instance: STREAM });
      const anybodys = (await open(PEOPLE)).answer;
      expect([anybodys.status, anybodys.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await anybodys.json()).toMatchObject({ code: 'streams-exhausted', instance: STREAM });

      const { id } = await tell();
      const hasHeard = ({ events }: EventReader) =>
        events.some(({ event, data }) => event === 'new' && data.notifications?.some((each) => each.id === id));
      await callingMeanwhile(everybody(readers, hasHeard));
      await callingMeanwhile(everybody(readers, ({ beats }) => beats > 1));

      await Promise.all(readers.map((reader) => reader.close()));
      await eventually(async () => expect(await counted()).toEqual({ gateway: 0, staff: 0 }));
      await eventually(() => {
        expect(descriptors('gateway')).toBeLessThan(before.gateway + FEW);
        expect(descriptors('staff')).toBeLessThan(before.staff + FEW);
      });
    },
    120_000,
  );
});
