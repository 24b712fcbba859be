import { ConsentChangedV1, HisPatientsMergedV1, HisPatientUpdatedV1, PersonStateChangedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Decision, PatientStanding } from '../src/decisions/decisions.dto.js';
import { allHandled, aRecordNumber, aReport, patientOf, startPatients } from './hospital.js';

describe('what patients allow', () => {
  let hospital: TestService;

  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  const aPatient = async (facts: object = {}): Promise<string> => {
    const { body } = await hospital
      .api('agent')
      .post('/patients')
      .send({ name: '葉东珅', ...facts })
      .expect(201);
    return body.id;
  };
  const say = (id: string, what: 'consents' | 'states', body: object) =>
    hospital
      .api('agent')
      .post(`/patients/${id}/${what}`)
      .send({ channel: 'phone', ...body });
  const marketing = { purpose: 'marketing', granted: true, legalBasis: 'separate-consent' };
  const standing = async (id: string): Promise<PatientStanding> =>
    (await hospital.api('agent').get(`/patients/${id}/standing`).expect(200)).body;
  const allowedOf = async (id: string) =>
    (await standing(id)).purposes.filter(({ allowed }) => allowed).map(({ purpose }) => purpose);
  const patient = async (id: string) => (await hospital.api('agent').get(`/patients/${id}`).expect(200)).body;
  const told = async (patientId: string) =>
    [...(await hospital.events(ConsentChangedV1)), ...(await hospital.events(PersonStateChangedV1))]
      .map(({ data }) => data)
      .filter((data) => data.patientId === patientId);

  it('PT-9 is care and follow-up at first, and what was granted later, until it is withdrawn', async () => {
    const id = await aPatient();
    expect(await allowedOf(id)).toEqual(['care', 'follow-up']);
    await say(id, 'consents', marketing).expect(201);
    expect(await patient(id)).toMatchObject({ allowedPurposes: ['care', 'follow-up', 'marketing'], version: 2 });
    await say(id, 'consents', { purpose: 'marketing', granted: false }).expect(201);
    expect(await allowedOf(id)).toEqual(['care', 'follow-up']);
    expect(await told(id)).toMatchObject([
      { purpose: 'marketing', allowed: true },
      { purpose: 'marketing', allowed: false },
    ]);
  });

  it('PT-9 says when, how and on what basis, and who recorded it; all of it stays readable', async () => {
    const id = await aPatient();
    const decidedAt = '2026-01-05T10:00:00+08:00';
    await say(id, 'consents', { ...marketing, decidedAt, reason: '本人签署' }).expect(201);
    await say(id, 'consents', { purpose: 'marketing', granted: false }).expect(201);
    const { body } = await hospital.api('agent').get(`/patients/${id}/decisions?limit=1`).expect(200);
    expect(body.items).toMatchObject([{ topic: 'marketing', holds: false, legalBasis: null }]);
    const rest = await hospital
      .api('agent')
      .get(`/patients/${id}/decisions`)
      .query({ cursor: body.nextCursor })
      .expect(200);
    const [first] = rest.body.items as Decision[];
    expect(first).toMatchObject({ holds: true, channel: 'phone', legalBasis: 'separate-consent', reason: '本人签署' });
    expect(first?.decidedAt).toBe(new Date(decidedAt).toISOString());
    expect(first?.recordedBy).toEqual(expect.any(String));
  });

  it('PT-9 a word decided earlier than the last one is kept and changes nothing', async () => {
    const id = await aPatient();
    await say(id, 'consents', { purpose: 'follow-up', granted: false }).expect(201);
    const late = {
      purpose: 'follow-up',
      granted: true,
      legalBasis: 'contract',
      decidedAt: '2020-01-01T00:00:00+08:00',
    };
    await say(id, 'consents', late).expect(201);
    expect(await patient(id)).toMatchObject({ allowedPurposes: ['care'], version: 2 });
    expect(await told(id)).toHaveLength(1);
  });

  it.each([
    ['legalBasis', { purpose: 'research', granted: true, legalBasis: 'consent' }],
    ['legalBasis', { purpose: 'marketing', granted: true }],
    ['guardian', marketing],
    [
      'decidedAt',
      { ...marketing, decidedAt: '2999-01-01T00:00:00+08:00', guardian: { name: '王秀英', relation: '母亲' } },
    ],
    ['decidedAt', { ...marketing, decidedAt: '2026-W10-1', guardian: { name: '王秀英', relation: '母亲' } }],
    ['decidedAt', { ...marketing, decidedAt: '2020-01-01T08:00:00', guardian: { name: '王秀英', relation: '母亲' } }],
    ['purpose', { ...marketing, purpose: 'fun' }],
    ['channel', { ...marketing, channel: 'smoke' }],
  ])('PT-9 of a child is refused for its %s', async (field, body) => {
    const id = await aPatient({ birthDate: '2020-01-01' });
    const { body: problem } = await say(id, 'consents', body).expect(400);
    expect(problem.errors.map((fault: { field: string }) => fault.field)).toContain(field);
    expect(await told(id)).toEqual([]);
  });

  it('PT-11 states hold until they are taken back, and are told', async () => {
    const id = await aPatient();
    await say(id, 'states', { state: 'do-not-contact', holds: true, reason: '本人要求' }).expect(201);
    expect(await patient(id)).toMatchObject({ states: ['do-not-contact'] });
    await say(id, 'states', { state: 'do-not-contact', holds: true }).expect(201);
    await say(id, 'states', { state: 'do-not-contact', holds: false }).expect(201);
    expect((await standing(id)).states).toMatchObject([{ holds: false }, { holds: false }]);
    expect((await told(id)).map((each) => 'holds' in each && each.holds)).toEqual([true, false]);
  });

  it('PT-9 what two say at once is all on record, and the record stands as the last word says', async () => {
    const id = await aPatient();
    const words = Array.from({ length: 8 }, (_, at) =>
      say(id, 'consents', { ...(at % 2 ? marketing : { purpose: 'marketing', granted: false }) }).expect(201),
    );
    await Promise.all(words);
    const { body } = await hospital.api('agent').get(`/patients/${id}/decisions`).expect(200);
    expect(body.items).toHaveLength(8);
    expect((await allowedOf(id)).includes('marketing')).toBe((await patient(id)).allowedPurposes.includes('marketing'));
    expect((await told(id)).at(-1)).toMatchObject({ allowed: (await allowedOf(id)).includes('marketing') });
  });

  it('PT-3 PT-9 hold for the survivor of a merge too: the last word of both counts, and both are told', async () => {
    const [survivor, retired] = [aRecordNumber(), aRecordNumber()];
    const reports = await Promise.all(
      [survivor, retired].map((number) => hospital.publish(HisPatientUpdatedV1, aReport(number))),
    );
    await eventually(async () => expect(await allHandled(hospital, reports)).toBe(true));
    const [kept, gone] = [await patientOf(hospital, survivor), await patientOf(hospital, retired)];
    await say(kept, 'states', { state: 'do-not-contact', holds: false }).expect(201);
    await say(gone, 'states', { state: 'do-not-contact', holds: true }).expect(201);
    await say(gone, 'consents', marketing).expect(201);
    const merge = await hospital.publish(HisPatientsMergedV1, { ...aReport(survivor, 5), retired });
    await eventually(async () => expect(await allHandled(hospital, [merge])).toBe(true));

    expect(await patient(gone)).toMatchObject({ id: kept, states: ['do-not-contact'] });
    expect(await allowedOf(gone)).toContain('marketing');
    expect(await told(kept)).toMatchObject([
      { purpose: 'marketing', allowed: true },
      { state: 'do-not-contact', holds: true },
    ]);
  });

  it('PT-9 of nobody is not found', async () => {
    await say(newId(), 'consents', marketing).expect(404);
    await hospital.api('agent').get(`/patients/${newId()}/standing`).expect(404);
    await hospital.api('agent').get(`/patients/${newId()}/decisions`).expect(404);
  });
});
