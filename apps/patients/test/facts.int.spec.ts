import { HisPatientsMergedV1, HisPatientUpdatedV1, HisVisitDischargedV1, type PatientIdentifier } from '#contracts';
import { newId } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactsChange, RecordedFacts } from '../src/facts/facts.dto.js';
import {
  allHandled,
  aRecordNumber,
  aReport,
  aVisitNumber,
  aVisitReport,
  patientOf,
  startPatients,
} from './hospital.js';

const PENICILLIN = { substance: '青霉素', reaction: '皮疹' };
const ASPIRIN = { substance: '阿司匹林' };

describe('what is known of a patient', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  const aPatient = async (): Promise<string> =>
    (await hospital.api('agent').post('/patients').send({ name: '葉东珅' }).expect(201)).body.id;
  const factsOf = async (id: string): Promise<RecordedFacts> =>
    (await hospital.api('agent').get(`/patients/${id}/facts`).expect(200)).body;
  const patch = (id: string, version: number, body: FactsChange) =>
    hospital.api('agent').patch(`/patients/${id}/facts`).set('if-match', `"${version}"`).send(body);
  const say = async (id: string, body: FactsChange) => {
    await patch(id, (await factsOf(id)).version, body).expect(200);
  };
  const issue = (id: string, number: string, terms: object = {}) =>
    hospital
      .api('agent')
      .post(`/patients/${id}/cards`)
      .send({ number, level: '金卡', validFrom: '2026-01-01', benefits: ['免挂号费'], ...terms });
  const recorded = async (number: PatientIdentifier): Promise<string> => {
    await hospital.publish(HisPatientUpdatedV1, aReport(number));
    return eventually(() => patientOf(hospital, number));
  };
  const merge = async (survivor: PatientIdentifier, retired: PatientIdentifier) => {
    const event = await hospital.publish(HisPatientsMergedV1, { ...aReport(survivor, 5), retired });
    await eventually(async () => expect(await allHandled(hospital, [event])).toBe(true));
  };

  it('PT-1 is nothing at first; then blood type, allergies, conditions, contacts, source and club', async () => {
    const [id, referrerId] = [await aPatient(), await aPatient()];
    const read = await hospital.api('agent').get(`/patients/${id}/facts`).expect(200);
    const none = { allergies: [], conditions: [], emergencyContacts: [], cards: [] };
    expect(read.body).toMatchObject({ ...none, bloodType: null, source: null, club: null, lifecycleStage: 'lead' });
    expect(read.headers['etag']).toBe(`"${read.body.version}"`);
    const said = {
      ...{ bloodType: 'A+', allergies: [PENICILLIN], conditions: [{ code: 'I10', text: '原发性高血压' }] },
      emergencyContacts: [{ name: '王秀英', relation: '女儿', phone: '138 0013 8000' }],
      ...{ source: { kind: 'friend-referral', referrerId }, club: { memberSince: '2026-03-02' } },
    } as const satisfies object;
    const { body } = await patch(id, read.body.version, said as unknown as FactsChange).expect(200);
    expect(body).toMatchObject(said);
    expect(await factsOf(id)).toEqual(body);
    await patch(id, body.version, { allergies: [ASPIRIN], bloodType: null }).expect(200);
    expect(await factsOf(id)).toMatchObject({ ...said, allergies: [ASPIRIN], bloodType: null });
  });

  it('PT-1 is changed by one of two that read the same, and the audit knows before and after', async () => {
    const id = await aPatient();
    const { version } = await factsOf(id);
    const answers = await Promise.all([
      patch(id, version, { allergies: [PENICILLIN] }),
      patch(id, version, { allergies: [ASPIRIN] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    await hospital.api('agent').patch(`/patients/${id}/facts`).send({}).expect(428);
    const { body: audit } = await hospital
      .api('administrator')
      .get(`/ops/audit?operation=patients_facts_change&subjectId=${id}`)
      .expect(200);
    const changed = audit.items.filter(({ changes }: { changes: object[] | null }) => changes?.length);
    expect(changed[0].changes[0]).toMatchObject({ before: { allergies: expect.anything() } });
    const [row] = await hospital.source.query<{ recorded_by: string }[]>(
      'SELECT recorded_by FROM person_fact WHERE person_id = $1',
      [id],
    );
    expect(row?.recorded_by).toEqual(expect.any(String));
  });

  it('PT-1 is refused with field and reason when it cannot be', async () => {
    const id = await aPatient();
    const { version } = await factsOf(id);
    const faults = async (body: object) =>
      (await patch(id, version, body as FactsChange).expect(400)).body.errors.map(
        ({ field, code }: { field: string; code: string }) => [field, code],
      );
    expect(await faults({ conditions: [{ code: '高血压', text: 'x' }] })).toEqual([['conditions.0.code', 'icd-10']]);
    const oneself = { kind: 'friend-referral', referrerId: id };
    expect(await faults({ source: oneself })).toEqual([['source.referrerId', 'refers-oneself']]);
    expect(await faults({ source: { ...oneself, referrerId: newId() } })).toEqual([
      ['source.referrerId', 'patient-unknown'],
    ]);
    expect(await faults({ source: { ...oneself, kind: 'nearby' } })).toEqual([
      ['source.referrerId', 'only-for-referral'],
    ]);
    expect((await faults({ allergies: null }))[0][0]).toBe('allergies');
    expect((await faults({ bloodType: 'C' }))[0][0]).toBe('bloodType');
    expect((await faults({ club: { memberSince: '2026-02-30' } }))[0][0]).toBe('club.memberSince');
    expect(await factsOf(id)).toMatchObject({ version });
    await hospital.api('agent').get(`/patients/${newId()}/facts`).expect(404);
  });

  it('PT-3 of merged records is that of both; each has its own again when the merge is taken back', async () => {
    const numbers = [aRecordNumber(), aRecordNumber()] as const;
    const [kept, gone] = [await recorded(numbers[0]), await recorded(numbers[1])];
    await say(kept, { allergies: [PENICILLIN], bloodType: 'A' });
    await say(gone, { allergies: [ASPIRIN, PENICILLIN] });
    const before = await factsOf(kept);
    await issue(gone, aRecordNumber().value).expect(201);
    await merge(...numbers);

    const merged = await factsOf(gone);
    expect(merged).toMatchObject({ patientId: kept, allergies: [PENICILLIN, ASPIRIN], bloodType: 'A' });
    expect(merged.cards).toMatchObject([{ patientId: gone }]);
    // Who read before the merge does not know the other record's allergies and may not write the whole list.
    await patch(kept, before.version, { allergies: [PENICILLIN] }).expect(412);
    await patch(gone, merged.version, { allergies: [PENICILLIN, { substance: '乳胶' }], bloodType: 'B' }).expect(200);

    const manager = hospital.api('centre-manager');
    const { body: merges } = await manager.get(`/patients/${kept}/merges`).expect(200);
    await manager.post(`/patients/merges/${merges.items[0].id}/undo`).send({ reason: '同名的两个人' }).expect(200);
    expect(await factsOf(kept)).toMatchObject({ allergies: [PENICILLIN, { substance: '乳胶' }], bloodType: 'B' });
    expect(await factsOf(gone)).toMatchObject({ allergies: [PENICILLIN], bloodType: null });
  });

  it('PT-1 counts referrals by the last word of each person, over merges, and nobody refers oneself', async () => {
    const numbers = [aRecordNumber(), aRecordNumber()] as const;
    const [referrer, other] = [await recorded(numbers[0]), await recorded(numbers[1])];
    const friend = (referrerId: string): FactsChange => ({ source: { kind: 'friend-referral', referrerId } });
    const came = [await aPatient(), await aPatient(), await aPatient()] as const;
    for (const id of came) await say(id, friend(referrer));
    await say(came[0], { source: { kind: 'douyin' } });
    await say(other, friend(referrer));
    const referrals = async (id: string) =>
      (await hospital.api('agent').get(`/patients/${id}/referrals`).expect(200)).body;
    const ids = (answer: { recent: { patientId: string }[] }) => answer.recent.map(({ patientId }) => patientId).sort();
    expect(await referrals(referrer)).toMatchObject({ count: 3 });
    await merge(...numbers);
    expect(await referrals(other)).toMatchObject({ patientId: referrer, count: 2 });
    expect(ids(await referrals(referrer))).toEqual([came[1], came[2]].sort());
    expect(await referrals(came[0])).toMatchObject({ count: 0, recent: [] });
  });

  it('PT-1 has the stage that follows from the visits, and none after death', async () => {
    const number = aRecordNumber();
    const dischargedAt = '2026-03-02T10:00:00+08:00';
    // What fell due is looked at by this clock, as all else is.
    await hospital.clock.set(dischargedAt);
    await hospital.publish(HisVisitDischargedV1, aVisitReport(number, aVisitNumber(), 0, { dischargedAt }));
    const id = await eventually(() => patientOf(hospital, number));
    const stays = async (day: string, stage: string) => {
      await hospital.clock.set(`${day}T12:00:00+08:00`);
      await eventually(async () => expect((await factsOf(id)).lifecycleStage).toBe(stage));
    };
    try {
      await stays('2026-03-20', 'first-visit');
      await stays('2026-06-10', 'revisit-due');
      await stays('2026-10-10', 'churned');
      const { headers } = await hospital.api('agent').get(`/patients/${id}`).expect(200);
      const died = hospital.api('agent').patch(`/patients/${id}`).set('if-match', String(headers['etag']));
      await died.send({ deceased: true }).expect(200);
      expect((await factsOf(id)).lifecycleStage).toBeNull();
    } finally {
      await hospital.clock.reset();
    }
  });

  it('PT-1 a card number belongs to one card, however it is written and however many write it at once', async () => {
    const people = [await aPatient(), await aPatient()] as const;
    const answers = await Promise.all([issue(people[0], 'vip-0001 23'), issue(people[1], 'ＶＩＰ０００１２３')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const card = answers.find(({ status }) => status === 201)?.body;
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(card).toMatchObject({ number: 'VIP000123', isValid: true, version: 1 });
    expect(refused).toMatchObject({ code: 'card-exists', patientId: card.patientId });
  });

  it('PT-1 a card is changed under its version, in the path of its own patient', async () => {
    const [id, other] = [await aPatient(), await aPatient()];
    const { body: card } = await issue(id, aRecordNumber().value, { validUntil: '2026-01-31' }).expect(201);
    const change = (of: string, version: number, body: object) =>
      hospital.api('agent').patch(`/patients/${of}/cards/${card.id}`).set('if-match', `"${version}"`).send(body);
    const terms = { level: '白金卡', validUntil: null, benefits: [] };
    const changed = await change(id, 1, terms).expect(200);
    expect(changed.body).toMatchObject({ ...terms, version: 2, isValid: true });
    expect(changed.headers['etag']).toBe('"2"');
    await change(id, 1, terms).expect(412);
    await change(other, 2, terms).expect(404);
    const { body } = await change(id, 2, { validUntil: '2025-12-31' }).expect(400);
    expect(body.errors).toMatchObject([{ field: 'validUntil', code: 'before-it-begins' }]);
    expect((await factsOf(id)).cards).toMatchObject([{ ...terms, version: 2 }]);
  });

  it('PT-9 is masked where it names somebody, for who may not know', async () => {
    const id = await aPatient();
    await say(id, {
      emergencyContacts: [{ name: '王秀英', relation: '女儿', phone: '138 0013 8000' }],
      conditions: [{ code: 'I10', text: '原发性高血压' }],
    });
    await issue(id, 'GOLD000999').expect(201);
    const { body } = await hospital.api('administrator').get(`/patients/${id}/facts`).expect(200);
    expect(body).toMatchObject({
      emergencyContacts: [{ name: '王**', relation: '女儿', phone: '138 **** 8000' }],
      conditions: [{ code: 'I10', text: expect.stringContaining('withheld') }],
      cards: [{ number: expect.stringMatching(/^\*+999$/) }],
    });
    await hospital.api('guide').patch(`/patients/${id}/facts`).set('if-match', '"1"').send({}).expect(403);
  });
});
