import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HisPatientsMergedV1, HisPatientUpdatedV1, HisVisitDischargedV1 } from '#contracts';
import { eventually } from '#testing';
import { readFileSync } from 'node:fs';
import { aDischarge, codeOf, READER, startHis, type HisService } from './his-service.js';

const corpus = (file: string): Buffer => readFileSync(new URL(`./corpus/${file}`, import.meta.url));

describe('a message on the MLLP port', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
  });
  afterAll(() => his.stop());

  const discharges = async (messageId?: string) =>
    (await his.events(HisVisitDischargedV1)).filter(({ data }) => !messageId || data.messageId === messageId);
  const stored = async (controlId: string) => his.messages(`filter=controlId eq '${controlId}'`);

  it('IN-1 in GB 18030 becomes the discharge of 葉东珅, answered in GB 18030', async () => {
    const sender = await his.sender();
    const bytes = corpus('own-a03-gb18030.hl7');
    const answer = await sender.send(bytes);
    const text = new TextDecoder('gb18030', { fatal: true }).decode(answer);
    expect(text).toContain('|HIS|市一医院|');
    expect(text).toContain('\rMSA|AA|CN0001\r');
    const [message] = await stored('CN0001');
    expect(message).toMatchObject({
      ...{ partner: 'default', messageType: 'ADT', event: 'A03', status: 'accepted', code: 'AA', charset: 'gb18030' },
      ...{ sendingFacility: '市一医院', recordNumber: '00088001', visitNumber: 'ZY20260001', errors: [], warnings: [] },
    });
    const [event] = await discharges(message?.id);
    expect(event).toMatchObject({
      partitionkey: 'HIS|00088001',
      data: {
        ...{ messageId: message?.id, partner: 'default', eventTime: '2026-01-31T10:05:00+08:00' },
        patient: { name: '葉东珅', sex: 'female', nationalId: '11010519491231002X', phones: ['13800138000'] },
        visit: { visitNumber: 'ZY20260001', dischargedAt: '2026-01-31T10:00:00+08:00', departmentName: '心血管内科' },
      },
    });
    const raw = await his
      .api(...READER)
      .get(`/his/messages/${message?.id}/raw`)
      .buffer()
      .expect(200);
    expect(raw.headers['content-type']).toBe('application/octet-stream');
    expect(bytes.equals(raw.body as Buffer)).toBe(true);
    const shown = await his.message(message?.id ?? '');
    expect(shown).toMatchObject({ text: expect.stringContaining('葉东珅'), answers: [text], size: bytes.length });
  });

  it('IN-1 that comes again gets the same answer and changes nothing, whatever the connection', async () => {
    const { bytes, controlId } = aDischarge();
    const [one, other] = [await his.sender(), await his.sender()];
    const first = await one.send(bytes);
    expect(await one.send(bytes)).toEqual(first);
    expect(await other.send(bytes)).toEqual(first);
    const [message, ...more] = await stored(controlId);
    expect(more).toEqual([]);
    expect(await discharges(message?.id)).toHaveLength(1);
  });

  it('IN-1 that comes on eight connections at once counts once', async () => {
    const senders = await Promise.all(Array.from({ length: 8 }, () => his.sender()));
    for (let round = 0; round < 5; round += 1) {
      const { bytes, controlId } = aDischarge();
      const answers = await Promise.all(senders.map((sender) => sender.send(bytes)));
      expect(new Set(answers.map(String)).size).toBe(1);
      const [message, ...more] = await stored(controlId);
      expect(more).toEqual([]);
      expect(await discharges(message?.id)).toHaveLength(1);
    }
  });

  it('IN-1 that comes at two replicas at once counts once', async () => {
    const replica = await startHis({}, his);
    try {
      const [here, there] = [await his.sender(), await replica.sender()];
      for (let round = 0; round < 10; round += 1) {
        const { bytes, controlId } = aDischarge();
        const [one, other] = await Promise.all([here.send(bytes), there.send(bytes)]);
        expect(one).toEqual(other);
        expect(await stored(controlId)).toHaveLength(1);
      }
      expect(new Set((await discharges()).map(({ data }) => data.messageId)).size).toBe((await discharges()).length);
    } finally {
      await replica.stop();
    }
  });

  it('IN-1 that comes again after a restart gets the answer of before', async () => {
    const { bytes, controlId } = aDischarge();
    const before = await startHis({}, his);
    const first = await (await before.sender()).send(bytes);
    await before.stop();
    const after = await startHis({}, his);
    expect(await (await after.sender()).send(bytes)).toEqual(first);
    await after.stop();
    expect(await stored(controlId)).toHaveLength(1);
  });

  it('IN-1 with a control id used before is taken, and warned about', async () => {
    const sender = await his.sender();
    const [first, second] = ['张三', '李四'].map((name) => aDischarge({ msh: { 10: 'CONSTANT' }, pid: { 5: name } }));
    expect((await sender.send(first!.bytes)).toString()).toMatch(/\rMSA\|AA\|CONSTANT\r$/);
    expect((await sender.send(second!.bytes)).toString()).toContain('\rMSA|AA|CONSTANT|MSH-10: this control id');
    const [newer, older] = await stored('CONSTANT');
    expect(older).toMatchObject({ status: 'accepted', warnings: [] });
    expect(newer).toMatchObject({ status: 'accepted', warnings: [{ code: 205, location: 'MSH-10' }] });
    expect(await discharges(newer?.id)).toHaveLength(1);
    const elsewhere = aDischarge({ msh: { 10: 'CONSTANT', 4: 'H2' } });
    expect((await sender.send(elsewhere.bytes)).toString()).toMatch(/\rMSA\|AA\|CONSTANT\r$/);
  });

  it('IN-1 from a clock in the future counts from its receipt, and what it claimed is kept', async () => {
    const { bytes, controlId } = aDischarge({ evn: { 2: '20991231235959' } });
    await (await his.sender()).send(bytes);
    const [message] = await stored(controlId);
    const [event] = await discharges(message?.id);
    expect(event?.data.eventTime).toBe(message?.receivedAt);
    expect((await his.message(message?.id ?? '')).claimedTime).toBe('2099-12-31T23:59:59+08:00');
  });

  it('IN-1 that merges three numbers is three events, in its order', async () => {
    await (await his.sender()).send(corpus('own-a40.hl7'));
    const merges = await his.events(HisPatientsMergedV1);
    expect(merges.map(({ data }) => [data.retired.value, data.patient.primary.value])).toEqual([
      ['00099002', '00088002'],
      ['00099004', '00088004'],
      ['00099005', '00088004'],
    ]);
    const [message] = await his.messages('recordNumber=00099005');
    expect(message).toMatchObject({ event: 'A40', recordNumbers: expect.arrayContaining(['00088002', '00088004']) });
  });

  it('IN-1 that cannot be carried by an event is refused with the field, and wedges nobody', async () => {
    const sender = await his.sender();
    const { bytes, controlId } = aDischarge({ pid: { 5: '王'.repeat(300) } });
    const good = aDischarge();
    const answers = await Promise.all([sender.send(bytes), (await his.sender()).send(good.bytes)]);
    expect(answers.map(codeOf)).toEqual(['AE', 'AA']);
    expect(String(answers[0])).toContain('patient.name');
    expect((await stored(controlId))[0]).toMatchObject({ status: 'rejected', errors: [{ code: 102 }] });
  });

  it('IN-1 too long for an event is refused and kept, and the next is taken', async () => {
    const sender = await his.sender();
    const more = Array.from({ length: 20_000 }, (_, i) => `DG1|${i}||I21.900^${'急性心肌梗死'.repeat(3)}`);
    const { bytes, controlId } = aDischarge({ more });
    expect(String(await sender.send(bytes))).toContain(`MSA|AE|${controlId}|MSH: it cannot be taken`);
    expect((await stored(controlId))[0]).toMatchObject({ status: 'rejected' });
    expect(codeOf(await sender.send(aDischarge().bytes))).toBe('AA');
  });

  it('IN-1 with absurd names is still stored, found and answered', async () => {
    const long = 'X'.repeat(5_000);
    const parts = { msh: { 3: long, 4: long, 10: long }, pid: { 3: `${long}^^^HIS^MR` }, pv1: { 19: long } };
    expect(codeOf(await (await his.sender()).send(aDischarge(parts).bytes))).toBe('AE');
    const nul = Buffer.concat([aDischarge({ msh: { 3: 'NUL\0NUL' } }).bytes, Buffer.of(0, 0xff)]);
    expect(codeOf(await (await his.sender()).send(nul))).toBe('AE');
  });

  it('IN-1 in enhanced mode is committed, then answered; an acknowledgement is never answered', async () => {
    const sender = await his.sender();
    const enhanced = aDischarge({ msh: { 15: 'AL', 16: 'AL' } });
    const first = await sender.exchange(enhanced.bytes, 2);
    expect(first.map(codeOf)).toEqual(['CA', 'AA']);
    expect(await sender.exchange(enhanced.bytes, 2)).toEqual(first);
    const refused = await sender.exchange(aDischarge({ msh: { 15: 'AL', 16: 'AL' }, pid: null }).bytes, 2);
    expect(refused.map(codeOf)).toEqual(['CA', 'AE']);
    await sender.exchange(aDischarge({ msh: { 9: 'ACK^A03^ACK' } }).bytes, 0);
    const silent = aDischarge({ msh: { 15: 'NE', 16: 'NE' } });
    await sender.exchange(silent.bytes, 0);
    const last = aDischarge();
    expect((await sender.send(last.bytes)).toString()).toContain(last.controlId);
    expect((await stored(silent.controlId))[0]).toMatchObject({ status: 'accepted', code: 'AA' });
  });

  it('IN-1 of a batch is a message of its own, with its own bytes', async () => {
    const parts = [aDischarge({ pid: { 5: '葉东珅' } }), aDischarge({ pid: null }), aDischarge()];
    const batch = Buffer.from(`FHS|^~\\&\rBHS|^~\\&\r${parts.map(({ text }) => text).join('')}BTS|3\rFTS|1\r`);
    const answers = await (await his.sender()).exchange(batch, 3);
    expect(answers.map(codeOf)).toEqual(['AA', 'AE', 'AA']);
    const [message] = await stored(parts[0]!.controlId);
    expect((await his.message(message?.id ?? '')).text).toBe(parts[0]!.text.replace(/\r$/, ''));
  });

  it('FU-3 tells of an operation in an A08 with its visit, and of the person alone in an A31', async () => {
    const more = ['PR1|1||36.06^支架置入||20260121140000', 'PR1|2||37.22||20260122'];
    for (const event of ['A08', 'A31']) {
      expect(codeOf(await (await his.sender()).send(aDischarge({ event, more }).bytes))).toBe('AA');
    }
    const [operated, person] = (await his.events(HisPatientUpdatedV1)).slice(-2);
    expect(operated?.data.visit).toMatchObject({
      visitNumber: expect.stringMatching(/^V/),
      class: 'inpatient',
      procedures: [
        { code: '36.06', name: '支架置入', performedAt: '2026-01-21T14:00:00+08:00' },
        { code: '37.22', performedAt: '2026-01-22T00:00:00+08:00', precision: 'day' },
      ],
    });
    expect(operated?.data.visit?.procedures[0]).not.toHaveProperty('precision');
    expect(person?.data.visit).toBeUndefined();
  });

  it('IN-1 reaches the other services over the bus', async () => {
    const { bytes } = aDischarge({ event: 'A08', pv1: null });
    await (await his.sender()).send(bytes);
    const [event] = (await his.events(HisPatientUpdatedV1)).slice(-1);
    await eventually(async () => {
      const sql = 'SELECT count(*)::int AS waiting FROM outbox WHERE published_at IS NULL';
      const [{ waiting }] = await his.source.query(sql);
      expect(waiting).toBe(0);
    });
    const last = await his.broker.manager.streams.getMessage('his', { last_by_subj: 'his.patient.updated.v1' });
    expect(last?.json<{ id: string }>().id).toBe(event?.id);
  });
});
