import { HisPatientsMergedV1, HisPatientUpdatedV1, type PatientIdentifier } from '#contracts';
import { newId } from '#platform';
import { eventually, faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROMISES } from '../src/promises/promises.list.js';
import { allHandled, aRecordNumber, aReport, patientOf, startPatients } from './hospital.js';

describe('a promise made to a patient', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  const aPatient = async (): Promise<string> =>
    (await hospital.api('agent').post('/patients').send({ name: '王伟' }).expect(201)).body.id;
  const make = async (id: string, text = '下次复诊安排专家号') =>
    (await hospital.api('agent').post(`/patients/${id}/promises`).send({ text, dueOn: '2026-04-01' }).expect(201)).body;
  const keep = (id: string, promiseId: string) =>
    hospital.api('agent').post(`/patients/${id}/promises/${promiseId}/keep`);
  const open = async (id: string): Promise<string[]> => {
    const query = { filter: 'keptAt eq null' };
    const { body } = await hospital.api('agent').get(`/patients/${id}/promises`).query(query).expect(200);
    return body.items.map(({ id: each }: { id: string }) => each);
  };
  const recorded = async (number: PatientIdentifier): Promise<string> => {
    await hospital.publish(HisPatientUpdatedV1, aReport(number));
    return eventually(() => patientOf(hospital, number));
  };

  it('PT-2 is shown until it is kept: once, by whoever said so first', async () => {
    const id = await aPatient();
    const promise = await make(id);
    expect(promise).toMatchObject({ patientId: id, dueOn: '2026-04-01', keptAt: null, madeBy: expect.any(String) });
    expect(await open(id)).toEqual([promise.id]);
    const kept = await Promise.all([keep(id, promise.id), keep(id, promise.id)]);
    expect(kept.map(({ status }) => status)).toEqual([200, 200]);
    expect(kept[0]?.body).toEqual(kept[1]?.body);
    expect(kept[0]?.body).toMatchObject({ keptAt: expect.any(String), keptBy: expect.any(String) });
    expect(await open(id)).toEqual([]);
    expect((await keep(id, promise.id).expect(200)).body).toEqual(kept[0]?.body);
  });

  it('PT-2 belongs to its patient, and is refused with field and reason when it says nothing', async () => {
    const [id, other] = [await aPatient(), await aPatient()];
    const promise = await make(id);
    await keep(other, promise.id).expect(404);
    await keep(id, newId()).expect(404);
    await hospital.api('agent').post(`/patients/${newId()}/promises`).send({ text: 'x' }).expect(404);
    for (const [field, body] of [
      ['text', { text: ' ' }],
      ['dueOn', { text: 'x', dueOn: '2026-02-30' }],
    ] as const) {
      const { body: problem } = await hospital.api('agent').post(`/patients/${id}/promises`).send(body).expect(400);
      expect(problem.errors[0].field).toBe(field);
    }
    await hospital.api('guide').post(`/patients/${id}/promises`).send({ text: 'x' }).expect(403);
    expect(await faultsOfList(hospital.api('agent'), `/patients/${id}/promises`, PROMISES)).toEqual([]);
  });

  it('PT-3 PT-9 is answered for merged records together, and withheld from who may not know', async () => {
    const [number, retired] = [aRecordNumber(), aRecordNumber()];
    const [kept, gone] = [await recorded(number), await recorded(retired)];
    const promises = [await make(kept), await make(gone)];
    const merge = await hospital.publish(HisPatientsMergedV1, { ...aReport(number, 5), retired });
    await eventually(async () => expect(await allHandled(hospital, [merge])).toBe(true));
    expect((await open(gone)).sort()).toEqual(promises.map(({ id }) => id).sort());
    await keep(kept, promises[1].id).expect(200);
    expect(await open(kept)).toEqual([promises[0].id]);
    const { body } = await hospital.api('administrator').get(`/patients/${kept}/promises`).expect(200);
    expect(body.items[0].text).toContain('withheld');
  });
});
