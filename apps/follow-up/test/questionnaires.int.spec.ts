import {
  AppointmentRequestedV1,
  ComplaintRequestedV1,
  FollowUpNotificationRequestedV1,
  ResponseRecordedV1,
} from '#contracts';
import { newId, transact } from '#platform';
import { faultsOfList } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { occasionAt } from '../src/calendar/occasion.js';
import { AttemptAnswers } from '../src/desk/attempt-answers.js';
import { Effects } from '../src/plans/chronicle.js';
import { QUESTIONNAIRES } from '../src/questionnaires/questionnaires.list.js';
import { STANDARD_QUESTIONNAIRES } from '../src/questionnaires/standard/standard-questionnaires.js';
import { RESPONSES } from '../src/responses/responses.list.js';
import { ResponsesPersonData } from '../src/responses/responses.person-data.js';
import { NewTasks } from '../src/tasks/new-tasks.js';
import { Hospital } from './hospital.js';

const WITHHELD = '[已隐藏 withheld]';

const choice = (linkId: string, ...codes: string[]) => ({
  linkId,
  text: linkId,
  textEn: linkId,
  type: 'choice',
  answerOption: codes.map((code) => ({ valueCoding: { code, display: code, displayEn: code } })),
});
const when = (question: string, code: string) => [{ question, operator: '=', answerCoding: { code } }];
const flag = (key: string, kind: string, question: string, code = 'yes') => ({
  ...{ key, kind, nameZh: key, nameEn: key },
  when: when(question, code),
});

const DEFINITION = {
  titleZh: '测试问卷',
  titleEn: 'A questionnaire to test',
  item: [
    choice('bleeding', 'yes', 'no'),
    { linkId: 'where', text: '哪里', textEn: 'Where', type: 'text', enableWhen: when('bleeding', 'yes') },
    choice('angry', 'yes', 'no'),
    choice('again', 'yes', 'no'),
    { ...choice('gift', 'yes', 'no'), confidential: true },
  ],
  flags: [
    flag('bleeding', 'red-flag', 'bleeding'),
    flag('angry', 'dissatisfaction', 'angry'),
    flag('again', 'wish-to-return', 'again'),
    flag('gift', 'gift', 'gift'),
  ],
};
const picked = (linkId: string, code = 'yes') => ({ linkId, answer: [{ valueCoding: { code } }] });
const ALARMING = [
  picked('bleeding'),
  { linkId: 'where', answer: [{ valueString: '王芳的伤口' }] },
  ...[picked('angry'), picked('again'), picked('gift')],
];

