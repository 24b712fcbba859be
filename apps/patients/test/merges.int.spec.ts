import {
  HisPatientsMergedV1,
  HisPatientUpdatedV1,
  HisVisitRegisteredV1,
  PersonMergedV1,
  PersonUnmergedV1,
  type PatientIdentifier,
} from '#contracts';
import { newId } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Merge } from '../src/merges/merges.dto.js';
import type { Patient } from '../src/people/patient.dto.js';
import {
  allHandled,
  aNationalId,
  aRecordNumber,
  aReport,
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

type Told = [Parameters<TestService['publish']>[0], object];
async function tell(...told: Told[]): Promise<void> {
  for (const [type, data] of told) {
    const event = await hospital.publish(type, data);
    await eventually(async () => expect(await allHandled(hospital, [event])).toBe(true));
  }
  expect(await hospital.source.query('SELECT subject, error FROM parked_event')).toEqual([]);
}

const described = (number: PatientIdentifier, minute: number, facts: object = {}): Told => [
  HisPatientUpdatedV1,
  aReport(number, minute, facts),
];
const manager = () => hospital.api('centre-manager');
const read = async (id: string): Promise<Patient> =>
  (await hospital.api('agent').get(`/patients/${id}`).expect(200)).body;
const askMerge = (id: string, retiredId: string) =>
  manager().post(`/patients/${id}/merges`).send({ retiredId, reason: '同一人两次建档' });
const merge = async (id: string, retiredId: string): Promise<Merge> => (await askMerge(id, retiredId).expect(201)).body;
const askUndo = ({ id }: { id: string }, over: object = {}) =>
  manager()
    .post(`/patients/merges/${id}/undo`)
    .send({ reason: '两个人', ...over });
const change = async (id: string, body: object) =>
  hospital
    .api('agent')
    .patch(`/patients/${id}`)
    .set('if-match', `"${(await read(id)).version}"`)
    .send(body)
    .expect(200);

async function twoRecords(one: object = {}, other: object = {}) {
  const [a, b] = [aRecordNumber(), aRecordNumber()];
  await tell(described(a, 0, one), described(b, 0, other));
  return { a, b, one: await patientOf(hospital, a), other: await patientOf(hospital, b) };
}

describe('a merge by hand', () => {
  it('PT-3 makes one record of two, with who and why, and tells the others', async () => {
    const { one, other } = await twoRecords({ phones: ['13800138001'] }, { address: '建国路1号' });
    const made = await merge(one, other);
    expect(made).toMatchObject({ survivorId: one, retiredId: other, cause: 'agent', reason: '同一人两次建档' });
    expect(await read(other)).toMatchObject({ id: one, address: '建国路1号', mergedFrom: [other] });
    const told = (await hospital.events(PersonMergedV1)).map(({ data }) => data);
    expect(told.filter(({ survivorId }) => survivorId === one)).toEqual([{ survivorId: one, retiredId: other }]);
    const { body } = await hospital.api('agent').get(`/patients/${other}/merges`).expect(200);
    expect(body.items).toMatchObject([{ id: made.id, undoneAt: null, mergedBy: expect.any(String) }]);
  });

  it('PT-3 of a record with itself, in a circle, with nobody, or by somebody who may not, is refused', async () => {
    const { one, other } = await twoRecords();
    const { body } = await askMerge(one, one).expect(400);
    expect(body.errors).toMatchObject([{ field: 'retiredId' }]);
    await askMerge(one, newId()).expect(404);
    await askMerge(newId(), one).expect(404);
    await hospital.api('agent').post(`/patients/${one}/merges`).send({ retiredId: other, reason: 'x' }).expect(403);
    await merge(one, other);
    for (const [survivor, retired] of [
      [one, other],
      [other, one],
    ] as const) {
      const again = await askMerge(survivor, retired).expect(409);
      expect(again.body).toMatchObject({ code: 'already-merged', patientId: one });
    }
  });

  it('PT-3 of two with different national IDs is refused', async () => {
    const { one, other } = await twoRecords({ nationalId: aNationalId() }, { nationalId: aNationalId() });
    const { body } = await askMerge(one, other).expect(409);
    expect(body.code).toBe('two-national-ids');
  });

  it('PT-3 asked for eight times at once, either way round, happens once', async () => {
    const { one, other } = await twoRecords();
    const asked = await Promise.all(
      Array.from({ length: 8 }, (_, at) => (at % 2 ? askMerge(one, other) : askMerge(other, one))),
    );
    expect(asked.map(({ status }) => status).toSorted()).toEqual([201, ...Array<number>(7).fill(409)]);
  });
});

describe('a circle of merges', () => {
  it('PT-3 of three asked for at once leaves one record that answers for all, and no circle', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { one, other } = await twoRecords();
      const third = (await twoRecords()).one;
      const ids = [one, other, third];
      const asked = await Promise.all([askMerge(one, other), askMerge(other, third), askMerge(third, one)]);
      const statuses = asked.map(({ status }) => status).toSorted();
      expect([201, 201, 409]).toEqual(statuses);
      const answering = new Set((await Promise.all(ids.map(read))).map(({ id }) => id));
      expect(answering.size).toBe(1);
      const rows: { id: string }[] = await hospital.source.query(
        'SELECT id FROM person WHERE id = ANY ($1::uuid[]) AND merged_into IS NULL',
        [ids],
      );
      expect(rows.map(({ id }) => id)).toEqual([...answering]);
    }
  });
});

