import { ComplaintRequestedV1, TicketOpenedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, scrape, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startComplaints } from './complaints.js';

interface TicketRow {
  kind: string;
  channel: string;
  subject: string;
  text: string;
  confidential: boolean;
  reporter_name: string | null;
  opened_by: string | null;
  department_code: string | null;
}

describe('tickets that nobody of the hospital enters', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startComplaints();
  });
  afterAll(() => service.stop());

  const form = { kind: 'complaint', text: '三号窗口排队  一个半小时，\n没有人解释。', place: '门诊三楼', name: '王芳' };
  const send = (body: object, key?: string) => {
    const asked = service.anonymous().post('/public/complaints').send(body);
    return key === undefined ? asked : asked.set('idempotency-key', key);
  };
  const ask = (number: string, checkCode: string) =>
    service.anonymous().post('/public/complaints/state').send({ number, checkCode });
  const rowsOf = (condition: string, values: unknown[]): Promise<TicketRow[]> =>
    service.source.query(`SELECT * FROM ticket WHERE ${condition}`, values);
  const trapped = async () =>
    (await scrape(service.url)).value('hospital_complaints_public_forms_total', { outcome: 'trapped' });

  it('CP-1 the public form makes a ticket, and tells a number and a code that say how it stands', async () => {
    const { body } = await send(form).expect(201);
    expect(body).toEqual({
      number: expect.stringMatching(/^\d{4}-\d{6}$/),
      checkCode: expect.stringMatching(/^[0-9A-Z]{10}$/),
    });
    const [ticket] = await rowsOf('number = $1', [body.number]);
    expect(ticket).toMatchObject({
      ...{ kind: 'complaint', channel: 'web-form', subject: '三号窗口排队 一个半小时， 没有人解释。' },
      ...{ reporter_name: '王芳', opened_by: null },
    });
    expect(ticket?.text).toContain('门诊三楼');
    const typed = ` ${body.checkCode.slice(0, 4).toLowerCase()}-${body.checkCode.slice(4)} `;
    const { body: answer } = await ask(body.number, typed).expect(200);
    expect(answer).toMatchObject({ number: body.number, state: 'received', answeredAt: null });
  });

  it('CP-1 with a wrong code a complaint is as unknown as one that never was', async () => {
    const { body } = await send(form).expect(201);
    const wrong = await ask(body.number, 'ZZZZZZZZZZ').expect(404);
    const never = await ask('1999-000001', body.checkCode).expect(404);
    expect(wrong.body.code).toBe(never.body.code);
  });

  it('CP-1 a complaint that was merged is told as the one it goes on in', async () => {
    const [first, second] = [(await send(form).expect(201)).body, (await send(form).expect(201)).body];
    await service.source.query(
      `UPDATE ticket SET state = 'merged', ended_at = opened_at, merged_from = 'open',
              merged_into = (SELECT id FROM ticket WHERE number = $2) WHERE number = $1`,
      [first.number, second.number],
    );
    await service.source.query(`UPDATE ticket SET state = 'solved', solved_at = opened_at WHERE number = $1`, [
      second.number,
    ]);
    const { body } = await ask(first.number, first.checkCode).expect(200);
    expect(body).toMatchObject({ number: first.number, state: 'answered', answeredAt: expect.any(String) });
  });

  it('CP-1 a form sent twice under one key, also at once, is one ticket and one answer', async () => {
    const key = newId();
    const text = `重复提交 ${key}`;
    const answers = await Promise.all([1, 2, 3].map(() => send({ ...form, text }, key).expect(201)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await rowsOf('subject LIKE $1', ['重复提交%'])).toHaveLength(1);
    const { number, checkCode } = answers[0]?.body;
    await ask(number, checkCode).expect(200);
    expect((await send({ ...form, text: '别的内容' }, key).expect(422)).body.code).toBe('idempotency-key-reused');
    await send(form, 'short').expect(400);
  });

  it('CP-1 a program that fills in what people do not see is answered and makes no ticket', async () => {
    const before = await trapped();
    const { body } = await send({ ...form, text: '机器人来信', leaveEmpty: 'https://spam.example' }).expect(201);
    expect(body).toEqual({ number: expect.stringMatching(/^\d{4}-\d{6}$/), checkCode: expect.any(String) });
    await ask(body.number, body.checkCode).expect(404);
    expect(await rowsOf('subject = $1', ['机器人来信'])).toEqual([]);
    expect(await trapped()).toBe(before + 1);
  });

  it.each<[string, object]>([
    ['without words', { kind: 'complaint' }],
    ['of a kind that is not offered', { kind: 'emergency', text: '急' }],
    ['with nothing but spaces', { kind: 'complaint', text: '   ' }],
    ['longer than a letter', { kind: 'complaint', text: 'x'.repeat(2_001) }],
    ['with a phone number that is none', { kind: 'complaint', text: '你好', phone: 'javascript:alert(1)' }],
    ['that says more than it is asked', { kind: 'complaint', text: '你好', dispute: true }],
  ])('CP-1 refuses a form %s', async (_what, body) => {
    expect((await send(body).expect(400)).body.code).toBe('validation-failed');
  });

  it('PT-9 what strangers send is in the audit with its ticket, and what is refused is not', async () => {
    const { body } = await send(form).expect(201);
    await send({ kind: 'complaint' }).expect(400);
    const rows: { status: number; ids: string[] }[] = await service.source.query(
      `SELECT status, subject_ids AS ids FROM audit_entry WHERE path = '/public/complaints' AND actor_id IS NULL`,
    );
    expect(rows.filter(({ status }) => status === 400)).toEqual([]);
    const [ticket]: { id: string }[] = await service.source.query('SELECT id FROM ticket WHERE number = $1', [
      body.number,
    ]);
    expect(rows.filter(({ ids }) => ids.includes(ticket?.id ?? ''))).toHaveLength(1);
  });

  const asked = (over: Partial<ComplaintRequestedV1> = {}): ComplaintRequestedV1 => ({
    ...{
      requestId: newId(),
      responseId: newId(),
      questionnaireCode: 'inpatient-satisfaction',
      questionnaireVersion: 1,
    },
    ...{ flag: 'dissatisfied', nameZh: '患者不满意', nameEn: 'The patient is dissatisfied', linkIds: ['overall'] },
    ...{ patientId: newId(), departmentCode: 'XXGNK', requestedAt: '2026-03-05T15:00:00+08:00', confidential: false },
    ...over,
  });

  it('FU-9 a dissatisfied answer becomes one ticket, however often it is told', async () => {
    const request = asked();
    await service.publish(ComplaintRequestedV1, request);
    await service.publish(ComplaintRequestedV1, request);
    const last = asked();
    await service.publish(ComplaintRequestedV1, { ...last, patientId: request.patientId });
    const rows = () => rowsOf('patient_id = $1 ORDER BY opened_at', [request.patientId]);
    await eventually(async () => expect(await rows()).toHaveLength(2));
    expect((await rows())[0]).toMatchObject({
      ...{ kind: 'complaint', channel: 'follow-up', confidential: false, department_code: 'XXGNK', opened_by: null },
      subject: '随访反馈：患者不满意 The patient is dissatisfied',
      received_at: new Date('2026-03-05T15:00:00+08:00'),
    });
    const opened = (await service.events(TicketOpenedV1)).filter(({ data }) => data.patientId === request.patientId);
    expect(opened).toHaveLength(2);
  });

  it('FU-10 a gift that was taken becomes a confidential ticket', async () => {
    const request = asked({ flag: 'gift', nameZh: '收受红包', nameEn: 'A gift was taken', confidential: true });
    await service.publish(ComplaintRequestedV1, request);
    await eventually(async () => {
      expect(await rowsOf('patient_id = $1', [request.patientId])).toMatchObject([{ confidential: true }]);
    });
  });
});
