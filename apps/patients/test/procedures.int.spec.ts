import {
  EncounterAdmittedV1,
  EncounterCancelledV1,
  EncounterDischargedV1,
  EncounterProcedureRecordedV1,
  EncounterProcedureWithdrawnV1,
  EncounterRegisteredV1,
  HisPatientUpdatedV1,
  HisVisitAdmittedV1,
  HisVisitCancelledV1,
  HisVisitDischargedV1,
  HisVisitPreadmittedV1,
  HisVisitRegisteredV1,
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

const STENT = { code: '36.06', name: '支架置入', performedAt: '2026-03-01T14:00:00+08:00' };
const FRIDAY = '2026-02-27T09:00:00+08:00';

async function tell(...told: [EventClass, object][]): Promise<void> {
  const events: { id: string; type: string }[] = [];
  for (const [type, data] of told) events.push(await hospital.publish(type, data));
  await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
  expect(await hospital.source.query('SELECT subject, error FROM parked_event')).toEqual([]);
}

async function about<T extends { patientId: string }>(type: EventClass<T>, patientId: string): Promise<T[]> {
  return (await hospital.events(type)).map(({ data }) => data).filter((data) => data.patientId === patientId);
}

/** What happened to somebody's visits, in the order in which it was told; tags follow in transactions of their own. */
async function story(patientId: string): Promise<string[]> {
  const rows: { subject: string }[] = await hospital.source.query(
    "SELECT subject FROM outbox WHERE partition_key = $1 AND subject LIKE 'patients.encounter.%' ORDER BY seq",
    [patientId],
  );
  return rows.map(({ subject }) => subject.replace(/^patients\.encounter\.|\.v1$/g, ''));
}

describe('a procedure of a stay', () => {
  it('FU-3 is told once while the patient is in hospital, and again when its time is corrected', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    const stay = { admittedAt: FRIDAY, departmentName: '心血管内科', diagnoses: [{ code: 'I21.9' }] };
    const born = { birthDate: '1968-03-02' };
    await tell([HisVisitAdmittedV1, aVisitReport(number, visit, 0, stay, born)]);
    const patientId = await patientOf(hospital, number);
    const operated = aVisitReport(number, visit, 1, { procedures: [STENT] });
    await tell([HisPatientUpdatedV1, operated], [HisPatientUpdatedV1, { ...operated, eventTime: atMinute(2) }]);
    const [first, ...none] = await about(EncounterProcedureRecordedV1, patientId);
    expect(none).toEqual([]);
    expect(first).toEqual({
      procedureId: expect.any(String),
      revision: 1,
      encounterId: expect.any(String),
      patientId,
      class: 'inpatient',
      procedureCode: '36.06',
      procedureName: '支架置入',
      performedAt: '2026-03-01T06:00:00.000Z',
      departmentCode: '03.01',
      departmentName: '心血管内科',
      diagnosisCodes: ['I21.9'],
      ageYears: 57,
      keyPatient: false,
    });
    const corrected = { ...STENT, performedAt: '2026-03-01T15:30:00+08:00' };
    const discharge = { dischargedAt: '2026-03-02T10:15:00+08:00', procedures: [corrected] };
    await tell([HisVisitDischargedV1, aVisitReport(number, visit, 3, discharge)]);
    expect(await about(EncounterProcedureRecordedV1, patientId)).toMatchObject([
      first,
      { procedureId: first?.procedureId, revision: 2, performedAt: '2026-03-01T07:30:00.000Z' },
    ]);
    expect(await about(EncounterDischargedV1, patientId)).toMatchObject([
      { procedureCodes: ['36.06'], ageYears: 58, keyPatient: false },
    ]);
  });

  it('FU-3 is told before the discharge that brings it, and after the admission that does', async () => {
    const [late, early] = [aRecordNumber(), aRecordNumber()];
    await tell(
      [HisVisitDischargedV1, aVisitReport(late, aVisitNumber(), 0, { procedures: [STENT] })],
      [HisVisitAdmittedV1, aVisitReport(early, aVisitNumber(), 0, { procedures: [STENT] })],
    );
    expect((await story(await patientOf(hospital, late))).slice(-2)).toEqual(['procedure-recorded', 'discharged']);
    expect((await story(await patientOf(hospital, early))).slice(-2)).toEqual(['admitted', 'procedure-recorded']);
  });

  it('FU-3 is not told of a visit that nobody knows, is only planned, or was cancelled', async () => {
    const number = aRecordNumber();
    const [unknown, planned, cancelled] = [aVisitNumber(), aVisitNumber(), aVisitNumber()];
    const procedures = [STENT];
    await tell(
      [HisPatientUpdatedV1, aVisitReport(number, unknown, 0, { procedures })],
      [HisVisitPreadmittedV1, aVisitReport(number, planned, 1, { procedures })],
      [HisVisitRegisteredV1, aVisitReport(number, cancelled, 2)],
      [HisVisitCancelledV1, aVisitReport(number, cancelled, 3, { procedures })],
    );
    const patientId = await patientOf(hospital, number);
    expect(await about(EncounterCancelledV1, patientId)).toHaveLength(1);
    expect(await about(EncounterProcedureRecordedV1, patientId)).toEqual([]);
    const rows = await hospital.source.query('SELECT remark FROM his_report WHERE visit_number = $1', [unknown]);
    expect(rows).toEqual([{ remark: 'visit: unknown' }]);
    const { body } = await hospital.api('guide').get(`/patients/${patientId}/encounters`).expect(200);
    expect(body.items).toHaveLength(2);
  });
});

