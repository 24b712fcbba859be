import { FollowUpNotificationRequestedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';

describe('the holidays of a year that nobody has noted yet', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.noted(2038, []);
    await desk.at('2038-10-31T12:00:00+08:00');
    await watched(2039);
  });
  afterAll(() => desk.close());

  /** The years before are over: the watch goes on to the one it has to wait for. */
  const watched = (year: number) =>
    eventually(async () =>
      expect(await desk.rows('SELECT year FROM calendar_watch WHERE due_at > $1', desk.service.clock.now())).toEqual([
        { year },
      ]),
    );
  const told = async (year: number) =>
    (await desk.service.events(FollowUpNotificationRequestedV1))
      .map(({ data }) => data)
      .filter(({ purpose, subjectId }) => purpose === 'follow-up.holidays-unknown' && subjectId === String(year));
  const figure = async (year: number) => {
    const { text } = await desk.service.anonymous().get('/metrics').expect(200);
    return new RegExp(`^hospital_follow_up_holidays_unknown\\{year="${year}"\\} (\\d)$`, 'm').exec(text)?.[1];
  };

  it('FU-7 the centre’s managers are told from November on, weekly, until they note them', async () => {
    expect([await told(2039), await figure(2039)]).toEqual([[], undefined]);
    await desk.at('2038-11-01T09:00:01+08:00');
    await eventually(async () => expect(await told(2039)).toHaveLength(1));
    expect((await told(2039))[0]).toMatchObject({
      to: [{ role: 'centre-manager' }],
      link: '/complaints/calendar/2039',
      occasion: '2038-11-01',
    });
    expect(await figure(2039)).toBe('1');
    await desk.at('2038-11-08T09:00:10+08:00');
    await eventually(async () => expect(await told(2039)).toHaveLength(2));

    await desk.noted(2039, ['2039-01-01']);
    expect(await figure(2039)).toBe('0');
    await desk.at('2038-11-15T09:00:20+08:00');
    await watched(2040);
    expect(await told(2039)).toHaveLength(2);
  });

  it('FU-7 the refusal names the year and says how to note it', async () => {
    await desk.at('2040-03-05T10:00:00+08:00');
    await desk.task({ lapsesOn: null });
    const nurse = await desk.signedIn(newId());
    const { body } = await nurse.post('/follow-up/tasks/next').set('accept-language', 'zh-CN').send({}).expect(409);
    expect(body).toMatchObject({ code: 'calendar-unknown', year: 2040 });
    expect(body.detail).toContain('PUT /complaints/calendar/2040');
  });
});
