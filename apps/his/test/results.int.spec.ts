import {
  HisMedicationDispensedV1,
  HisMedicationOrderedV1,
  HisMedicationStoppedV1,
  HisResultContinuedV1,
  HisResultReportedV1,
  HisResultWithdrawnV1,
} from '#contracts';
import { eventually, scrape } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { anObr, anObx, anOrder, type OrderParts } from './corpus/an-order.js';
import { codeOf, READER, startHis, type HisService } from './his-service.js';

const corpus = (file: string): Buffer => readFileSync(new URL(`./corpus/${file}`, import.meta.url));
let count = 0;

/** A message with a control id of its own. */
function aMessage(lines: readonly string[], parts: OrderParts = {}): Buffer {
  count += 1;
  return Buffer.from(anOrder({ lines, ...parts, msh: { 10: `R${count}`, ...parts.msh } }), 'utf8');
}

describe('results and medications on the MLLP port', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
  });
  afterAll(() => his.stop());

  const send = async (bytes: Buffer): Promise<string> => String(await (await his.sender()).send(bytes));
  const waiting = async (): Promise<number> =>
    (await his.source.query('SELECT count(*)::int AS n FROM outbox WHERE published_at IS NULL'))[0].n;

  it('PT-2 a blood count in GB 18030 becomes an event with its values, answered in GB 18030, found by its visit', async () => {
    const answer = await (await his.sender()).send(corpus('own-oru-lab-gb18030.hl7'));
    expect(new TextDecoder('gb18030', { fatal: true }).decode(answer)).toContain('\rMSA|AA|CN0007\r');
    const [message] = await his.messages(`visitNumber=ZY20260001`);
    expect(message).toMatchObject({ messageType: 'ORU', event: 'R01', recordNumber: '00088001', warnings: [] });
    const [event] = await his.events(HisResultReportedV1);
    expect(event).toMatchObject({ partitionkey: 'HIS|00088001', data: { messageId: message?.id, number: 1 } });
    expect(event?.data.result).toMatchObject({ kind: 'laboratory', status: 'final', name: '血常规', textParts: 0 });
    expect(event?.data.result.observations.map(({ value, unit, abnormality }) => [value, unit, abnormality])).toEqual([
      ['12.4', '10^9/L', 'abnormal'],
      ['131', 'g/L', 'normal'],
      ['22', '10^9/L', 'critical'],
      ['阳性(+)', undefined, 'normal'],
    ]);
  });

  it('PT-2 an imaging report and its withdrawal are two events of one result', async () => {
    for (const file of ['own-oru-imaging-utf8.hl7', 'own-oru-withdrawn.hl7']) {
      expect(codeOf(Buffer.from(await send(corpus(file))))).toBe('AA');
    }
    const event = (await his.events(HisResultReportedV1)).at(-1);
    expect(event?.data.result).toMatchObject({
      ...{
        kind: 'imaging',
        impression: '右肺上叶磨玻璃结节，建议3个月后复查。',
        textParts: 1,
        abnormality: 'abnormal',
      },
      text: '双肺纹理增多。\n右肺上叶见磨玻璃结节，约5*6mm。\n纵隔未见肿大淋巴结。',
    });
    const [withdrawn] = await his.events(HisResultWithdrawnV1);
    expect(withdrawn?.data.order).toMatchObject({ orderNumber: 'CT20260131007', code: 'CTCHEST' });
  });

  it('ADR 61: a report of two megabytes goes in parts that NATS carries, none lost and in order', async () => {
    const text = `${'双肺纹理增多，右肺上叶见磨玻璃结节𠮷。'.repeat(36_000)}完`;
    expect(Buffer.byteLength(text)).toBeGreaterThan(2_000_000);
    const bytes = aMessage([anObr({ 3: 'BIG', 24: 'CT' }), anObx({ 2: 'TX', 3: 'F^检查所见', 5: text })]);
    expect(await send(bytes)).toContain('|AA|');
    const first = (await his.events(HisResultReportedV1)).at(-1)!;
    const others = await his.events(HisResultContinuedV1);
    expect(first.data.result.textParts).toBe(others.length + 1);
    expect(others.map(({ data }) => data.part)).toEqual(others.map((_, index) => index + 2));
    expect(new Set(others.map(({ partitionkey }) => partitionkey))).toEqual(new Set([first.partitionkey]));
    expect([first.data.result.text, ...others.map(({ data }) => data.text)].join('')).toBe(text);
    await eventually(async () => expect(await waiting()).toBe(0));
  });

  it('PT-2 drugs to take home, one stopped and one handed out are told one by one', async () => {
    for (const file of ['own-rde-discharge.hl7', 'own-rde-stopped.hl7', 'own-rds.hl7']) {
      expect(codeOf(Buffer.from(await send(corpus(file))))).toBe('AA');
    }
    const ordered = (await his.events(HisMedicationOrderedV1)).map(({ data }) => data);
    expect(ordered.map(({ number, visitNumber, medication }) => [number, visitNumber, medication.use])).toEqual([
      [1, 'ZY20260002', 'discharge'],
      [2, 'ZY20260002', 'discharge'],
    ]);
    expect(ordered[1]?.medication).toMatchObject({ code: 'XC07AB02', frequency: 'BID', durationDays: 14 });
    const [stopped] = await his.events(HisMedicationStoppedV1);
    expect(stopped?.data).toMatchObject({ order: { orderNumber: 'CF5502' }, reason: 'discontinued' });
    const [dispensed] = await his.events(HisMedicationDispensedV1);
    expect(dispensed?.data).toMatchObject({ dispensedAt: '2026-01-31T10:40:00+08:00', medication: { quantity: '30' } });
  });

  it('IN-1 that comes again gets the same answer and changes nothing', async () => {
    const bytes = aMessage([anObr({ 3: 'TWICE' }), anObx()]);
    expect(await send(bytes)).toBe(await send(bytes));
    const events = (await his.events(HisResultReportedV1)).filter(({ data }) => data.result.orderNumber === 'TWICE');
    expect(events).toHaveLength(1);
  });

  it('IN-1 that cannot be understood or carried is refused with place and reason, kept for repair, and holds nobody up', async () => {
    const refused = [
      aMessage([anObr({ 2: '', 3: '' }), anObx()]),
      aMessage([anObr(), anObx({ 3: `${'X'.repeat(100)}^名` })]),
      aMessage(['ORC|QQ|P1', 'RXE||A^甲'], { type: 'RDE^O11' }),
    ];
    const answers = await Promise.all(refused.map(send));
    expect(answers.map((answer) => answer.includes('|AE|') && answer.includes('\rERR|'))).toEqual([true, true, true]);
    expect(answers[1]).toContain('observations.0.code');
    expect(await send(aMessage([anObr(), anObx()], { type: 'ORU^R42' }))).toContain('|AR|');
    expect(await send(aMessage([anObr(), anObx()]))).toContain('|AA|');
    const kept = await his.messages(`filter=messageType eq 'ORU' and status eq 'rejected'`);
    expect(kept.map(({ code }) => code).sort()).toEqual(['AE', 'AE', 'AR']);
    expect(kept.every(({ recordNumber }) => recordNumber === '00088001')).toBe(true);
  });

  it('IN-1 refused for a code the profile lacked is taken when it is retried', async () => {
    await send(aMessage([anObr({ 3: 'LATE', 25: '' }), anObx({ 11: 'Q' })]));
    const [refused] = await his.messages(`filter=messageType eq 'ORU' and status eq 'rejected'&limit=1`);
    const repaired = anOrder({ msh: { 10: 'FIXED' }, lines: [anObr({ 3: 'LATE' }), anObx()] });
    await his
      .api(...READER)
      .put(`/his/messages/${refused?.id}/repair`)
      .send({ text: repaired })
      .expect(200);
    const event = (await his.events(HisResultReportedV1)).at(-1);
    expect(event?.data.result.orderNumber).toBe('LATE');
  });

  it('counts what was taken and refused, by type', async () => {
    const metrics = await scrape(his.url);
    const counted = (type: string, code: string) => metrics.value('hospital_hl7_messages_total', { type, code });
    expect(counted('ORU', 'AA')).toBeGreaterThan(3);
    expect(counted('ORU', 'AR')).toBe(1);
    expect(counted('RDE', 'AE')).toBe(1);
    expect(counted('RDS', 'AA')).toBe(1);
  });
});
