import { GiftCancelledV1, GiftRecordedV1 } from '#contracts';
import { newId } from '#platform';
import { faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GiftView } from '../src/families/gifts.dto.js';
import { GIFTS } from '../src/families/gifts.list.js';
import { startPatients } from './hospital.js';

describe('a package bought for somebody else', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  const agent = () => hospital.api('agent');
  const aPatient = async (): Promise<string> =>
    (await agent().post('/patients').send({ name: '王秀英', birthDate: '1970-05-05' }).expect(201)).body.id;
  const gift = (beneficiaryId: string, over: object = {}) => ({
    ...{
      beneficiaryId,
      packageCode: 'EXAM-SENIOR-A',
      packageName: '老年体检套餐A',
      price: '1280.00',
      note: '七十大寿',
    },
    ...over,
  });
  const give = (id: string, body: object) => agent().post(`/patients/${id}/gifts`).send(body);
  const giftsOf = async (id: string): Promise<GiftView[]> =>
    (await agent().get(`/patients/${id}/gifts`).expect(200)).body.items;
  const timelineOf = async (id: string) =>
    (await agent().get(`/patients/${id}/timeline`).query({ kinds: 'gift' }).expect(200)).body.items;

  it('PT-7 stands on both timelines, for the one who gets it without the price', async () => {
    const [buyer, beneficiary] = [await aPatient(), await aPatient()];
    const { body } = await give(buyer, gift(beneficiary)).expect(201);
    expect(body).toMatchObject({ side: 'given', price: '1280.00', priceHidden: true, recordedBy: expect.any(String) });
    expect(await giftsOf(buyer)).toEqual([body]);
    expect(await giftsOf(beneficiary)).toEqual([{ ...body, side: 'received', price: null }]);
    const entry = { kind: 'gift', outcome: 'standing', subjectId: body.id };
    expect(await timelineOf(buyer)).toMatchObject([{ ...entry, what: 'given', title: '老年体检套餐A ¥1280.00' }]);
    expect(await timelineOf(beneficiary)).toMatchObject([{ ...entry, what: 'received', title: '老年体检套餐A' }]);
    const [event] = (await hospital.events(GiftRecordedV1)).slice(-1);
    expect(event?.data).toEqual({
      ...{ giftId: body.id, buyerId: buyer, beneficiaryId: beneficiary, packageCode: 'EXAM-SENIOR-A' },
      ...{ packageName: '老年体检套餐A', recordedAt: body.recordedAt },
    });
    const open = (await give(buyer, gift(beneficiary, { priceHidden: false, price: '0.50' })).expect(201)).body;
    expect((await giftsOf(beneficiary))[0]).toMatchObject({ id: open.id, price: '0.50' });
    expect((await hospital.events(GiftRecordedV1)).at(-1)?.data.price).toBe('0.50');
    expect(await faultsOfList(agent(), `/patients/${buyer}/gifts`, GIFTS)).toEqual([]);
  });

  it('PT-7 is cancelled once, with a reason, by either side, also at once', async () => {
    const [buyer, beneficiary, stranger] = [await aPatient(), await aPatient(), await aPatient()];
    const { id } = (await give(buyer, gift(beneficiary)).expect(201)).body;
    const cancel = (patient: string, reason = '已自行体检') =>
      agent().post(`/patients/${patient}/gifts/${id}/cancel`).send({ reason });
    await cancel(stranger).expect(404);
    await cancel(buyer, ' ').expect(400);
    const both = await Promise.all([cancel(beneficiary), cancel(buyer)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'gift-cancelled' });
    expect(await timelineOf(beneficiary)).toMatchObject([{ outcome: 'cancelled' }]);
    expect(await giftsOf(buyer)).toMatchObject([{ cancelReason: '已自行体检', cancelledAt: expect.any(String) }]);
    const cancelled = (await hospital.events(GiftCancelledV1)).filter(({ data }) => data.giftId === id);
    expect(cancelled).toMatchObject([{ data: { buyerId: buyer, beneficiaryId: beneficiary } }]);
  });

  it('PT-7 is not for oneself, for nobody, for the dead, nor at a price that is none', async () => {
    const [buyer, other] = [await aPatient(), await aPatient()];
    const codesOf = async (body: object) => {
      const { errors } = (await give(buyer, body).expect(400)).body;
      return errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
    };
    expect(await codesOf(gift(buyer))).toEqual(['beneficiaryId gift-to-oneself']);
    expect(await codesOf(gift(newId()))).toEqual(['beneficiaryId patient-unknown']);
    for (const price of ['1280', '1280.0', '-1.00', '01.00', '1e3', '123456789.00']) {
      expect(await codesOf(gift(other, { price }))).toEqual(['price yuan']);
    }
    await agent().patch(`/patients/${other}`).set('if-match', '"1"').send({ deceased: true }).expect(200);
    expect((await give(buyer, gift(other)).expect(409)).body.code).toBe('patient-deceased');
    expect(await giftsOf(buyer)).toEqual([]);
  });

  it('PT-3 PT-7 is seen from the record that answers', async () => {
    const [buyer, beneficiary, alias] = [await aPatient(), await aPatient(), await aPatient()];
    await give(buyer, gift(alias)).expect(201);
    const merge = { retiredId: alias, reason: '同一人' };
    await hospital.api('centre-manager').post(`/patients/${beneficiary}/merges`).send(merge).expect(201);
    expect(await giftsOf(beneficiary)).toMatchObject([{ side: 'received', beneficiaryId: alias, price: null }]);
    expect(await timelineOf(beneficiary)).toHaveLength(1);
  });
});
