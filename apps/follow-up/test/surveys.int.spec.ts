import { EncounterRegisteredV1 } from '#contracts';
import { newId } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SurveyDraws, SurveyRule } from '../src/surveys/surveys.dto.js';
import { isDrawn } from '../src/surveys/draw.js';
import { aStay, Hospital, type Stay } from './hospital.js';

const RULE = {
  ...{ name: '抽样', questionnaireCode: 'pain-score', trigger: 'discharge', share: 100, mode: 'call' },
  ...{ afterDays: 0, restDays: 0 },
};
const PERIOD = { from: '2026-03-01', to: '2026-03-31' };

describe('the surveys of follow-up', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
  });
  afterAll(() => hospital.close());

  const manager = () => hospital.service.api('centre-manager');

  /** A rule for a department of its own, so that the tests do not meet. */
  async function aRule(over: object = {}): Promise<SurveyRule & { department: string }> {
    const department = `D-${newId()}`;
    const sent = { ...RULE, departments: [department], ...over };
    const { body } = await manager().post('/follow-up/surveys/rules').send(sent).expect(201);
    return { ...body, department };
  }

  const change = (rule: SurveyRule, over: object) => {
    const { name, questionnaireCode, trigger, departments, share, mode, afterDays, restDays, active } = rule;
    const same = { name, questionnaireCode, trigger, departments, share, mode, afterDays, restDays, active };
    return manager()
      .put(`/follow-up/surveys/rules/${rule.id}`)
      .set('if-match', `"${rule.version}"`)
      .send({ ...same, ...over });
  };

  async function draws(rule: SurveyRule): Promise<SurveyDraws> {
    const { body } = await manager().get(`/follow-up/surveys/rules/${rule.id}/draws`).query(PERIOD).expect(200);
    return body;
  }

  const surveysOf = async ({ encounterId }: Stay) =>
    (await hospital.tasks({ filter: `encounterId eq '${encounterId}' and kind eq 'survey'` })).map(
      ({ status, step }) => `${step} ${status}`,
    );

  async function leave(stay: Stay, departmentCode: string, over: object = {}): Promise<Stay> {
    await hospital.discharge(stay, { departmentCode, ...over });
    await hospital.settled();
    return stay;
  }

  it('FU-10 a drawn discharge is asked about once, told again or taken back and made again', async () => {
    const rule = await aRule();
    const stay = await leave(aStay(), rule.department);
    await leave(stay, rule.department);
    expect(await surveysOf(stay)).toEqual(['survey-pain-score open']);
    await hospital.cancelDischarge(stay);
    await hospital.settled();
    expect(await surveysOf(stay)).toEqual(['survey-pain-score cancelled']);
    expect(await draws(rule)).toMatchObject({ drawn: 1, asked: 0, withdrawn: 1, responseRate: null });
    await leave(stay, rule.department, { dischargeNumber: 2 });
    await hospital.cancelDischarge(stay, 1);
    await hospital.settled();
    expect((await surveysOf(stay)).sort()).toEqual(['survey-pain-score cancelled', 'survey-pain-score open']);
    expect(await draws(rule)).toMatchObject({ drawn: 1, asked: 1, withdrawn: 0, responseRate: 0 });
  });

  it('FU-10 a rule draws its share of its departments, as the hash says, and none when it is stopped', async () => {
    const rule = await aRule({ share: 50 });
    const stays = Array.from({ length: 12 }, () => aStay());
    for (const stay of stays) await hospital.discharge(stay, { departmentCode: rule.department });
    const elsewhere = await leave(aStay(), 'D-elsewhere');
    const wanted = stays.filter(({ encounterId }) => isDrawn(rule.id, encounterId, 50)).length;
    expect((await draws(rule)).drawn).toBe(wanted);
    expect(await surveysOf(elsewhere)).toEqual([]);
    await change(rule, { active: false, share: 100 }).expect(200);
    await leave(aStay(), rule.department);
    expect((await draws(rule)).drawn).toBe(wanted);
    await change(rule, { active: true }).expect(412);
  });

  it('FU-10 leaves out who was asked within the days of rest, and the dead, and says so', async () => {
    const rule = await aRule({ restDays: 10 });
    const asked = await leave(aStay(), rule.department);
    await hospital.service.clock.set('2026-03-12T23:00:00+08:00');
    const lately = { dischargedAt: '2026-03-12T10:00:00+08:00' };
    const again = await leave(aStay(asked.patientId), rule.department, lately);
    const died = await leave(aStay(), rule.department, { ...lately, deceased: true });
    expect([await surveysOf(again), await surveysOf(died)]).toEqual([[], []]);
    const { asked: count, leftOut } = await draws(rule);
    expect(count).toBe(1);
    expect(leftOut).toEqual(
      expect.arrayContaining([
        { reason: 'asked-recently', count: 1 },
        { reason: 'deceased', count: 1 },
      ]),
    );
    await hospital.service.clock.set('2026-03-13T00:00:00+08:00');
    const later = await leave(aStay(asked.patientId), rule.department, lately);
    expect(await surveysOf(later)).toEqual(['survey-pain-score open']);
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
  });

  it('FU-10 draws outpatient visits by rules of their own', async () => {
    const rule = await aRule({ trigger: 'outpatient-visit' });
    const [visit, emergency] = [aStay(), aStay()];
    const at = { departmentCode: rule.department, startedAt: '2026-03-02T08:30:00+08:00' };
    await hospital.service.publish(EncounterRegisteredV1, { ...visit, ...at, class: 'outpatient' });
    await hospital.service.publish(EncounterRegisteredV1, { ...emergency, ...at, class: 'emergency' });
    const stay = await leave(aStay(), rule.department);
    expect(await surveysOf(visit)).toEqual(['survey-pain-score open']);
    expect([await surveysOf(emergency), await surveysOf(stay)]).toEqual([[], []]);
  });

  it('FU-10 asks after the days of the rule, and nobody who died meanwhile', async () => {
    const rule = await aRule({ afterDays: 7 });
    const stay = await leave(aStay(), rule.department);
    expect(await surveysOf(stay)).toEqual(['survey-pain-score planned']);
    await hospital.die(stay.patientId);
    await hospital.settled();
    await eventually(async () => expect(await surveysOf(stay)).toEqual(['survey-pain-score cancelled']));
  });

  it('FU-10 counts its days from the discharge, and asks nobody about what is long past', async () => {
    const rule = await aRule({ afterDays: 1 });
    const left = (dischargedAt: string) => leave(aStay(), rule.department, { dischargedAt });
    const history = await left('2016-03-02T10:00:00+08:00');
    const justTooOld = await left('2026-02-21T23:59:59+08:00');
    const stillAsked = await left('2026-02-22T00:00:00+08:00');
    const yesterday = await left('2026-03-01T10:00:00+08:00');
    expect([await surveysOf(history), await surveysOf(justTooOld)]).toEqual([[], []]);
    expect([await surveysOf(stillAsked), await surveysOf(yesterday)]).toEqual([
      ['survey-pain-score open'],
      ['survey-pain-score open'],
    ]);
    expect(await draws(rule)).toMatchObject({ drawn: 4, asked: 2, leftOut: [{ reason: 'long-past', count: 2 }] });
  });

  it('FU-10 asks about a visit dated in the future after its own day', async () => {
    const rule = await aRule({ trigger: 'outpatient-visit', afterDays: 2 });
    const visit = aStay();
    await hospital.register(visit, '2026-03-20T09:00:00+08:00', { departmentCode: rule.department });
    await hospital.settled();
    const filter = `encounterId eq '${visit.encounterId}' and kind eq 'survey'`;
    expect(await hospital.tasks({ filter })).toMatchObject([{ status: 'planned', opensOn: '2026-03-22' }]);
  });

  it('FU-10 refuses rules of no sense, and shows them to managers only', async () => {
    const refused = [
      { share: 100.01 },
      { share: -1 },
      { share: 33.333 },
      { questionnaireCode: 'none-such' },
      { departments: [] },
      { afterDays: -1 },
      { trigger: 'birthday' },
    ];
    for (const wrong of refused) {
      await manager()
        .post('/follow-up/surveys/rules')
        .send({ ...RULE, ...wrong })
        .expect(400);
    }
    await hospital.nurse().get('/follow-up/surveys/rules').expect(403);
    await hospital.service.api('department-director').post('/follow-up/surveys/rules').send(RULE).expect(403);
    const { body } = await manager().get('/follow-up/surveys/rules').expect(200);
    expect(body.items.length).toBeGreaterThan(0);
  });

  describe('and their results', () => {
    const CODE = 'made-survey';
    const [MANY, FEW] = [newId(), newId()];

    /** Answers as they are stored. */
    async function answered(over: {
      channel?: string;
      staff?: string;
      scores: [string, string, number][];
      at?: string;
      status?: string;
    }) {
      const { channel = 'phone', staff = null, scores, at = '2026-03-05T10:00:00+08:00', status = 'completed' } = over;
      const id = newId();
      await hospital.service.source.query(
        `INSERT INTO questionnaire_response (id, questionnaire_code, questionnaire_version, patient_id, channel, status,
                                             root_id, items, department_code, staff_member_id, recorded_at)
         VALUES ($1, $2, 1, gen_random_uuid(), $3, $4, $1, '[]', '03.01', $5, $6)`,
        [id, CODE, channel, status, staff, at],
      );
      for (const [link, kind, score] of scores)
        await hospital.service.source.query('INSERT INTO response_score VALUES ($1, $2, $3, $4)', [
          id,
          link,
          kind,
          score,
        ]);
    }

    const results = async (query: object = {}) =>
      (
        await manager()
          .get('/follow-up/surveys/results')
          .query({ questionnaire: CODE, ...PERIOD, ...query })
          .expect(200)
      ).body;

    beforeAll(async () => {
      for (let nth = 0; nth < 5; nth += 1)
        await answered({
          ...{ staff: MANY },
          scores: [
            ['q', 'question', 4],
            ['n', 'nps', 9],
          ],
        });
      for (let nth = 0; nth < 4; nth += 1)
        await answered({ ...{ staff: FEW, channel: 'link' }, scores: [['q', 'question', 1]] });
      await answered({ scores: [['n', 'nps', 2]], at: '2026-03-31T23:59:59+08:00' });
      await answered({ scores: [['q', 'question', 5]], at: '2026-04-01T00:00:00+08:00' });
      await answered({ scores: [['q', 'question', 5]], status: 'amended' });
    });

    it('FU-10 are number, mean, distribution and NPS a question, of answers that stand', async () => {
      const { whole } = await results();
      expect(whole).toMatchObject({ responses: 10, suppressed: false });
      expect(whole.questions).toEqual([
        expect.objectContaining({ linkId: 'n', n: 6, nps: { promoters: 5, passives: 0, detractors: 1, value: 66.7 } }),
        expect.objectContaining({ linkId: 'q', n: 9, mean: 2.67, nps: null }),
      ]);
    });

    it('FU-10 keep the channel apart', async () => {
      const { groups } = await results({ by: 'channel' });
      expect(groups.map(({ key, responses }: { key: string; responses: number }) => [key, responses])).toEqual([
        ['link', 4],
        ['phone', 6],
      ]);
      expect((await results({ channel: 'link' })).whole).toMatchObject({ responses: 4, questions: [{ mean: 1 }] });
    });

    it('FU-10 show nothing about a member of staff with fewer than five answers', async () => {
      const { groups } = await results({ by: 'staff-member' });
      const about = (id?: string) => groups.find(({ key }: { key: string | null }) => key === id);
      expect(about(MANY)).toMatchObject({ responses: 5, suppressed: false, questions: [{ n: 5 }, { n: 5 }] });
      expect(about(FEW)).toEqual({ key: FEW, responses: 4, suppressed: true, questions: [] });
    });

    it('FU-10 are downloaded as CSV, by the right and in the language of the one who asks', async () => {
      const query = { questionnaire: CODE, ...PERIOD, by: 'channel' };
      const path = '/follow-up/surveys/results/file';
      const { text, headers } = await manager().get(path).set('accept-language', 'en').query(query).expect(200);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(text.split('\r\n').slice(1, -1)).toEqual([
        'All,10,n,nps,6,7.83,5,0,1,66.7',
        'All,10,q,question,9,2.67,,,,',
        'link,4,q,question,4,1,,,,',
        'phone,6,n,nps,6,7.83,5,0,1,66.7',
        'phone,6,q,question,5,4,,,,',
      ]);
      await hospital.nurse().get(path).query(query).expect(403);
      await manager()
        .get(path)
        .query({ ...query, to: '2025-01-01' })
        .expect(400);
    });

    it('FU-10 of a questionnaire nobody answered are empty, not zero', async () => {
      const { whole, groups } = await results({ questionnaire: 'unheard-of', by: 'department' });
      expect(whole).toEqual({ key: null, responses: 0, suppressed: false, questions: [] });
      expect(groups).toEqual([]);
    });
  });
});