describe('a procedure told with a wrong code', () => {
  it('FU-3 is withdrawn before the right one is told, also after the discharge, and told again when it was right', async () => {
    const [number, visit] = [aRecordNumber(), aVisitNumber()];
    const left = { admittedAt: FRIDAY, dischargedAt: '2026-03-02T10:00:00+08:00', procedures: [STENT] };
    await tell([HisVisitDischargedV1, aVisitReport(number, visit, 0, left)]);
    const patientId = await patientOf(hospital, number);
    const recoded = { ...STENT, code: '36.07' };
    await tell([HisPatientUpdatedV1, aVisitReport(number, visit, 1, { procedures: [recoded] })]);
    const [wrong, right] = await about(EncounterProcedureRecordedV1, patientId);
    const { procedureId, encounterId } = wrong as EncounterProcedureRecordedV1;
    expect((await story(patientId)).slice(-2)).toEqual(['procedure-withdrawn', 'procedure-recorded']);
    const { performedAt } = wrong as EncounterProcedureRecordedV1;
    const which = { encounterId, patientId, class: 'inpatient', performedAt };
    expect(await about(EncounterProcedureWithdrawnV1, patientId)).toEqual([
      { procedureId, revision: 2, procedureCode: '36.06', replacedBy: right?.procedureId, ...which },
    ]);
    // Late, and twice: nothing of it is news.
    await tell(
      [HisPatientUpdatedV1, aVisitReport(number, visit, 0, { procedures: [STENT] })],
      [HisPatientUpdatedV1, aVisitReport(number, visit, 2, { procedures: [recoded] })],
    );
    expect(await about(EncounterProcedureWithdrawnV1, patientId)).toHaveLength(1);
    await tell([HisPatientUpdatedV1, aVisitReport(number, visit, 3, { procedures: [STENT] })]);
    expect(await about(EncounterProcedureWithdrawnV1, patientId)).toMatchObject([
      { procedureCode: '36.06' },
      { procedureId: right?.procedureId, revision: 2, procedureCode: '36.07', replacedBy: procedureId },
    ]);
    expect((await about(EncounterProcedureRecordedV1, patientId)).at(-1)).toEqual({ ...wrong, revision: 3 });
  });
});

