import {
  AwardPublishedV1,
  ComplaintsErasureReportedV1,
  DepartmentSavedV1,
  PersonErasedV1,
  PraiseApprovedV1,
  PraiseDeclinedV1,
  PraiseRecordedV1,
  StaffMemberSavedV1,
  type Role,
} from '#contracts';
import { newId } from '#platform';
import { eventually, faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import type { AwardCandidate, BonusVeto, Eligibility } from '../src/awards/awards.dto.js';
import { PRAISES } from '../src/praise/praise.list.js';
import type { Praise } from '../src/praise/praise.dto.js';
import { PraisePersonData } from '../src/praise/praise.person-data.js';
import { keptAfterErasing, openTicket, startComplaints } from './complaints.js';

const [HEART, SKIN, CHEN, ZHOU] = [newId(), newId(), newId(), newId()];
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('praise and awards', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startComplaints();
    for (const [departmentId, nameZh, code] of [
      [HEART, '心血管内科', 'XXGNK'],
      [SKIN, '皮肤科', 'PFK'],
    ] as const) {
      const localCodes = [{ system: 'demo-his', code }];
      await service.publish(DepartmentSavedV1, { departmentId, nameZh, localCodes, active: true });
    }
    for (const [memberId, name] of [
      [CHEN, '陈建国'],
      [ZHOU, '周护士'],
    ] as const) {
      const none = { titles: [], skills: [], departmentIds: [] };
      await service.publish(StaffMemberSavedV1, {
        ...none,
        memberId,
        name,
        staffNumber: name,
        active: true,
        version: 1,
      });
    }
    await eventually(async () => {
      const known = await service.source.query('SELECT id FROM known_member UNION ALL SELECT id FROM known_department');
      expect(known).toHaveLength(4);
    });
  });
  afterAll(() => service.stop());
  beforeEach(() => service.clock.set('2026-03-02T10:00:00+08:00'));

  const get = async (path: string, role: Role = 'general-manager') =>
    (await service.api(role).get(`/complaints/${path}`).expect(200)).body;
  /** A complaint that an investigation found justified. @returns its ticket */
  const confirmed = async (receivedAt: string, against: object) => {
    const { ticket } = await openTicket(service, { receivedAt: new Date(receivedAt), medical: false });
    const manager = service.api('centre-manager');
    const path = `/complaints/tickets/${ticket.id}/case`;
    await manager.post(`${path}/steps`).send({ step: 'investigation', text: '属实' }).expect(200);
    await manager
      .post(`${path}/finding`)
      .send({ validity: 'confirmed', reason: '属实', ...against })
      .expect(200);
    return ticket;
  };
  const overturn = (id: string) =>
    service
      .api('centre-manager')
      .post(`/complaints/tickets/${id}/case/finding`)
      .send({ validity: 'overturned', reason: '复核不成立' })
      .expect(200);
  const disqualified = (all: AwardCandidate[]) =>
    all.filter(({ disqualifiedBy }) => disqualifiedBy.length > 0).map(({ id }) => id);

  describe('a banner', () => {
    const record = async (over: object = {}): Promise<Praise> =>
      (
        await service
          .api('agent')
          .post('/complaints/praise')
          .send({ kind: 'banner', text: '医术精湛', fromName: '王女士', staffMemberIds: [CHEN], ...over })
          .expect(201)
      ).body;
    const decide = ({ id, version }: Praise, body: object, role: Role = 'general-manager') =>
      service.api(role).post(`/complaints/praise/${id}/decision`).set('if-match', `"${version}"`).send(body);

    it('CP-7 is recorded, approved by the general manager once, and passed to finance', async () => {
      const praise = await record({ departmentCode: 'XXGNK' });
      expect(praise).toMatchObject({ state: 'recorded', amountFen: null, hasPhoto: false });
      await decide(praise, { decision: 'approved', amountFen: 20_000 }, 'centre-manager').expect(403);
      await decide(praise, { decision: 'approved' }).expect(400);
      const [one, two] = await Promise.all([
        decide(praise, { decision: 'approved', amountFen: 20_000 }),
        decide(praise, { decision: 'declined', note: '重复' }),
      ]);
      expect([one.status, two.status].toSorted()).toEqual([200, 409]);
      const told = [PraiseRecordedV1, PraiseApprovedV1, PraiseDeclinedV1].map((type) => service.events<object>(type));
      const of = (await Promise.all(told))
        .flat()
        .filter(({ data }) => (data as PraiseRecordedV1).praiseId === praise.id);
      expect(of).toHaveLength(2);
    });

    it('CP-7 that is approved is on the list of finance with its amount, which shows neither words nor names', async () => {
      const praise = await record();
      await decide(praise, { decision: 'approved', amountFen: 30_000 }).expect(200);
      const declined = await record();
      await decide(declined, { decision: 'declined' }).expect(200);
      const { items } = await get('praise/rewards', 'finance');
      const ours = items.find(({ id }: { id: string }) => id === praise.id);
      expect(ours).toMatchObject({ amountFen: 30_000, staffMemberIds: [CHEN] });
      expect(ours).not.toHaveProperty('fromName');
      expect(items.some(({ id }: { id: string }) => id === declined.id)).toBe(false);
      await service.api('finance').get('/complaints/praise').expect(403);
      await service.api('agent').get('/complaints/praise/rewards').expect(403);
    });

    it('CP-7 names somebody who is known, and has reached the hospital', async () => {
      const wrong = async (over: object) =>
        (
          await service
            .api('agent')
            .post('/complaints/praise')
            .send({ kind: 'letter', text: '谢谢', ...over })
            .expect(400)
        ).body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
      expect(await wrong({})).toEqual(['staffMemberIds nobody-praised']);
      expect(await wrong({ staffMemberIds: [newId()] })).toEqual(['staffMemberIds member-unknown']);
      expect(await wrong({ departmentCode: 'NOBODY' })).toEqual(['departmentCode department-unknown']);
      expect(await wrong({ departmentCode: 'XXGNK', receivedAt: '2027-01-01T00:00:00Z' })).toEqual([
        'receivedAt in-future',
      ]);
    });

    it('CP-7 has a picture, which another one replaces and a document does not', async () => {
      const { id } = await record();
      const upload = (content: Buffer, filename: string) =>
        service.api('agent').post(`/complaints/praise/${id}/photo`).attach('file', content, filename);
      await service.api('agent').get(`/complaints/praise/${id}/photo`).expect(404);
      expect((await upload(PNG, '锦旗.png').expect(201)).body).toMatchObject({ hasPhoto: true });
      await upload(PNG, '锦旗2.png').expect(201);
      await upload(Buffer.from('%PDF-1.7\n'), '锦旗.png').expect(415);
      const { body } = await service.api('agent').get(`/complaints/praise/${id}/photo`).expect(200);
      expect(Buffer.from(body as Uint8Array).equals(PNG)).toBe(true);
      const files = await service.source.query(`SELECT state FROM file WHERE owner = $1 AND state <> 'deleted'`, [
        `praise/${id}`,
      ]);
      expect(files).toHaveLength(1);
    });

    it('decision 9: the list sorts and filters by every field', async () => {
      await record();
      expect(await faultsOfList(service.api('agent'), '/complaints/praise', PRAISES)).toEqual([]);
    });

    it('PT-9 of an erased person loses words, name and picture, and keeps whom it was for and the reward', async () => {
      const patientId = newId();
      const praise = await record({ patientId });
      await decide(praise, { decision: 'approved', amountFen: 10_000 }).expect(200);
      const order = { erasureId: newId(), patientId, patientIds: [patientId], recordNumbers: [] };
      await service.publish(PersonErasedV1, { ...order, erasedAt: service.clock.now().toISOString() });
      await eventually(async () => expect(await service.events(ComplaintsErasureReportedV1)).toHaveLength(1));
      expect(await get(`praise/${praise.id}`)).toMatchObject({ fromName: null, text: '—', amountFen: 10_000 });
      // Nothing of the person is kept anew.
      const again = { kind: 'letter', text: '王女士写道', fromName: '王女士', staffMemberIds: [CHEN], patientId };
      const { body } = await service.api('agent').post('/complaints/praise').send(again).expect(410);
      expect(body.code).toBe('person-erased');
    });

    it('PT-9 that is recorded while its patient is erased waits for the erasure', async () => {
      const patientId = newId();
      const erase = (tx: EntityManager) => service.app.get(PraisePersonData).erase(tx, [patientId]);
      const kept = await keptAfterErasing(service, erase, () => record({ patientId }));
      expect(kept).toMatchObject({ patientId });
    });
  });

  describe('the satisfied departments and persons', () => {
    const propose = (period: string, body: object, role: Role = 'centre-manager') =>
      service.api(role).post(`/complaints/awards/${period}/proposal`).send(body);
    const approve = (period: string, version: number) =>
      service.api('general-manager').post(`/complaints/awards/${period}/approve`).set('if-match', `"${version}"`);

    it('CP-8 of a quarter are those without a valid complaint, dated by receipt; overturning restores', async () => {
      // Half an hour before the hospital’s new quarter, and half an hour after it began.
      const before = await confirmed('2025-06-30T15:30:00Z', { departmentCodes: ['XXGNK'], staffMemberIds: [CHEN] });
      await confirmed('2025-06-30T16:30:00Z', { staffMemberIds: [ZHOU] });
      const quarter = (await get('awards/2025-Q2/eligibility')) as Eligibility;
      expect([disqualified(quarter.departments), disqualified(quarter.persons)]).toEqual([[HEART], [CHEN]]);
      expect(quarter.persons.find(({ id }) => id === CHEN)?.disqualifiedBy).toEqual([
        { ticketId: before.id, number: before.number, receivedOn: '2025-06-30' },
      ]);
      const year = (await get('awards/2025/eligibility')) as Eligibility;
      expect(disqualified(year.persons).toSorted()).toEqual([CHEN, ZHOU].toSorted());
      await overturn(before.id);
      expect(disqualified(((await get('awards/2025-Q2/eligibility')) as Eligibility).persons)).toEqual([]);
    });

    it('CP-8 a month’s bonus is gone for whom a valid complaint names, and comes back with overturning', async () => {
      const ticket = await confirmed('2025-09-15T02:00:00Z', { staffMemberIds: [CHEN] });
      const vetoes = async (month: string) => (await get(`bonus-vetoes?month=${month}`, 'finance')).items;
      expect(await vetoes('2025-09')).toMatchObject([{ memberId: CHEN, because: [{ ticketId: ticket.id }] }]);
      expect(await vetoes('2025-08')).toEqual([]);
      await overturn(ticket.id);
      expect(await vetoes('2025-09')).toEqual([]);
      for (const month of ['', '2025-Q3', '2025-13', '2025'])
        await service.api('finance').get('/complaints/bonus-vetoes').query({ month }).expect(400);
      await service.api('agent').get('/complaints/bonus-vetoes?month=2025-09').expect(403);
    });

    it('CP-3 whom a dispute disqualifies is told without saying which, but to medical affairs', async () => {
      const ticket = await confirmed('2024-08-20T02:00:00Z', { departmentCodes: ['XXGNK'], staffMemberIds: [CHEN] });
      const [month, quarter] = ['bonus-vetoes?month=2024-08', 'awards/2024-Q3/eligibility'];
      const groundsFor = async (role: Role) => {
        const { departments, persons } = (await get(quarter, role)) as Eligibility;
        const vetoes = (await get(month, role)).items as BonusVeto[];
        const accused = [...departments, ...persons].filter(({ id }) => [HEART, CHEN].includes(id));
        return [...accused.map(({ disqualifiedBy }) => disqualifiedBy), ...vetoes.map(({ because }) => because)];
      };
      const unsaid = [{ ticketId: null, number: null, receivedOn: '2024-08-20' }];
      const said = [{ ticketId: ticket.id, number: ticket.number, receivedOn: '2024-08-20' }];
      expect(await groundsFor('finance')).toEqual([said, said, said]);
      await service.source.query('UPDATE ticket SET dispute = true, medical = true WHERE id = $1', [ticket.id]);
      expect(await groundsFor('finance')).toEqual([unsaid, unsaid, unsaid]);
      expect(await groundsFor('medical-affairs')).toEqual([said, said, said]);
      const refused = (await propose('2024-Q3', { departmentIds: [HEART], memberIds: [] }).expect(409)).body;
      expect(refused.ineligible).toMatchObject([{ id: HEART, disqualifiedBy: unsaid }]);
      await service.source.query('UPDATE ticket SET dispute = false, confidential = true WHERE id = $1', [ticket.id]);
      expect(await groundsFor('finance')).toEqual([unsaid, unsaid, unsaid]);
      expect(await groundsFor('centre-manager')).toEqual([said, said, said]);
    });

    it('CP-8 are proposed after the quarter, approved as they were read, and published once', async () => {
      const period = '2025-Q1';
      await service.api('general-manager').get(`/complaints/awards/${period}`).expect(404);
      await propose('2026-Q1', { departmentIds: [SKIN], memberIds: [] }).expect(409);
      const unknown = await propose(period, { departmentIds: [newId()], memberIds: [] }).expect(400);
      expect(unknown.body.errors).toMatchObject([{ field: 'departmentIds', code: 'department-unknown' }]);
      const first = await propose(period, { departmentIds: [SKIN], memberIds: [CHEN] }).expect(200);
      const second = await propose(period, { departmentIds: [SKIN, HEART], memberIds: [ZHOU] }).expect(200);
      await approve(period, first.body.version).expect(412);
      const answers = await Promise.all([approve(period, second.body.version), approve(period, second.body.version)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      await propose(period, { departmentIds: [], memberIds: [] }).expect(409);
      const told = (await service.events(AwardPublishedV1)).filter(({ data }) => data.period === period);
      expect(told).toMatchObject([{ data: { departmentIds: [SKIN, HEART], memberIds: [ZHOU] } }]);
    });

    it('CP-8 are nobody whom a complaint disqualifies, also one that was confirmed after the proposal', async () => {
      const period = '2024-Q4';
      const refused = (answer: { body: { code: string; ineligible: AwardCandidate[] } }) => {
        expect(answer.body.code).toBe('award-ineligible');
        return answer.body.ineligible.map(({ id }) => id);
      };
      const { body } = await propose(period, { departmentIds: [HEART], memberIds: [] }).expect(200);
      const ticket = await confirmed('2024-12-24T02:00:00Z', { departmentCodes: ['XXGNK'] });
      expect(refused(await approve(period, body.version).expect(409))).toEqual([HEART]);
      expect(refused(await propose(period, { departmentIds: [HEART], memberIds: [] }).expect(409))).toEqual([HEART]);
      await overturn(ticket.id);
      await approve(period, body.version).expect(200);
      await confirmed('2024-12-25T02:00:00Z', { departmentCodes: ['XXGNK'] });
      expect(disqualified((await get(`awards/${period}`)).departments)).toEqual([HEART]);
    });

    it('CP-8 of a year are not refused for a valid complaint, which is flagged beside them', async () => {
      const ticket = await confirmed('2023-05-10T02:00:00Z', { departmentCodes: ['XXGNK'], staffMemberIds: [CHEN] });
      const unknown = await propose('2023', { departmentIds: [newId()], memberIds: [newId()] }).expect(400);
      expect(unknown.body.errors).toHaveLength(2);
      const { body } = await propose('2023', { departmentIds: [HEART, SKIN], memberIds: [CHEN] }).expect(200);
      const result = (await approve('2023', body.version).expect(200)).body;
      for (const award of [body, result, await get('awards/2023')]) {
        expect(disqualified(award.departments)).toEqual([HEART]);
        expect(award.persons).toMatchObject([{ id: CHEN, disqualifiedBy: [{ number: ticket.number }] }]);
      }
      await propose('2023-Q2', { departmentIds: [], memberIds: [CHEN] }).expect(409);
    });

    it('CP-8 are of a quarter or a year', async () => {
      for (const period of ['2025-05', 'x', '2025-Q9'])
        await service.api('general-manager').get(`/complaints/awards/${period}/eligibility`).expect(400);
    });
  });
});
