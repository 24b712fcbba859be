import {
  CommunityMemberSilentV1,
  ComplaintsErasureReportedV1,
  ComplaintsNotificationRequestedV1,
  PersonErasedV1,
  PersonMergedV1,
  VoucherExpiredV1,
  VoucherIssuedV1,
  VoucherRedeemedV1,
  VoucherReleasedV1,
  VoucherReservedV1,
  VoucherVoidedV1,
  WinBackStepDueV1,
  type EventClass,
  type Role,
  type VoucherFacts,
} from '#contracts';
import { Deadlines, newId, transact } from '#platform';
import { eventually, faultsOfList, scrape, signTestToken, testEnvironment, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { EntityManager } from 'typeorm';
import { VOUCHER_TYPES } from '../src/vouchers/voucher-types.list.js';
import { VOUCHERS } from '../src/vouchers/vouchers.list.js';
import { VoucherIssuing } from '../src/vouchers/voucher-issuing.js';
import { VouchersPersonData } from '../src/vouchers/vouchers.person-data.js';
import type { VoucherView } from '../src/vouchers/vouchers.dto.js';
import { keptAfterErasing, openTicket, startComplaints } from './complaints.js';

const TODAY = '2026-11-22T10:00:00+08:00';
const END_OF_PARKING = '2026-12-22T16:00:00.000Z';

describe('vouchers', () => {
  let service: TestService;
  let another: string;

  beforeAll(async () => {
    service = await startComplaints();
    const issuedAt = new Date(service.clock.now().getTime() - 1_000);
    another = await signTestToken(testEnvironment().signingKey, ['general-manager'], issuedAt, { sub: newId() });
  });
  afterAll(() => service.stop());
  beforeEach(() => service.clock.set(TODAY));

  const post = (path: string, said: object = {}, role: Role = 'agent') =>
    service.api(role).post(`/complaints/vouchers${path}`).send(said);
  const issued = async (said: object = {}): Promise<VoucherView> => {
    const { body } = await post('', { typeCode: 'free-parking', source: 'event', ...said }).expect(201);
    return body as VoucherView;
  };
  const read = async (id: string): Promise<VoucherView> =>
    (await service.api('agent').get(`/complaints/vouchers/${id}`).expect(200)).body as VoucherView;
  const told = async <T extends VoucherFacts>(type: EventClass<T>, id: string): Promise<T[]> =>
    (await service.events(type)).map(({ data }) => data).filter(({ voucherId }) => voucherId === id);
  /** By somebody else than the caller of all the rest. */
  const decide = (id: string, how: 'approve' | 'decline', said: object = {}) =>
    request(service.url).post(`/complaints/vouchers/${id}/${how}`).set('authorization', `Bearer ${another}`).send(said);
  const worked = () => service.app.get(Deadlines).runOnce();
  const held = async (code: string | null, said: object = {}): Promise<VoucherView & { reservationId: string }> => {
    const wanted = { code, reservationId: newId(), minutes: 15, ...said };
    return (await post('/reservations', wanted).expect(200)).body as VoucherView & { reservationId: string };
  };

  it('CP-5 are of types that are the hospital’s data, changed with a version and given out while active', async () => {
    const types = () => service.api('centre-manager');
    const said = {
      ...{ code: 'parking-day', kind: 'free-parking', nameZh: '全天停车券', nameEn: 'Parking for a day' },
      ...{ valueFen: 3_000, validityDays: 7, approvalAboveFen: 4_000 },
    };
    const { body } = await types().post('/complaints/voucher-types').send(said).expect(201).expect('etag', '"1"');
    expect(body).toMatchObject({ ...said, active: true, occasions: [] });
    expect((await types().post('/complaints/voucher-types').send(said).expect(409)).body.code).toBe(
      'voucher-type-taken',
    );
    await service.api('agent').post('/complaints/voucher-types').send(said).expect(403);
    const change = (version: number, changed: object) =>
      types().patch(`/complaints/voucher-types/${body.id}`).set('if-match', `"${version}"`).send(changed);
    await change(1, { valueFen: -1 }).expect(400);
    await change(1, { active: null }).expect(400);
    await change(1, { valueFen: 3_500 }).expect(200).expect('etag', '"2"');
    await change(1, { valueFen: 9 }).expect(412);
    expect(await issued({ typeCode: 'parking-day' })).toMatchObject({
      ...{ valueFen: 3_500, validUntil: '2026-11-29T16:00:00.000Z', status: 'issued' },
    });
    await change(2, { active: false }).expect(200);
    const refused = await post('', { typeCode: 'parking-day', source: 'event' }).expect(400);
    expect(refused.body.errors).toMatchObject([{ field: 'typeCode', code: 'voucher-type-unknown' }]);
  });

  it('CP-5 are issued for a ticket that is there, with a code that tells typing errors from strangers', async () => {
    const { ticket } = await openTicket(service);
    const voucher = await issued({ source: 'ticket', sourceId: ticket.id, patientId: newId() });
    expect(voucher).toMatchObject({ status: 'issued', validUntil: END_OF_PARKING, sourceId: ticket.id });
    expect(voucher.code).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
    expect(await told(VoucherIssuedV1, voucher.id)).toMatchObject([{ validUntil: END_OF_PARKING, valueFen: 2_000 }]);
    expect(JSON.stringify(await service.events(VoucherIssuedV1))).not.toContain(voucher.code?.replaceAll('-', ''));
    for (const sourceId of [newId(), 'none', undefined]) {
      const { body } = await post('', { typeCode: 'free-parking', source: 'ticket', sourceId }).expect(400);
      expect(body.errors[0].field).toBe('sourceId');
    }
    const code = voucher.code ?? '';
    const mistyped = (code.startsWith('2') ? '3' : '2') + code.slice(1);
    expect((await post('/redemptions', { code: mistyped }).expect(422)).body).toMatchObject({
      ...{ code: 'voucher-code-mistyped', errors: [{ field: 'code', code: 'voucher-code-check' }] },
    });
    expect((await post('/redemptions', { code: '2222-2222-2222' }).expect(404)).body.code).toBe('voucher-code-unknown');
    expect((await post('/lookups', { code: code.toLowerCase().replaceAll('-', ' ') }).expect(200)).body).toEqual(
      voucher,
    );
    await post('/lookups', { code }, 'legal').expect(403);
  });

  it('CP-5 are redeemed once, also by two desks at the same moment', async () => {
    const { id, code } = await issued();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post('/redemptions', { code })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({
      code: 'voucher-redeemed',
      state: 'redeemed',
      redeemedAt: expect.stringMatching(/^2026-11-22T02:0/),
    });
    expect(await told(VoucherRedeemedV1, id)).toHaveLength(1);
    expect(await read(id)).toMatchObject({ status: 'redeemed', redeemedBy: expect.any(String) });
    expect((await post(`/${id}/void`, { reason: '误' }, 'centre-manager').expect(409)).body.code).toBe(
      'voucher-redeemed',
    );
  });

  it('CP-5 worth more than the value wait for somebody else’s approval, and have no code until then', async () => {
    const asked = await issued({ valueFen: 5_001, typeCode: 'gift' });
    expect(asked).toMatchObject({ status: 'awaiting-approval', code: null, validUntil: null });
    const notices = (await service.events(ComplaintsNotificationRequestedV1)).map(({ data }) => data);
    expect(notices.filter(({ subjectId }) => subjectId === asked.id)).toMatchObject([
      { purpose: 'complaints.voucher-approval', to: [{ role: 'centre-manager' }], next: [{ role: 'general-manager' }] },
    ]);
    expect(await told(VoucherIssuedV1, asked.id)).toEqual([]);
    await post(`/${asked.id}/approve`).expect(403);
    const approved = (await decide(asked.id, 'approve').expect(200)).body;
    expect(approved).toMatchObject({ status: 'issued', validUntil: END_OF_PARKING, code: expect.any(String) });
    expect(await told(VoucherIssuedV1, asked.id)).toHaveLength(1);
    const again = (await decide(asked.id, 'approve').expect(409)).body;
    expect(again).toMatchObject({ code: 'voucher-approved', allowed: ['reserve', 'redeem', 'void'] });
    const { body: own } = await post('', { typeCode: 'gift', source: 'event', valueFen: 9_000 }, 'centre-manager');
    expect((await post(`/${own.id}/approve`, {}, 'centre-manager').expect(403)).body.code).toBe('voucher-own-approval');
    const declined = (await decide(own.id, 'decline', { reason: '超标' }).expect(200)).body;
    expect(declined).toMatchObject({ status: 'declined', code: null });
    expect(await told(VoucherIssuedV1, own.id)).toEqual([]);
  });

  it('CP-5 expire by themselves at the midnight of their last day, and tell it once', async () => {
    const { id, code } = await issued();
    await service.clock.set('2026-12-22T23:59:30+08:00');
    await worked();
    expect(await read(id)).toMatchObject({ status: 'issued' });
    await service.clock.set(END_OF_PARKING);
    expect((await post('/redemptions', { code }).expect(409)).body.code).toBe('voucher-expired');
    await eventually(async () => {
      await worked();
      expect(await told(VoucherExpiredV1, id)).toHaveLength(1);
    });
    await worked();
    expect(await told(VoucherExpiredV1, id)).toHaveLength(1);
    expect(await read(id)).toMatchObject({ status: 'expired', endedAt: expect.stringMatching(/^2026-12-22T16:/) });
  });

  it('decision 14: are held for a promise: once, until it is confirmed, also when that is told twice', async () => {
    const { id, code } = await issued({ typeCode: 'priority-appointment' });
    expect(
      (await post('/reservations', { code, reservationId: newId(), minutes: 5, kind: 'gift' }).expect(409)).body,
    ).toMatchObject({ code: 'voucher-kind', kind: 'priority-appointment' });
    const wanted = {
      code,
      reservationId: newId(),
      minutes: 15,
      kind: 'priority-appointment',
      reservedFor: '心内科预约',
    };
    const answers = await Promise.all([
      ...[1, 2].map(() => post('/reservations', wanted)),
      ...[1, 2].map(() => post('/reservations', { ...wanted, reservationId: newId() })),
    ]);
    const winners = answers.filter(({ status }) => status === 200).map(({ body }) => body.reservationId as string);
    expect(new Set(winners).size).toBe(1);
    expect(await told(VoucherReservedV1, id)).toHaveLength(1);
    expect((await post('/redemptions', { code }).expect(409)).body).toMatchObject({
      ...{ code: 'voucher-reserved', reservedUntil: expect.stringMatching(/^2026-11-22T02:15:/) },
    });
    const [promise] = winners;
    for (let time = 0; time < 2; time += 1) await post(`/reservations/${promise}/confirm`).expect(200);
    expect(await told(VoucherRedeemedV1, id)).toMatchObject([{ reservationId: promise }]);
    await post(`/reservations/${promise}/release`).expect(200);
    expect(await read(id)).toMatchObject({ status: 'redeemed' });
    await post(`/reservations/${newId()}/confirm`).expect(404);
  });

  it('decision 14: are free again when the promise runs out; a late confirmation takes them if nobody else did', async () => {
    const vouchers = await Promise.all([issued(), issued()]);
    const [first, second] = await Promise.all(vouchers.map(({ code }) => held(code)));
    await service.clock.set('2026-11-22T10:15:00+08:00');
    await eventually(async () => {
      await worked();
      for (const { id } of vouchers) expect(await told(VoucherReleasedV1, id)).toMatchObject([{ why: 'ran-out' }]);
    });
    expect(await read(vouchers[0].id)).toMatchObject({ status: 'issued', reservedUntil: null });
    await post(`/reservations/${first?.reservationId}/confirm`).expect(200);
    expect(await read(vouchers[0].id)).toMatchObject({ status: 'redeemed' });
    await post('/redemptions', { code: vouchers[1].code }).expect(200);
    await post(`/reservations/${second?.reservationId}/confirm`).expect(404);
    expect(await told(VoucherRedeemedV1, vouchers[1].id)).toMatchObject([{ voucherId: vouchers[1].id }]);
  });

  it('decision 14: taken after a promise ran out that nobody worked off yet, its holder is told first', async () => {
    // A service that is not asked for deadlines: no clock is set, time is what the rows say.
    const ranOut = async () => {
      const { id, code } = await issued();
      const { reservationId } = await held(code);
      await service.source.query(`UPDATE voucher SET reserved_until = issued_at, due_at = 'infinity' WHERE id = $1`, [
        id,
      ]);
      return { id, code, reservationId };
    };
    const [redeemed, voided, reserved] = [await ranOut(), await ranOut(), await ranOut()];
    await post('/redemptions', { code: redeemed.code }).expect(200);
    await post(`/${voided.id}/void`, { reason: '重复发放' }, 'centre-manager').expect(200);
    const next = await held(reserved.code);
    for (const { id, reservationId } of [redeemed, voided, reserved])
      expect(await told(VoucherReleasedV1, id)).toMatchObject([{ reservationId, why: 'ran-out' }]);
    expect(await read(reserved.id)).toMatchObject({ status: 'reserved', reservationId: next.reservationId });
    await post(`/reservations/${reserved.reservationId}/confirm`).expect(404);
    expect((await post(`/reservations/${voided.reservationId}/confirm`).expect(409)).body.code).toBe('voucher-void');
  });

  it('decision 14: given back they are free at once, and a confirmation that was overtaken takes nothing', async () => {
    const { id, code } = await issued();
    const { reservationId } = await held(code);
    for (let time = 0; time < 2; time += 1) await post(`/reservations/${reservationId}/release`).expect(200);
    expect(await told(VoucherReleasedV1, id)).toMatchObject([{ why: 'given-back' }]);
    expect((await post(`/reservations/${reservationId}/confirm`).expect(409)).body).toMatchObject({ state: 'issued' });
    const other = await issued();
    const taken = { code: other.code, reservationId, minutes: 5 };
    expect((await post('/reservations', taken).expect(409)).body.code).toBe('voucher-reservation-taken');
    await post('/redemptions', { code }).expect(200);
  });

  it('decision 14: a promise outlives the last day of the voucher, which expires when it ends unused', async () => {
    const { id, code } = await issued();
    await service.clock.set('2026-12-22T23:50:00+08:00');
    const { reservationId } = await held(code);
    await service.clock.set('2026-12-23T00:03:00+08:00');
    await worked();
    expect(await read(id)).toMatchObject({ status: 'reserved', reservationId });
    await post(`/reservations/${reservationId}/release`).expect(200);
    expect(await read(id)).toMatchObject({ status: 'expired', endedAt: expect.any(String) });
    expect(await told(VoucherExpiredV1, id)).toHaveLength(1);
  });

  it('CP-5 are made void with a reason, but not while they are held', async () => {
    const { id, code } = await issued();
    const { reservationId } = await held(code);
    const voided = () => post(`/${id}/void`, { reason: '重复发放' }, 'centre-manager');
    expect((await voided().expect(409)).body.code).toBe('voucher-reserved');
    await post(`/reservations/${reservationId}/release`).expect(200);
    expect((await voided().expect(200)).body).toMatchObject({ status: 'void', endReason: '重复发放' });
    expect(await told(VoucherVoidedV1, id)).toHaveLength(1);
    expect((await post('/redemptions', { code }).expect(409)).body.code).toBe('voucher-void');
  });

  it('PT-5, PT-10: are given by themselves for a win-back’s offers and a silence, once each', async () => {
    const patientId = newId();
    const at = service.clock.now().toISOString();
    const step = { winBackId: newId(), patientId, at, answerBy: at };
    const offers = [
      { ...step, step: 1, offer: 'free-recheck' },
      { ...step, step: 2, offer: 'returning-discount' },
      { ...step, step: 3, offer: 'doctor-call' },
    ] as const;
    for (const offer of [...offers, ...offers]) await service.publish(WinBackStepDueV1, offer);
    const silence = { communityId: newId(), membershipId: newId(), patientId, since: at, ownerId: newId() };
    for (let time = 0; time < 2; time += 1) await service.publish(CommunityMemberSilentV1, silence);
    const later = new Date(service.clock.now().getTime() + 60_000).toISOString();
    await service.publish(CommunityMemberSilentV1, { ...silence, since: later });
    const given = async () => {
      const { body } = await service.api('agent').get('/complaints/vouchers').query({ patientId }).expect(200);
      return (body.items as VoucherView[]).map(({ source, typeCode }) => `${source} ${typeCode}`).toSorted();
    };
    await eventually(async () =>
      expect(await given()).toEqual([
        ...['community free-recheck', 'community free-recheck'],
        ...['win-back free-recheck', 'win-back returning-discount'],
      ]),
    );
  });

  it('decision 13: of a patient are found under every record that was merged, and are nobody’s after an erasure', async () => {
    const [survivorId, retiredId] = [newId(), newId()];
    const { id } = await issued({ patientId: retiredId });
    const of = async (patientId: string) => {
      const { body } = await service.api('agent').get('/complaints/vouchers').query({ patientId }).expect(200);
      return (body.items as VoucherView[]).map((voucher) => voucher.id);
    };
    expect(await of(survivorId)).toEqual([]);
    await service.publish(PersonMergedV1, { survivorId, retiredId });
    await eventually(async () => expect(await of(survivorId)).toEqual([id]));
    const order = { erasureId: newId(), patientId: survivorId, patientIds: [survivorId, retiredId], recordNumbers: [] };
    await service.publish(PersonErasedV1, { ...order, erasedAt: service.clock.now().toISOString() });
    await eventually(async () => expect(await service.events(ComplaintsErasureReportedV1)).toHaveLength(1));
    expect(await read(id)).toMatchObject({ patientId: null, sourceId: null, status: 'issued' });
    for (const patientId of [survivorId, retiredId.toUpperCase()]) {
      const late = await post('', { typeCode: 'free-parking', source: 'event', patientId }).expect(410);
      expect(late.body).toMatchObject({ code: 'person-erased' });
    }
  });

  it('PT-9: nothing is given by itself to a patient who was erased', async () => {
    const [patientId, another] = [newId(), newId()];
    const erased = 'INSERT INTO erased_id (id, erasure_id, erased_at) VALUES ($1, gen_random_uuid(), $2)';
    await service.source.query(erased, [patientId, service.clock.now()]);
    const sourceId = newId();
    for (const each of [patientId, another])
      await transact(service.source, (tx) => {
        const given = { source: 'win-back' as const, sourceId, patientId: each, onceKey: newId() };
        return service.app.get(VoucherIssuing).issueFor(tx, 'free-recheck', given);
      });
    const given = await service.source.query('SELECT patient_id AS "to" FROM voucher WHERE source_id = $1', [sourceId]);
    expect(given).toEqual([{ to: another }]);
  });

  it('PT-9: an erasure takes a voucher that was being given out while it ran', async () => {
    const patientId = newId();
    const erase = (tx: EntityManager) => service.app.get(VouchersPersonData).erase(tx, [patientId]);
    const kept = await keptAfterErasing(service, erase, () => issued({ patientId }));
    expect(kept).toMatchObject({ patientId });
  });

  it('CP-5 are reported by source with the rate of redemption of those that could be used', async () => {
    await service.clock.set('2027-05-03T10:00:00+08:00');
    const vouchers = await Promise.all(
      Array.from({ length: 4 }, () => issued({ source: 'campaign', sourceId: '五一' })),
    );
    await post('/redemptions', { code: vouchers[0]?.code }).expect(200);
    await post(`/${vouchers[1]?.id}/void`, { reason: '误发' }, 'centre-manager').expect(200);
    const period = { from: '2027-05-01T00:00:00+08:00', until: '2027-06-01T00:00:00+08:00' };
    const report = (query: object) => service.api('finance').get('/complaints/vouchers/report').query(query);
    const { body } = await report(period).expect(200);
    const figures = { issued: 4, notApproved: 0, void: 1, open: 2, expired: 0, redeemed: 1, redeemedFen: 2_000 };
    expect(body.whole).toEqual({ ...figures, redemptionRate: 1 / 3 });
    expect(body.bySource).toHaveLength(5);
    expect(body.bySource[3]).toEqual({ source: 'campaign', ...figures, redemptionRate: 1 / 3 });
    expect(body.bySource[0]).toMatchObject({ source: 'ticket', issued: 0, redemptionRate: null });
    await report({ from: period.until, until: period.from }).expect(400);
    const metrics = await scrape(service.url);
    expect(metrics.value('hospital_complaints_vouchers', { status: 'redeemed' })).toBe(1);
  });

  it('ADR 46: are listed by every order and filter', async () => {
    expect(await faultsOfList(service.api('agent'), '/complaints/vouchers', VOUCHERS)).toEqual([]);
    expect(await faultsOfList(service.api('agent'), '/complaints/voucher-types', VOUCHER_TYPES)).toEqual([]);
  }, 180_000);
});
