import {
  HisVisitCancelledV1,
  HisVisitRegisteredV1,
  PersonLifecycleChangedV1,
  PersonTaggedV1,
  PersonUntaggedV1,
  TaskCompletedV1,
  WinBackEndedV1,
  WinBackStartedV1,
  WinBackStepDueV1,
  type EventClass,
  type PatientIdentifier,
} from '#contracts';
import { Deadlines, newId, transact } from '#platform';
import { eventually, faultsOfList, scrape, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PatientsConfig } from '../src/patients.config.js';
import { KnowStages1767264000069 } from '../src/migrations/know-stages.js';
import { settingChanged } from '../src/people/remembered-setting.js';
import { LifecycleDays } from '../src/winback/lifecycle-days.js';
import { LifecycleDeadlines } from '../src/winback/lifecycle.deadlines.js';
import type { PatientWinBack } from '../src/winback/win-backs.dto.js';
import { WIN_BACKS } from '../src/winback/win-backs.list.js';
import { WinBacks } from '../src/winback/win-backs.service.js';
import { patientsMigrations } from '../src/migrations/index.js';
import { LookForTheLost1767178200055 } from '../src/migrations/look-for-the-lost.js';
import { PatientsModule } from '../src/patients.module.js';
import { allHandled, aRecordNumber, aVisitNumber, aVisitReport, patientOf } from './hospital.js';

const DAY = 86_400_000;
const FIRST = Date.parse('2026-03-02T10:00:00+08:00');
const CHURNED = 'spending.churned';
const marketing = { purpose: 'marketing', granted: true, legalBasis: 'separate-consent', channel: 'phone' };

let hospital: TestService;
beforeAll(async () => {
  // Time goes by for years and comes back: what was told stays to be counted.
  const environment = { OUTBOX_RETENTION_DAYS: '3650', INBOX_RETENTION_DAYS: '3650' };
  const options = { service: 'patients', module: PatientsModule, migrations: patientsMigrations, environment };
  hospital = await startTestService(options);
});
afterAll(() => hospital.stop());

interface Someone {
  id: string;
  number: PatientIdentifier;
}

const instant = (days: number, ms = 0) => new Date(FIRST + days * DAY + ms).toISOString();
/** Days after the first visit; waits until all that fell due by then is settled. */
const toDay = async (days: number, ms = 0): Promise<void> => {
  await hospital.clock.set(instant(days, ms));
  await settled();
};
const settled = () =>
  eventually(async () => {
    await hospital.app.get(Deadlines).runOnce();
    const [row]: { due: number }[] = await hospital.source.query(
      `SELECT (SELECT count(*) FROM person_lifecycle WHERE due_at <= $1)::int
            + (SELECT count(*) FROM person_tagging WHERE due_at <= $1)::int AS due`,
      [hospital.clock.now()],
    );
    expect(row).toEqual({ due: 0 });
  });
const tell = async (type: EventClass<object>, data: object): Promise<void> => {
  const event = await hospital.publish(type, data);
  await eventually(async () => expect(await allHandled(hospital, [event])).toBe(true));
  await settled();
};
const visit = (number: PatientIdentifier, days: number, visitNumber = aVisitNumber(), type = HisVisitRegisteredV1) =>
  tell(type, aVisitReport(number, visitNumber, 0, { class: 'outpatient', admittedAt: instant(days) }));
const post = (id: string, path: string, body: object) =>
  hospital.api('agent').post(`/patients/${id}/${path}`).send(body);
const consent = async (id: string, granted = true) => {
  const withdrawn = { purpose: 'marketing', granted: false, channel: 'phone' };
  await post(id, 'consents', granted ? marketing : withdrawn).expect(201);
  await settled();
};
/** Somebody who came on a day, and agreed to marketing unless told otherwise. */
const aPatient = async ({ day = 0, agrees = true } = {}): Promise<Someone> => {
  const number = aRecordNumber();
  await visit(number, day);
  const id = await patientOf(hospital, number);
  if (agrees) await consent(id);
  return { number, id };
};
const winBack = async (id: string): Promise<PatientWinBack> =>
  (await hospital.api('agent').get(`/patients/${id}/win-back`).expect(200)).body;
const tagsOf = async (id: string): Promise<string[]> =>
  (await hospital.api('agent').get(`/patients/${id}/tags`).expect(200)).body.items.map(
    ({ code }: { code: string }) => code,
  );
