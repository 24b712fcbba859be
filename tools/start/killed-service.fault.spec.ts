import { randomUUID } from 'node:crypto';
import { dataOf } from '#client';
import { EventReader, eventually, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const STREAM = '/staff/notifications/stream';
const RECOVERY_MS = 60_000;
/** One read of each service, through the gateway. */
const READS: Record<string, string> = {
  staff: '/staff/departments',
  patients: '/patients?mrn=NONE',
  'follow-up': `/follow-up/plans?patientId=${randomUUID()}`,
  his: '/his/messages',
};

describe('a service that is killed behind the gateway', () => {
  let hospital: TestHospital;
  let gateway: string;

  beforeAll(async () => {
    hospital = await TestHospital.open();
    gateway = hospital.stack.urls['gateway'] as string;
  }, 120_000);
  afterAll(() => hospital.close(), 60_000);

  const ask = async (service: string) =>
    fetch(`${gateway}${READS[service]}`, { headers: await hospital.authorization() });
  const statusOf = async (service: string) => {
    const answer = await ask(service);
    await answer.arrayBuffer();
    return answer.status;
  };

  it.each(['patients', 'his', 'follow-up', 'staff'])(
    'decision 2: %s dead is a 503 that says when to come back; the others answer, and back it is asked as before',
    async (victim) => {
      const others = Object.keys(READS).filter((service) => service !== victim);
      expect(await statusOf(victim)).toBe(200);
      const pid = hospital.stack.service('gateway').current?.pid;
      await hospital.stack.service(victim).kill();
      const refused = await ask(victim);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
      expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await refused.json()).toMatchObject({ status: 503, code: 'service-unavailable', service: victim });

      const answers = new Map(Object.keys(READS).map((service) => [service, new Set<number>()]));
      await eventually(
        async () => {
          for (const [service, seen] of answers) seen.add(await statusOf(service));
          expect(answers.get(victim)).toContain(200);
        },
        { timeout: RECOVERY_MS },
      );
      for (const service of others) expect([service, ...(answers.get(service) ?? [])]).toEqual([service, 200]);
      expect([...(answers.get(victim) ?? [])].filter((status) => status !== 503)).toEqual([200]);
      expect(hospital.stack.service('gateway').current?.pid).toBe(pid);
    },
    120_000,
  );

  it('ADR 0031: a stream of a killed service ends, and the console that comes back misses nothing', async () => {
    const authorization = await hospital.authorization();
    const admin = await hospital.client();
    const [account] = await hospital.rows<{ id: string }>('staff', `SELECT id FROM account WHERE username = 'admin'`);
    const tell = async () => {
      const { id } = await dataOf(
        admin.POST('/staff/notifications', {
          body: {
            ...{ purpose: 'test.killed', subjectType: 'bed', subjectId: randomUUID(), occasion: 'once' },
            ...{ urgency: 'red', titleZh: '床位', titleEn: 'Bed', textZh: '空床', textEn: 'A free bed' },
            to: [{ accountId: account?.id ?? '' }],
          },
        }),
      );
      return id;
    };
    const idsIn = ({ events }: EventReader) =>
      events.flatMap(({ data }) => (data.notifications ?? []).map(({ id }) => id));

    const first = await EventReader.open(`${gateway}${STREAM}`, authorization);
    await eventually(() => expect(first.events[0]?.event).toBe('ready'));
    const heard = await tell();
    await eventually(() => expect(idsIn(first)).toEqual([heard]));
    await hospital.stack.service('staff').kill();
    await first.ended;
    expect((await EventReader.open(`${gateway}${STREAM}`, authorization)).answer.status).toBe(503);

    await hospital.stack.service('staff').ready();
    const missed = await tell();
    const resume = { ...authorization, 'last-event-id': first.lastEventId ?? '' };
    const second = await EventReader.open(`${gateway}${STREAM}`, resume);
    await eventually(() => expect(idsIn(second)).toEqual([missed]));
    await second.close();
  }, 120_000);
});
