import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HisVisitDischargedV1 } from '#contracts';
import { aDischarge, codeOf, startHis, type HisService } from './his-service.js';

describe('a refused message', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
  });
  afterAll(() => his.stop());

  const refuse = async (parts: Parameters<typeof aDischarge>[0]) => {
    const sent = aDischarge(parts);
    const answer = await (await his.sender()).send(sent.bytes);
    const [message] = await his.messages(`filter=controlId eq '${sent.controlId}'`);
    return { ...sent, answer, id: message?.id ?? '', message };
  };
  const repair = (id: string, text: string) => his.api('integrator').put(`/his/messages/${id}/repair`).send({ text });
  const retry = (id: string) => his.api('administrator').post(`/his/messages/${id}/retry`);
  const eventsOf = async (id: string) =>
    (await his.events(HisVisitDischargedV1)).filter(({ data }) => data.messageId === id);

  it('IN-1 is kept with code, place and reason, and found by its patient', async () => {
    const { answer, message } = await refuse({ pid: { 3: 'R-FIND^^^HIS^MR' }, pv1: { 2: '特需' } });
    expect(codeOf(answer)).toBe('AE');
    expect(message).toMatchObject({ status: 'rejected', code: 'AE', errors: [{ code: 103, location: 'PV1-2' }] });
    expect(await his.messages(`recordNumber=R-FIND&filter=status eq 'rejected'`)).toEqual([message]);
    const unsupported = await refuse({ event: 'A60' });
    expect(unsupported.message).toMatchObject({ status: 'rejected', code: 'AR', errors: [{ code: 201 }] });
  });

  it('IN-1 is repaired once: the repaired text becomes the event, and its sender hears AA from now on', async () => {
    const { id, text, bytes, controlId } = await refuse({ pid: { 5: '葉东珅' }, pv1: { 45: '20260230' } });
    const { body } = await repair(id, text.replace('20260230', '20260130')).expect(200);
    expect(body).toEqual({ id: expect.any(String), repairedFrom: id });
    const [event] = await eventsOf(body.id);
    expect(event?.data).toMatchObject({ patient: { name: '葉东珅' }, visit: { dischargedAt: expect.any(String) } });
    expect(event?.actorid).toBeDefined();
    expect(await his.message(id)).toMatchObject({ status: 'repaired', repairedByMessage: body.id });
    expect(await his.message(body.id)).toMatchObject({
      status: 'accepted',
      repairedFrom: id,
      repairedBy: event?.actorid,
    });
    expect((await repair(id, text.replace('20260230', '20260131')).expect(409)).body.code).toBe('message-repaired');
    expect(String(await (await his.sender()).send(bytes))).toContain(`MSA|AA|${controlId}`);
    expect((await his.events(HisVisitDischargedV1)).filter(({ data }) => data.patient.name === '葉东珅')).toHaveLength(
      1,
    );
  });

  it('IN-1 repaired by two people at once is repaired once', async () => {
    const { id, text } = await refuse({ pv1: { 45: '20260230' } });
    const answers = await Promise.all(['28', '29'].map((day) => repair(id, text.replace('20260230', `202601${day}`))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('IN-1 that nobody could decode is repaired in any characters', async () => {
    const { text, controlId } = aDischarge();
    const garbled = Buffer.concat([Buffer.from(text.replace('张^三', '@')), Buffer.of(0xff, 0xff)]);
    expect(codeOf(await (await his.sender()).send(garbled))).toBe('AE');
    const [message] = await his.messages(`filter=controlId eq '${controlId}'`);
    expect(message).toMatchObject({ charset: 'iso-8859-1', errors: [{ location: 'MSH-18' }] });
    const { body } = await repair(message?.id ?? '', text.replace('张^三', '葉^东珅')).expect(200);
    expect((await eventsOf(body.id))[0]?.data.patient.name).toBe('葉东珅');
    expect(await his.message(body.id)).toMatchObject({ charset: 'utf-8', text: expect.stringContaining('葉^东珅') });
  });

  it('IN-1 whose repair is still wrong stays as it was', async () => {
    const { id, text } = await refuse({ pv1: { 45: '20260230' } });
    const { body } = await repair(id, text).expect(422);
    expect(body).toMatchObject({ code: 'message-still-refused', errors: [{ field: 'PV1-45' }] });
    const long = await repair(id, text.replace('20260230', '20260130').replace('张^三', '王'.repeat(300))).expect(422);
    expect(long.body.errors[0].reason).toContain('patient.name');
    expect((await retry(id).expect(422)).body.code).toBe('message-still-refused');
    for (const wrong of ['', 'MSH', `${text}${text}`, text.replace('张', '\0'), text.replace('张', '\ud800')]) {
      await repair(id, wrong).expect(400);
    }
    await repair(id, text.replace(/ADT\^A03/, 'ACK')).expect(422);
    expect(await his.message(id)).toMatchObject({ status: 'rejected', repairedByMessage: null });
    expect(await his.messages(`recordNumber=${(await his.message(id)).recordNumber}`)).toHaveLength(1);
  });

  it('IN-1 is taken by a retry once its partner’s profile is right, and by its sender’s repeat as well', async () => {
    const msh = { 3: 'VIP' };
    const [first, second] = [await refuse({ msh, pv1: { 2: '贵宾' } }), await refuse({ msh, pv1: { 2: '贵宾' } })];
    const definition = { sendingApplication: 'VIP', visitClasses: { 贵宾: 'inpatient' } };
    await his.api('administrator').post('/his/partners').send({ code: 'vip', definition }).expect(201);
    const { body } = await retry(first.id).expect(200);
    expect(await eventsOf(body.id)).toHaveLength(1);
    expect(await his.message(body.id)).toMatchObject({ partner: 'vip', repairedFrom: first.id });
    expect((await retry(first.id).expect(409)).body.code).toBe('message-repaired');
    expect((await retry(body.id).expect(409)).body.code).toBe('message-accepted');

    const senders = await Promise.all([his.sender(), his.sender()]);
    const answers = await Promise.all(senders.map((sender) => sender.send(second.bytes)));
    expect(answers.map(codeOf)).toContain('AA');
    expect(codeOf(await senders[0].send(second.bytes))).toBe('AA');
    const taken = (await his.messages(`filter=controlId eq '${second.controlId}'`)).find(
      ({ status }) => status === 'accepted',
    );
    expect(taken).toMatchObject({ repairedFrom: second.id });
    expect(await eventsOf(taken?.id ?? '')).toHaveLength(1);
  });

  it('IN-1 and raw messages in general are for integrators and administrators', async () => {
    const { id, text } = await refuse({ pid: null });
    await his.anonymous().get('/his/messages').expect(401);
    for (const path of ['', `/${id}`, `/${id}/raw`]) await his.api('agent').get(`/his/messages${path}`).expect(403);
    await his.api('centre-manager').put(`/his/messages/${id}/repair`).send({ text }).expect(403);
    await his.api('agent').post(`/his/messages/${id}/retry`).expect(403);
  });
});
