import { FollowUpMessageRequestedV1, ResponseRecordedV1, TaskCompletedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, scrape } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QuestionnaireDefinition } from '../src/questionnaires/questionnaire.rules.js';
import { aStay, Hospital } from './hospital.js';
import { askByLink, givePain, pathOf, sendForm } from './pain-request.js';

const HOSTILE = `"><script>alert('x')</script><img src=x onerror=alert(1)>&amp;{{7*7}}`;
const BRANCHING: QuestionnaireDefinition = {
  titleZh: `出院问卷${HOSTILE}`,
  titleEn: `Survey${HOSTILE}`,
  descriptionZh: HOSTILE,
  descriptionEn: HOSTILE,
  item: [
    { linkId: 'name', text: `称呼${HOSTILE}`, textEn: 'What to call you', type: 'string', maxLength: 20 },
    { linkId: 'fever', text: '有发热吗？', textEn: 'Any fever?', type: 'boolean', required: true },
    {
      linkId: 'more',
      text: '发热情况',
      textEn: 'About the fever',
      type: 'group',
      enableWhen: [{ question: 'fever', operator: '=', answerBoolean: true }],
      item: [
        {
          linkId: 'degrees',
          text: '最高体温',
          textEn: 'Highest',
          type: 'decimal',
          required: true,
          minValue: 34,
          maxValue: 43,
        },
        { linkId: 'since', text: '从哪天开始', textEn: 'Since', type: 'date' },
      ],
    },
    {
      linkId: 'drugs',
      text: '用药',
      textEn: 'Drugs',
      type: 'choice',
      repeats: true,
      answerOption: [
        { valueCoding: { code: 'a', display: `甲${HOSTILE}`, displayEn: 'A' } },
        { valueCoding: { code: 'b', display: '乙', displayEn: 'B' } },
      ],
    },
    { linkId: 'words', text: '其他', textEn: 'Else', type: 'text' },
  ],
};

