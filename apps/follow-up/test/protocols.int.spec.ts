import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EncounterAdmittedV1, type Role } from '#contracts';
import { dischargeDefaultV1 } from '../src/protocols/discharge-default.v1.js';
import type { ProtocolDefinition, ProtocolRecurrence, ProtocolStep } from '../src/protocols/protocol.rules.js';
import type { Protocol } from '../src/protocols/protocols.dto.js';
import { aStay, Hospital, stepsOf } from './hospital.js';

const ROOT = '/follow-up/protocols';

describe('the protocols of follow-up', () => {
  let hospital: Hospital;
  let count = 0;
  const manager = () => hospital.service.api('centre-manager');

  beforeAll(async () => {
    hospital = await Hospital.open();
  });
  afterAll(() => hospital.close());
  beforeEach(() => hospital.service.clock.set('2026-03-02T12:00:00+08:00'));

  const aDraft = (over: object = {}) => ({
    code: `elderly-${(count += 1)}`,
    nameZh: '老年患者出院随访方案',
    nameEn: 'The elderly after discharge',
    definition: { ...dischargeDefaultV1, appliesTo: { ...dischargeDefaultV1.appliesTo, departments: [`E${count}`] } },
    ...over,
  });
  const add = (body: object) => manager().post(ROOT).send(body);
  const pathOf = ({ code, version }: Protocol, step = '') => `${ROOT}/${code}/versions/${version}${step}`;
  const to = (protocol: Protocol, step: 'publish' | 'retire') =>
    manager()
      .post(pathOf(protocol, `/${step}`))
      .set('if-match', `"${protocol.revision}"`);
  const published = async (over: object = {}): Promise<Protocol> => {
    const { body } = await add(aDraft(over)).expect(201);
    return (await to(body, 'publish').expect(200)).body;
  };
  const departmentOf = ({ definition }: Protocol) => String(definition.appliesTo.departments?.[0]);
  const dischargedFrom = async (departmentCode: string) => {
    const stay = aStay();
    await hospital.discharge(stay, { departmentCode });
    return hospital.planOf(stay);
  };

  it('FU-5 are drafted, rewritten, published and retired, and only published ones make plans', async () => {
    const { body: draft, headers } = await add(aDraft()).expect(201);
    expect(draft).toMatchObject({ version: 1, status: 'draft', revision: 1, publishedAt: null });
    expect(headers['etag']).toBe('"1"');
    const department = departmentOf(draft);
    expect((await dischargedFrom(department)).protocolCode).toBe('discharge-default');
    const { code: _code, ...content } = aDraft({ nameZh: '改名' });
    const definition = { ...content.definition, appliesTo: draft.definition.appliesTo };
    const put = () =>
      manager()
        .put(pathOf(draft))
        .send({ ...content, definition });
    await put().expect(428);
    const { body: changed } = await put().set('if-match', '"1"').expect(200);
    await put().set('if-match', '"1"').expect(412);
    const { body: live } = await to(changed, 'publish').expect(200);
    expect(live).toMatchObject({ status: 'published', nameZh: '改名', revision: 3 });
    expect((await dischargedFrom(department)).protocolCode).toBe(draft.code);
    const refused = await put().set('if-match', '"3"').expect(409);
    expect(refused.body).toMatchObject({ code: 'protocol-status', protocolStatus: 'published' });
    await to(live, 'retire').expect(200);
    expect((await dischargedFrom(department)).protocolCode).toBe('discharge-default');
  });

  it('FU-5 a new version takes the place of the one before, and leaves running plans alone', async () => {
    const first = await published();
    const before = await dischargedFrom(departmentOf(first));
    const { body: second } = await manager().post(`${ROOT}/${first.code}/versions`).expect(201);
    expect(second).toMatchObject({ version: 2, status: 'draft', definition: first.definition });
    await manager().post(`${ROOT}/${first.code}/versions`).expect(409);
    const { nameZh, nameEn, definition } = second as Protocol;
    const shorter = { nameZh, nameEn, definition: { ...definition, steps: definition.steps.slice(0, 1) } };
    const { body } = await manager().put(pathOf(second)).set('if-match', '"1"').send(shorter).expect(200);
    await to(body, 'publish').expect(200);
    expect((await manager().get(pathOf(first)).expect(200)).body.status).toBe('retired');
    expect(stepsOf(await dischargedFrom(departmentOf(first)))).toEqual(['visit-1 open']);
    expect((await hospital.plan(before.id)).tasks).toEqual(before.tasks);
  });

  it('FU-5 a new version reaches running plans when asked to: what is not open yet is moved, what is open stays', async () => {
    const first = await published();
    const { id } = await dischargedFrom(departmentOf(first));
    const { body: second } = await manager().post(`${ROOT}/${first.code}/versions`).expect(201);
    const apply = () => manager().post(pathOf(second, '/apply-to-running'));
    expect((await apply().expect(409)).body.code).toBe('protocol-status');
    const { nameZh, nameEn, definition } = second as Protocol;
    const [one, two] = definition.steps;
    const steps = [
      one,
      { ...two, window: { fromDay: 20, toDay: 25 } },
      { ...two, key: 'extra', window: { fromDay: 30, toDay: 31 } },
    ];
    const changed = { nameZh, nameEn, definition: { ...definition, steps } };
    const { body } = await manager().put(pathOf(second)).set('if-match', '"1"').send(changed).expect(200);
    await to(body, 'publish').expect(200);
    expect((await apply().expect(200)).body).toEqual({ moved: 1, left: 0 });
    expect((await apply().expect(200)).body).toEqual({ moved: 0, left: 0 });
    const plan = await hospital.plan(id);
    expect(plan.protocolVersion).toBe(2);
    expect(plan.trail.at(-1)).toMatchObject({ what: 'redated', reason: 'v1 → v2' });
    const [moved] = await hospital.service.source.query(
      `SELECT changes::text FROM audit_entry WHERE path LIKE '%apply-to-running' AND changes::text LIKE $1`,
      [`%${id}%`],
    );
    expect(moved?.changes).toContain('protocolVersion');
    expect(plan.tasks.map(({ step, status, dueOn }) => [step, status, dueOn])).toEqual([
      ['visit-1', 'open', '2026-03-09'],
      ['visit-2', 'planned', '2026-03-27'],
      ['extra', 'planned', '2026-04-02'],
      ['visit-3', 'cancelled', '2026-04-13'],
      ['visit-4', 'cancelled', '2026-05-11'],
    ]);
  });

  /** Publishes a protocol of these first visits, and later versions of it that running plans follow. */
  const following = async (steps: ProtocolDefinition['steps']) => {
    let newest = await published({ definition: definitionOf(steps) });
    const { id } = await dischargedFrom(departmentOf(newest));
    const follow = async (over: { steps?: ProtocolStep[]; recurrence?: ProtocolRecurrence | undefined }, moved = 1) => {
      const { body: draft } = await manager().post(`${ROOT}/${newest.code}/versions`).expect(201);
      const { nameZh, nameEn, definition } = draft as Protocol;
      const content = { nameZh, nameEn, definition: { ...definition, ...over } };
      const { body } = await manager().put(pathOf(draft)).set('if-match', '"1"').send(content).expect(200);
      newest = (await to(body, 'publish').expect(200)).body;
      expect((await manager().post(pathOf(newest, '/apply-to-running')).expect(200)).body.moved).toBe(moved);
    };
    const finish = async (step: string) => hospital.complete(await hospital.opened(id, step)).expect(200);
    const stepsNow = async () => stepsOf(await hospital.plan(id));
    return { follow, finish, steps: stepsNow };
  };
  const definitionOf = (steps: ProtocolDefinition['steps']) => {
    count += 1;
    return { ...dischargeDefaultV1, steps, appliesTo: { ...dischargeDefaultV1.appliesTo, departments: [`S${count}`] } };
  };
  const [one, two] = dischargeDefaultV1.steps.map((each) => ({ ...each, window: { fromDay: 0, toDay: 7 } })) as [
    ProtocolStep,
    ProtocolStep,
  ];

  it('FU-5 FU-2 a new version without the last visit, the one before done, goes on with the series', async () => {
    const later = { ...two, window: { fromDay: 14, toDay: 21 } };
    const { follow, finish, steps } = await following([one, later]);
    await finish('visit-1');
    await follow({ steps: [one] });
    expect(await steps()).toEqual(['visit-1 done', 'visit-2 cancelled', 'recurring-1 planned']);
  });

  it('FU-5 FU-2 a new version with a series begins it though its last visit is done', async () => {
    const { follow, finish, steps } = await following([one, two]);
    const { recurrence } = dischargeDefaultV1;
    await follow({ recurrence: undefined });
    await finish('visit-2');
    expect((await steps()).toSorted()).toEqual(['visit-1 open', 'visit-2 done']);
    await follow({ recurrence });
    expect(await steps()).toContain('recurring-1 planned');
  });

  it('FU-5 FU-6 a plan whose last contact is done has ended: no later version makes it another', async () => {
    const { follow, finish, steps } = await following([one]);
    const { recurrence } = dischargeDefaultV1;
    await follow({ recurrence: undefined });
    await finish('visit-1');
    await follow({ recurrence }, 0);
    expect(await steps()).toEqual(['visit-1 done']);
  });

  it('FU-5 FU-2 a last visit added after the series began can be done, and the series goes on once', async () => {
    const { follow, finish, steps } = await following([one]);
    await finish('visit-1');
    await follow({ steps: [one, two] });
    await finish('visit-2');
    expect((await steps()).toSorted()).toEqual(['recurring-1 planned', 'visit-1 done', 'visit-2 done']);
  });

  it('FU-5 for admissions begin with the stay, once; its discharge ends the plan, and taken back gives it back', async () => {
    const steps = [
      { ...one, key: 'day-3', window: { fromDay: 3, toDay: 3 }, nameZh: '住院第3天访视', nameEn: 'Day 3' },
    ];
    const definition = { appliesTo: { anchor: 'admission', classes: ['inpatient'], departments: ['ICU'] }, steps };
    await published({ definition });
    const stay = aStay();
    const place = { class: 'inpatient', departmentCode: 'ICU' } as const;
    const admitted = { ...stay, ...place, admittedAt: '2026-03-02T09:00:00+08:00' };
    await hospital.service.publish(EncounterAdmittedV1, admitted);
    await hospital.service.publish(EncounterAdmittedV1, admitted);
    await hospital.settled();
    const stood = async () =>
      (await hospital.plans(stay.patientId))
        .filter(({ anchor }) => anchor === 'admission')
        .map((plan) => [plan.status, plan.endReason, ...stepsOf(plan)]);
    expect(await stood()).toEqual([['active', null, 'day-3 planned']]);
    await hospital.admit(aStay(stay.patientId), '2026-03-01T09:00:00+08:00');
    await hospital.settled();
    expect(await stood()).toEqual([['active', null, 'day-3 planned']]);
    await hospital.discharge(stay);
    await hospital.settled();
    expect(await stood()).toEqual([['ended', 'discharged', 'day-3 cancelled']]);
    await hospital.cancelDischarge(stay);
    await hospital.settled();
    expect(await stood()).toEqual([['active', null, 'day-3 planned']]);
    await hospital.cancelVisit(stay);
    await hospital.settled();
    expect(await stood()).toEqual([['ended', 'visit-cancelled', 'day-3 cancelled']]);
    await hospital.service.publish(EncounterAdmittedV1, admitted);
    await hospital.settled();
    expect(await stood()).toEqual([['active', null, 'day-3 planned']]);
    expect(await hospital.parked()).toEqual([]);
  });

  it('FU-5 FU-3 are previewed with the reason for each date, and with what becomes one', async () => {
    const body = {
      anchoredAt: '2026-03-02T10:15:00+08:00',
      beside: [{ code: 'surgical-default', version: 1, anchoredAt: '2026-03-01T10:00:00+08:00' }],
    };
    const path = `${ROOT}/discharge-default/versions/1/preview`;
    const { body: seen } = await hospital.nurse().post(path).send(body).expect(200);
    const of = (step: string) => seen.contacts.find((each: { step: string }) => each.step === step);
    expect(of('visit-1')).toMatchObject({
      dueOn: '2026-03-09',
      joinedTo: 'surgical-default day-7',
      reasonZh: '出院后第0天至第7天，最后一天到期',
    });
    expect(of('hour-48')).toMatchObject({
      dueAt: '2026-03-03T09:00:00.000Z',
      reasonEn: '48 hours after the operation, gathered at 17:00',
      joinedTo: null,
    });
    expect(of('recurring-4')).toMatchObject({ dueOn: '2027-05-11' });
    await hospital.nurse().post(path).send({ anchoredAt: 'today' }).expect(400);
    const beside = body.beside.map((each) => ({ ...each, anchoredAt: '9999-12-31T23:00:00Z' }));
    const refused = await hospital
      .nurse()
      .post(path)
      .send({ ...body, beside })
      .expect(400);
    expect(refused.body.errors).toMatchObject([{ field: 'beside.0.anchoredAt', code: 'moment-implausible' }]);
    await hospital.nurse().post(`${ROOT}/nobody/versions/1/preview`).send(body).expect(404);
  });

  it('FU-5 FU-8 asking what is not published stay drafts, with a pointer to it', async () => {
    const [first, ...others] = dischargeDefaultV1.steps;
    const asking = (questionnaire: object) =>
      aDraft({ definition: { ...dischargeDefaultV1, steps: [{ ...first, questionnaire }, ...others] } });
    for (const missing of [{ code: 'none-such' }, { code: 'pain-score', version: 9 }]) {
      const { body: draft } = await add(asking(missing)).expect(201);
      const { body } = await to(draft, 'publish').expect(400);
      expect(body.errors).toMatchObject([
        { field: '/definition/steps/0/questionnaire', code: 'questionnaire-unpublished' },
      ]);
    }
    for (const there of [{ code: 'pain-score' }, { code: 'pain-score', version: 1 }]) {
      const { body: draft } = await add(asking(there)).expect(201);
      const { body } = await to(draft, 'publish').expect(200);
      await to(body, 'retire').expect(200);
    }
  });

  it('FU-5 of two managers publishing at once one wins', async () => {
    const { body: draft } = await add(aDraft()).expect(201);
    const answers = await Promise.all([to(draft, 'publish'), to(draft, 'publish')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('FU-5 what is null is not stated', async () => {
    const { body } = await add(aDraft({ definition: { ...dischargeDefaultV1, recurrence: null } })).expect(201);
    expect(body.definition).not.toHaveProperty('recurrence');
  });

  it('FU-5 a code is taken once', async () => {
    const body = aDraft();
    const answers = await Promise.all([add(body), add(body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  const step = dischargeDefaultV1.steps[0]!;
  const withStep = (over: object) => ({ ...dischargeDefaultV1, steps: [{ ...step, ...over }] });
  it.each<[string, object, string, string]>([
    [
      'a negative window',
      withStep({ window: { fromDay: -1, toDay: 7 } }),
      '/steps/0/window/fromDay',
      'window-negative',
    ],
    [
      'a window that ends first',
      withStep({ window: { fromDay: 8, toDay: 7 } }),
      '/steps/0/window/toDay',
      'window-reversed',
    ],
    ['a questionnaire of no shape', withStep({ questionnaire: 'pain' }), '/steps/0/questionnaire', 'nested-validation'],
    [
      'a questionnaire without a code',
      withStep({ questionnaire: { version: 1 } }),
      '/steps/0/questionnaire/code',
      'is-string',
    ],
    ['an unknown field', withStep({ chanel: 'call' }), '/steps/0/chanel', 'whitelist-validation'],
    ...['in-hospital-care', 'survey', 'call-back', 'green-channel'].map((kind): [string, object, string, string] => [
      `a step of kind ${kind}`,
      withStep({ kind }),
      '/steps/0/kind',
      'is-in',
    ]),
    ['an unknown mode', withStep({ mode: 'telegram' }), '/steps/0/mode', 'is-in'],
    ['doubled keys', { ...dischargeDefaultV1, steps: [step, step] }, '/steps/1/key', 'key-doubled'],
    [
      'a recurrence without an anchor',
      { ...dischargeDefaultV1, recurrence: { ...dischargeDefaultV1.recurrence, anchorDays: undefined } },
      '/recurrence/anchorDays',
      'is-int',
    ],
    ['no steps at all', { appliesTo: dischargeDefaultV1.appliesTo }, '/steps', 'is-array'],
    ['steps that are none', { ...dischargeDefaultV1, steps: [7] }, '/steps/0', 'nested-validation'],
    [
      'an unknown anchor',
      { ...dischargeDefaultV1, appliesTo: { anchor: 'birth', classes: [] } },
      '/appliesTo/anchor',
      'is-in',
    ],
    ['a time that is null', withStep({ window: null }), '/steps/0', 'step-without-time'],
    ['no scope', { steps: [step] }, '/appliesTo', 'is-defined'],
  ])('FU-5 with %s are refused, with a pointer to it', async (_what, definition, pointer, code) => {
    const { body } = await add(aDraft({ definition })).expect(400);
    expect(body.code).toBe('validation-failed');
    const found = body.errors.map((each: { field: string; code: string }) => [each.field, each.code]);
    expect(found).toContainEqual([`/definition${pointer}`, code]);
  });

  it.each<[Role, number]>([
    ['centre-manager', 404],
    ['administrator', 404],
    ['follow-up-nurse', 403],
    ['duty-doctor', 403],
  ])('lets a %s change protocols with %d', async (role, status) => {
    const api = hospital.service.api(role);
    await api.post(`${ROOT}/nobody/versions`).expect(status);
    await api.post(`${ROOT}/nobody/versions/1/publish`).set('if-match', '"1"').expect(status);
  });
});
