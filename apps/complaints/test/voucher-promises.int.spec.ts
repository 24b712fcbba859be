import {
  VoucherConfirmationQuestionV1,
  VoucherRedeemedV1,
  VoucherReleasedV1,
  VoucherReleaseQuestionV1,
  VoucherReservationQuestionV1,
  VoucherReservedV1,
  type EventClass,
  type VoucherFacts,
  type VoucherPromiseAnswer,
} from '#contracts';
import { EventBusModule, eventBusMigrations, NoAnswerError, Questions } from '#event-bus';
import { Deadlines, newId, platformMigrations, PlatformModule, ServiceConfig } from '#platform';
import { eventually, natsUrlAs, startTestService, TEST_USER, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { VoucherView } from '../src/vouchers/vouchers.dto.js';
import { startComplaints } from './complaints.js';

const ASKER_MIGRATIONS = [...platformMigrations, ...eventBusMigrations];
const TODAY = '2026-11-22T10:00:00+08:00';

/** A service that keeps bookings, as far as it asks for vouchers. It is none yet, so the broker knows it as the test. */
@Module({
  imports: [
    PlatformModule.forService({
      service: 'appointments',
      config: ServiceConfig,
      database: { entities: [], migrations: ASKER_MIGRATIONS },
    }),
    EventBusModule.forService('appointments'),
  ],
})
class AppointmentsModule {}

describe('decision 14: vouchers promised by another service, which asks over NATS', () => {
  let appointments: TestService;
  let service: TestService;

  beforeAll(async () => {
    appointments = await startTestService({
      ...{ service: 'appointments', module: AppointmentsModule, migrations: ASKER_MIGRATIONS },
      environment: { NATS_URL: natsUrlAs(TEST_USER) },
    });
    service = await startComplaints();
  });
  afterAll(async () => {
    await service.stop();
    await appointments.stop();
  });
  beforeEach(() => service.clock.set(TODAY));

  const ask = async <T extends object>(type: EventClass<T>, question: T): Promise<VoucherPromiseAnswer> => {
    const lines: string[] = [];
    const signal = AbortSignal.timeout(20_000);
    const asked = appointments.app.get(Questions).ask(type, 'complaints', question, signal);
    for await (const line of asked) lines.push(line);
    expect(lines).toHaveLength(1);
    return JSON.parse(lines[0] ?? '') as VoucherPromiseAnswer;
  };
  const reserve = (code: string | null, reservationId: string, minutes = 15) =>
    ask(VoucherReservationQuestionV1, {
      ...{ code: code ?? '', reservationId, minutes },
      kind: 'priority-appointment',
    });
  const confirm = (reservationId: string) => ask(VoucherConfirmationQuestionV1, { reservationId });
  const release = (reservationId: string) => ask(VoucherReleaseQuestionV1, { reservationId });

  const issued = async (typeCode = 'priority-appointment'): Promise<VoucherView> => {
    const made = service.api('agent').post('/complaints/vouchers').send({ typeCode, source: 'event' });
    return (await made.expect(201)).body as VoucherView;
  };
  const read = async (id: string): Promise<VoucherView> =>
    (await service.api('agent').get(`/complaints/vouchers/${id}`).expect(200)).body as VoucherView;
  const told = async <T extends VoucherFacts>(type: EventClass<T>, id: string): Promise<T[]> =>
    (await service.events(type)).map(({ data }) => data).filter(({ voucherId }) => voucherId === id);

  it('is held and used once, however often each is asked, and by whom is on record', async () => {
    const { id, code } = await issued();
    const reservationId = newId();
    const held = await reserve(code, reservationId);
    expect(held).toMatchObject({ granted: true, voucherId: id, kind: 'priority-appointment', state: 'reserved' });
    expect(held).toHaveProperty('reservedUntil', expect.stringMatching(/^2026-11-22T02:15:/));
    expect(await reserve(code, reservationId, 60)).toEqual(held);
    expect(await told(VoucherReservedV1, id)).toHaveLength(1);
    const answers = await Promise.all([1, 2, 3].map(() => confirm(reservationId)));
    for (const answer of answers) expect(answer).toMatchObject({ granted: true, voucherId: id, state: 'redeemed' });
    expect(await told(VoucherRedeemedV1, id)).toMatchObject([{ reservationId }]);
    expect(await read(id)).toMatchObject({ status: 'redeemed', redeemedBy: 'appointments' });
    expect(await release(reservationId)).toMatchObject({ granted: true, state: 'redeemed' });
    expect(await told(VoucherReleasedV1, id)).toEqual([]);
  });

  it('is promised to one of two who ask at the same moment', async () => {
    const { id, code } = await issued();
    const answers = await Promise.all([1, 2, 3, 4].map(() => reserve(code, newId())));
    expect(answers.map(({ granted }) => granted).toSorted()).toEqual([false, false, false, true]);
    const refused = answers.find(({ granted }) => !granted);
    expect(refused).toEqual({ granted: false, code: 'voucher-reserved', state: 'reserved' });
    expect(await told(VoucherReservedV1, id)).toHaveLength(1);
  });

  it('is free at once when it is given back, and by itself when nobody confirms in time', async () => {
    const { id, code } = await issued();
    const first = newId();
    await reserve(code, first);
    for (let time = 0; time < 2; time += 1)
      expect(await release(first)).toMatchObject({ granted: true, state: 'issued' });
    expect(await confirm(first)).toEqual({ granted: false, code: 'voucher-approved', state: 'issued' });
    const second = newId();
    expect(await reserve(code, second, 5)).toMatchObject({ granted: true, state: 'reserved' });
    await service.clock.set('2026-11-22T10:06:00+08:00');
    await eventually(async () => {
      await service.app.get(Deadlines).runOnce();
      const ends = (await told(VoucherReleasedV1, id)).map(({ reservationId, why }) => [reservationId, why]);
      expect(ends).toEqual([
        [first, 'given-back'],
        [second, 'ran-out'],
      ]);
    });
    expect(await confirm(second)).toMatchObject({ granted: true, state: 'redeemed' });
  });

  it('is refused in so many words, and what can be no question is not answered', async () => {
    const { code } = await issued('free-parking');
    expect(await reserve(code, newId())).toEqual({ granted: false, code: 'voucher-kind' });
    expect(await reserve('2222-2222-2222', newId())).toEqual({ granted: false, code: 'voucher-code-unknown' });
    expect(await reserve('2222', newId())).toEqual({ granted: false, code: 'voucher-code-mistyped' });
    expect(await confirm(newId())).toEqual({ granted: false, code: 'not-found' });
    await expect(reserve(code, newId(), 0)).rejects.toThrow('minutes');
  });

  it('CP-5: without an answer nothing is promised that does not end, and asking again is safe', async () => {
    const { id, code } = await issued();
    const reservationId = newId();
    // As an asker that is killed after its question: it never hears the answer.
    const question = { reservationId, code, minutes: 15 };
    const reply = { reply: `answer.appointments.${newId()}` };
    appointments.broker.connection.publish('ask.complaints.voucher-reservation.v1', JSON.stringify(question), reply);
    await eventually(async () => expect(await read(id)).toMatchObject({ status: 'reserved', reservationId }));
    expect(await reserve(code, reservationId)).toMatchObject({ granted: true, voucherId: id, state: 'reserved' });
    expect(await told(VoucherReservedV1, id)).toHaveLength(1);
  });

  it('decision 3: nobody else than its asker hears an answer, and who is not there is told so', async () => {
    const { id, code } = await issued();
    const question = { reservationId: newId(), code, minutes: 15 };
    const { connection } = appointments.broker;
    connection.publish('ask.complaints.voucher-reservation.v1', JSON.stringify(question), {
      reply: 'answer.patients.x',
    });
    await connection.flush();
    expect(await reserve(code, newId())).toMatchObject({ granted: true, voucherId: id });
    expect(await told(VoucherReservedV1, id)).toHaveLength(1);
    const lines = appointments.app
      .get(Questions)
      .ask(VoucherReleaseQuestionV1, 'his', { reservationId: newId() }, AbortSignal.timeout(20_000));
    await expect(lines.next()).rejects.toThrow(NoAnswerError);
  });
});
