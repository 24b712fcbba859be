import {
  HisMedicationDispensedV1,
  HisMedicationOrderedV1,
  HisMedicationStoppedV1,
  HisPatientsMergedV1,
  HisVisitAdmittedV1,
  HisVisitDischargedV1,
  MedicationChangedV1,
  type MedicationStop,
  type PatientIdentifier,
  type ReportedMedication,
} from '#contracts';
import { eventually, faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MedicationView } from '../src/medications/medications.dto.js';
import { MEDICATIONS } from '../src/medications/medications.list.js';
import {
  allHandled,
  aRecordNumber,
  aReport,
  aVisitNumber,
  aVisitReport,
  patientOf,
  startPatients,
} from './hospital.js';

let orders = 0;
const DRUG: Omit<ReportedMedication, 'orderNumber'> = {
  ...{ code: 'XC09', name: '阿司匹林肠溶片', use: 'discharge', dose: '1', doseUnit: '片', frequency: 'QD' },
  ...{ startsAt: '2026-03-02T10:00:00+08:00', durationDays: 30 },
};
const aDrug = (over: Partial<ReportedMedication> = {}): ReportedMedication => ({
  ...{ ...DRUG, orderNumber: `CF${(orders += 1)}` },
  ...over,
});
const told = (number: PatientIdentifier, minute: number, visitNumber?: string) => ({
  ...{ ...aReport(number, minute), number: 1 },
  ...(visitNumber === undefined ? {} : { visitNumber }),
});

