import { NotificationMessageRequestedV1 } from '#contracts';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PreferencesView } from '../src/notifications/preferences.dto.js';
import { aColleague, detailOf, inboxOf, send, type Colleague } from './notification-desk.js';
import { startStaff } from './staff-service.js';

const PATH = '/staff/notifications/preferences';
const BOTH = { channels: ['console', 'message'], quietHours: null };
const SIESTA = { starts: '12:00', ends: '14:00' };

let staff: TestService;
beforeAll(async () => {
  staff = await startStaff();
});
beforeEach(() => staff.clock.set('2026-03-02T10:00:00+08:00'));
afterAll(() => staff.stop());

const choose = ({ api }: Colleague, version: number, choice: object) =>
  api
    .put(PATH)
    .set('if-match', `"${version}"`)
    .send({ normal: BOTH, low: BOTH, ...choice });

const tell = ({ accountId }: Colleague, change: object = {}) => send(staff, { to: [{ accountId }], ...change });

/** What consoles of a person were shown, as short words: "new 1". */
async function shown({ accountId }: Colleague): Promise<string[]> {
  const rows: { kind: string; n: number }[] = await staff.source.query(
    'SELECT kind, cardinality(notification_ids) AS n FROM notification_change WHERE person_id = $1 ORDER BY seq',
    [accountId],
  );
  return rows.map(({ kind, n }) => `${kind} ${n}`);
}

async function sent({ accountId }: Colleague): Promise<string[][]> {
  const events = await staff.events(NotificationMessageRequestedV1);
  return events.filter(({ data }) => data.personId === accountId).map(({ data }) => data.notificationIds);
}

