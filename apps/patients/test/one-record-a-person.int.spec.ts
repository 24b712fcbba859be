import {
  EncounterDischargedV1,
  HisPatientsMergedV1,
  HisPatientUpdatedV1,
  HisVisitAdmittedV1,
  HisVisitDischargedV1,
  PersonMergedV1,
  PersonRegisteredV1,
  PersonUpdatedV1,
  type EventClass,
  type PatientIdentifier,
} from '#contracts';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  allHandled,
  aNationalId,
  aRecordNumber,
  aReport,
  aVisitNumber,
  aVisitReport,
  found,
  patientOf,
  startPatients,
} from './hospital.js';

let hospital: TestService;
beforeAll(async () => {
  hospital = await startPatients();
});
afterAll(() => hospital.stop());

/** Each is dealt with before the next is told: reports on different record numbers have no order of their own. */
async function tell(...told: [EventClass, object][]): Promise<void> {
  for (const [type, data] of told) await settled([await hospital.publish(type, data)]);
}

async function settled(events: { id: string }[]): Promise<void> {
  await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
  expect(await hospital.source.query('SELECT subject, error FROM parked_event')).toEqual([]);
}

async function read(id: string) {
  const { body } = await hospital.api('agent').get(`/patients/${id}`).expect(200);
  return body as { id: string; name: string; version: number; mergedFrom: string[]; identifiers: PatientIdentifier[] };
}

async function mergesInto(survivorId: string): Promise<string[]> {
  const events = await hospital.events(PersonMergedV1);
  return events.filter(({ data }) => data.survivorId === survivorId).map(({ data }) => data.retiredId);
}

function aMerge(survivor: PatientIdentifier, retired: PatientIdentifier, minute = 30) {
  return { ...aReport(survivor, minute), retired };
}

/** The record that has this number in its own row, merged or not. */
async function rowOf({ issuer, value }: PatientIdentifier): Promise<string | undefined> {
  const rows: { person_id: string }[] = await hospital.source.query(
    'SELECT person_id FROM person_identifier WHERE issuer = $1 AND value = $2',
    [issuer, value],
  );
  return rows[0]?.person_id;
}

describe('the same person arriving twice', () => {
  it('PT-3 with the same record number updates one record', async () => {
    const number = aRecordNumber();
    await tell(
      [HisPatientUpdatedV1, aReport(number, 0, { phones: ['138 0013 8000', '12320'] })],
      [HisPatientUpdatedV1, aReport(number, 1, { name: '叶东珅' })],
      [HisPatientUpdatedV1, aReport(number, 2, { name: '叶东珅' })],
    );
    const id = await patientOf(hospital, number);
    expect(await read(id)).toMatchObject({
      name: '叶东珅',
      version: 2,
      phones: [
        { raw: '138 0013 8000', e164: '+8613800138000' },
        { raw: '12320', e164: null },
      ],
    });
    const updates = (await hospital.events(PersonUpdatedV1)).filter(({ data }) => data.patientId === id);
    expect(updates.map(({ data }) => data.changed)).toEqual([['name']]);
  });

  it('PT-3 with the same national ID at another system updates one record', async () => {
    const nationalId = aNationalId();
    const [here, there] = [aRecordNumber(), aRecordNumber('EXAM-CENTRE')];
    await tell(
      [HisPatientUpdatedV1, aReport(here, 0, { nationalId })],
      [HisPatientUpdatedV1, aReport(there, 1, { nationalId: nationalId.toLowerCase() })],
    );
    expect(await patientOf(hospital, there)).toBe(await patientOf(hospital, here));
    expect((await read(await patientOf(hospital, here))).identifiers).toEqual(expect.arrayContaining([here, there]));
  });

  it('PT-3 at once, under many numbers, gets one record', async () => {
    const nationalId = aNationalId();
    const numbers = Array.from({ length: 12 }, (_, index) => aRecordNumber(`SYSTEM-${index}`));
    const before = (await hospital.events(PersonRegisteredV1)).length;
    const events = await Promise.all(
      numbers.map((number) => hospital.publish(HisPatientUpdatedV1, aReport(number, 0, { nationalId }))),
    );
    await settled(events);
    const ids = await Promise.all(numbers.map((number) => patientOf(hospital, number)));
    expect(new Set(ids).size).toBe(1);
    expect((await hospital.events(PersonRegisteredV1)).length).toBe(before + 1);
  });

  it('PT-3 at once over HTTP and from the hospital system gets one record', async () => {
    const nationalId = aNationalId('1970-01-01');
    const number = aRecordNumber();
    const [event] = await Promise.all([
      hospital.publish(HisPatientUpdatedV1, aReport(number, 0, { nationalId, sex: undefined })),
      hospital.api('agent').post('/patients').send({ name: '葉东珅', nationalId }),
    ]);
    await settled([event]);
    expect(await found(hospital, { nationalId })).toHaveLength(1);
  });

  it('PT-3 recognised late, by a national ID told afterwards, has its two records joined', async () => {
    const nationalId = aNationalId();
    const [one, other] = [aRecordNumber(), aRecordNumber('EXAM-CENTRE')];
    await tell(
      [HisPatientUpdatedV1, aReport(one, 0, { nationalId })],
      [HisPatientUpdatedV1, aReport(other, 1)],
      [HisPatientUpdatedV1, aReport(other, 2, { nationalId })],
    );
    const id = await patientOf(hospital, other);
    expect(await patientOf(hospital, one)).toBe(id);
    expect(await mergesInto(id)).toHaveLength(1);
  });

  it('PT-3 a newborn under its mother’s national ID stays a person of its own', async () => {
    const nationalId = aNationalId('1996-04-01');
    const [mother, child] = [aRecordNumber(), aRecordNumber()];
    await tell(
      [HisPatientUpdatedV1, aReport(mother, 0, { name: '王芳', birthDate: '1996-04-01', nationalId })],
      [HisPatientUpdatedV1, aReport(child, 1, { name: '王芳之婴', birthDate: '2026-03-01', nationalId })],
    );
    const id = await patientOf(hospital, child);
    expect(id).not.toBe(await patientOf(hospital, mother));
    expect(await read(id)).toMatchObject({ nationalId: null, document: { type: 'unverified', number: nationalId } });
  });
});

