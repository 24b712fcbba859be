import { newId, transact } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { occasionAt, type Occasion } from '../src/calendar/occasion.js';
import { AdmissionsService } from '../src/stays/admissions.service.js';
import { VisitsService } from '../src/stays/visits.service.js';
import { aStay, Hospital, stepsOf } from './hospital.js';

describe('a plan without a stay', () => {
  let hospital: Hospital;

  beforeAll(async () => {
    hospital = await Hospital.open({}, { asShipped: true });
  });
  afterAll(() => hospital.close());
  beforeEach(() => hospital.service.clock.set('2026-03-02T12:00:00+08:00'));

  const begin = (body: object) => hospital.nurse().post('/follow-up/plans').send(body);
  const wanted = (...patientIds: string[]) => ({
    protocolCode: 'consultation-default',
    patientIds,
    anchoredAt: '2026-03-02T09:30:00+08:00',
  });

  it('FU-11 every outpatient visit makes one, once, and a cancelled visit ends it', async () => {
    const visit = aStay();
    await hospital.register(visit, '2026-03-02T09:00:00+08:00', { departmentCode: '03.04' });
    await hospital.register(visit, '2026-03-02T09:00:00+08:00', { departmentCode: '03.04' });
    await hospital.settled();
    const plan = await hospital.planOf(visit);
    expect(plan).toMatchObject({ anchor: 'visit', protocolCode: 'outpatient-default', dischargedOn: null });
    expect(plan.tasks.map(({ step, mode, opensOn }) => [step, mode, opensOn])).toEqual([
      ['medication', 'message', '2026-03-05'],
    ]);
    expect((await hospital.plan(plan.id)).trail[0]?.reason).toBe('class outpatient');
    await hospital.cancelVisit(visit);
    await eventually(async () => expect((await hospital.planOf(visit)).endReason).toBe('visit-cancelled'));
  });

  it('FU-6 FU-11 a visit cancelled by mistake and registered again goes on; told again as of before, it does not', async () => {
    const visit = aStay();
    const { service } = hospital;
    const registered = { ...visit, class: 'outpatient', startedAt: '2026-03-02T09:00:00+08:00' } as const;
    const endReasonIs = (endReason: string | null) =>
      eventually(async () => expect((await hospital.planOf(visit)).endReason).toBe(endReason));
    const now = service.clock.now();
    const replay = (call: (tx: EntityManager, at: Date, occasion: Occasion) => Promise<void>) =>
      transact(service.source, (tx) => call(tx, new Date(now.getTime() - 1), occasionAt(now, 'Asia/Shanghai')));
    await hospital.register(visit, registered.startedAt);
    await hospital.planOf(visit);
    await hospital.cancelVisit(visit);
    await endReasonIs('visit-cancelled');
    await replay((tx, at, occasion) => service.app.get(VisitsService).register(tx, registered, at, occasion));
    await endReasonIs('visit-cancelled');
    await hospital.register(visit, registered.startedAt);
    await endReasonIs(null);
    expect(new Set((await hospital.planOf(visit)).tasks.map(({ status }) => status))).toEqual(new Set(['planned']));
    await replay((tx, at, occasion) =>
      service.app.get(AdmissionsService).cancelVisit(tx, { ...visit, class: 'outpatient' }, at, occasion),
    );
    expect(await hospital.planOf(visit)).toMatchObject({ status: 'active', endReason: null });
  });

  it('FU-5 FU-11 a visit for high blood pressure is followed up as such, and the next one takes its place', async () => {
    const [visit, later] = [aStay(), aStay()];
    const patient = { patientId: visit.patientId };
    await hospital.register(visit, '2026-03-02T09:00:00+08:00', { diagnosisCodes: ['I10.x00'] });
    await hospital.register({ ...later, ...patient }, '2026-03-02T11:00:00+08:00', { diagnosisCodes: ['I10.x00'] });
    await hospital.settled();
    expect(await hospital.planOf(visit)).toMatchObject({ protocolCode: 'hypertension', endReason: 'replaced' });
    expect(await hospital.planOf(later)).toMatchObject({ protocolCode: 'hypertension', status: 'active' });
    await hospital.cancelVisit({ ...later, ...patient });
    await eventually(async () => expect((await hospital.planOf(visit)).status).toBe('active'));
  });

  it('FU-11 a key patient gets a call, and the message as everybody', async () => {
    const visit = aStay();
    await hospital.register(visit, '2026-03-02T09:00:00+08:00', { keyPatient: true });
    const { tasks } = await hospital.planOf(visit);
    expect(tasks.map(({ step, mode, questionnaireCode }) => [step, mode, questionnaireCode])).toEqual([
      ['call', 'call', 'outpatient-follow-up'],
      ['medication', 'message', null],
    ]);
  });

  it('FU-11 an emergency or examination makes none', async () => {
    const visit = aStay();
    await hospital.register(visit, '2026-03-02T09:00:00+08:00', { class: 'emergency' });
    await hospital.settled();
    expect(await hospital.plans(visit.patientId)).toEqual([]);
  });

  it('FU-11 every discharge gets a rehabilitation message beside its visits', async () => {
    const stay = aStay();
    await hospital.discharge(stay);
    const { tasks, protocolVersion } = await hospital.planOf(stay);
    expect(protocolVersion).toBe(2);
    expect(tasks.filter(({ mode }) => mode === 'message').map(({ step, kind }) => [step, kind])).toEqual([
      ['rehabilitation', 'education'],
    ]);
  });

  it('FU-5 a birth is followed up by the protocol of births', async () => {
    const stay = aStay();
    await hospital.discharge(stay, { diagnosisCodes: ['O82.000'] });
    const plan = await hospital.planOf(stay);
    expect(plan.protocolCode).toBe('childbirth');
    expect((await hospital.plan(plan.id)).trail[0]?.reason).toBe('class inpatient, diagnosis O82.000');
  });

  it('FU-11 for a list of people is begun at will, but not for the dead, the unwilling, or twice', async () => {
    const [willing, dead, barred] = [newId(), newId(), newId()];
    await hospital.die(dead);
    await hospital.withdraw(barred);
    await hospital.settled();
    const { body } = await begin(wanted(willing, dead, barred)).expect(201);
    expect(
      body.items.map(({ patientId, reason }: { patientId: string; reason: string }) => [patientId, reason]),
    ).toEqual([
      [willing, null],
      [dead, 'deceased'],
      [barred, 'consent-withdrawn'],
    ]);
    const plan = await hospital.plan(body.items[0].planId);
    expect(plan).toMatchObject({ anchor: 'consultation', encounterId: null, patientId: willing });
    expect(stepsOf(plan)).toEqual(['day-1 planned', 'day-14 planned']);
    const again = await begin(wanted(willing)).expect(201);
    expect(again.body.items).toEqual([{ patientId: willing, planId: null, reason: 'exists' }]);
  });

  it('FU-11 two nurses asking for the same patient at once make one plan', async () => {
    const patientId = newId();
    const answers = await Promise.all([begin(wanted(patientId)), begin(wanted(patientId))]);
    expect(answers.map(({ body }) => body.items[0].reason).sort()).toEqual(['exists', null]);
    expect(await hospital.plans(patientId)).toHaveLength(1);
  });

  it('FU-11 dated ten years ago or tomorrow says so', async () => {
    const [old, coming] = [newId(), newId()];
    await begin({ ...wanted(old), anchoredAt: '2016-03-02T09:30:00+08:00' }).expect(201);
    await begin({ ...wanted(coming), anchoredAt: '2026-03-03T09:30:00+08:00' }).expect(201);
    expect(await hospital.plans(old)).toMatchObject([{ remark: 'anchor-long-past' }]);
    expect(await hospital.plans(coming)).toMatchObject([{ remark: 'anchor-in-future' }]);
  });

  it.each(['9999-12-31T23:00:00Z', '1899-06-01T09:00:00+08:00'])(
    'FU-11 refuses to count a plan from %s',
    async (anchoredAt) => {
      const { body } = await begin({ ...wanted(newId()), anchoredAt }).expect(400);
      expect(body.errors).toMatchObject([{ field: 'anchoredAt', code: 'moment-implausible' }]);
    },
  );

  it.each([
    [{ protocolCode: 'nobody' }, 404],
    [{ protocolVersion: 9 }, 404],
    [{ patientIds: [] }, 400],
    [{ patientIds: ['1'] }, 400],
    [{ anchoredAt: '2026-02-30T09:30:00+08:00' }, 400],
    [{ anchor: 'visit' }, 400],
  ])('FU-11 refuses %j with %d', async (over, status) => {
    await begin({ ...wanted(newId()), ...over }).expect(status);
  });
});
