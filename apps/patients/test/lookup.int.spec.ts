import {
  TaskCompletedV1,
  TaskOpenedV1,
  TicketAttributedV1,
  TicketClosedV1,
  TicketOpenedV1,
  TicketPausedV1,
  TicketReclassifiedV1,
  TicketRecolouredV1,
  TicketRedatedV1,
} from '#contracts';
import { newId } from '#platform';
import { eventually, scrape, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allSettled, statementsDuring } from './statements.js';
import { allHandled, aNationalId, aRecordNumber, startPatients } from './hospital.js';

describe('who is calling', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  const lookup = async (query: object) =>
    (await hospital.api('agent').get('/patients/lookup').query(query).expect(200)).body;
  const register = async (facts: object): Promise<string> =>
    (
      await hospital
        .api('agent')
        .post('/patients')
        .send({ name: '王伟', ...facts })
        .expect(201)
    ).body.id;

  it('PT-2 is found by phone, national ID, record number or card, with all an agent needs in one answer', async () => {
    const [nationalId, number, cardNo] = [aNationalId(), aRecordNumber(), aRecordNumber().value];
    const id = await register({ nationalId, identifiers: [number], phones: ['138 0013 8001'] });
    const agent = hospital.api('agent');
    const { version } = (await agent.get(`/patients/${id}/facts`).expect(200)).body;
    const allergies = [{ substance: '青霉素' }];
    await agent.patch(`/patients/${id}/facts`).set('if-match', `"${version}"`).send({ allergies }).expect(200);
    const card = { number: cardNo, level: '金卡', validFrom: '2026-01-01', benefits: [] };
    await agent.post(`/patients/${id}/cards`).send(card).expect(201);
    const { body: promise } = await agent.post(`/patients/${id}/promises`).send({ text: '安排专家号' }).expect(201);
    const task = { patientId: id, taskId: newId(), encounterId: newId(), step: 'visit-1' };
    const opened = await hospital.publish(TaskOpenedV1, task);
    await eventually(async () => expect(await allHandled(hospital, [opened])).toBe(true));

    const { value: mrn, issuer } = number;
    for (const query of [{ phone: '13800138001' }, { nationalId }, { mrn, issuer }, { cardNo: cardNo.toLowerCase() }]) {
      expect(await lookup(query)).toMatchObject({
        items: [{ id }],
        picture: {
          facts: { allergies },
          openPromises: [{ id: promise.id }],
          nextFollowUp: { taskId: task.taskId, step: 'visit-1' },
          timeline: expect.arrayContaining([expect.objectContaining({ what: 'follow-up.task.opened' })]),
        },
      });
    }
    const done = await hospital.publish(TaskCompletedV1, {
      ...task,
      outcome: 'reached',
      completedAt: '2026-03-05T15:00:00+08:00',
    });
    await eventually(async () => expect(await allHandled(hospital, [done])).toBe(true));
    expect((await lookup({ cardNo })).picture.nextFollowUp).toBeNull();
  });

  it('CC-2 shows what the caller waits for, as it stands, and nothing that is over or for few', async () => {
    const phones = ['138 0013 8011'];
    const id = await register({ phones });
    const other = await register({});
    const at = '2026-03-05T15:00:00+08:00';
    const ticket = (number: string, over: object = {}) => ({
      ...{ ticketId: newId(), number, subjectId: id, patientId: id, kind: 'complaint' as const },
      ...{ colour: 'yellow' as const, state: 'open' as const, closeBy: '2026-03-05T17:00:00+08:00', at, ...over },
    });
    const opened = { channel: 'phone' as const, receivedAt: at };
    const [first, second, secret, early] = [
      ticket('2026-100001'),
      ticket('2026-100002', { closeBy: '2026-03-05T16:00:00+08:00' }),
      ticket('2026-100003'),
      ticket('2026-100004', { subjectId: other, patientId: other, closeBy: '2026-03-05T15:30:00+08:00' }),
    ];
    const tell = async (...events: { id: string; type: string }[]) =>
      eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
    for (const each of [first, second, secret, early])
      await tell(await hospital.publish(TicketOpenedV1, { ...each, ...opened }));
    const shown = async () => (await lookup({ phone: phones[0] })).picture.openTickets;
    expect(await shown()).toMatchObject([
      { number: '2026-100002', dueAt: '2026-03-05T08:00:00.000Z' },
      { ticketId: first.ticketId, kind: 'complaint', colour: 'yellow', state: 'open' },
      { number: '2026-100003' },
    ]);
    const nurses = await hospital
      .api('follow-up-nurse')
      .get('/patients/lookup')
      .query({ phone: phones[0] })
      .expect(200);
    expect((nurses.body as { picture: object }).picture).toMatchObject({ openTickets: null });
    // Opened of nobody: shown, also on the timeline, once it is known whose it is (CP-10).
    const { patientId: _nobody, ...unknown } = ticket('2026-100005', { closeBy: '2026-03-05T19:00:00+08:00' });
    await tell(await hospital.publish(TicketOpenedV1, { ...unknown, subjectId: unknown.ticketId, ...opened }));
    expect((await shown()).map(({ number }: { number: string }) => number)).not.toContain(unknown.number);
    await tell(await hospital.publish(TicketAttributedV1, { ...unknown, patientId: id, ...opened }));
    expect((await shown()).at(-1)).toMatchObject({ number: '2026-100005', state: 'open' });
    expect((await lookup({ phone: phones[0] })).picture.timeline).toContainEqual(
      expect.objectContaining({ what: 'complaints.ticket.attributed' }),
    );
    await tell(await hospital.publish(TicketClosedV1, { ...unknown, patientId: id, state: 'closed' }));
    const moved = { ...first, closeBy: '2026-03-05T15:30:00+08:00' };
    await tell(await hospital.publish(TicketRedatedV1, { ...moved, by: 'merge', otherTicketId: newId() }));
    expect((await shown())[0]).toMatchObject({ ticketId: first.ticketId, dueAt: '2026-03-05T07:30:00.000Z' });
    const { closeBy: _paused, ...waiting } = second;
    await tell(
      await hospital.publish(TicketRecolouredV1, { ...first, colour: 'red', from: 'yellow' }),
      await hospital.publish(TicketPausedV1, { ...waiting, state: 'waiting-for-patient' }),
      await hospital.publish(TicketReclassifiedV1, { ...secret, restricted: true }),
    );
    expect(await shown()).toMatchObject([
      { number: '2026-100001', colour: 'red' },
      { number: '2026-100002', state: 'waiting-for-patient', dueAt: null },
    ]);
    const merge = { retiredId: other, reason: '同一人' };
    await hospital.api('centre-manager').post(`/patients/${id}/merges`).send(merge).expect(201);
    await tell(await hospital.publish(TicketClosedV1, { ...second, state: 'closed' }));
    expect((await shown()).map(({ number }: { number: string }) => number)).toEqual(['2026-100004', '2026-100001']);
  });

  it('PT-2 resolves who somebody is once, whatever else is asked, and asks few things in all', async () => {
    const phones = ['138 0013 8003'];
    const [kept, merged] = [await register({ phones }), await register({})];
    const reason = { reason: '同一人' };
    await hospital
      .api('centre-manager')
      .post(`/patients/${kept}/merges`)
      .send({ retiredId: merged, ...reason })
      .expect(201);
    await allSettled(hospital);
    const asked = await statementsDuring(() => lookup({ phone: phones[0] }));
    const reads = asked.filter(({ text }) =>
      /\b(FROM|JOIN) "?(person|person_fact|membership_card|person_decision|promise|contact|encounter)\b/.test(text),
    );
    const resolving = reads.filter(({ text }) => text.includes('RECURSIVE'));
    // The relatives are somebody else, and resolved with their own lines.
    expect(resolving.filter(({ text }) => !text.includes('person_relative'))).toHaveLength(1);
    expect(reads.length).toBeLessThanOrEqual(2);
  });

  it('PT-2 says of everything what is said of it alone, of one record and of merged ones', async () => {
    const phones = ['138 0013 8004'];
    const [kept, merged] = [await register({ phones, birthDate: '1970-02-03' }), await register({})];
    const agent = hospital.api('centre-manager');
    const tell = async (id: string, text: string) => {
      const { version } = (await agent.get(`/patients/${id}/facts`).expect(200)).body;
      const facts = { allergies: [{ substance: text }], bloodType: 'A+' };
      await agent.patch(`/patients/${id}/facts`).set('if-match', `"${version}"`).send(facts).expect(200);
      const consent = { purpose: 'marketing', granted: true, channel: 'phone', legalBasis: 'consent' };
      await agent.post(`/patients/${id}/consents`).send(consent).expect(201);
      await agent.post(`/patients/${id}/promises`).send({ text }).expect(201);
      const card = { number: aRecordNumber().value, level: '金卡', validFrom: '2026-01-01', benefits: ['优先'] };
      await agent.post(`/patients/${id}/cards`).send(card).expect(201);
    };
    const listed = async (path: string) => (await agent.get(`/patients/${kept}${path}`).expect(200)).body;
    const matches = async () => {
      await allSettled(hospital);
      const { picture } = await lookup({ phone: phones[0] });
      expect(picture).toMatchObject({
        facts: await listed('/facts'),
        standing: await listed('/standing'),
        openPromises: (await listed('/promises')).items,
        encounters: (await listed('/encounters?limit=5')).items,
        currentMedications: (await listed(`/medications?filter=${encodeURIComponent('current eq true')}`)).items,
        timeline: (await listed('/timeline?limit=10')).items,
      });
      return picture;
    };
    await tell(kept, '青霉素');
    await tell(merged, '花生');
    expect((await matches()).openPromises).toHaveLength(1);
    await agent.post(`/patients/${kept}/merges`).send({ retiredId: merged, reason: '同一人' }).expect(201);
    expect(await matches()).toMatchObject({ openPromises: [{}, {}], facts: { cards: [{}, {}] } });
  });

  it('PT-2 is a list to choose from when it may be several, empty for nobody, and one question at a time', async () => {
    const phones = ['138 0013 8002'];
    const ids = [await register({ phones }), await register({ phones })];
    const several = await lookup({ phone: phones[0] });
    expect(several.items.map(({ id }: { id: string }) => id).sort()).toEqual(ids.sort());
    expect(several).toMatchObject({ picture: null, hasMore: false });
    expect(await lookup({ cardNo: 'OF-NOBODY' })).toEqual({ items: [], hasMore: false, picture: null });
    for (const query of [{}, { phone: '1', mrn: '1' }]) {
      await hospital.api('agent').get('/patients/lookup').query(query).expect(400);
    }
    await hospital.api('administrator').get('/patients/lookup').query({ phone: '1' }).expect(403);
  });

  it('PT-2 is counted by the kind of key and by what was found, and so are timelines; no person is in a label', async () => {
    const id = await register({ phones: ['138 0013 8077'] });
    const counts = async () => {
      const seen = await scrape(hospital.url);
      const looked = (key: string, outcome: string) =>
        seen.value('hospital_patients_lookups_total', { key, outcome }) ?? 0;
      const read = (outcome: string) =>
        seen.value('hospital_patients_timeline_reads_total', { page: 'first', outcome }) ?? 0;
      return [
        looked('phone', 'one'),
        looked('cardNo', 'none'),
        looked('mrn', 'none'),
        read('found'),
        read('not-found'),
      ];
    };
    const before = await counts();
    await lookup({ phone: '138 0013 8077' });
    await lookup({ cardNo: 'OF-NOBODY' });
    await hospital.api('agent').get(`/patients/${id}/timeline`).expect(200);
    await hospital.api('agent').get(`/patients/${newId()}/timeline`).expect(404);
    expect(await counts()).toEqual(before.map((count, at) => count + [1, 1, 0, 1, 1][at]!));
  });
});