describe('drugs in the record', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
    await hospital.clock.set('2026-03-03T08:00:00+08:00');
  });
  afterAll(() => hospital.stop());

  const tell = async (...all: [Parameters<TestService['publish']>[0], object][]): Promise<void> => {
    const events: { id: string }[] = [];
    for (const [type, data] of all) events.push(await hospital.publish(type, data));
    await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
    expect(await hospital.source.query('SELECT subject, error FROM parked_event')).toEqual([]);
  };
  const order = (number: PatientIdentifier, minute: number, medication: ReportedMedication, visit?: string) =>
    tell([HisMedicationOrderedV1, { ...told(number, minute, visit), medication }]);
  const stop = (
    number: PatientIdentifier,
    minute: number,
    which: { orderNumber: string; code?: string; name?: string },
    reason: MedicationStop = 'discontinued',
  ) => tell([HisMedicationStoppedV1, { ...told(number, minute), order: which, reason }]);
  const drugs = async (
    id: string,
    query: object = {},
    role: 'agent' | 'duty-doctor' = 'agent',
  ): Promise<MedicationView[]> =>
    (await hospital.api(role).get(`/patients/${id}/medications`).query(query).expect(200)).body.items;
  const changes = async (patientId: string) =>
    (await hospital.events(MedicationChangedV1)).map(({ data }) => data).filter((data) => data.patientId === patientId);
  const CURRENT = { filter: 'current eq true' };

  it('PT-2 are listed with what is taken now, told to the others once, and shown to who is called', async () => {
    const number = aRecordNumber();
    const medication = aDrug();
    await order(number, 0, medication);
    await order(number, 1, medication);
    const id = await patientOf(hospital, number);
    expect(await drugs(id)).toMatchObject([
      {
        ...{ patientId: id, name: '阿司匹林肠溶片', use: 'discharge', current: true, dose: '1', frequency: 'QD' },
        ...{ startsAt: '2026-03-02T02:00:00.000Z', endsAt: '2026-04-01T02:00:00.000Z', stoppedAt: null },
      },
    ]);
    expect(await changes(id)).toEqual([
      {
        ...{ medicationId: (await drugs(id))[0]?.id, patientId: id, stopped: false, sensitive: false },
        ...{ code: 'XC09', name: '阿司匹林肠溶片', use: 'discharge' },
        ...{ startsAt: '2026-03-02T02:00:00.000Z', endsAt: '2026-04-01T02:00:00.000Z' },
      },
    ]);
    const { body } = await hospital
      .api('agent')
      .get('/patients/lookup')
      .query({ mrn: number.value, issuer: number.issuer });
    expect(body.picture.currentMedications).toMatchObject([{ name: '阿司匹林肠溶片' }]);
    const { body: timeline } = await hospital.api('agent').get(`/patients/${id}/timeline?kinds=medication`).expect(200);
    expect(timeline.items).toMatchObject([{ kind: 'medication', what: 'XC09', outcome: 'discharge' }]);
  });

  it('MS-4 handed out, they last from then; handed out again, from then', async () => {
    const number = aRecordNumber();
    const medication = aDrug();
    await order(number, 0, medication);
    const { orderNumber, code } = medication;
    const dispense = (minute: number, dispensedAt: string, durationDays: number) =>
      tell([
        HisMedicationDispensedV1,
        { ...told(number, minute), medication: { orderNumber, code, quantity: '30', durationDays }, dispensedAt },
      ]);
    await dispense(1, '2026-03-02T11:00:00+08:00', 30);
    const id = await patientOf(hospital, number);
    expect(await drugs(id)).toMatchObject([
      { quantity: '30', dispensedAt: '2026-03-02T03:00:00.000Z', endsAt: '2026-04-01T03:00:00.000Z' },
    ]);
    await dispense(2, '2026-03-03T07:00:00+08:00', 14);
    expect(await drugs(id)).toMatchObject([{ endsAt: '2026-03-16T23:00:00.000Z', name: '阿司匹林肠溶片' }]);
    expect(await changes(id)).toHaveLength(3);
  });

  it('PT-2 stop, one drug or all of an order, also when the stop is heard first; an older order changes nothing', async () => {
    const number = aRecordNumber();
    const first = aDrug();
    const second = { ...first, code: 'XC07', name: '美托洛尔' };
    await order(number, 1, first);
    await order(number, 1, second);
    const { orderNumber } = first;
    await stop(number, 2, { orderNumber, code: 'XC07' });
    const id = await patientOf(hospital, number);
    expect((await drugs(id, CURRENT)).map(({ code }) => code)).toEqual(['XC09']);
    await stop(number, 3, { orderNumber }, 'cancelled');
    expect((await drugs(id)).map(({ stopReason }) => stopReason)).toEqual(['cancelled', 'cancelled']);
    await order(number, 0, { ...first, dose: '9' });
    expect(await drugs(id, CURRENT)).toEqual([]);
    await order(number, 4, first);
    expect(await drugs(id, CURRENT)).toMatchObject([{ code: 'XC09', dose: '1', stopReason: null }]);

    const [late, other] = [aDrug(), aRecordNumber()];
    await stop(other, 5, { orderNumber: late.orderNumber });
    expect(await drugs(await patientOf(hospital, other))).toEqual([]);
    await order(other, 1, late);
    expect(await drugs(await patientOf(hospital, other))).toMatchObject([
      { current: false, stopReason: 'discontinued' },
    ]);
  });

  it('PT-2 stop by their name where the sender has no codes, and the others of the order go on', async () => {
    const { code: _none, ...first } = aDrug();
    const second = { ...first, name: '美托洛尔' };
    const { orderNumber } = first;
    const number = aRecordNumber();
    await order(number, 1, first);
    await order(number, 1, second);
    await stop(number, 2, { orderNumber, name: '美托洛尔' });
    const id = await patientOf(hospital, number);
    expect((await drugs(id, CURRENT)).map(({ name }) => name)).toEqual(['阿司匹林肠溶片']);

    // Ordered with a code, stopped by name alone; also when the stop is heard first.
    const [coded, other] = [aDrug(), aRecordNumber()];
    const { orderNumber: of, name = '' } = coded;
    await order(other, 1, { ...coded, code: 'XC07', name: '美托洛尔' });
    await stop(other, 5, { orderNumber: of, name });
    await order(other, 1, coded);
    const theirs = await patientOf(hospital, other);
    expect((await drugs(theirs, CURRENT)).map(({ code }) => code)).toEqual(['XC07']);
    await stop(other, 6, { orderNumber: of, name: '美托洛尔' });
    expect(await drugs(theirs, CURRENT)).toEqual([]);
  });

  it('PT-2 of the ward are taken while the stay goes on; of all, from their first moment to their last', async () => {
    const [number, visit] = [aRecordNumber(), aVisitNumber()];
    await tell([HisVisitAdmittedV1, aVisitReport(number, visit, 0, { admittedAt: '2026-03-01T09:00:00+08:00' })]);
    await order(number, 1, aDrug({ code: 'WARD', use: 'inpatient' }), visit);
    await order(number, 1, aDrug({ code: 'NOW', startsAt: '2026-03-03T08:00:00+08:00', durationDays: 1 }));
    await order(number, 1, aDrug({ code: 'TOMORROW', startsAt: '2026-03-04T08:00:00+08:00' }));
    await order(
      number,
      1,
      aDrug({ code: 'OVER', startsAt: '2026-03-01T08:00:00+08:00', endsAt: '2026-03-03T08:00:00+08:00' }),
    );
    const id = await patientOf(hospital, number);
    const taken = async () => (await drugs(id, CURRENT)).map(({ code }) => code).sort();
    expect(await taken()).toEqual(['NOW', 'WARD']);
    await tell([HisVisitDischargedV1, aVisitReport(number, visit, 2, { dischargedAt: '2026-03-02T10:02:00+08:00' })]);
    expect(await taken()).toEqual(['NOW']);
  });

  it('PT-9 sensitive ones are told to those who may; PT-3 of merged records are one list', async () => {
    const [number, retired] = [aRecordNumber(), aRecordNumber()];
    await order(number, 0, aDrug({ code: 'J05AR13', name: '多替拉韦' }));
    const theirs = aDrug();
    await order(retired, 0, theirs);
    await tell([HisPatientsMergedV1, { ...aReport(number, 5), retired }]);
    await stop(number, 6, { orderNumber: theirs.orderNumber });
    const id = await patientOf(hospital, number);
    const seen = await drugs(id);
    expect(seen.find(({ sensitive }) => sensitive)).toMatchObject({
      withheld: true,
      code: null,
      name: null,
      dose: null,
    });
    expect(seen.find(({ sensitive }) => !sensitive)).toMatchObject({ stopReason: 'discontinued' });
    expect(await drugs(id, { filter: `code eq 'J05AR13'` })).toEqual([]);
    expect(await drugs(id, { filter: `code eq 'J05AR13'` }, 'duty-doctor')).toMatchObject([{ name: '多替拉韦' }]);
    expect(await changes(id)).toMatchObject([{ sensitive: true }]);
    expect((await changes(id))[0]).not.toHaveProperty('name');
    expect(await faultsOfList(hospital.api('agent'), `/patients/${id}/medications`, MEDICATIONS)).toEqual([]);
  });
});