describe('a page behind a link', () => {
  let hospital: Hospital;

  beforeAll(async () => {
    hospital = await Hospital.open({ CENTRE_PHONE: '0755-1234567' });
    await hospital.service.source.query(
      `INSERT INTO questionnaire (id, code, version, title_zh, title_en, status, definition, created_at, published_at, revision)
       VALUES ($1, 'branching', 1, 'x', 'x', 'published', $2, now(), now(), 1)`,
      [newId(), JSON.stringify(BRANCHING)],
    );
  });
  afterAll(() => hospital.close());
  beforeEach(() => hospital.service.clock.set('2026-03-02T14:00:00+08:00'));

  const get = (path: string) => hospital.service.anonymous().get(path);
  const count = async (sql: string, params: unknown[]) =>
    Number((await hospital.service.source.query(`SELECT count(*) AS n FROM ${sql}`, params))[0].n);

  it('FU-4 asks for the pain in a message that quiet hours do not delay, with a link short enough for it', async () => {
    await hospital.service.clock.set('2026-03-02T03:00:00+08:00');
    const { task, path } = await askByLink(hospital.service);
    expect(path.length).toBeLessThanOrEqual(60);
    const told = (await hospital.service.events(FollowUpMessageRequestedV1)).find(
      ({ data }) => data.subjectId === task.id,
    );
    expect(told?.data).toMatchObject({ template: 'pain-score-request', urgent: true, patientId: task.patientId });
    expect(path).not.toContain(task.patientId);
    const stored = await hospital.service.source.query('SELECT * FROM patient_link WHERE task_id = $1', [task.id]);
    expect(JSON.stringify(stored)).not.toContain(path.slice(3));
  });

  it('FU-4 shows eleven scores, kept by nobody, and looking again and again changes nothing', async () => {
    const { task, path } = await askByLink(hospital.service);
    await hospital.service.anonymous().head(path).expect(200);
    for (let look = 0; look < 3; look += 1) {
      const { text, headers } = await get(path).expect(200);
      expect(text.match(/type="radio"/g)).toHaveLength(11);
      expect(Buffer.byteLength(text)).toBeLessThan(30_000);
      expect(text).not.toContain(task.patientId);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'content-type': 'text/html; charset=utf-8',
        'content-language': 'zh-CN',
      });
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
      );
      expect(headers['content-security-policy']).not.toMatch(/unsafe|script-src/);
    }
    expect(
      await count('patient_link WHERE task_id = $1 AND answered_at IS NULL AND revoked_at IS NULL', [task.id]),
    ).toBe(1);
  });

  it('FU-4 speaks Chinese unless the browser or the reader asks for English', async () => {
    const { path } = await askByLink(hospital.service);
    expect((await get(path).expect(200)).text).toContain('<html lang="zh-CN">');
    expect((await get(path).set('accept-language', 'en-GB,en;q=0.9')).text).toContain('How much does it hurt now?');
    expect((await get(`${path}?lang=zh-CN`).set('accept-language', 'en')).text).toContain('您现在有多痛');
    // What messengers add to a link is passed over.
    await get(`${path}?from=singlemessage&lang=xx`).expect(200);
  });

  it('FU-4 takes one answer, closes the task with it, and says thanks to whoever comes again', async () => {
    const stay = aStay();
    await hospital.discharge(stay);
    const plan = await hospital.planOf(stay);
    const { task, path } = await askByLink(hospital.service, { ...stay, planId: plan.id });
    const answered = await givePain(hospital.service, path, 2).expect(303);
    expect(answered.headers['location']).toBe('?lang=zh-CN');
    expect((await get(path).expect(200)).text).toContain('谢谢，您的回答已收到');
    await givePain(hospital.service, path, 9).expect(303);
    expect(await count('questionnaire_response WHERE task_id = $1', [task.id])).toBe(1);
    const [response] = (await hospital.service.events(ResponseRecordedV1)).filter(
      ({ data }) => data.taskId === task.id,
    );
    expect(response?.data).toMatchObject({ score: 2, channel: 'link', planId: plan.id });
    expect((await hospital.service.events(TaskCompletedV1)).filter(({ data }) => data.taskId === task.id)).toHaveLength(
      1,
    );
    const trail = (await hospital.plan(plan.id)).trail.map(({ what }) => what);
    expect(trail.slice(-4)).toEqual(['task-opened', 'message-requested', 'answered', 'task-completed']);
  });

  it('FU-4 takes one of twenty answers that come at once', async () => {
    const { task, path } = await askByLink(hospital.service);
    const scores = Array.from({ length: 20 }, (_, index) => index % 3);
    const statuses = await Promise.all(
      scores.map(async (score) => (await givePain(hospital.service, path, score)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([303]));
    expect(await count('questionnaire_response WHERE task_id = $1', [task.id])).toBe(1);
  });

  it.each(['11', '-1', '3.5', 'very', '', '1e1', '99999999999999999999'])(
    'FU-8 a score of %j is told beside the question, and in a summary that leads to it; nothing is kept of it',
    async (score) => {
      const { task, path } = await askByLink(hospital.service);
      const { text } = await sendForm(hospital.service, path, { 'a.pain': score, seen: 'pain' }).expect(422);
      expect(text).toContain('<a href="#q-pain">');
      expect(text).toContain('id="q-pain-wrong"');
      expect(text).toContain('<title>错误：');
      expect(await count('questionnaire_response WHERE task_id = $1', [task.id])).toBe(0);
      await givePain(hospital.service, path, 1).expect(303);
    },
  );

  it('FU-8 asks on where an answer leads, keeps what was entered, and takes the whole at last', async () => {
    const { task, path } = await askByLink(hospital.service, { kind: 'survey', questionnaire: { code: 'branching' } });
    const first = (await get(path).expect(200)).text;
    expect(first).not.toContain('最高体温');
    const begun = {
      'a.name': HOSTILE.slice(0, 20),
      'a.fever': 'true',
      'a.drugs': ['a', 'b'],
      'a.words': `第一行\n${HOSTILE}`,
    };
    const seen = ['name', 'fever', 'drugs', 'words'];
    const grown = (await sendForm(hospital.service, path, { ...begun, seen }).expect(200)).text;
    expect(grown).toContain('最高体温');
    expect(grown).toContain('还有几个问题');
    expect(grown).not.toContain('class="summary"');
    expect(grown.match(/ checked/g)).toHaveLength(3);
    const all = [...seen, 'degrees', 'since'];
    const faulty = await sendForm(hospital.service, path, {
      ...begun,
      'a.degrees': '50',
      'a.since': '昨天',
      seen: all,
    }).expect(422);
    expect(faulty.text).toContain('请填写不大于 43 的数字');
    expect(faulty.text).toContain('例如 2026-03-02');
    await sendForm(hospital.service, path, {
      ...begun,
      'a.degrees': '３８．５',
      'a.since': '2026-03-01',
      seen: all,
    }).expect(303);
    const [kept] = await hospital.service.source.query('SELECT items FROM questionnaire_response WHERE task_id = $1', [
      task.id,
    ]);
    expect(JSON.stringify(kept.items)).toContain('"valueDecimal":38.5');
    expect(kept.items.find(({ linkId }: { linkId: string }) => linkId === 'drugs').answer).toHaveLength(2);
  });

  it('FU-8 leaves out what was answered before the answer above it changed', async () => {
    const { task, path } = await askByLink(hospital.service, { kind: 'survey', questionnaire: { code: 'branching' } });
    const seen = ['name', 'fever', 'degrees', 'since', 'drugs', 'words'];
    await sendForm(hospital.service, path, { 'a.fever': 'false', 'a.degrees': '39', seen }).expect(303);
    const [kept] = await hospital.service.source.query('SELECT items FROM questionnaire_response WHERE task_id = $1', [
      task.id,
    ]);
    expect(kept.items).toEqual([{ linkId: 'fever', answer: [{ valueBoolean: false }] }]);
  });

  it('FU-8 hostile texts of a questionnaire and of a patient are texts', async () => {
    const { path } = await askByLink(hospital.service, { kind: 'survey', questionnaire: { code: 'branching' } });
    for (const lang of ['zh-CN', 'en']) {
      const sent = {
        'a.name': HOSTILE,
        'a.words': HOSTILE,
        'a.drugs': HOSTILE,
        seen: ['name', 'fever', 'drugs', 'words', HOSTILE],
      };
      for (const { text } of [
        await get(`${path}?lang=${lang}`),
        await sendForm(hospital.service, `${path}?lang=${lang}`, sent),
      ]) {
        expect(text).toContain('&lt;script&gt;');
        expect(text).not.toMatch(/<script|<img|onerror=alert\(1\)>(?!&)/);
      }
    }
  });

  it('FU-4 an altered, cut off or invented link is answered as one that never was', async () => {
    const { path } = await askByLink(hospital.service);
    const token = path.slice(3);
    const swapped = token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    for (const wrong of [
      swapped,
      token.slice(0, -1),
      `${token}x`,
      token.toLowerCase(),
      'A'.repeat(22),
      newId(),
      '%00',
      '../x',
    ]) {
      const { text, headers } = await get(`/f/${encodeURIComponent(wrong)}`).expect(404);
      expect(text).toContain('找不到此页面');
      expect(text).toContain('href="tel:07551234567"');
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      await givePain(hospital.service, `/f/${encodeURIComponent(wrong)}`, 3).expect(404);
    }
  });

  it('FU-4 says kindly that a link has expired, and takes nothing by it', async () => {
    const { task, path } = await askByLink(hospital.service, { lapsesOn: '2026-03-03' });
    await hospital.service.clock.set('2026-03-03T23:59:00+08:00');
    await get(path).expect(200);
    await hospital.service.clock.set('2026-03-04T00:00:00+08:00');
    expect((await get(path).expect(410)).text).toContain('此链接已过期');
    await givePain(hospital.service, path, 8).expect(410);
    expect(await count('questionnaire_response WHERE task_id = $1', [task.id])).toBe(0);
  });

  it('FU-6 takes a link back with its task: when somebody closes it, when the plan ends, when the person dies', async () => {
    const closed = await askByLink(hospital.service);
    await hospital.complete(closed.task).expect(200);
    const stay = aStay();
    await hospital.discharge(stay);
    const plan = await hospital.planOf(stay);
    const ended = await askByLink(hospital.service, { ...stay, planId: plan.id });
    await hospital
      .nurse()
      .post(`/follow-up/plans/${plan.id}/end`)
      .set('if-match', `"${plan.version}"`)
      .send({ reason: 'cured' })
      .expect(200);
    const dead = await askByLink(hospital.service, { kind: 'survey', questionnaire: { code: 'branching' } });
    await hospital.die(dead.task.patientId);
    await hospital.settled();
    for (const { path } of [closed, ended, dead]) {
      expect((await get(path).expect(410)).text).toContain('此链接已不再需要填写');
      await givePain(hospital.service, path, 8).expect(410);
    }
  });

  it('FU-6 a readmission takes the link back, and the end of it sends a new one', async () => {
    const stay = aStay();
    await hospital.discharge(stay);
    const plan = await hospital.planOf(stay);
    const { task, path } = await askByLink(hospital.service, { ...stay, planId: plan.id });
    const again = aStay(stay.patientId);
    await hospital.admit(again, '2026-03-02T14:30:00+08:00');
    await eventually(async () => expect((await get(path)).status).toBe(410));
    await hospital.cancelVisit(again);
    await eventually(async () => expect(await pathOf(hospital.service, task.id)).not.toBe(path));
    await givePain(hospital.service, await pathOf(hospital.service, task.id), 1).expect(303);
  });

  it('PT-3 a link given under an id that was merged since is answered under that id', async () => {
    const { task, path } = await askByLink(hospital.service);
    await hospital.merge(newId(), task.patientId);
    await hospital.settled();
    await givePain(hospital.service, path, 3).expect(303);
    expect(await count('questionnaire_response WHERE patient_id = $1', [task.patientId])).toBe(1);
  });

  it('FU-4 is in the audit with the patient it is about and without the link', async () => {
    const { task, path } = await askByLink(hospital.service);
    await get(path).expect(200);
    await givePain(hospital.service, path, 3).expect(303);
    await eventually(async () => {
      const rows = await hospital.service.source.query(
        `SELECT operation, status, params, path FROM audit_entry WHERE $1 = ANY (subject_ids) ORDER BY at, id`,
        [task.patientId],
      );
      expect(
        rows.map(({ operation, status }: { operation: string; status: number }) => `${operation} ${status}`),
      ).toHaveLength(2);
      expect(JSON.stringify(rows)).not.toContain(path.slice(3));
    });
  });

  it('PT-9 is not in the audit when somebody guesses a link: that is counted', async () => {
    const guesses = async () => (await scrape(hospital.service.url)).value('hospital_follow_up_unknown_links_total');
    const entries = () => count('audit_entry WHERE path = $1', ['/f/:token']);
    const { path } = await askByLink(hospital.service);
    const [counted, entered] = [await guesses(), await entries()];
    const altered = `/f/${'A'.repeat(22)}`;
    await get(altered).expect(404);
    await get('/f/guessed').expect(404);
    await givePain(hospital.service, altered, 3).expect(404);
    expect(await guesses()).toBe((counted ?? 0) + 3);
    expect(await entries()).toBe(entered);
    await get(path).expect(200);
    expect(await entries()).toBe(entered + 1);
  });

  it('FU-8 refuses bodies that are no form, or too long, or not in UTF-8', async () => {
    const { path } = await askByLink(hospital.service);
    await hospital.service.anonymous().post(path).send({ 'a.pain': 3 }).expect(415);
    const raw = (body: Buffer | string) =>
      hospital.service
        .anonymous()
        .post(path)
        .set('content-type', 'application/x-www-form-urlencoded')
        .send(body as string);
    await raw(`a.words=${'x'.repeat(263_000)}`).expect(413);
    // Four texts of 2,000 Chinese characters are taken: here they answer no question, and what is asked is asked again.
    await raw(`seen=pain&a.other=${'%E7%97%9B'.repeat(8_000)}`).expect(422);
    expect((await raw('a.pain=%00').expect(400)).status).toBe(400);
    await hospital
      .nurse()
      .post('/follow-up/tasks/x/complete')
      .set('content-type', 'application/x-www-form-urlencoded')
      .send('a=1')
      .expect(415);
  });
});
