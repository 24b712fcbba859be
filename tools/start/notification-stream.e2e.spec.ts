import { randomUUID } from 'node:crypto';
import { dataOf, type HospitalClient } from '#client';
import { EventReader, eventually, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const STREAM = '/staff/notifications/stream';

describe('the console of a nurse, through the gateway with tickets', () => {
  let hospital: TestHospital;
  let admin: HospitalClient;
  let nurse: HospitalClient;
  let accountId: string;
  const open: EventReader[] = [];

  beforeAll(async () => {
    hospital = await TestHospital.open();
    admin = await hospital.client();
    nurse = await hospital.client('nurse');
    const [account] = await hospital.rows<{ id: string }>('staff', `SELECT id FROM account WHERE username = 'nurse'`);
    accountId = account?.id ?? '';
  }, 120_000);
  afterAll(async () => {
    await Promise.all(open.map((reader) => reader.close()));
    await hospital.close();
  });

  /** As a browser does it: EventSource has a URL and no headers, and each ticket is good once. */
  const follow = async (lastEventId?: string) => {
    const { ticket } = await dataOf(nurse.POST('/stream-tickets', { body: { path: STREAM } }));
    const query = new URLSearchParams({ ticket, ...(lastEventId === undefined ? {} : { lastEventId }) });
    const reader = await EventReader.open(`${hospital.stack.urls['gateway']}${STREAM}?${query}`);
    open.push(reader);
    expect(reader.answer.status).toBe(200);
    await eventually(() => expect(reader.events[0]?.event).toBe('ready'));
    return reader;
  };
  const tell = async () => {
    const { id } = await dataOf(
      admin.POST('/staff/notifications', {
        body: {
          ...{ purpose: 'test.console', subjectType: 'bed', subjectId: randomUUID(), occasion: 'once' },
          ...{ urgency: 'red', titleZh: '床位', titleEn: 'Bed', textZh: '空床', textEn: 'A free bed' },
          to: [{ accountId }],
        },
      }),
    );
    return id;
  };
  const heard = ({ events }: EventReader) =>
    events.flatMap(({ event, data }) => (data.notifications ?? []).map(({ id }) => `${event} ${id}`));

  it('ORG-2 hears what she is told, acknowledges it, and having lost the connection misses nothing', async () => {
    const first = await follow();
    const seen = await tell();
    await eventually(() => expect(heard(first)).toEqual([`new ${seen}`]));
    await dataOf(nurse.POST('/staff/notifications/{id}/acknowledge', { params: { path: { id: seen } } }));
    await eventually(() => expect(heard(first)).toEqual([`new ${seen}`, `acknowledged ${seen}`]));
    await first.close();
    const missed = [await tell(), await tell()];

    const second = await follow(first.lastEventId);
    expect(second.events[0]?.data).toEqual({ resumed: true });
    await eventually(() => expect(heard(second)).toEqual(missed.map((id) => `new ${id}`)));
    const later = await tell();
    await eventually(() => expect(heard(second)).toEqual([...missed, later].map((id) => `new ${id}`)));
    const inbox = await dataOf(nurse.GET('/staff/notifications', { params: { query: { limit: 4 } } }));
    expect(inbox.items.map(({ id, state }) => [id, state])).toEqual([
      [later, 'open'],
      [missed[1], 'open'],
      [missed[0], 'open'],
      [seen, 'acknowledged'],
    ]);
  });
});