const told = async <T extends { patientId: string }>(type: EventClass<T>, ...ids: string[]): Promise<T[]> =>
  (await hospital.events(type)).map(({ data }) => data).filter(({ patientId }) => ids.includes(patientId));
const steps = async (...ids: string[]) => (await told(WinBackStepDueV1, ...ids)).map(({ step }) => step);
const ends = async (...ids: string[]) => (await told(WinBackEndedV1, ...ids)).map(({ why }) => why);
const answer = (id: string, what = 'will-come') => post(id, 'win-back/answers', { answer: what, channel: 'phone' });

const stagesOf = async (id: string): Promise<(string | null)[]> => {
  const { body: facts } = await hospital.api('agent').get(`/patients/${id}/facts`).expect(200);
  return [facts.lifecycleStage, (await winBack(id)).lifecycleStage];
};
const isAtStage = async (id: string, stage: string): Promise<boolean> => {
  const filter = { fact: 'stage', op: 'in', value: [stage] };
  const manager = hospital.api('centre-manager');
  const segment = await manager.post('/patients/segments').send({ name: stage, filter }).expect(201);
  const query = { filter: `id eq '${id}'` };
  const { body } = await manager.get(`/patients/segments/${segment.body.id}/members`).query(query).expect(200);
  return body.items.length === 1;
};

describe('somebody who does not come any more', () => {
  it('PT-5 is churned after 180 days and not before: tagged, told once, and offered a free recheck', async () => {
    await toDay(0);
    const { id } = await aPatient();
    const lead = (await hospital.api('agent').post('/patients').send({ name: '王伟' }).expect(201)).body.id;
    await consent(lead);
    await toDay(179);
    await toDay(180, -30_000);
    expect(await winBack(id)).toMatchObject({ lifecycleStage: 'revisit-due', current: null });
    expect(await tagsOf(id)).not.toContain(CHURNED);
    await toDay(180);
    const [step] = await told(WinBackStepDueV1, id);
    expect(step).toMatchObject({
      step: 1,
      offer: 'free-recheck',
      answerBy: new Date(Date.parse(step?.at ?? '') + 7 * DAY).toISOString(),
    });
    expect(await winBack(id)).toMatchObject({
      lifecycleStage: 'churned',
      current: {
        id: step?.winBackId,
        status: 'open',
        step: 1,
        offerText: { 'zh-CN': '免费复查一次' },
        absentSince: instant(0),
      },
    });
    expect(await tagsOf(id)).toContain(CHURNED);
    await toDay(181);
    expect((await told(PersonLifecycleChangedV1, id)).map(({ stage, before }) => [before, stage])).toEqual([
      ['lead', 'first-visit'],
      ['first-visit', 'revisit-due'],
      ['revisit-due', 'churned'],
    ]);
    expect(await told(WinBackStartedV1, id)).toMatchObject([{ resumed: false, nextStep: 1, absentSince: instant(0) }]);
    expect((await told(PersonTaggedV1, id)).filter(({ tags }) => tags.includes(CHURNED))).toHaveLength(1);
    // Who never came is lost to nobody.
    expect(await winBack(lead)).toMatchObject({ lifecycleStage: 'lead', current: null });
    expect(await tagsOf(lead)).not.toContain(CHURNED);
  });

  it('PT-5 hears of three steps, seven days apart, each once though the clock jumps and everybody works at once', async () => {
    await toDay(0);
    const { id, number } = await aPatient();
    await toDay(180);
    await toDay(187, -30_000);
    expect(await steps(id)).toEqual([1]);
    // Set without waiting: this process and its worker find the same rows due.
    await hospital.clock.set(instant(187, 2000));
    const deadlines = hospital.app.get(Deadlines);
    await Promise.all([1, 2, 3].map(() => deadlines.runOnce()));
    await settled();
    expect(await steps(id)).toEqual([1, 2]);
    await toDay(100);
    await toDay(187, 3000);
    expect(await steps(id)).toEqual([1, 2]);
    await toDay(230);
    await toDay(180);
    await toDay(231);
    expect(await steps(id)).toEqual([1, 2, 3]);
    await toDay(238);
    expect(await ends(id)).toEqual(['no-answer']);
    expect(await winBack(id)).toMatchObject({
      lifecycleStage: 'churned',
      current: null,
      former: [{ outcome: 'no-answer' }],
    });
    await toDay(300);
    expect(await steps(id)).toEqual([1, 2, 3]);
    // Only a new visit and another 180 days open another one.
    await visit(number, 300);
    expect(await tagsOf(id)).not.toContain(CHURNED);
    expect((await winBack(id)).former).toMatchObject([{ outcome: 'no-answer', returnedAt: instant(300) }]);
    await toDay(479);
    expect(await told(WinBackStartedV1, id)).toHaveLength(1);
    await toDay(480);
    expect((await told(WinBackStartedV1, id)).at(-1)).toMatchObject({ absentSince: instant(300) });
    expect((await winBack(id)).current).toMatchObject({ step: 1 });
  });

  it('PT-5 is offered nothing by a transaction that does not end, and once by the one after it', async () => {
    await toDay(0);
    const { id } = await aPatient();
    await hospital.clock.set(instant(179, DAY - 60_000));
    const kind = hospital.app.get(LifecycleDeadlines);
    const dies = transact(hospital.source, async (tx) => {
      const now = new Date(FIRST + 180 * DAY);
      await kind.handleAll(tx, await kind.claim(tx, now, 500, []), now);
      const [row] = await tx.query('SELECT count(*)::int AS made FROM win_back WHERE person_id = $1', [id]);
      expect(row).toEqual({ made: 1 });
      throw new Error('killed here');
    });
    await expect(dies).rejects.toThrow('killed here');
    expect(await steps(id)).toEqual([]);
    await toDay(180);
    expect(await steps(id)).toEqual([1]);
  });

  it('PT-5 is churned without an offer where marketing was never allowed, and gets it when it is', async () => {
    await toDay(0);
    const { id } = await aPatient({ agrees: false });
    await toDay(190);
    expect(await winBack(id)).toMatchObject({ lifecycleStage: 'churned', current: null });
    expect(await tagsOf(id)).toContain(CHURNED);
    expect(await steps(id)).toEqual([]);
    await consent(id);
    expect(await steps(id)).toEqual([1]);
  });
});