describe('a procedure told before its visit (A08 before A01)', () => {
  it('FU-3 is told when the visit begins, as the newest report has it, and of another patient’s number never', async () => {
    const [number, other, visit] = [aRecordNumber(), aRecordNumber(), aVisitNumber()];
    const corrected = { ...STENT, performedAt: '2026-03-01T15:30:00+08:00' };
    const coded = { code: '37.22', performedAt: '2026-03-01T16:00:00+08:00' };
    const stray = { code: '88.56', performedAt: '2026-03-01T17:00:00+08:00' };
    await tell(
      [HisPatientUpdatedV1, aVisitReport(number, visit, 1, { procedures: [STENT] })],
      [HisPatientUpdatedV1, aVisitReport(other, visit, 1, { procedures: [stray] })],
      [HisPatientUpdatedV1, aVisitReport(number, visit, 2, { procedures: [corrected, coded] })],
    );
    const patientId = await patientOf(hospital, number);
    expect(await about(EncounterProcedureRecordedV1, patientId)).toEqual([]);
    await tell([HisVisitAdmittedV1, aVisitReport(number, visit, 0, { admittedAt: FRIDAY })]);
    expect((await story(patientId)).slice(-3)).toEqual(['admitted', 'procedure-recorded', 'procedure-recorded']);
    const told = (await about(EncounterProcedureRecordedV1, patientId)).map(({ procedureCode, performedAt }) => [
      ...[procedureCode, performedAt],
    ]);
    expect(told.sort()).toEqual([
      ['36.06', '2026-03-01T07:30:00.000Z'],
      ['37.22', '2026-03-01T08:00:00.000Z'],
    ]);
    await tell([HisVisitAdmittedV1, aVisitReport(number, visit, 3, { admittedAt: FRIDAY })]);
    expect(await about(EncounterProcedureRecordedV1, patientId)).toHaveLength(2);
  });
});

describe('a visit number that begins again', () => {
  const revisionsOf = async (patientId: string) =>
    (await about(EncounterProcedureRecordedV1, patientId)).map(({ procedureId, revision, performedAt }) => ({
      ...{ procedureId, revision, performedAt },
    }));

  it('FU-3 for another stay tells an operation of its own, and has none of the stay before', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    const first = { admittedAt: FRIDAY, dischargedAt: '2026-03-02T10:00:00+08:00', procedures: [STENT] };
    await tell(
      [HisVisitAdmittedV1, aVisitReport(number, visit, 0, { admittedAt: FRIDAY })],
      [HisVisitDischargedV1, aVisitReport(number, visit, 1, first)],
      [HisVisitAdmittedV1, aVisitReport(number, visit, 5, { admittedAt: '2026-03-02T10:01:00+08:00' })],
    );
    const patientId = await patientOf(hospital, number);
    expect(await revisionsOf(patientId)).toHaveLength(1);
    const kept = await hospital.source.query('SELECT procedures FROM encounter WHERE visit_number = $1', [visit]);
    expect(kept).toEqual([{ procedures: [] }]);
    const later = { ...STENT, performedAt: '2026-03-02T10:02:00+08:00' };
    await tell(
      [HisPatientUpdatedV1, aVisitReport(number, visit, 6, { procedures: [later] })],
      [HisPatientUpdatedV1, aVisitReport(number, visit, 7, { procedures: [STENT, later] })],
    );
    const [old, fresh, ...none] = await revisionsOf(patientId);
    expect([old, fresh, none]).toMatchObject([{ revision: 1 }, { revision: 1 }, []]);
    expect(fresh?.procedureId).not.toBe(old?.procedureId);
  });

  it('FU-3 after it was cancelled by mistake tells its operations again, once', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    const stay = { admittedAt: FRIDAY, procedures: [STENT] };
    await tell(
      [HisVisitAdmittedV1, aVisitReport(number, visit, 0, stay)],
      [HisVisitCancelledV1, aVisitReport(number, visit, 1)],
      [HisVisitAdmittedV1, aVisitReport(number, visit, 2, stay)],
      [HisPatientUpdatedV1, aVisitReport(number, visit, 3, stay)],
    );
    const patientId = await patientOf(hospital, number);
    const [told] = await revisionsOf(patientId);
    expect(await revisionsOf(patientId)).toEqual([told, { ...told, revision: 2 }]);
    expect((await story(patientId)).slice(-2)).toEqual(['admitted', 'procedure-recorded']);
  });

  it('FU-3 finished before procedures were told is not told of now, whatever is reported late', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    const said = { admittedAt: FRIDAY, dischargedAt: '2026-03-02T10:00:00+08:00', procedures: [STENT] };
    await tell([HisVisitDischargedV1, aVisitReport(number, visit, 0, said)]);
    const patientId = await patientOf(hospital, number);
    const before = await revisionsOf(patientId);
    await hospital.source.query(`UPDATE encounter SET recorded_procedures = '[]' WHERE visit_number = $1`, [visit]);
    await tell([HisPatientUpdatedV1, aVisitReport(number, visit, 1, { ...said, ward: '5E' })]);
    expect(await revisionsOf(patientId)).toEqual(before);
    const coded = { code: '37.22', performedAt: '2026-03-01T16:00:00+08:00' };
    await tell([HisPatientUpdatedV1, aVisitReport(number, visit, 2, { procedures: [STENT, coded] })]);
    expect(await revisionsOf(patientId)).toHaveLength(before.length + 1);
  });
});