describe('questionnaires and answers over REST', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
    await published('standing');
  });
  afterAll(() => hospital.close());

  const manager = () => hospital.service.api('centre-manager');
  const at = (code: string, version = 1) => `/follow-up/questionnaires/${code}/versions/${version}`;
  const draft = (code: string, definition: object = DEFINITION) =>
    manager().post('/follow-up/questionnaires').send({ code, definition });
  const act = (code: string, version: number, what: 'publish' | 'retire', revision: number) =>
    manager()
      .post(`${at(code, version)}/${what}`)
      .set('if-match', `"${revision}"`);

  async function published(code: string): Promise<void> {
    const { body } = await draft(code).expect(201);
    await act(code, body.version, 'publish', 1).expect(200);
  }

  const entered = (over: object = {}) =>
    hospital
      .nurse()
      .post('/follow-up/responses')
      .send({
        questionnaire: { code: 'standing', version: 1 },
        patientId: newId(),
        channel: 'phone',
        departmentCode: 'XXGNK',
        items: [picked('angry', 'no')],
        ...over,
      });

  it('FU-8 a draft is changed, published, replaced and never changed again', async () => {
    await draft('life').expect(201);
    expect((await draft('life').expect(409)).body).toMatchObject({ code: 'draft-exists' });
    const changed = { ...DEFINITION, titleZh: '改过的问卷' };
    const put = () => manager().put(at('life')).set('if-match', '"1"').send({ definition: changed });
    expect((await put().expect(200)).body).toMatchObject({ titleZh: '改过的问卷', revision: 2, status: 'draft' });
    expect((await put().expect(412)).body).toMatchObject({ code: 'version-mismatch' });
    await act('life', 1, 'publish', 2).expect(200);
    const refused = await manager().put(at('life')).set('if-match', '"3"').send({ definition: changed }).expect(409);
    expect(refused.body).toMatchObject({ code: 'questionnaire-status', questionnaireStatus: 'published' });
    await published('life');
    expect((await manager().get(at('life')).expect(200)).body).toMatchObject({ status: 'retired' });
    const { headers } = await manager().get(at('life', 2)).expect(200);
    await act('life', 2, 'retire', Number(headers['etag']?.replaceAll('"', ''))).expect(200);
    await hospital.nurse().post('/follow-up/questionnaires').send({ code: 'mine', definition: DEFINITION }).expect(403);
  });

  it('FU-8 of two drafts begun at once one is begun', async () => {
    const answers = await Promise.all([draft('twins'), draft('twins')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('FU-8 an editor is told what is wrong by JSON pointers, in Chinese or English', async () => {
    const [first, second] = DEFINITION.item;
    const circle = [{ ...first, enableWhen: when('where', 'x') }, second];
    const { body } = await draft('circle', { ...DEFINITION, item: circle, flags: [] }).expect(400);
    expect(body.errors).toContainEqual({
      field: '/definition/item/0/enableWhen/0/question',
      code: 'enable-when-cycle',
      reason: '显示条件互相依赖，形成循环（经由 where）',
    });
    const english = await draft('circle', { ...DEFINITION, item: [] })
      .set('accept-language', 'en')
      .expect(400);
    expect(english.body.errors[0]).toMatchObject({ field: '/definition/item', reason: 'must not be an empty list' });
  });

  it('FU-9 answers tell the duty doctor, ask for a complaint, an appointment and a confidential ticket, once each', async () => {
    const { body } = await entered({ items: ALARMING }).expect(201);
    const told = async () => {
      const { service } = hospital;
      const of = (data: { responseId: string }) => data.responseId === body.id;
      return {
        alarms: (await service.events(FollowUpNotificationRequestedV1)).filter(
          ({ data }) => data.subjectId === body.id,
        ),
        complaints: (await service.events(ComplaintRequestedV1)).filter(({ data }) => of(data)),
        appointments: (await service.events(AppointmentRequestedV1)).filter(({ data }) => of(data)),
        recorded: (await service.events(ResponseRecordedV1)).filter(({ data }) => of(data)),
      };
    };
    const { alarms, complaints, appointments, recorded } = await told();
    expect(alarms.map(({ data }) => data)).toMatchObject([
      { urgency: 'red', to: [{ departmentCode: 'XXGNK', role: 'duty-doctor' }], occasion: 'bleeding' },
    ]);
    expect(complaints.map(({ data }) => [data.flag, data.confidential])).toEqual([
      ['angry', false],
      ['gift', true],
    ]);
    expect(appointments.map(({ data }) => data.linkIds)).toEqual([['again']]);
    expect(recorded).toHaveLength(1);
    expect(recorded[0]?.data.flags).toEqual(['bleeding', 'angry', 'again']);
    expect(JSON.stringify(await told())).not.toContain('王芳');
    const visible = ALARMING.filter(({ linkId }) => linkId !== 'gift');
    const correction = await entered({ patientId: body.patientId, items: visible, amends: body.id }).expect(201);
    const after = await told();
    expect([after.alarms, after.complaints, after.appointments].map(({ length }) => length)).toEqual([1, 2, 1]);
    const again = await hospital.service.events(ComplaintRequestedV1);
    expect(again.filter(({ data }) => data.responseId === correction.body.id)).toEqual([]);
  });

  it('FU-8 a correction stands in the place of what it corrects, which is kept as it was', async () => {
    const first = (await entered().expect(201)).body;
    const { patientId } = first;
    const amend = (over: object = {}) => entered({ patientId, amends: first.id, items: [picked('angry')], ...over });
    expect((await amend({ patientId: newId() }).expect(400)).body.errors).toMatchObject([{ field: '/patientId' }]);
    const both = await Promise.all([amend(), amend()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const kept = (await hospital.nurse().get(`/follow-up/responses/${first.id}`).expect(200)).body;
    expect(kept).toMatchObject({ status: 'amended', items: first.items });
    expect(both.find(({ status }) => status === 201)?.body).toMatchObject({
      amends: first.id,
      departmentCode: 'XXGNK',
    });
    await entered({ amends: newId() }).expect(404);
    expect((await entered({ amends: null }).expect(400)).body.errors).toMatchObject([{ field: 'amends' }]);
  });

  it('FU-8, PT-9 a correction by somebody who cannot see the answers about gifts keeps them', async () => {
    const { id, patientId } = (await entered({ items: [picked('angry'), picked('gift')] }).expect(201)).body;
    const amend = (items: object[]) => entered({ patientId, amends: id, items });
    const again = await amend([picked('angry', 'no'), picked('gift', 'no')]).expect(400);
    expect(again.body.errors).toMatchObject([{ field: '/items/1', code: 'answered-in-confidence' }]);
    const amended = (await amend([picked('angry', 'no')]).expect(201)).body;
    expect(amended.items).toEqual([picked('angry', 'no'), { linkId: 'gift', withheld: true }]);
    const { body } = await manager().get(`/follow-up/responses/${amended.id}`).expect(200);
    expect(body.items).toEqual([picked('angry', 'no'), picked('gift')]);
  });

  it('PT-9 a person’s data package names what was answered in confidence and withholds it', async () => {
    const patientId = newId();
    await entered({ patientId, items: ALARMING }).expect(201);
    const { app, source } = hospital.service;
    const sections = await transact(source, async (tx) => {
      const found = await app.get(ResponsesPersonData).collect(tx, [patientId]);
      const read: [string, Record<string, unknown>[]][] = [];
      for (const { name, rows } of found) {
        const taken: Record<string, unknown>[] = [];
        for await (const row of rows) taken.push(row);
        read.push([name, taken]);
      }
      return Object.fromEntries(read);
    });
    expect(sections['follow-up-answers']).toMatchObject([
      { items: [...ALARMING.slice(0, -1), { linkId: 'gift', withheld: expect.stringContaining('保密') }] },
    ]);
    expect(sections['follow-up-answers']?.[0]).not.toHaveProperty('definition');
    const flags = sections['follow-up-answer-flags']?.map(({ flag: key }) => key);
    expect(flags?.sort()).toEqual(['again', 'angry', 'bleeding']);
  });

  it('FU-8 a task that names no version takes one that was retired after it opened, and none before', async () => {
    await published('renewed');
    await published('renewed');
    const { app, source, clock } = hospital.service;
    const answered = (opensOn: string) =>
      transact(source, async (tx) => {
        const occasion = occasionAt(clock.now(), 'Asia/Shanghai');
        const names = { nameZh: '随访', nameEn: 'Visit', questionnaire: { code: 'renewed' } };
        const wanted = { patientId: newId(), kind: 'visit' as const, step: 'visit', ...names };
        const task = await app.get(NewTasks).open(tx, wanted, occasion, new Effects());
        const answers = { version: 1, items: [picked('angry', 'no')] };
        return app.get(AttemptAnswers).record(tx, { ...task, opensOn }, answers, occasion, new Effects());
      });
    await expect(answered('2026-03-03')).rejects.toMatchObject({ code: 'questionnaire-not-asked' });
    expect(await answered('2026-03-02')).toEqual(expect.any(String));
  });

  it('FU-8 a draft is not answered, and a retired version only where it was asked', async () => {
    await draft('unready').expect(201);
    const to = (code: string, version = 1) => ({ questionnaire: { code, version } });
    expect((await entered(to('unready')).expect(409)).body).toMatchObject({ code: 'questionnaire-not-asked' });
    await entered(to('unready', 9)).expect(404);
    await published('aged');
    await published('aged');
    expect((await entered(to('aged')).expect(409)).body).toMatchObject({ code: 'questionnaire-not-asked' });
    await entered({ ...to('aged'), channel: 'letter' }).expect(201);
  });

  it('FU-8 hostile answers are refused where they stand', async () => {
    const deep = (levels: number): object =>
      levels === 0 ? picked('angry') : { linkId: 'x', item: [deep(levels - 1)] };
    const cases: [unknown, string][] = [
      [[deep(12)], '/items/0/item/0/item/0/item/0/item/0/item/0/item'],
      [Array.from({ length: 5_000 }, () => picked('angry')), '/items'],
      [[{ linkId: 'where', answer: [{ valueString: 'x'.repeat(100_000) }] }], '/items/0/answer/0/valueString'],
      [[{ linkId: 'toString', answer: [{ valueInteger: 1 }] }], '/items/0/linkId'],
      [[picked('bleeding', 'no'), { linkId: 'where', answer: [{ valueString: '…' }] }], '/items/1'],
    ];
    for (const [items, field] of cases) {
      const { body } = await entered({ items }).expect(400);
      expect(body.errors.map((each: { field: string }) => each.field)).toContain(field);
    }
    const raw = '{"items":[{"linkId":"angry","__proto__":{"answer":[]}}]}';
    await hospital.nurse().post('/follow-up/responses').type('json').send(raw).expect(400);
  });

  it('PT-3, FU-8 answers are found under every id of a merged person, filtered and sorted', async () => {
    const [survivor, retired] = [newId(), newId()];
    for (const patientId of [survivor, retired]) await entered({ patientId }).expect(201);
    await hospital.merge(survivor, retired);
    await hospital.settled();
    const query = { patientId: survivor };
    const { body } = await hospital.nurse().get('/follow-up/responses').query(query).expect(200);
    expect(body.items.map((each: { patientId: string }) => each.patientId).sort()).toEqual([survivor, retired].sort());
    expect(await faultsOfList(hospital.nurse(), '/follow-up/responses', RESPONSES)).toEqual([]);
    expect(await faultsOfList(hospital.nurse(), '/follow-up/questionnaires', QUESTIONNAIRES)).toEqual([]);
  }, 180_000);

  it('FU-10 the standard questionnaires are published, and count by question, group, in all and apart for NPS', async () => {
    const filter = `status eq 'published' and version eq 1`;
    const { body } = await hospital.nurse().get('/follow-up/questionnaires').query({ filter, limit: 200 }).expect(200);
    expect(body.items.map((each: { code: string }) => each.code)).toEqual(
      expect.arrayContaining(['pain-score', ...Object.keys(STANDARD_QUESTIONNAIRES)]),
    );
    const response = await entered({
      questionnaire: { code: 'inpatient-satisfaction', version: 1 },
      staffMemberId: newId(),
      items: [
        { linkId: 'informed', item: [picked('knows-doctor'), picked('patience', 'partly')] },
        { linkId: 'care', item: [picked('nursing-skill', 'satisfied')] },
        picked('overall', 'satisfied'),
        { linkId: 'recommend', answer: [{ valueInteger: 9 }] },
      ],
    }).expect(201);
    expect(response.body).toMatchObject({ score: 4, flags: [] });
    expect(response.body.scores).toEqual(
      expect.arrayContaining([
        { linkId: 'informed', kind: 'group', score: 4 },
        { linkId: 'nursing-skill', kind: 'question', score: 4 },
        { linkId: 'recommend', kind: 'nps', score: 9 },
      ]),
    );
  });

  it('PT-9, FU-10 free text and what was told in confidence are for those who may know', async () => {
    const { body } = await entered({ items: ALARMING }).expect(201);
    const path = `/follow-up/responses/${body.id}`;
    const asNurse = (await hospital.nurse().get(path).expect(200)).body;
    expect(asNurse.items).toContainEqual({ linkId: 'gift', withheld: true });
    expect(asNurse.flags.map((each: { flag: string }) => each.flag)).toEqual(['again', 'angry', 'bleeding']);
    expect(JSON.stringify(asNurse)).toContain('王芳');
    const asManager = (await manager().get(path).expect(200)).body;
    expect(asManager.items).toContainEqual(picked('gift'));
    const asAdministrator = (await hospital.service.api('administrator').get(path).expect(200)).text;
    expect(asAdministrator).toContain(WITHHELD);
    expect(asAdministrator).not.toContain('王芳');
    await hospital.service.api('guide').get(path).expect(403);
  });
});
