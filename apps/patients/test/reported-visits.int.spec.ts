import {
  EncounterAdmittedV1,
  EncounterCancelledV1,
  EncounterDischargeCancelledV1,
  EncounterDischargedV1,
  EncounterRegisteredV1,
  HisDischargeCancelledV1,
  HisVisitAdmittedV1,
  HisVisitCancelledV1,
  HisVisitDischargedV1,
  HisVisitPreadmittedV1,
  HisVisitRegisteredV1,
  HisVisitTransferredV1,
  PersonDeathRevokedV1,
  PersonDeceasedV1,
  PersonRegisteredV1,
  HisPatientUpdatedV1,
  type EventClass,
} from '#contracts';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  allHandled,
  aRecordNumber,
  aReport,
  atMinute,
  aVisitNumber,
  aVisitReport,
  patientOf,
  startPatients,
} from './hospital.js';

let hospital: TestService;
beforeAll(async () => {
  hospital = await startPatients();
});
afterAll(() => hospital.stop());

type Told = [EventClass, object];

/** Publishes one after another and waits until all are dealt with; in order as far as they are about one record number. */
async function tell(...told: Told[]): Promise<void> {
  const events: { id: string; type: string }[] = [];
  for (const [type, data] of told) events.push(await hospital.publish(type, data));
  await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
  expect(await parked()).toEqual([]);
}

async function parked(): Promise<unknown[]> {
  return hospital.source.query('SELECT subject, error FROM parked_event');
}

async function eventsAbout<T extends { patientId: string }>(type: EventClass<T>, patientId: string): Promise<T[]> {
  const events = await hospital.events(type);
  return events.map(({ data }) => data).filter((data) => data.patientId === patientId);
}

async function remarks(visitNumber: string): Promise<(string | null)[]> {
  const rows: { remark: string | null }[] = await hospital.source.query(
    'SELECT remark FROM his_report WHERE visit_number = $1 ORDER BY handled_at, id',
    [visitNumber],
  );
  return rows.map(({ remark }) => remark);
}