describe('an A40', () => {
  it('PT-3 joins two records: the old id answers with the survivor, both histories stay', async () => {
    const [survivor, retired] = [aRecordNumber(), aRecordNumber()];
    const visit = aVisitNumber();
    await tell(
      [HisPatientUpdatedV1, aReport(survivor, 0)],
      [HisVisitAdmittedV1, aVisitReport(retired, visit, 1, {}, { address: '建国路1号' })],
    );
    const [survivorId, retiredId] = [await patientOf(hospital, survivor), await patientOf(hospital, retired)];
    await tell([HisPatientsMergedV1, aMerge(survivor, retired)], [HisPatientsMergedV1, aMerge(survivor, retired, 31)]);

    expect(await mergesInto(survivorId)).toEqual([retiredId]);
    expect(await read(retiredId)).toMatchObject({ id: survivorId, mergedFrom: [retiredId], address: '建国路1号' });
    expect(await patientOf(hospital, retired)).toBe(survivorId);
    const { body } = await hospital.api('agent').get(`/patients/${survivorId}/encounters`).expect(200);
    expect(body.items).toMatchObject([{ visitNumber: visit, patientId: retiredId }]);

    await tell([HisVisitDischargedV1, aVisitReport(survivor, visit, 40)]);
    const discharges = (await hospital.events(EncounterDischargedV1)).filter(
      ({ data }) => data.patientId === retiredId,
    );
    expect(discharges).toMatchObject([{ partitionkey: retiredId }]);
  });

  it('PT-3 that arrives before anything of the retired number makes it an alias', async () => {
    const [survivor, retired] = [aRecordNumber(), aRecordNumber()];
    const visit = aVisitNumber();
    await tell([HisPatientsMergedV1, aMerge(survivor, retired)]);
    const older = aVisitReport(retired, visit, 1, {}, { name: '更旧', address: '建国路2号' });
    await tell([HisVisitDischargedV1, older]);
    const survivorId = await patientOf(hospital, survivor);
    expect(await patientOf(hospital, retired)).toBe(survivorId);
    expect(await mergesInto(survivorId)).toEqual([await rowOf(retired)]);
    expect(await read(survivorId)).toMatchObject({ name: '葉东珅', address: '建国路2号' });
    const { body } = await hospital.api('agent').get(`/patients/${survivorId}/encounters`).expect(200);
    expect(body.items).toMatchObject([{ visitNumber: visit, status: 'finished', patientId: await rowOf(retired) }]);
  });

  it('PT-3 whose survivor nobody knows makes the survivor', async () => {
    const [survivor, retired] = [aRecordNumber(), aRecordNumber()];
    await tell([HisPatientUpdatedV1, aReport(retired, 0, { nationalId: aNationalId() })]);
    const retiredId = await patientOf(hospital, retired);
    await tell([HisPatientsMergedV1, aMerge(survivor, retired)]);
    const survivorId = await patientOf(hospital, survivor);
    expect(survivorId).not.toBe(retiredId);
    expect(await read(retiredId)).toMatchObject({ id: survivorId, sex: 'male', nationalId: expect.any(String) });
    const rows: { subject: string }[] = await hospital.source.query(
      // Tags and the stage of life follow in transactions of their own, sooner or later.
      `SELECT subject FROM outbox WHERE partition_key = $1 AND subject !~ '(tagged|lifecycle-changed)' ORDER BY seq`,
      [survivorId],
    );
    expect(rows.map(({ subject }) => subject)).toEqual(['patients.person.registered.v1', 'patients.person.merged.v1']);
  });

  it('PT-3 in a chain, in either order, ends at the last survivor', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const [a, b, c] = [aRecordNumber(), aRecordNumber(), aRecordNumber()] as const;
      for (const number of [a, b, c]) await tell([HisPatientUpdatedV1, aReport(number, 0)]);
      const last = await patientOf(hospital, c);
      const merges = [aMerge(b, a, 30), aMerge(c, b, 31)];
      for (const index of order) await tell([HisPatientsMergedV1, merges[index] as object]);
      for (const number of [a, b, c]) expect(await patientOf(hospital, number)).toBe(last);
      expect((await read(last)).mergedFrom).toHaveLength(2);
    }
  });

  it('PT-3 in a circle or with itself changes nothing and says so', async () => {
    const [a, b] = [aRecordNumber(), aRecordNumber()];
    for (const number of [a, b]) await tell([HisPatientUpdatedV1, aReport(number, 0)]);
    const id = await patientOf(hospital, a);
    await tell([HisPatientsMergedV1, aMerge(a, b)]);
    await tell([HisPatientsMergedV1, aMerge(b, a, 31)], [HisPatientsMergedV1, aMerge(a, a, 32)]);
    expect(await patientOf(hospital, b)).toBe(id);
    expect(await mergesInto(id)).toHaveLength(1);
    const rows: { remark: string | null }[] = await hospital.source.query(
      `SELECT remark FROM his_report WHERE subject = 'his.patients.merged.v1' AND record_key IN ($1, $2) ORDER BY event_time`,
      [`${a.issuer}|${a.value}`, `${b.issuer}|${b.value}`],
    );
    expect(rows.map(({ remark }) => remark)).toEqual([
      null,
      'merge: the retired number answers with this record already',
      'merge: a record number cannot be retired into itself',
    ]);
  });

  it('PT-3 that happens while an agent’s change waits for the record sends the change to the survivor', async () => {
    const [survivor, retired] = [aRecordNumber(), aRecordNumber()];
    for (const number of [survivor, retired]) await tell([HisPatientUpdatedV1, aReport(number, 0)]);
    const [survivorId, retiredId] = [await patientOf(hospital, survivor), await patientOf(hospital, retired)];
    const clerk = hospital.source.createQueryRunner();
    await clerk.startTransaction();
    await clerk.query('UPDATE person SET merged_into = $1 WHERE id = $2', [survivorId, retiredId]);
    const change = hospital
      .api('agent')
      .patch(`/patients/${retiredId}`)
      .set('if-match', '"1"')
      .send({ address: '甲' })
      .then((response) => response);
    await eventually(async () => {
      const waiting = await hospital.source.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      // What falls due of the person may wait, too.
      expect(waiting).not.toEqual([]);
    });
    await clerk.commitTransaction();
    await clerk.release();
    expect(await change).toMatchObject({ status: 200, body: { id: survivorId, address: '甲' } });
  });

  it('PT-3 at once with reports on both numbers, in any order, leaves one person', async () => {
    const trials = Array.from({ length: 8 }, () => [aRecordNumber(), aRecordNumber()] as const);
    const events = await Promise.all(
      trials.flatMap(([survivor, retired]) => [
        hospital.publish(HisPatientUpdatedV1, aReport(retired, 1, { address: '甲' })),
        hospital.publish(HisVisitAdmittedV1, aVisitReport(retired, aVisitNumber(), 2)),
        hospital.publish(HisPatientsMergedV1, aMerge(survivor, retired)),
        hospital.publish(HisPatientUpdatedV1, aReport(survivor, 3, { phones: ['12320'] })),
      ]),
    );
    await settled(events);
    for (const [survivor, retired] of trials) {
      const id = await patientOf(hospital, survivor);
      expect(await patientOf(hospital, retired)).toBe(id);
      expect(await read(id)).toMatchObject({ address: '甲', phones: [{ raw: '12320', e164: null }] });
      const { body } = await hospital.api('agent').get(`/patients/${id}/encounters`).expect(200);
      expect(body.items).toHaveLength(1);
      expect(await mergesInto(id)).toHaveLength(1);
    }
  });
});
