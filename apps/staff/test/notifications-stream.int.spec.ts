import { EventReader, eventually, type TestService, promptly } from '#testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aColleague, send, type Colleague } from './notification-desk.js';
import { startStaff } from './staff-service.js';

describe('a console that follows its notifications', () => {
  let staff: TestService;
  let replica: TestService;
  let li: Colleague;
  const open: EventReader[] = [];

  beforeAll(async () => {
    staff = await startStaff({ NOTIFICATION_STORM_LIMIT: '1000' });
    replica = await startStaff({ NOTIFICATION_STORM_LIMIT: '1000' }, staff);
    await staff.clock.set('2026-03-02T10:00:00+08:00');
    li = await aColleague(staff, 'li');
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((stream) => stream.close()));
  });
  afterAll(async () => {
    await replica.stop();
    await staff.stop();
  });

  const follow = async (service: TestService, { token }: Colleague, lastEventId?: string): Promise<EventReader> => {
    const stream = await EventReader.open(`${service.url}/staff/notifications/stream`, {
      authorization: `Bearer ${token}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    });
    open.push(stream);
    await eventually(() => expect(stream.events.map(({ event }) => event)).toContain('ready'));
    return stream;
  };
  const told = ({ events }: EventReader) =>
    events.flatMap(({ event, data }) => (data.notifications ?? []).map(({ id }) => `${event} ${id}`));

  it('ORG-2 hears within two seconds what any replica tells, and of what was acknowledged elsewhere', async () => {
    const wu = await aColleague(staff, 'wu');
    const here = await follow(staff, li);
    const there = await follow(replica, li);
    const { made: id } = await promptly(
      2_000,
      () => send(staff, { to: [{ accountId: li.accountId }, { accountId: wu.accountId }] }),
      (id) => expect([told(here).at(-1), told(there).at(-1)]).toEqual([`new ${id}`, `new ${id}`]),
    );
    await wu.api.post(`/staff/notifications/${id}/acknowledge`).expect(204);
    await eventually(() => expect(told(there).slice(-2)).toEqual([`new ${id}`, `acknowledged ${id}`]));
    expect(there.events.at(-1)?.data.notifications).toMatchObject([{ state: 'acknowledged' }]);
  });

  it('ORG-2 hears that the next was told', async () => {
    const boss = await aColleague(staff, 'boss');
    const stream = await follow(staff, li);
    const next = [{ accountId: boss.accountId }];
    const id = await send(staff, { to: [{ accountId: li.accountId }], next, acknowledgeWithinSeconds: 10 });
    await staff.clock.advance({ seconds: 11 });
    await eventually(() => expect(told(stream)).toEqual([`new ${id}`, `escalated ${id}`]));
    // Ten seconds later he would hear that nobody was left, in the middle of the next test.
    await boss.api.post(`/staff/notifications/${id}/acknowledge`).expect(204);
  });

  it('ORG-2 misses nothing and gets nothing twice when it comes back, whoever writes at the same time', async () => {
    const first = await follow(staff, li);
    const ids: string[] = [];
    const write = async () => ids.push(await send(staff, { urgency: 'red', to: [{ accountId: li.accountId }] }));
    const writing = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let n = 0; n < 10; n += 1) await write();
      }),
    );
    await eventually(() => expect(told(first).length).toBeGreaterThan(3));
    await first.close();
    const last = first.lastEventId;
    await writing;
    const second = await follow(replica, li, last);
    expect(second.events[0]?.data).toEqual({ resumed: true });
    await eventually(() => expect(told(first).length + told(second).length).toBe(40));
    const seen = [...told(first), ...told(second)];
    expect(seen.toSorted()).toEqual(ids.map((id) => `new ${id}`).toSorted());
    const numbers = [...first.events, ...second.events]
      .filter(({ event }) => event === 'new')
      .map(({ id }) => Number(id));
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] as number) + index));
  });

  it('ORG-2 is told to read the list again when its last number is not one of ours', async () => {
    for (const foreign of ['999999', 'abc', '-1'])
      expect((await follow(staff, li, foreign)).events[0]?.data).toEqual({ resumed: false });
    await staff.anonymous().get('/staff/notifications/stream').expect(401);
  });

  it('is let go when the service stops', async () => {
    const other = await startStaff({}, staff);
    const stream = await follow(other, li);
    await other.stop();
    await stream.ended;
  });
});