describe('a merge taken back', () => {
  it('PT-3 gives each record what was told under its own ids, before and since', async () => {
    const { a, b, one, other } = await twoRecords({ name: '王伟', phones: ['13800138001'] }, { name: '王玮' });
    const made = await merge(one, other);
    await tell(
      described(a, 10, { name: '王伟', address: '甲路1号' }),
      described(b, 11, { name: '王玮', address: '乙路2号' }),
    );
    await change(other, { sex: 'female' });
    await change(one, { phones: ['13800138002'] });
    expect(await read(one)).toMatchObject({ name: '王玮', address: '乙路2号', sex: 'female' });

    const { body } = await askUndo(made).expect(200);
    expect(body).toMatchObject({ id: made.id, undoneAt: expect.any(String), undoReason: '两个人' });
    const phones = [{ raw: '13800138002' }];
    expect(await read(one)).toMatchObject({
      id: one,
      name: '王伟',
      address: '甲路1号',
      sex: 'male',
      phones,
      mergedFrom: [],
    });
    expect(await read(other)).toMatchObject({ id: other, name: '王玮', address: '乙路2号', sex: 'female', phones: [] });
    expect(await patientOf(hospital, b)).toBe(other);
    const { body: found } = await hospital.api('agent').get('/patients').query({ phone: '13800138002' }).expect(200);
    expect(found.items).toMatchObject([{ id: one }]);
  });

  it('PT-3 gives each its visits, also those reported since', async () => {
    const { a, b, one, other } = await twoRecords();
    const made = await merge(one, other);
    const [hers, his] = [aVisitNumber(), aVisitNumber()];
    await tell([HisVisitRegisteredV1, aVisitReport(a, his, 5)], [HisVisitRegisteredV1, aVisitReport(b, hers, 6)]);
    await askUndo(made).expect(200);
    const visitsOf = async (id: string) =>
      (await hospital.api('agent').get(`/patients/${id}/encounters`).expect(200)).body.items.map(
        ({ visitNumber }: { visitNumber: string }) => visitNumber,
      );
    expect(await visitsOf(one)).toEqual([his]);
    expect(await visitsOf(other)).toEqual([hers]);
  });

  it('PT-3 PT-9 PT-11 gives each its death, consents and states, and tells all of it in one event', async () => {
    const { b, one, other } = await twoRecords();
    const say = (id: string, what: string, body: object) =>
      hospital
        .api('agent')
        .post(`/patients/${id}/${what}`)
        .send({ channel: 'phone', ...body })
        .expect(201);
    await say(one, 'states', { state: 'cured', holds: true, decidedAt: '2026-03-01T10:00:00+08:00' });
    const made = await merge(one, other);
    await say(other, 'consents', { purpose: 'marketing', granted: true, legalBasis: 'consent' });
    await tell(described(b, 20, { deceased: true }));
    expect(await read(one)).toMatchObject({ deceased: true, states: ['cured'] });

    await askUndo(made).expect(200);
    expect(await read(one)).toMatchObject({
      deceased: false,
      states: ['cured'],
      allowedPurposes: ['care', 'follow-up'],
    });
    const allowedPurposes = ['care', 'follow-up', 'marketing'];
    expect(await read(other)).toMatchObject({ deceased: true, states: [], allowedPurposes });
    const told = (await hospital.events(PersonUnmergedV1)).find(({ data }) => data.survivorId === one);
    const since = '2026-03-01T02:00:00.000Z';
    expect(told?.data).toEqual({
      ...{ survivorId: one, retiredId: other },
      survivor: { deceased: false, allowedPurposes: ['care', 'follow-up'], states: [{ state: 'cured', since }] },
      retired: { deceased: true, allowedPurposes, states: [] },
    });
  });

  it('PT-3 in a chain leaves the other merges as they are', async () => {
    const { one, other } = await twoRecords({ name: '甲' }, { name: '甲', address: '乙路2号' });
    const { one: third } = await twoRecords({ name: '甲', phones: ['13800138003'] });
    const lower = await merge(other, third);
    const upper = await merge(one, other);
    await askUndo(lower).expect(200);
    expect(await read(other)).toMatchObject({ id: one, phones: [], address: '乙路2号', mergedFrom: [other] });
    expect(await read(third)).toMatchObject({ id: third, phones: [{ raw: '13800138003' }] });
    await askUndo(upper).expect(200);
    expect(await read(other)).toMatchObject({ id: other, address: '乙路2号' });
    expect(await read(one)).toMatchObject({ id: one, address: null });
  });

  it('PT-3 happens once, however many ask at once; a merge that was taken back is none to take back', async () => {
    const { one, other } = await twoRecords();
    const made = await merge(one, other);
    const asked = await Promise.all(Array.from({ length: 6 }, () => askUndo(made)));
    expect(asked.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    const second = await merge(one, other);
    expect((await askUndo(made).expect(409)).body.code).toBe('merge-undone');
    await askUndo(second).expect(200);
    await askUndo({ id: newId() }).expect(404);
  });

  it('PT-3 asks whose a national ID is that both told, and does not join them again by it', async () => {
    const nationalId = aNationalId();
    const { a, b, one, other } = await twoRecords({ name: '王伟', nationalId }, { name: '王伟' });
    await tell(described(b, 5, { name: '王伟', nationalId }));
    const { body } = await hospital.api('agent').get(`/patients/${one}/merges`).expect(200);
    const [joined] = body.items as Merge[];
    expect(joined?.cause).toBe('same-national-id');
    const [survivor, retired] = [joined?.survivorId as string, joined?.retiredId as string];
    expect([survivor, retired].toSorted()).toEqual([one, other].toSorted());

    const problem = await askUndo(joined as Merge).expect(400);
    expect(problem.body.errors).toMatchObject([{ field: 'keepsNationalId' }]);
    await askUndo(joined as Merge, { keepsNationalId: 'retired' }).expect(200);
    expect(await read(retired)).toMatchObject({ id: retired, nationalId });
    const document = { type: 'unverified', number: nationalId };
    expect(await read(survivor)).toMatchObject({ id: survivor, nationalId: null, document });

    const stays = survivor === one ? a : b;
    await tell(described(stays, 40, { name: '王伟', nationalId }));
    expect(await read(survivor)).toMatchObject({ id: survivor, nationalId: null });
    const rows = await hospital.source.query(
      `SELECT remark FROM his_report WHERE record_key = $1 AND remark IS NOT NULL`,
      [`${stays.issuer}|${stays.value}`],
    );
    expect(rows).toMatchObject([{ remark: expect.stringContaining('told apart') }]);

    const [kept, gone] = survivor === one ? [a, b] : [b, a];
    await tell([HisPatientsMergedV1, { ...aReport(kept, 50, { name: '王伟' }), retired: gone }]);
    expect(await read(retired)).toMatchObject({ id: survivor });
  });
});
