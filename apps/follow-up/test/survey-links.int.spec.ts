import { EncounterAdmittedV1, PersonErasedV1 } from '#contracts';
import { newId, transact } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SEEN_FIELD } from '../src/patient-pages/form-answers.rules.js';
import { PatientLinksPersonData } from '../src/patient-pages/patient-links.person-data.js';
import { SHEET_SURVEY } from '../src/surveys/printed-survey.js';
import { aStay, Hospital, type Stay } from './hospital.js';

const LINKS = '/follow-up/surveys/links';
/** One question is enough: the shipped ones are asked elsewhere. */
const DEFINITION = {
  ...{ titleZh: '出院满意度', titleEn: 'Satisfaction' },
  item: [{ linkId: 'words', text: '意见', textEn: 'Words', type: 'text' }],
};

describe('the link on the settlement sheet', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
    await hospital.service.source.query('UPDATE questionnaire SET definition = $2 WHERE code = $1', [
      SHEET_SURVEY,
      JSON.stringify(DEFINITION),
    ]);
  });
  afterAll(() => hospital.close());

  const give = ({ encounterId }: Stay, role: 'agent' | 'duty-doctor' = 'agent') =>
    hospital.service.api(role).post(LINKS).send({ encounterId });
  const pathTo = async (stay: Stay) => new URL((await give(stay).expect(201)).body.url).pathname;
  const page = (path: string) => hospital.service.anonymous().get(path);
  const answer = (path: string) =>
    hospital.service
      .anonymous()
      .post(path)
      .type('form')
      .send({ words: '很好', [SEEN_FIELD]: 'words' });
  const channels = async ({ encounterId }: Stay): Promise<string[]> => {
    const rows: { channel: string }[] = await hospital.service.source.query(
      'SELECT channel FROM questionnaire_response WHERE encounter_id = $1',
      [encounterId],
    );
    return rows.map(({ channel }) => channel);
  };
  const surveysOf = async ({ encounterId }: Stay) =>
    (await hospital.tasks({ filter: `encounterId eq '${encounterId}' and kind eq 'survey'` })).map(
      ({ status, mode }) => `${mode} ${status}`,
    );

  async function inHospital(stay = aStay()): Promise<Stay> {
    await hospital.admit(stay, '2026-03-01T08:00:00+08:00');
    await hospital.settled();
    return stay;
  }

  async function aRule(mode: string, afterDays: number): Promise<string> {
    const department = `D-${newId()}`;
    const rule = { name: '抽样', questionnaireCode: SHEET_SURVEY, trigger: 'discharge', share: 100, mode, afterDays };
    const sent = { ...rule, restDays: 0, departments: [department] };
    await hospital.service.api('centre-manager').post('/follow-up/surveys/rules').send(sent).expect(201);
    return department;
  }

  async function leave(stay: Stay, departmentCode: string): Promise<void> {
    await hospital.discharge(stay, { departmentCode });
    await hospital.settled();
  }

  it('FU-10 is given before the discharge is told, each time another, and answered once a stay', async () => {
    const stay = await inHospital();
    const { body } = await give(stay).expect(201).expect('cache-control', 'no-store');
    expect(body).toMatchObject({ patientId: stay.patientId, expiresAt: '2026-04-01T16:00:00.000Z' });
    const [first, second] = [new URL(body.url).pathname, await pathTo(stay)];
    expect(second).not.toBe(first);
    await page(first).expect(200);
    await answer(second).expect(303);
    expect(await channels(stay)).toEqual(['settlement-sheet']);
    await page(first).expect(410);
    await answer(first).expect(410);
    expect(await channels(stay)).toHaveLength(1);
    expect((await give(stay).expect(409)).body.code).toBe('survey-over');
    expect(await surveysOf(stay)).toEqual(['letter done']);
  });

  it('FU-10 two asked for and two answered at once are one asking and one answer', async () => {
    const stay = await inHospital();
    const paths = await Promise.all([pathTo(stay), pathTo(stay)]);
    expect(await surveysOf(stay)).toEqual(['letter open']);
    const answers = await Promise.all(paths.map((path) => answer(path)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    expect(await channels(stay)).toHaveLength(1);
  });

  it('FU-10 what is printed answers the drawn survey that waits for its day, and the other way round', async () => {
    const department = await aRule('call', 7);
    const [printed, answered, later] = [await inHospital(), await inHospital(), await inHospital()];
    const path = await pathTo(printed);
    await answer(await pathTo(answered)).expect(303);
    for (const stay of [printed, answered, later]) await leave(stay, department);
    expect((await surveysOf(printed)).sort()).toEqual(['call planned', 'letter cancelled']);
    await page(path).expect(200);
    await answer(path).expect(303);
    expect((await surveysOf(printed)).sort()).toEqual(['call done', 'letter cancelled']);
    expect(await surveysOf(answered)).toEqual(['letter done']);
    await answer(await pathTo(later)).expect(303);
    expect(await surveysOf(later)).toEqual(['call done']);
    for (const stay of [printed, answered, later]) expect(await channels(stay)).toEqual(['settlement-sheet']);
  });

  it.each([
    ['nobody answered', 'no-answer', false, 200],
    ['reached somebody who had no time', 'reached', false, 200],
    ['brought the answers', 'reached', true, 410],
    ['was refused', 'refused', false, 410],
  ])(
    'FU-10 stays good after a drawn call that %s (%s), unless that ends it',
    async (_what, outcome, answers, status) => {
      const department = await aRule('call', 0);
      const stay = await inHospital();
      const path = await pathTo(stay);
      await leave(stay, department);
      const filter = `encounterId eq '${stay.encounterId}' and kind eq 'survey' and mode eq 'call'`;
      const [call] = await hospital.tasks({ filter });
      const said = { items: [{ linkId: 'words', answer: [{ valueString: '好' }] }] };
      const body = { outcome, answers: said };
      const { id, version } = call!;
      if (!answers) await hospital.complete(call!, { outcome }).expect(200);
      else
        await hospital
          .nurse()
          .post(`/follow-up/tasks/${id}/attempts`)
          .set('if-match', `"${version}"`)
          .send(body)
          .expect(201);
      await page(path).expect(status);
      await answer(path).expect(status === 200 ? 303 : 410);
      expect(await channels(stay)).toEqual(status === 200 ? ['settlement-sheet'] : answers ? ['phone'] : []);
      expect((await give(stay).expect(409)).body.code).toBe('survey-over');
    },
  );

  it('FU-10 gives its answers the department of the stay, known from the admission or the discharge', async () => {
    const [early, late] = [aStay(), await inHospital()];
    await hospital.service.publish(EncounterAdmittedV1, {
      ...{ ...early, class: 'inpatient', admittedAt: '2026-03-01T08:00:00+08:00', departmentCode: 'GK' },
    });
    await hospital.settled();
    await answer(await pathTo(early)).expect(303);
    await leave(late, 'XN');
    await answer(await pathTo(late)).expect(303);
    for (const [stay, code] of [
      [early, 'GK'],
      [late, 'XN'],
    ] as const) {
      const { body } = await hospital
        .nurse()
        .get('/follow-up/responses')
        .query({ patientId: stay.patientId })
        .expect(200);
      expect(body.items).toMatchObject([{ channel: 'settlement-sheet', departmentCode: code }]);
    }
  });

  it('FU-10, PT-9, PT-11 is refused for an unknown or cancelled stay, the dead and the unwilling, with the reason', async () => {
    const [dead, unwilling, never] = [await inHospital(), await inHospital(), await inHospital()];
    const paths = [await pathTo(dead), await pathTo(unwilling), await pathTo(never)];
    await hospital.die(dead.patientId);
    await hospital.withdraw(unwilling.patientId);
    await hospital.cancelVisit(never);
    await hospital.settled();
    await give(aStay()).expect(404);
    await give({ ...dead, encounterId: 'x' }).expect(400);
    await give(dead, 'duty-doctor').expect(403);
    const codes = [];
    for (const stay of [dead, unwilling, never]) codes.push((await give(stay).expect(409)).body.code);
    expect(codes).toEqual(['patient-deceased', 'patient-unwilling', 'stay-cancelled']);
    for (const path of paths) await eventually(() => page(path).expect(410));
  });

  it('PT-9 what was printed for a person is in the copy of their data, and gone when they are erased', async () => {
    const stay = await inHospital();
    const path = await pathTo(stay);
    const ids = [stay.patientId];
    const links = hospital.service.app.get(PatientLinksPersonData);
    const told = await transact(hospital.service.source, async (tx) => {
      const rows: unknown[] = [];
      for (const { rows: read } of await links.collect(tx, ids)) for await (const row of read) rows.push(row);
      return rows;
    });
    expect(told).toMatchObject([{ purpose: 'settlement-sheet', questionnaire: SHEET_SURVEY }]);
    await hospital.service.publish(PersonErasedV1, {
      ...{ erasureId: newId(), patientId: stay.patientId, patientIds: ids, recordNumbers: [] },
      erasedAt: hospital.service.clock.now().toISOString(),
    });
    await eventually(() => page(path).expect(404));
    await eventually(() => give(stay).expect(404));
  });

  it('FU-10 is refused while no version of the survey is published', async () => {
    const stay = await inHospital();
    const set = (status: string) =>
      hospital.service.source.query('UPDATE questionnaire SET status = $2 WHERE code = $1', [SHEET_SURVEY, status]);
    await set('retired');
    expect((await give(stay).expect(409)).body.code).toBe('survey-not-published');
    await set('published');
    await give(stay).expect(201);
  });
});