describe('what a hospital system says of a visit in passing (A08)', () => {
  it('IN-1 changes its details, and neither begins, ends nor reclassifies it', async () => {
    const number = aRecordNumber();
    const visit = aVisitNumber();
    const diagnoses = [{ code: 'I21.9' }];
    const said = { class: 'emergency' as const, ward: '5E', dischargedAt: atMinute(1), diagnoses };
    await tell(
      [HisVisitAdmittedV1, aVisitReport(number, visit, 0)],
      [HisPatientUpdatedV1, aVisitReport(number, visit, 1, said, { name: '葉冬珅' })],
      [HisPatientUpdatedV1, aReport(number, 2, { name: '葉冬珅' })],
    );
    const patientId = await patientOf(hospital, number);
    const { body } = await hospital.api('agent').get(`/patients/${patientId}/encounters`).expect(200);
    expect(body.items).toMatchObject([{ class: 'inpatient', status: 'in-progress', dischargedAt: null, ward: '5E' }]);
    expect(body.items[0].diagnoses).toEqual([{ code: 'I21.9' }]);
    expect(await about(EncounterAdmittedV1, patientId)).toHaveLength(1);
    const { body: person } = await hospital.api('agent').get(`/patients/${patientId}`).expect(200);
    expect(person.name).toBe('葉冬珅');
  });
});

describe('what a follow-up protocol is chosen by', () => {
  it('FU-5 an outpatient visit tells department, diagnoses, age and that the patient is a key patient', async () => {
    const number = aRecordNumber();
    const born = { birthDate: '1968-03-03' };
    await tell([HisPatientUpdatedV1, aReport(number, 0, born)]);
    const patientId = await patientOf(hospital, number);
    const tag = { tag: 'disease.key-patient', says: 'applies', reason: '主任要求' };
    await hospital.api('agent').post(`/patients/${patientId}/tags`).send(tag).expect(201);
    await eventually(async () => {
      const rows = await hospital.source.query('SELECT tags FROM person_tagging WHERE person_id = $1', [patientId]);
      expect(rows[0].tags).toContain('disease.key-patient');
    });
    const seen = { class: 'outpatient' as const, diagnoses: [{ code: 'I10' }] };
    await tell([HisVisitRegisteredV1, aVisitReport(number, aVisitNumber(), 1, seen)]);
    expect(await about(EncounterRegisteredV1, patientId)).toMatchObject([
      { class: 'outpatient', departmentCode: '03.01', diagnosisCodes: ['I10'], ageYears: 57, keyPatient: true },
    ]);
  });
});