describe('a win-back that is open', () => {
  it('PT-5 PT-11 ends at once with a visit, a withdrawal, death, cured and do-not-contact; the tag goes where it must', async () => {
    await toDay(0);
    const people: Someone[] = [];
    for (let count = 0; count < 5; count += 1) people.push(await aPatient());
    const [came, withdrew, dead, cured, silent] = people as [Someone, Someone, Someone, Someone, Someone];
    await toDay(180);
    await toDay(181);
    await visit(came.number, 181);
    await consent(withdrew.id, false);
    const body = { deceased: true };
    const { version } = (await hospital.api('agent').get(`/patients/${dead.id}`).expect(200)).body;
    await hospital.api('agent').patch(`/patients/${dead.id}`).set('if-match', `"${version}"`).send(body).expect(200);
    for (const [who, state] of [
      [cured, 'cured'],
      [silent, 'do-not-contact'],
    ] as const)
      await post(who.id, 'states', { state, holds: true, channel: 'phone' }).expect(201);
    await settled();
    const ids = people.map(({ id }) => id);
    expect(await Promise.all(ids.map((id) => ends(id)))).toEqual([
      ['visited'],
      ['consent-withdrawn'],
      ['deceased'],
      ['cured'],
      ['do-not-contact'],
    ]);
    const tagged = await Promise.all(ids.map(async (id) => (await tagsOf(id)).includes(CHURNED)));
    expect(tagged).toEqual([false, true, false, false, false]);
    expect(await Promise.all(ids.map(async (id) => (await winBack(id)).lifecycleStage))).toEqual([
      'active',
      'churned',
      null,
      'revisit-due',
      'revisit-due',
    ]);
    expect((await told(PersonUntaggedV1, came.id)).some(({ tags }) => tags.includes(CHURNED))).toBe(true);
    await toDay(200);
    expect(await Promise.all(ids.map((id) => steps(id)))).toEqual([[1], [1], [1], [1], [1]]);
  });

  it('PT-5 PT-9 goes on with the next step when consent comes back, and no step is made twice', async () => {
    await toDay(0);
    const { id } = await aPatient();
    await toDay(180);
    await toDay(183);
    await consent(id, false);
    await toDay(190);
    expect(await steps(id)).toEqual([1]);
    await consent(id);
    expect(await steps(id)).toEqual([1, 2]);
    expect(await told(WinBackStartedV1, id)).toMatchObject([{ resumed: false }, { resumed: true, nextStep: 2 }]);
    expect((await winBack(id)).former).toEqual([]);
  });

  it('PT-5 PT-9 makes no step past a withdrawal that is being written when it falls due', async () => {
    await toDay(0);
    const { id } = await aPatient();
    await toDay(180);
    const runner = hospital.source.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(`UPDATE person SET allowed_purposes = '{care}', updated_at = $2 WHERE id = $1`, [
        id,
        hospital.clock.now(),
      ]);
      await hospital.clock.set(instant(187, 2000));
      await hospital.app.get(Deadlines).runOnce();
      await runner.commitTransaction();
    } finally {
      await runner.release();
    }
    await settled();
    expect([await steps(id), await ends(id)]).toEqual([[1], ['consent-withdrawn']]);
  });

  it('PT-5 ends with an answer: one of two at once, told and audited; nothing comes after it', async () => {
    await toDay(0);
    const { id } = await aPatient();
    expect((await answer(id).expect(409)).body.code).toBe('win-back-not-open');
    await toDay(180);
    await answer(id, 'maybe').expect(400);
    await hospital.api('guide').post(`/patients/${id}/win-back/answers`).send({ answer: 'accepted' }).expect(403);
    await answer(newId()).expect(404);
    const both = await Promise.all([answer(id, 'accepted'), answer(id, 'will-come')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const said = both.find(({ status }) => status === 201)?.body;
    expect(said).toMatchObject({
      status: 'ended',
      outcome: 'answered',
      answerChannel: 'phone',
      answeredBy: expect.any(String),
    });
    expect(await told(WinBackEndedV1, id)).toMatchObject([{ why: 'answered', answer: said.answer, step: 1 }]);
    const [entry] = await hospital.source.query(
      `SELECT changes FROM audit_entry WHERE operation = 'patients_winBacks_answer' AND subject_ids @> ARRAY[$1] AND changes <> '[]'`,
      [id],
    );
    expect(entry.changes).toMatchObject([{ before: { winBack: null }, after: { winBack: said.answer } }]);
    await toDay(230);
    expect(await steps(id)).toEqual([1]);
    const { body } = await hospital.api('agent').get(`/patients/${id}/timeline?kinds=win-back`).expect(200);
    expect(body.items).toMatchObject([{ what: 'free-recheck', title: '免费复查一次', outcome: said.answer }]);
  });

  it('PT-5 hears an answer in a contact of follow-up about it; one about a visit says nothing to it', async () => {
    await toDay(0);
    const { id } = await aPatient();
    await toDay(180);
    const task = { taskId: newId(), patientId: id, encounterId: newId(), completedAt: instant(180, 3_600_000) };
    await tell(TaskCompletedV1, { ...task, step: 'visit-1', outcome: 'refused' });
    await tell(TaskCompletedV1, { ...task, step: 'win-back-1', outcome: 'refused', completedAt: instant(170) });
    expect((await winBack(id)).current).not.toBeNull();
    await tell(TaskCompletedV1, { ...task, step: 'win-back-1', outcome: 'refused' });
    expect(await told(WinBackEndedV1, id)).toMatchObject([{ why: 'answered', answer: 'declined' }]);
  });

  it('PT-5 takes an answer to the offer that was made, though the next step, the end or a start is due and unworked', async () => {
    await toDay(0);
    const [third, second, nothingYet] = [await aPatient(), await aPatient({ day: 14 }), await aPatient({ day: 21 })];
    for (const [week, day] of [180, 187, 194].entries()) await toDay(day, week * 60_000);
    const ids = [third.id, second.id, nothingYet.id];
    expect(await Promise.all(ids.map((id) => steps(id)))).toEqual([[1, 2, 3], [1], []]);
    await transact(hospital.source, async (tx) => {
      // Held, so that nobody works them off meanwhile.
      await tx.query('SELECT 1 FROM person_lifecycle WHERE person_id = ANY ($1) ORDER BY person_id FOR UPDATE', [ids]);
      await hospital.clock.set(instant(201, 240_000));
      for (const id of ids) await hospital.app.get(WinBacks).hear(tx, id, 'declined', new Date(instant(201)));
    });
    await settled();
    expect(await Promise.all(ids.map((id) => steps(id)))).toEqual([[1, 2, 3], [1], [1]]);
    expect(await Promise.all(ids.map((id) => ends(id)))).toEqual([['answered'], ['answered'], []]);
  });

  it('PT-5 goes on when the visit that ended it is cancelled', async () => {
    await toDay(0);
    const { id, number } = await aPatient();
    await toDay(180);
    const visitNumber = aVisitNumber();
    await visit(number, 180, visitNumber);
    expect(await ends(id)).toEqual(['visited']);
    await visit(number, 180, visitNumber, HisVisitCancelledV1);
    expect((await winBack(id)).current).toMatchObject({ step: 1, returnedAt: null });
    await toDay(187, 60_000);
    expect(await steps(id)).toEqual([1, 2]);
  });
});

describe('win-backs of records that are one person', () => {
  const merge = async (id: string, retiredId: string): Promise<string> => {
    const body = { retiredId, reason: '同一人两次建档' };
    const made = await hospital.api('centre-manager').post(`/patients/${id}/merges`).send(body).expect(201);
    await settled();
    return made.body.id;
  };

  it('PT-3 PT-5 join: the one further on goes on; each has its own again when the merge is taken back', async () => {
    await toDay(0);
    const early = await aPatient();
    const late = await aPatient({ day: 2 });
    await toDay(180);
    await toDay(182);
    await toDay(187, 60_000);
    expect([await steps(early.id), await steps(late.id)]).toEqual([[1, 2], [1]]);
    const mergeId = await merge(late.id, early.id);
    expect(await told(WinBackEndedV1, early.id, late.id)).toMatchObject([
      { patientId: late.id, why: 'merged', step: 1 },
    ]);
    const joined = await winBack(early.id);
    expect(joined).toMatchObject({ patientId: late.id, current: { step: 2 }, former: [{ outcome: 'merged' }] });
    await toDay(194, 120_000);
    expect(await told(WinBackStepDueV1, late.id)).toMatchObject([
      { step: 1 },
      { step: 3, winBackId: joined.current?.id },
    ]);

    const undo = { reason: '两个人' };
    await hospital.api('centre-manager').post(`/patients/merges/${mergeId}/undo`).send(undo).expect(200);
    await settled();
    expect((await winBack(early.id)).current).toMatchObject({ step: 3 });
    // It had waited since the first step: the second one is due.
    expect((await winBack(late.id)).current).toMatchObject({ step: 2, patientId: late.id });
    expect((await told(PersonLifecycleChangedV1, early.id)).at(-1)).toMatchObject({ stage: 'churned' });
  });

  it('PT-3 PT-5 end with a visit, or a word, of either, and go on where the merge that brought it was none', async () => {
    await toDay(0);
    const [gone, here] = [await aPatient(), await aPatient({ day: 170 })];
    await toDay(180);
    const mergeId = await merge(here.id, gone.id);
    expect([await ends(here.id), (await winBack(gone.id)).lifecycleStage]).toEqual([['visited'], 'active']);
    await hospital
      .api('centre-manager')
      .post(`/patients/merges/${mergeId}/undo`)
      .send({ reason: '两个人' })
      .expect(200);
    await settled();
    expect((await winBack(gone.id)).current).toMatchObject({ step: 1 });
    expect(await winBack(here.id)).toMatchObject({ current: null, lifecycleStage: 'first-visit' });
    expect(await steps(gone.id)).toEqual([1]);
  });
});

describe('the stage of somebody', () => {
  it('PT-1 PT-4 is one for the record, the win-back and segments, also when its days are set anew (ADR 69)', async () => {
    const churned = (id: string) => isAtStage(id, 'churned');
    await toDay(0);
    const { id } = await aPatient();
    const dead = await aPatient();
    const { headers } = await hospital.api('agent').get(`/patients/${dead.id}`).expect(200);
    const died = hospital.api('agent').patch(`/patients/${dead.id}`).set('if-match', String(headers['etag']));
    await died.send({ deceased: true }).expect(200);
    await toDay(120);
    expect([await stagesOf(id), await isAtStage(id, 'revisit-due'), await churned(id)]).toEqual([
      ['revisit-due', 'revisit-due'],
      true,
      false,
    ]);
    expect([await stagesOf(dead.id), await isAtStage(dead.id, 'revisit-due')]).toEqual([[null, null], false]);
    const config = hospital.app.get(PatientsConfig);
    const starts = () => hospital.app.get(LifecycleDays).onApplicationBootstrap();
    try {
      config.lifecycleChurnDays = 110;
      await Promise.all([starts(), starts()]);
      await eventually(async () => expect(await stagesOf(id)).toEqual(['churned', 'churned']));
      expect(await churned(id)).toBe(true);
    } finally {
      config.lifecycleChurnDays = 180;
      await starts();
    }
    await eventually(async () => expect(await stagesOf(id)).toEqual(['revisit-due', 'revisit-due']));
    expect(await churned(id)).toBe(false);
  });
});

describe('the first start on records that are there already', () => {
  it('PT-5 PT-3 looks at everybody who ever came, under the record that answers for them, and at nobody else', async () => {
    await toDay(0);
    const [known, alone, here, gone] = [await aPatient(), await aPatient(), await aPatient(), await aPatient()];
    const never = (await hospital.api('agent').post('/patients').send({ name: '王伟' }).expect(201)).body.id;
    const said = { retiredId: gone.id, reason: '同一人' };
    await hospital.api('centre-manager').post(`/patients/${here.id}/merges`).send(said).expect(201);
    await settled();
    const runner = hospital.source.createQueryRunner();
    await runner.startTransaction();
    try {
      const ids = [known.id, alone.id, here.id, gone.id, never];
      const others = [alone.id, here.id, gone.id];
      await runner.query('DELETE FROM person_lifecycle WHERE person_id = ANY ($1)', [others]);
      await new LookForTheLost1767178200055().up(runner);
      const found =
        'SELECT person_id AS id, due_at IS NOT NULL AS due FROM person_lifecycle WHERE person_id = ANY ($1)';
      const rows: { id: string; due: boolean }[] = await runner.query(found, [ids]);
      const due = Object.fromEntries(rows.map((row) => [row.id, row.due]));
      expect(due).toEqual({ [known.id]: true, [alone.id]: true, [here.id]: true });
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});

describe('the first start after an upgrade', () => {
  it('ADR 69 settles every stage once: nobody knows by which days it was settled before', async () => {
    await toDay(0);
    await aPatient();
    await settled();
    const runner = hospital.source.createQueryRunner();
    await runner.startTransaction();
    try {
      await new KnowStages1767264000069().down(runner);
      await new KnowStages1767264000069().up(runner);
      const start = () => settingChanged(runner.manager, 'lifecycle', [90, 180]);
      expect([await start(), await start()]).toEqual([true, false]);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });
});

describe('the win-backs of the hospital', () => {
  it('PT-5 are listed, counted by what became of them, and shown to the operator by step', async () => {
    // A time of its own: what started on it is of this test alone.
    const from = 1000;
    await toDay(from - 180);
    const [came, agreed, waits] = [
      await aPatient({ day: 820 }),
      await aPatient({ day: 820 }),
      await aPatient({ day: 820 }),
    ];
    await toDay(from);
    await answer(agreed.id).expect(201);
    await toDay(from, 60_000);
    await visit(came.number, from + 0.0005);
    const period = { from: instant(from, -60_000), to: instant(from, 60_000) };
    const figures = (query: object) => hospital.api('agent').get('/patients/win-backs/figures').query(query);
    expect((await figures(period).expect(200)).body).toMatchObject({
      started: 3,
      answered: 1,
      agreed: 1,
      open: 1,
      returned: 1,
    });
    expect((await figures({ from: period.to, to: period.from }).expect(400)).body.errors[0].code).toBe('after-to');
    const query = {
      filter: `outcome eq null and step eq 1 and startedAt ge '${period.from}' and startedAt lt '${period.to}'`,
    };
    const { body } = await hospital.api('agent').get('/patients/win-backs').query(query).expect(200);
    expect(body.items.map(({ patientId }: { patientId: string }) => patientId)).toEqual([waits.id]);
    await hospital.api('integrator').get('/patients/win-backs').expect(403);
    expect(await faultsOfList(hospital.api('agent'), '/patients/win-backs', WIN_BACKS)).toEqual([]);
    const [row] = await hospital.source.query(
      'SELECT count(*)::int AS open FROM win_back WHERE outcome IS NULL AND step = 1',
    );
    expect((await scrape(hospital.url)).value('hospital_patients_win_backs_open', { step: '1' })).toBe(row.open);
  });
});