describe('how a person wants to be told', () => {
  it('ORG-2 is by every channel and the hospital’s hours until he chooses, with ETag and If-Match', async () => {
    const li = await aColleague(staff, 'li');
    const first = await li.api.get(PATH).expect(200);
    expect(first.headers['etag']).toBe('"0"');
    expect(first.body).toEqual({ personId: li.accountId, normal: BOTH, low: BOTH, version: 0, updatedAt: null });
    await li.api.put(PATH).send({ normal: BOTH, low: BOTH }).expect(428);
    const low = { channels: [], quietHours: SIESTA };
    const answers = await Promise.all([0, 0, 0].map((version) => choose(li, version, { low })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const kept = (await li.api.get(PATH).expect(200)).body as PreferencesView;
    expect(kept).toMatchObject({ normal: BOTH, low, version: 1, updatedAt: expect.stringMatching(/^2026-03-02/) });
    await choose(li, 0, {}).expect(412);
    await choose(li, 1, {}).expect(200);
  });

  it.each([
    ['normal.channels', { normal: { channels: [] } }],
    ['normal.quietHours.ends', { normal: { ...BOTH, quietHours: { starts: '08:00', ends: '00:01' } } }],
    ['low.quietHours.starts', { low: { ...BOTH, quietHours: { starts: '24:00', ends: '08:00' } } }],
    ['low.channels', { low: { channels: ['pigeon'] } }],
    ['red', { red: { channels: [] } }],
    ['low', { low: undefined }],
  ])('ORG-2 is refused, naming the field: %s', async (field, choice) => {
    const wang = await aColleague(staff, `wang-${field.toLowerCase()}`);
    const { body } = await choose(wang, 0, choice).expect(400);
    expect((body as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(field);
  });

  it('ORG-2 may be set by who manages accounts, for a member by any of his accounts, and by nobody else', async () => {
    const [zhao, manager] = [await aColleague(staff, 'zhao'), await aColleague(staff, 'boss', ['administrator'])];
    const low = { channels: ['console'], quietHours: null };
    const put = (api: Colleague['api'], id: string) =>
      api.put(`${PATH}/${id}`).set('if-match', '"0"').send({ normal: BOTH, low });
    await put(zhao.api, zhao.accountId).expect(403);
    await put(manager.api, zhao.accountId).expect(200);
    expect((await zhao.api.get(PATH).expect(200)).body).toMatchObject({ low, version: 1 });
    await put(manager.api, '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9cff').expect(404);
    await zhao.api.get(`${PATH}/${manager.accountId}`).expect(403);
    const entries: { changes: object[] }[] = await staff.source.query(
      `SELECT changes FROM audit_entry WHERE subject_ids @> ARRAY[$1] AND changes IS NOT NULL`,
      [zhao.accountId],
    );
    expect(entries).toMatchObject([{ changes: [{ before: { low: BOTH }, after: { low } }] }]);
  });
});

describe('telling somebody who chose', () => {
  it('ORG-2 goes by the channels he wants, to the inbox in any case, and red by all of them', async () => {
    const zhou = await aColleague(staff, 'zhou');
    const quietHours = { starts: '09:00', ends: '18:00' };
    await choose(zhou, 0, { normal: { channels: ['message'] }, low: { channels: [], quietHours } }).expect(200);
    const normal = await tell(zhou);
    const low = await tell(zhou, { urgency: 'low' });
    expect([await shown(zhou), await sent(zhou)]).toEqual([[], [[normal]]]);
    expect((await inboxOf(zhou)).map(({ id }) => id)).toEqual([low, normal]);
    expect((await detailOf(staff, low)).trail.at(-1)).toMatchObject({ what: 'told', note: 'account; inbox only' });
    const red = await tell(zhou, { urgency: 'red' });
    expect([await shown(zhou), await sent(zhou)]).toEqual([['new 1'], [[normal], [red]]]);
  });

  it('ORG-2 waits for the end of his own quiet hours, and no longer once he chooses others', async () => {
    const wu = await aColleague(staff, 'wu');
    await choose(wu, 0, { normal: { ...BOTH, quietHours: SIESTA } }).expect(200);
    await staff.clock.set('2026-03-02T12:30:00+08:00');
    const normal = await tell(wu);
    const red = await tell(wu, { urgency: 'red' });
    expect(await sent(wu)).toEqual([[red]]);
    await choose(wu, 1, {}).expect(200);
    await eventually(async () => expect(await sent(wu)).toEqual([[red], [normal]]));
  });

  it('ORG-2 collects what waited into a digest of each channel', async () => {
    const zheng = await aColleague(staff, 'zheng');
    const low = { channels: ['console'], quietHours: SIESTA };
    await choose(zheng, 0, { normal: { ...BOTH, quietHours: SIESTA }, low }).expect(200);
    await staff.clock.set('2026-03-02T13:30:00+08:00');
    const ids = [await tell(zheng), await tell(zheng), await tell(zheng, { urgency: 'low' })];
    expect(await shown(zheng)).toEqual([]);
    await staff.clock.set('2026-03-02T14:00:01+08:00');
    await eventually(async () => expect(await shown(zheng)).toEqual(['digest 3']));
    await eventually(async () => expect(await sent(zheng)).toEqual([ids.slice(0, 2)]));
  });

  it('ORG-2 sends what alone is left of a digest as it is', async () => {
    const feng = await aColleague(staff, 'feng');
    const low = { channels: ['console'], quietHours: SIESTA };
    await choose(feng, 0, { normal: { ...BOTH, quietHours: SIESTA }, low }).expect(200);
    await staff.clock.set('2026-03-02T13:30:00+08:00');
    const [normal] = [await tell(feng), await tell(feng, { urgency: 'low' })];
    await staff.clock.set('2026-03-02T14:00:01+08:00');
    await eventually(async () => expect(await sent(feng)).toEqual([[normal]]));
  });

  it('ORG-2 does not count what disturbed nobody towards a storm', async () => {
    const sun = await aColleague(staff, 'sun');
    await choose(sun, 0, { low: { channels: [] } }).expect(200);
    for (let n = 0; n < 6; n += 1) await tell(sun, { urgency: 'low' });
    const normal = await tell(sun);
    expect([await shown(sun), await sent(sun)]).toEqual([['new 1'], [[normal]]]);
  });

  it('ORG-2 goes to the next person by the channels that one wants when none acknowledges', async () => {
    const [qian, chen] = [await aColleague(staff, 'qian'), await aColleague(staff, 'chen')];
    await choose(qian, 0, { low: { channels: [] } }).expect(200);
    await choose(chen, 0, { low: { channels: ['console'] } }).expect(200);
    const next = [{ accountId: chen.accountId }];
    const id = await tell(qian, { urgency: 'low', next, acknowledgeWithinSeconds: 60 });
    await staff.clock.advance({ seconds: 61 });
    await eventually(async () => expect(await shown(chen)).toEqual(['new 1']));
    expect([await sent(chen), await sent(qian)]).toEqual([[], []]);
    expect((await detailOf(staff, id)).step).toBe(1);
  });
});