describe('a stay as the hospital system reports it', () => {
  it('FU-1 is admitted and discharged once, with what the plan is chosen by', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    const details = {
      dischargedAt: '2026-03-02T10:15:00+08:00',
      departmentName: '呼吸内科专业',
      diagnoses: [{ code: 'J18.9', name: '肺炎', type: 'F' }, { name: '无编码' }],
      procedures: [{ code: '33.24' }],
    };
    await tell(
      [HisVisitAdmittedV1, aVisitReport(number, visit, 0, { admittedAt: '2026-02-21T09:00:00+08:00' })],
      [HisVisitTransferredV1, aVisitReport(number, visit, 1, { ward: '5E', bed: '12' })],
      [HisVisitDischargedV1, aVisitReport(number, visit, 2, details)],
      // The same discharge under another control id.
      [HisVisitDischargedV1, aVisitReport(number, visit, 2, details)],
    );
    const patientId = await patientOf(hospital, number);
    expect(await eventsAbout(PersonRegisteredV1, patientId)).toHaveLength(1);
    expect(await eventsAbout(EncounterAdmittedV1, patientId)).toMatchObject([
      { admittedAt: '2026-02-21T01:00:00.000Z' },
    ]);
    const [discharge, ...more] = await eventsAbout(EncounterDischargedV1, patientId);
    expect(more).toEqual([]);
    expect(discharge).toEqual({
      encounterId: expect.any(String),
      patientId,
      class: 'inpatient',
      dischargeNumber: 1,
      dischargedAt: '2026-03-02T02:15:00.000Z',
      departmentCode: '03.01',
      departmentName: '呼吸内科专业',
      diagnosisCodes: ['J18.9'],
      procedureCodes: ['33.24'],
      deceased: false,
      keyPatient: false,
    });
  });

  it('CP-10 that an emergency visit turns into tells when the visit began, and one of its own does not', async () => {
    const number = aRecordNumber();
    const [visit, stay] = [aVisitNumber(), aVisitNumber()];
    const began = '2026-02-21T08:00:00+08:00';
    const admitted = '2026-02-21T11:00:00+08:00';
    await tell(
      [HisVisitRegisteredV1, aVisitReport(number, visit, 0, { class: 'emergency', admittedAt: began })],
      [HisVisitAdmittedV1, aVisitReport(number, visit, 1, { class: 'inpatient', admittedAt: admitted })],
      [HisVisitAdmittedV1, aVisitReport(number, stay, 2, { class: 'inpatient', admittedAt: admitted })],
    );
    const [turned, whole] = await eventsAbout(EncounterAdmittedV1, await patientOf(hospital, number));
    expect(turned).toMatchObject({ admittedAt: new Date(admitted).toISOString() });
    expect(turned?.startedAt).toBe(new Date(began).toISOString());
    expect(whole?.startedAt).toBeUndefined();
  });

  it('FU-1 is discharged although nobody announced it, and late news fills in the admission', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    await tell(
      [HisVisitDischargedV1, aVisitReport(number, visit, 5)],
      [HisVisitAdmittedV1, aVisitReport(number, visit, 1, {}, { name: '旧名' })],
    );
    const patientId = await patientOf(hospital, number);
    const { body } = await hospital.api('guide').get(`/patients/${patientId}/encounters`).expect(200);
    expect(body.items).toMatchObject([{ status: 'finished', admittedAt: atMinute(1), dischargedAt: atMinute(5) }]);
    expect(await eventsAbout(EncounterAdmittedV1, patientId)).toEqual([]);
    expect(await eventsAbout(EncounterDischargedV1, patientId)).toHaveLength(1);
    const { body: patient } = await hospital.api('agent').get(`/patients/${patientId}`).expect(200);
    expect(patient.name).toBe('葉东珅');
    expect((await remarks(visit)).at(-1)).toContain('name: told by a newer report');
  });

  it('FU-1 whose discharge is taken back goes on, and its next discharge is number 2', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    await tell(
      [HisVisitAdmittedV1, aVisitReport(number, visit, 0)],
      [HisVisitDischargedV1, aVisitReport(number, visit, 1)],
      [HisDischargeCancelledV1, aVisitReport(number, visit, 2)],
      [HisDischargeCancelledV1, aVisitReport(number, visit, 2)],
      [HisVisitDischargedV1, aVisitReport(number, visit, 1)],
      [HisVisitDischargedV1, aVisitReport(number, visit, 3)],
    );
    const patientId = await patientOf(hospital, number);
    const numbers = (await eventsAbout(EncounterDischargedV1, patientId)).map(({ dischargeNumber }) => dischargeNumber);
    expect(numbers).toEqual([1, 2]);
    expect(await eventsAbout(EncounterDischargeCancelledV1, patientId)).toMatchObject([{ dischargeNumber: 1 }]);
    expect((await remarks(visit)).at(-2)).toContain('visit: outdated');
  });

  it('FU-1 that is cancelled after its discharge tells so once', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    await tell(
      [HisVisitDischargedV1, aVisitReport(number, visit, 1)],
      [HisVisitCancelledV1, aVisitReport(number, visit, 2)],
      [HisVisitCancelledV1, aVisitReport(number, visit, 3)],
    );
    const patientId = await patientOf(hospital, number);
    expect(await eventsAbout(EncounterDischargedV1, patientId)).toHaveLength(1);
    expect(await eventsAbout(EncounterCancelledV1, patientId)).toHaveLength(1);
  });

  it('PT-2 an announced stay begins on admission, an outpatient visit on registration', async () => {
    const number = aRecordNumber();
    await tell(
      [HisVisitPreadmittedV1, aVisitReport(number, aVisitNumber(), 0)],
      [HisVisitRegisteredV1, aVisitReport(number, aVisitNumber(), 1, { class: 'outpatient' })],
    );
    const patientId = await patientOf(hospital, number);
    expect(await eventsAbout(EncounterRegisteredV1, patientId)).toMatchObject([
      { class: 'outpatient', startedAt: atMinute(1) },
    ]);
    expect(await eventsAbout(EncounterAdmittedV1, patientId)).toEqual([]);
  });

  it('FU-1 told again from the start, after a restore, changes nothing', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    // All in one minute: their times cannot tell which is which.
    const story: Told[] = [
      [HisVisitDischargedV1, aVisitReport(number, visit, 1)],
      [HisDischargeCancelledV1, aVisitReport(number, visit, 1)],
      [HisVisitDischargedV1, aVisitReport(number, visit, 1)],
    ];
    const events: { id: string; type: string }[] = [];
    for (const [type, data] of story) events.push(await hospital.publish(type, data));
    await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
    await hospital.source.query('DELETE FROM inbox WHERE event_id = ANY($1::uuid[])', [events.map(({ id }) => id)]);
    const clerk = hospital.broker;
    for (const event of events) await clerk.publishText(event.type, JSON.stringify(event));
    await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
    const patientId = await patientOf(hospital, number);
    expect(await eventsAbout(EncounterDischargedV1, patientId)).toHaveLength(2);
    expect(await eventsAbout(EncounterDischargeCancelledV1, patientId)).toHaveLength(1);
  });
});

describe('a death', () => {
  it('PT-11 in hospital is told before the discharge, and the discharge says so', async () => {
    const number = aRecordNumber();
    const dead = { deceased: true, deceasedAt: '2026-03-02T09:00:00+08:00' };
    await tell([HisVisitDischargedV1, aVisitReport(number, aVisitNumber(), 1, { disposition: '5' }, dead)]);
    const patientId = await patientOf(hospital, number);
    const rows: { subject: string }[] = await hospital.source.query(
      // Tags and the stage of life follow in transactions of their own, sooner or later.
      `SELECT subject FROM outbox WHERE partition_key = $1 AND subject !~ '(tagged|lifecycle-changed)' ORDER BY seq`,
      [patientId],
    );
    expect(rows.map(({ subject }) => subject)).toEqual([
      'patients.person.registered.v1',
      'patients.person.deceased.v1',
      'patients.encounter.discharged.v1',
    ]);
    expect(await eventsAbout(PersonDeceasedV1, patientId)).toMatchObject([{ deceasedAt: '2026-03-02T01:00:00.000Z' }]);
    expect(await eventsAbout(EncounterDischargedV1, patientId)).toMatchObject([{ deceased: true }]);
  });

  it('PT-11 is taken back only by a newer report that says so', async () => {
    const number = aRecordNumber();
    await tell(
      [HisPatientUpdatedV1, aReport(number, 5, { deceased: true })],
      [HisPatientUpdatedV1, aReport(number, 6)],
      [HisPatientUpdatedV1, aReport(number, 4, { deceased: false })],
    );
    const patientId = await patientOf(hospital, number);
    expect(await eventsAbout(PersonDeathRevokedV1, patientId)).toEqual([]);
    await tell([HisPatientUpdatedV1, aReport(number, 7, { deceased: null })]);
    expect(await eventsAbout(PersonDeathRevokedV1, patientId)).toEqual([{ patientId }]);
    expect(await eventsAbout(PersonDeceasedV1, patientId)).toHaveLength(1);
  });
});
