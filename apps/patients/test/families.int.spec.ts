import { BirthdayArrivedV1, PatientFamilyChangedV1 } from '#contracts';
import { Deadlines, newId, transact } from '#platform';
import { eventually, faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BirthdaysJob } from '../src/birthdays/birthdays.job.js';
import { FamiliesPersonData } from '../src/families/families.person-data.js';
import { FamilySettlement } from '../src/families/family-settlement.js';
import type { RecipientsView } from '../src/families/recipients.dto.js';
import { NAMED_BY, RELATIVES } from '../src/families/relatives.list.js';
import type { RelativeView } from '../src/families/relatives.dto.js';
import { LookForChildren1767178200056 } from '../src/migrations/look-for-children.js';
import { startPatients } from './hospital.js';

describe('the family of a patient', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());
  beforeEach(() => hospital.clock.set('2026-03-02T10:00:00+08:00'));

  const agent = () => hospital.api('agent');
  const aPatient = async (facts: object = {}): Promise<string> => {
    const body = { name: '王伟', birthDate: '1944-05-05', ...facts };
    return (await agent().post('/patients').send(body).expect(201)).body.id;
  };
  const aChild = (birthDate = '2018-05-05') => aPatient({ name: '王小宝', birthDate, phones: ['13800000009'] });
  const aParent = (facts: object = {}) => aPatient({ name: '李芳', birthDate: '1985-01-01', ...facts });
  const word = (by = 'patient') => ({ by, channel: 'phone', note: '本人来电' });
  const ask = (id: string, body: object = {}) =>
    agent()
      .post(`/patients/${id}/relatives`)
      .send({ relation: '32', kinds: ['appointment'], consent: word(), ...body });
  const name = async (id: string, body: object): Promise<RelativeView> => (await ask(id, body).expect(201)).body;
  const byGuardian = (relation: string, body: object) => ({ relation, kinds: [], consent: word('guardian'), ...body });
  const end = (id: string, relative: { id: string; version: number }, by = 'patient') =>
    agent()
      .post(`/patients/${id}/relatives/${relative.id}/end`)
      .set('if-match', `"${relative.version}"`)
      .send({ by, channel: 'phone' });
  const recipients = async (id: string, kind = 'appointment'): Promise<RecipientsView> =>
    (await agent().get(`/patients/${id}/recipients`).query({ kind }).expect(200)).body;
  const told = async (id: string) =>
    (await hospital.events(PatientFamilyChangedV1)).map(({ data }) => data).filter(({ patientId }) => patientId === id);
  const toldLast = async (id: string) => (await told(id)).at(-1);
  const merge = async (id: string, retiredId: string): Promise<string> => {
    const asked = hospital.api('centre-manager').post(`/patients/${id}/merges`).send({ retiredId, reason: '同一人' });
    return (await asked.expect(201)).body.id;
  };
  const faultsIn = async (id: string, body: object): Promise<string[]> => {
    const { body: problem } = await ask(id, body).expect(400);
    return problem.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
  };

  it('PT-7 lets an old patient have copies sent to a daughter, until it is ended, and keeps every word', async () => {
    const [id, daughter] = [await aPatient({ phones: ['13800000001'] }), await aParent({ phones: ['13800000002'] })];
    const named = await name(id, { relativePatientId: daughter, kinds: ['appointment', 'medication'] });
    expect(named).toMatchObject({ relativePatientId: daughter, name: '李芳', relationText: '长女 eldest daughter' });
    expect(named).toMatchObject({ version: 1, gets: ['appointment', 'medication'], recordedBy: expect.any(String) });
    expect(await recipients(id)).toMatchObject({
      recipients: [
        { reason: 'self', patientId: id, phone: '+8613800000001' },
        { reason: 'copy', patientId: daughter, phone: '+8613800000002' },
      ],
    });
    expect((await recipients(id, 'follow-up')).suppressed).toMatchObject([{ why: 'kind-not-chosen' }]);
    expect(await told(id)).toMatchObject([
      { child: false, relatives: [{ reason: 'copy', patientId: daughter, kinds: ['appointment', 'medication'] }] },
    ]);

    const path = `/patients/${id}/relatives/${named.id}`;
    await agent().get(path).expect(200).expect('etag', '"1"');
    const change = (version: number) =>
      agent()
        .patch(path)
        .set('if-match', `"${version}"`)
        .send({ kinds: ['follow-up'], consent: word() });
    const both = await Promise.all([change(1), change(1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    await agent().patch(path).send({ consent: word() }).expect(428);
    expect(await toldLast(id)).toMatchObject({ relatives: [{ kinds: ['follow-up'] }] });
    const ended = (await end(id, { id: named.id, version: 2 }, 'relative').expect(200)).body;
    expect(ended.history).toMatchObject([
      { what: 'named', saidBy: 'patient', kinds: ['appointment', 'medication'], note: '本人来电', channel: 'phone' },
      { what: 'changed', kinds: ['follow-up'] },
      { what: 'ended', saidBy: 'relative', at: expect.any(String), by: expect.any(String) },
    ]);
    expect((await end(id, ended).expect(409)).body.code).toBe('relative-ended');
    expect(await toldLast(id)).toMatchObject({ relatives: [], toPatient: expect.arrayContaining(['appointment']) });
    expect((await recipients(id)).suppressed).toMatchObject([{ why: 'relation-ended' }]);
    expect(await told(id)).toHaveLength(3);
  });

  it('PT-7 sends what concerns a child to both parents, one known by phone only, never to its own phone', async () => {
    const [id, mother] = [await aChild(), await aParent()];
    await eventually(async () =>
      expect(await toldLast(id)).toMatchObject({ child: true, toPatient: [], nobody: 'nobody-named-for-child' }),
    );
    expect(await recipients(id)).toMatchObject({
      ...{ child: true, recipients: [], nobody: 'nobody-named-for-child' },
      suppressed: [{ why: 'child', patientId: id }],
    });
    await name(id, byGuardian('52', { relativePatientId: mother }));
    await name(id, byGuardian('51', { name: '王强', phone: '138 0013 8000' }));
    const reason = 'guardian-instead-of-child';
    const { recipients: got, nobody } = await recipients(id, 'follow-up');
    expect(got).toMatchObject([
      { reason, patientId: mother, name: '李芳', relationText: '母亲 mother' },
      { reason, patientId: null, name: '王强', phone: '+8613800138000' },
    ]);
    expect([nobody, JSON.stringify(got).includes('13800000009')]).toEqual([null, false]);
    const kinds = ['appointment', 'follow-up', 'medication', 'birthday'];
    expect(await toldLast(id)).toEqual({
      ...{ patientId: id, child: true, toPatient: [] },
      relatives: [
        { reason, relativeId: expect.any(String), patientId: mother, relation: '52', guardian: true, kinds },
        {
          ...{ reason, relativeId: expect.any(String), name: '王强', phone: '+8613800138000' },
          ...{ relation: '51', guardian: true, kinds },
        },
      ],
    });
    const wards = await agent()
      .get(`/patients/${mother}/named-by`)
      .query({ filter: 'guardian eq true and endedAt eq null' })
      .expect(200);
    expect(wards.body.items).toMatchObject([{ patientId: id, name: '王小宝', child: true, relation: '52' }]);
  });

  it('PT-7 refuses what cannot be, and says which field and why', async () => {
    const [id, child, relative] = [await aPatient(), await aChild(), await aParent()];
    const guardian = { relativePatientId: relative, relation: '52', guardian: true };
    expect(await faultsIn(id, { relativePatientId: id })).toEqual(['relativePatientId refers-oneself']);
    expect(await faultsIn(id, { relativePatientId: newId() })).toEqual(['relativePatientId patient-unknown']);
    expect(await faultsIn(id, {})).toEqual(['relativePatientId record-or-name-and-phone']);
    expect(await faultsIn(id, { name: '张三', phone: '12320' })).toEqual(['phone phone-unreadable']);
    expect(await faultsIn(id, guardian)).toEqual(['guardian guardian-of-adult']);
    expect(await faultsIn(child, { ...guardian, consent: word() })).toEqual(['consent.by says-guardian']);
    expect(await faultsIn(id, { relativePatientId: child })).toEqual(['kinds relative-is-child']);
    await ask(id, { relativePatientId: relative, relation: '01' }).expect(400);
    await ask(id, { relativePatientId: relative, kinds: ['payslip'] }).expect(400);
    await ask(newId(), { relativePatientId: relative }).expect(404);
    await hospital.api('follow-up-nurse').get(`/patients/${id}/relatives`).expect(200);
    expect(await faultsOfList(agent(), `/patients/${id}/relatives`, RELATIVES)).toEqual([]);
    expect(await faultsOfList(agent(), `/patients/${id}/named-by`, NAMED_BY)).toEqual([]);

    await agent().patch(`/patients/${relative}`).set('if-match', '"1"').send({ deceased: true }).expect(200);
    expect(await faultsIn(id, { relativePatientId: relative })).toEqual(['relativePatientId relative-deceased']);
    expect((await ask(relative, { relativePatientId: id }).expect(409)).body.code).toBe('patient-deceased');
  });

  it('PT-7 refuses the same relative twice, also at once, a merged one, a circle, and one too many', async () => {
    const [id, relative, retired] = [await aPatient(), await aParent(), await aParent()];
    const twice = await Promise.all([
      ask(id, { relativePatientId: relative }),
      ask(id, { relativePatientId: relative }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(twice.find(({ status }) => status === 409)?.body).toMatchObject({
      ...{ code: 'relative-exists', relativeId: twice.find(({ status }) => status === 201)?.body.id },
    });
    const circle = { relativePatientId: id, relation: '21', kinds: [] };
    expect((await ask(relative, circle).expect(409)).body.code).toBe('relatives-circle');
    const grandchild = await aParent();
    await name(relative, { relativePatientId: grandchild, relation: '21', kinds: [] });
    expect((await ask(grandchild, circle).expect(409)).body.code).toBe('relatives-circle');
    await name(relative, { relativePatientId: id, relation: '51', kinds: [] });

    await merge(relative, retired);
    const merged = (await ask(await aPatient(), { relativePatientId: retired }).expect(409)).body;
    expect(merged).toMatchObject({ code: 'relative-merged', patientId: relative });
    for (let nth = 1; nth < 20; nth += 1) {
      await name(id, { name: `亲戚${nth}`, phone: `138001380${String(nth).padStart(2, '0')}`, relation: '97' });
    }
    const surplus = await ask(id, { name: '又一个', phone: '13900139000', relation: '97' }).expect(409);
    expect(surplus.body).toMatchObject({ code: 'too-many-relatives', most: 20 });
  });

  it('PT-7 lets no circle of three or more close, also when its parts are named at once', async () => {
    const below = (id: string, relative: string) => ask(id, { relativePatientId: relative, relation: '51', kinds: [] });
    const [one, two, three] = [await aParent(), await aParent(), await aParent()];
    const circle = await Promise.all([below(one, two), below(two, three), below(three, one)]);
    expect(circle.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    // Each half shares no record with the other one.
    const halves = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const [a, b, c, d] = [await aParent(), await aParent(), await aParent(), await aParent()];
        await below(a, b).expect(201);
        await below(c, d).expect(201);
        return [b, c, d, a] as const;
      }),
    );
    const answers = await Promise.all(halves.map(([b, c, d, a]) => Promise.all([below(b, c), below(d, a)])));
    for (const pair of answers) {
      expect(pair.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(pair.find(({ status }) => status === 409)?.body.code).toBe('relatives-circle');
    }
  });

  it('PT-7 PT-11 PT-9 tells at once of a relative who died, wants no contact, or allows no marketing any more', async () => {
    const [id, one, other] = [await aPatient(), await aParent(), await aParent()];
    const purpose = { purpose: 'marketing', channel: 'phone' };
    const allow = { ...purpose, granted: true, legalBasis: 'consent' };
    for (const each of [id, one]) await agent().post(`/patients/${each}/consents`).send(allow).expect(201);
    await name(id, { relativePatientId: one, kinds: ['appointment', 'marketing'] });
    await name(id, { relativePatientId: other, kinds: ['appointment', 'marketing'], relation: '33' });
    const gets = async () => (await toldLast(id))?.relatives.map(({ patientId, kinds }) => [patientId, kinds.join()]);
    expect(await gets()).toEqual([
      [one, 'appointment,marketing'],
      [other, 'appointment'],
    ]);
    await agent()
      .post(`/patients/${one}/consents`)
      .send({ ...purpose, granted: false })
      .expect(201);
    await eventually(async () => expect((await gets())?.[0]).toEqual([one, 'appointment']));
    await agent()
      .post(`/patients/${other}/states`)
      .send({ state: 'do-not-contact', holds: true, channel: 'phone' })
      .expect(201);
    await eventually(async () => expect(await gets()).toEqual([[one, 'appointment']]));
    const { version } = (await agent().get(`/patients/${one}`).expect(200)).body;
    await agent().patch(`/patients/${one}`).set('if-match', `"${version}"`).send({ deceased: true }).expect(200);
    await eventually(async () => expect(await gets()).toEqual([]));
    expect((await recipients(id)).suppressed.map(({ why }) => why)).toEqual(['deceased', 'do-not-contact']);
  });

  it('PT-7 tells once of a child that comes of age, however often and by how many it is looked at', async () => {
    const [id, mother] = [await aChild('2008-02-29'), await aParent()];
    await hospital.clock.set('2026-02-27T12:00:00+08:00');
    await name(id, byGuardian('52', { relativePatientId: mother }));
    await hospital.clock.set('2026-02-27T23:59:30+08:00');
    const deadlines = hospital.app.get(Deadlines, { strict: false });
    await deadlines.runOnce();
    expect(await toldLast(id)).toMatchObject({ child: true });
    const before = (await told(id)).length;
    await hospital.clock.set('2026-02-28T00:00:01+08:00');
    await Promise.all([deadlines.runOnce(), deadlines.runOnce()]);
    await eventually(async () => expect(await toldLast(id)).toMatchObject({ child: false, relatives: [] }));
    expect((await recipients(id)).suppressed).toMatchObject([{ why: 'came-of-age' }]);
    await hospital.clock.set('2026-02-28T00:00:30+08:00');
    await hospital.source.query('UPDATE family_standing SET due_at = $1 WHERE person_id = $2', [
      '2026-02-28T00:00:00+08:00',
      id,
    ]);
    await Promise.all([deadlines.runOnce(), deadlines.runOnce()]);
    expect(await told(id)).toHaveLength(before + 1);
    await hospital.source.query(`UPDATE family_standing SET told = 'another' WHERE person_id = $1`, [id]);
    const settlement = hospital.app.get(FamilySettlement, { strict: false });
    const settle = () => transact(hospital.source, (tx) => settlement.settle(tx, [id], hospital.clock.now()));
    await Promise.all([settle(), settle(), settle()]);
    expect(await told(id)).toHaveLength(before + 2);
  });

  it('PT-3 PT-7 keeps each entry where it was said over a merge, and gives it back', async () => {
    const [id, twin, one, other] = [await aPatient(), await aPatient(), await aParent(), await aParent()];
    const first = await name(id, { relativePatientId: one });
    const second = await name(twin, { relativePatientId: other, relation: '33' });
    const namesOf = async (each: string) => (await toldLast(each))?.relatives.map(({ patientId }) => patientId);
    const mergeId = await merge(id, twin);
    await eventually(async () => expect(await namesOf(id)).toEqual([one, other]));
    expect((await recipients(twin)).recipients.map(({ patientId }) => patientId)).toEqual([id, one, other]);
    await end(twin, first).expect(200);
    const merging = await merge(other, one);
    expect((await recipients(id)).recipients.map(({ relativeId }) => relativeId)).toEqual([null, second.id]);
    const undo = (merged: string) =>
      hospital.api('centre-manager').post(`/patients/merges/${merged}/undo`).send({ reason: '两个人' }).expect(200);
    await undo(merging);
    await undo(mergeId);
    await eventually(async () => {
      expect([await namesOf(id), await namesOf(twin)]).toEqual([[], [other]]);
    });
    const { body } = await agent().get(`/patients/${twin}/relatives`).expect(200);
    expect(body.items).toMatchObject([{ id: second.id, patientId: twin, relativePatientId: other }]);
    const again = await merge(id, twin);
    await eventually(async () => {
      const due = 'SELECT due_at AS "dueAt" FROM family_standing WHERE person_id = $1';
      expect(await hospital.source.query(due, [twin])).toEqual([{ dueAt: null }]);
    });
    await end(id, second).expect(200);
    await undo(again);
    await eventually(async () => expect(await namesOf(twin)).toEqual([]));
  });

  it('PT-6 PT-7 greets a child by its guardians, and an adult with those who get copies', async () => {
    await hospital.clock.set('2026-05-04T12:00:00+08:00');
    const [child, lone, adult] = [await aChild('2018-05-05'), await aChild('2019-05-05'), await aPatient()];
    const mother = await aParent();
    await name(child, byGuardian('52', { relativePatientId: mother }));
    await name(adult, { name: '王秀英', phone: '13800138000', kinds: ['birthday'] });
    await hospital.clock.set('2026-05-05T05:00:00+08:00');
    const run = { signal: new AbortController().signal, hold: () => Promise.resolve() };
    const job = hospital.app.get(BirthdaysJob, { strict: false });
    await Promise.all([job.run({}, run as never), job.run({}, run as never)]);
    const greeted = (await hospital.events(BirthdayArrivedV1)).map(({ data }) => data);
    const of = (id: string) => greeted.filter(({ patientId }) => patientId === id);
    expect(of(child)).toMatchObject([
      { recipients: [{ reason: 'guardian-instead-of-child', patientId: mother }], age: 8 },
    ]);
    expect(of(lone)).toMatchObject([{ recipients: [] }]);
    expect(of(adult)).toMatchObject([
      {
        recipients: [
          { reason: 'self', patientId: adult },
          { reason: 'copy', name: '王秀英', phone: '+8613800138000' },
        ],
      },
    ]);
  });

  it('PT-2 PT-7 PT-9 stands in one line beside the facts and on the screen of who answers, masked where it must be', async () => {
    const id = await aPatient({ phones: ['13700137001'] });
    await name(id, { name: '王秀英', phone: '13800138000', kinds: ['medication'] });
    const line = {
      name: '王秀英',
      phone: '+8613800138000',
      relationText: '长女 eldest daughter',
      gets: ['medication'],
    };
    const { body: facts } = await agent().get(`/patients/${id}/facts`).expect(200);
    expect(facts.relatives).toMatchObject([line]);
    const { body } = await agent().get('/patients/lookup').query({ phone: '13700137001' }).expect(200);
    expect(body.picture.facts.relatives).toMatchObject([line]);
    const admin = hospital.api('administrator');
    const masked = { name: '王**', phone: '+86138****8000' };
    expect((await admin.get(`/patients/${id}/relatives`).expect(200)).body.items).toMatchObject([masked]);
    const asked = await admin.get(`/patients/${id}/recipients`).query({ kind: 'medication' }).expect(200);
    expect(asked.body.recipients[1]).toMatchObject(masked);
  });

  it('PT-7 is looked at in a first start on records that are there already: of every child that has no row yet', async () => {
    const [child, waiting, adult] = [await aChild(), await aChild(), await aPatient()];
    const runner = hospital.source.createQueryRunner();
    await runner.startTransaction();
    try {
      const ids = [child, waiting, adult];
      await runner.query('DELETE FROM family_standing WHERE person_id = $1', [child]);
      await new LookForChildren1767178200056().up(runner);
      const found = 'SELECT person_id AS id FROM family_standing WHERE person_id = ANY ($1) ORDER BY 1';
      expect(await runner.query(found, [ids])).toEqual([child, waiting].sort().map((id) => ({ id })));
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('PT-7 PT-9 loses a relative whose record is erased, and tells of it', async () => {
    const [id, relative] = [await aPatient(), await aParent()];
    await name(id, { relativePatientId: relative });
    const source = hospital.app.get(FamiliesPersonData, { strict: false });
    const sections = await hospital.source.transaction((tx) => source.collect(tx, [id]));
    expect(sections.map(({ name, rows }) => [name, [...(rows as object[])].length])).toEqual([
      ['relatives', 1],
      ['named-by', 0],
      ['gifts', 0],
    ]);
    await transact(hospital.source, (tx) => source.erase(tx, [relative], new Date('2026-03-02T10:00:00+08:00')));
    await eventually(async () => expect(await toldLast(id)).toMatchObject({ relatives: [] }));
  });
});
