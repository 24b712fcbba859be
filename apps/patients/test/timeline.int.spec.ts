import {
  HisPatientsMergedV1,
  HisVisitDischargedV1,
  PlanCreatedV1,
  PlanEndedV1,
  TaskCancelledV1,
  TaskCompletedV1,
  TaskLapsedV1,
  TaskOpenedV1,
  TicketClosedV1,
  TicketOpenedV1,
  TicketReclassifiedV1,
  TicketSolvedV1,
  type PatientIdentifier,
  type ReportedVisit,
} from '#contracts';
import { ListReading, newId } from '#platform';
import { eventually, faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContactsStore } from '../src/contacts/contacts.store.js';
import { contactOfTask } from '../src/contacts/follow-up.contacts.js';
import type { TimelineEntry, TimelinePage } from '../src/timeline/timeline.dto.js';
import { TIMELINE_KINDS } from '../src/timeline/timeline-kinds.js';
import { TIMELINE } from '../src/timeline/timeline.list.js';
import { timelineStatement } from '../src/timeline/timeline.queries.js';
import {
  allHandled,
  aRecordNumber,
  aReport,
  aVisitNumber,
  aVisitReport,
  patientOf,
  startPatients,
} from './hospital.js';

describe('the timeline of a patient', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  const timeline = async (id: string, query: object = {}): Promise<TimelinePage> =>
    (await hospital.api('agent').get(`/patients/${id}/timeline`).query(query).expect(200)).body;
  const told = (entries: TimelineEntry[]) => entries.map(({ kind, what }) => `${kind} ${what}`);
  const handled = (events: { id: string }[]) =>
    eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
  const aStay = async (number: PatientIdentifier, visit: Partial<ReportedVisit> = {}): Promise<string> => {
    const stay = { admittedAt: '2026-02-20T09:00:00+08:00', dischargedAt: '2026-03-02T10:00:00+08:00', ...visit };
    await handled([await hospital.publish(HisVisitDischargedV1, aVisitReport(number, aVisitNumber(), 0, stay))]);
    return patientOf(hospital, number);
  };
  const aTask = (patientId: string) => ({ taskId: newId(), patientId, encounterId: newId(), step: 'visit-1' });
  const opened = (task: ReturnType<typeof aTask>, time: string) =>
    hospital.publish(TaskOpenedV1, task, { time: new Date(time).toISOString() });

  it('PT-2 has visits, diagnoses, procedures where they were done, decisions and follow-up, the latest first', async () => {
    const id = await aStay(aRecordNumber(), {
      departmentName: '呼吸内科专业',
      diagnoses: [{ code: 'J18.9', name: '肺炎', type: 'F' }],
      procedures: [
        { code: '33.24', name: '支气管镜', performedAt: '2026-02-22T10:00:00+08:00' },
        { code: '93.90', performedAt: '2026-02' },
        { code: '96.04', performedAt: '2026-02-30T10:00:00+08:00' },
      ],
    });
    const task = { ...aTask(id), planId: newId() };
    const completedAt = '2026-03-05T15:00:00+08:00';
    await handled([
      await opened(task, '2026-03-05T08:00:00+08:00'),
      await hospital.publish(TaskCompletedV1, { ...task, outcome: 'reached', completedAt }),
    ]);
    const decision = { state: 'cured', holds: true, channel: 'phone', decidedAt: '2026-03-06T09:00:00+08:00' };
    await hospital.api('agent').post(`/patients/${id}/states`).send(decision).expect(201);

    const { items, nextCursor } = await timeline(id);
    expect(told(items)).toEqual([
      'decision cured',
      'follow-up follow-up.task.completed',
      'follow-up follow-up.task.opened',
      'procedure 33.24',
      'procedure 96.04',
      'procedure 93.90',
      'encounter inpatient',
      'diagnosis J18.9',
    ]);
    expect(nextCursor).toBeNull();
    expect(items[1]).toMatchObject({
      ...{ at: new Date(completedAt).toISOString(), title: 'visit-1', outcome: 'reached', patientId: id },
      ...{ subjectId: task.taskId, encounterId: task.encounterId },
    });
    expect(items[6]).toMatchObject({ title: '呼吸内科专业', outcome: 'finished' });
    expect(items[7]).toMatchObject({ title: '肺炎', outcome: 'F', encounterId: items[6]?.encounterId });
    const kinds = await timeline(id, { kinds: 'decision,procedure' });
    expect(told(kinds.items)).toEqual(['decision cured', 'procedure 33.24', 'procedure 96.04', 'procedure 93.90']);
    expect(told((await timeline(id, { filter: `outcome eq 'reached'` })).items)).toHaveLength(1);
  });

  it('PT-2 is read page by page, each entry once, and refuses kinds and cursors that are none', async () => {
    const id = await aStay(aRecordNumber(), { diagnoses: [{ code: 'A01' }, { code: 'A02' }, { code: 'A03' }] });
    const seen: TimelineEntry[] = [];
    let cursor: string | null = null;
    do {
      const page: TimelinePage = await timeline(id, { limit: 2, ...(cursor ? { cursor } : {}) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual((await timeline(id)).items);
    expect(new Set(seen.map((entry) => entry.id)).size).toBe(4);
    for (const query of [{ kinds: 'sorcery' }, { kinds: '' }, { cursor: 'x' }]) {
      await hospital.api('agent').get(`/patients/${id}/timeline`).query(query).expect(400);
    }
    await hospital.api('agent').get(`/patients/${newId()}/timeline`).expect(404);
    expect(await faultsOfList(hospital.api('agent'), `/patients/${id}/timeline`, TIMELINE)).toEqual([]);
  });

  it('PT-1 PT-9 has what was said of the person and taken back, cards, promises, consents and states', async () => {
    const { body } = await hospital.api('agent').post('/patients').send({ name: '王伟' }).expect(201);
    const id: string = body.id;
    const agent = () => hospital.api('agent');
    const facts = async (change: object) => {
      const { headers } = await agent().get(`/patients/${id}/facts`).expect(200);
      const ifMatch = headers['etag'] as string;
      await agent().patch(`/patients/${id}/facts`).set('if-match', ifMatch).send(change).expect(200);
    };
    const passes = () => hospital.clock.advance({ minutes: 1 });
    await facts({ allergies: [{ substance: '青霉素', reaction: '皮疹' }], bloodType: 'AB+' });
    await passes();
    await facts({ allergies: [] });
    await passes();
    await agent()
      .post(`/patients/${id}/cards`)
      .send({ number: `VIP-${id}`, level: '金卡', validFrom: '2026-01-01', validUntil: '2027-01-01', benefits: [] })
      .expect(201);
    await passes();
    const nurse = hospital.api('follow-up-nurse');
    const { body: promise } = await nurse
      .post(`/patients/${id}/promises`)
      .send({ text: '下次复诊安排专家号', dueOn: '2026-12-31' })
      .expect(201);
    await passes();
    await nurse.post(`/patients/${id}/promises/${promise.id}/keep`).expect(200);
    await passes();
    const consent = { purpose: 'marketing', channel: 'phone' };
    const decide = (over: object) =>
      agent()
        .post(`/patients/${id}/consents`)
        .send({ ...consent, ...over })
        .expect(201);
    await decide({ granted: true, legalBasis: 'separate-consent' });
    await passes();
    await decide({ granted: false });
    const { items } = await timeline(id, { kinds: 'fact,card,promise,decision' });
    expect(items.map(({ kind, what, title, outcome }) => [kind, what, title, outcome])).toEqual([
      ['decision', 'marketing', null, 'ended'],
      ['decision', 'marketing', null, 'begun'],
      ['promise', 'kept', '2026-12-31', 'kept'],
      ['promise', 'made', '2026-12-31', 'kept'],
      ['card', '金卡', null, '2027-01-01'],
      ['fact', 'allergies', '青霉素', 'ended'],
      ...[expect.anything(), expect.anything()],
    ]);
    expect(
      items
        .slice(6)
        .map(({ what, title, outcome }) => [what, title, outcome])
        .toSorted(),
    ).toEqual([
      ['allergies', '青霉素', 'begun'],
      ['bloodType', 'AB+', 'begun'],
    ]);
    expect(JSON.stringify(items)).not.toContain('专家号');
    await hospital.api('guide').post(`/patients/${id}/promises`).send({ text: 'x' }).expect(403);
    await hospital.clock.reset();
  });

  it('PT-2 has pages that neither repeat nor miss what was there, while more is recorded', async () => {
    const id = await aStay(aRecordNumber(), { diagnoses: [{ code: 'A01' }] });
    const record = async (count: number, at: (n: number) => string) => {
      await hospital.source.query(
        `INSERT INTO contact (event_id, person_id, kind, what, at, subject_id)
         SELECT gen_random_uuid(), $1, 'follow-up', 'follow-up.task.opened', at::timestamptz, gen_random_uuid()
           FROM unnest($2::text[]) at`,
        [id, Array.from({ length: count }, (_, n) => at(n))],
      );
    };
    // Many at one instant: the place of each is told by its id.
    await record(30, (n) => `2026-04-${String(10 + (n % 3)).padStart(2, '0')}T08:00:00Z`);
    const before = (await timeline(id, { limit: 200 })).items.map((entry) => entry.id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: TimelinePage = await timeline(id, { limit: 7, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map((entry) => entry.id));
      cursor = page.nextCursor;
      await record(3, (n) => ['2026-05-01T08:00:00Z', '2026-04-11T08:00:00Z', '2026-01-01T08:00:00Z'][n] ?? '');
    } while (cursor && seen.length < 200);
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.filter((each) => !seen.includes(each))).toEqual([]);
  });

  it('PT-2 tells every contact once and by its own time, told twice, out of order, and before the record was known', async () => {
    const { body } = await hospital.api('agent').post('/patients').send({ name: '王伟' }).expect(201);
    const id: string = body.id;
    const task = aTask(id);
    const plan = { planId: newId(), patientId: id };
    const ended = await hospital.publish(PlanEndedV1, { ...plan, reason: 'refused' }, { time: '2026-04-03T00:00:00Z' });
    const lapsed = await hospital.publish(TaskLapsedV1, task, { time: '2026-04-02T00:00:00Z' });
    const first = await opened(task, '2026-04-01T08:00:00+08:00');
    const cancelled = await hospital.publish(
      TaskCancelledV1,
      { ...aTask(id), reason: 'discharged' },
      { time: '2026-04-04T00:00:00Z' },
    );
    const created = await hospital.publish(
      PlanCreatedV1,
      { ...plan, encounterId: newId(), dischargeNumber: 1, protocolCode: 'discharge-default', protocolVersion: 1 },
      { time: '2026-03-30T00:00:00Z' },
    );
    await handled([ended, lapsed, first, cancelled, created]);
    // The inbox forgets in time; the contact does not.
    await hospital.app.get(ContactsStore).add(hospital.source.manager, contactOfTask(lapsed));
    const unknown = newId();
    await handled([await opened(aTask(unknown), '2026-04-01T08:00:00+08:00')]);

    expect((await timeline(id)).items.map(({ what, outcome }) => [what, outcome])).toEqual([
      ['follow-up.task.cancelled', 'discharged'],
      ['follow-up.plan.ended', 'refused'],
      ['follow-up.task.lapsed', null],
      ['follow-up.task.opened', null],
      ['follow-up.plan.created', null],
    ]);
    await hospital.api('agent').get(`/patients/${unknown}/timeline`).expect(404);
  });

  it('PT-2 has complaints and requests, and never those that are for few, also when they become so later', async () => {
    const id = await aStay(aRecordNumber());
    const ticket = (over: object = {}) => ({
      ...{ ticketId: newId(), number: '2026-000123', subjectId: id, patientId: id, kind: 'complaint' as const },
      ...{ colour: 'yellow' as const, at: '2026-03-05T15:00:00+08:00', ...over },
    });
    const opened = (facts: ReturnType<typeof ticket>) =>
      hospital.publish(TicketOpenedV1, { ...facts, channel: 'phone', receivedAt: facts.at });
    const [known, dispute, marked] = [ticket(), ticket(), ticket()];
    await handled([
      await opened(known),
      await opened(ticket({ restricted: true })),
      await opened(dispute),
      await opened(marked),
      await hospital.publish(TicketReclassifiedV1, { ...known, medical: false }),
      await hospital.publish(TicketReclassifiedV1, { ...marked, restricted: true }),
      await hospital.publish(TicketSolvedV1, { ...dispute, restricted: true }),
      await hospital.publish(TicketClosedV1, { ...known, at: '2026-03-06T15:00:00+08:00' }),
    ]);
    const { items } = await timeline(id, { kinds: 'complaint' });
    expect(items).toMatchObject([
      { kind: 'complaint', what: 'complaints.ticket.closed', title: 'complaint', subjectId: known.ticketId },
      { kind: 'complaint', what: 'complaints.ticket.opened', outcome: 'yellow', subjectId: known.ticketId },
    ]);
    expect((await timeline(id, { kinds: 'follow-up' })).items).toEqual([]);
  });

  it('PT-3 of merged records is one; each has its own again when the merge is taken back', async () => {
    const [number, retired] = [aRecordNumber(), aRecordNumber()];
    const [kept, gone] = [await aStay(number), await aStay(retired, { class: 'outpatient' })];
    await handled([await opened(aTask(gone), '2026-03-01T08:00:00+08:00')]);
    await handled([await hospital.publish(HisPatientsMergedV1, { ...aReport(number, 5), retired })]);
    // Told under the old id by a service that has not heard of the merge yet.
    await handled([await opened(aTask(gone), '2026-03-02T08:00:00+08:00')]);

    const merged = await timeline(gone);
    expect(merged).toEqual(await timeline(kept));
    expect(told(merged.items).sort()).toEqual([
      ...['encounter inpatient', 'encounter outpatient'],
      ...['follow-up follow-up.task.opened', 'follow-up follow-up.task.opened', 'merge his'],
    ]);
    const manager = hospital.api('centre-manager');
    const { body: merges } = await manager.get(`/patients/${kept}/merges`).expect(200);
    await manager.post(`/patients/merges/${merges.items[0].id}/undo`).send({ reason: '同名的两个人' }).expect(200);
    expect(told((await timeline(kept)).items)).toEqual(['merge his', 'encounter inpatient']);
    expect((await timeline(kept)).items[0]).toMatchObject({ outcome: 'undone' });
    expect(told((await timeline(gone)).items).filter((entry) => entry.startsWith('follow-up'))).toHaveLength(2);
  });

  it('PT-2 is read by indexes among many people, whatever is asked for', async () => {
    const id = await aStay(aRecordNumber());
    await hospital.source.query(
      `INSERT INTO person (id, version, phones, deceased, told_at, name_text, name_grams, name_readings, phone_keys,
                           allowed_purposes, states, created_at, updated_at)
       SELECT gen_random_uuid(), 1, '[]', false, '{}', '', '{}', '{}', '{}', '{}', '{}', $1, $1
         FROM generate_series(1, 3000)`,
      [hospital.clock.now()],
    );
    await hospital.source.query(
      `INSERT INTO contact (event_id, person_id, kind, what, at, subject_id)
       SELECT gen_random_uuid(), id, 'follow-up', 'follow-up.task.opened', created_at, gen_random_uuid() FROM person`,
    );
    await hospital.source.query(
      `INSERT INTO encounter (id, patient_id, partner, visit_number, version, class, status, diagnoses, procedures,
                              discharge_number, began_at, created_at, updated_at)
       SELECT gen_random_uuid(), id, 'many', id::text, 1, 'outpatient', 'finished', '[]', '[]', 0,
              created_at, created_at, created_at FROM person`,
    );
    await hospital.source.query(
      `INSERT INTO person_decision (id, person_id, topic, holds, decided_at, recorded_at, channel)
       SELECT gen_random_uuid(), id, 'marketing', false, created_at, created_at, 'phone' FROM person`,
    );
    await hospital.source.query(
      `INSERT INTO person_merge (id, survivor_id, retired_id, cause, merged_at)
       SELECT gen_random_uuid(), id, gen_random_uuid(), 'his', created_at FROM person`,
    );
    await hospital.source.query(
      `INSERT INTO person_gift (id, buyer_id, beneficiary_id, package_name, price, price_hidden, recorded_at)
       SELECT gen_random_uuid(), id, id, '套餐', 1, true, created_at FROM person`,
    );
    await hospital.source.query(
      `WITH made AS (
         INSERT INTO community (id, version, name_zh, name_en, tags, icd10, channel, owner_id, capacity, member_count,
                                created_at, updated_at)
         SELECT id, 1, '病友群', 'Group', '{disease.gout}', '{}', 'wecom', id, 200, 1, created_at, created_at FROM person
         RETURNING id, created_at)
       INSERT INTO community_member (id, community_id, person_id, joined_at, joined_how, heard_at)
       SELECT gen_random_uuid(), id, id, created_at, 'imported', created_at FROM made`,
    );
    await hospital.source.query(
      `WITH away AS (
         INSERT INTO win_back (id, person_id, started_at, visit_id, absent_since, step, step_at, outcome, ended_at)
         SELECT gen_random_uuid(), id, created_at, gen_random_uuid(), created_at, 1, created_at, 'visited', created_at
           FROM person RETURNING id, started_at)
       INSERT INTO win_back_step (win_back_id, step, offer, at) SELECT id, 1, 'free-recheck', started_at FROM away`,
    );
    await hospital.source.query(
      `INSERT INTO person_fact (id, person_id, topic, value, recorded_at)
       SELECT gen_random_uuid(), id, 'bloodType', '"A"', created_at FROM person`,
    );
    await hospital.source.query(
      `INSERT INTO membership_card (id, person_id, version, number, level, valid_from, benefits, created_at, updated_at)
       SELECT gen_random_uuid(), id, 1, id::text, 'gold', '2026-01-01', '{}', created_at, created_at FROM person`,
    );
    await hospital.source.query(
      `INSERT INTO promise (id, person_id, text, made_at) SELECT gen_random_uuid(), id, 'x', created_at FROM person`,
    );
    await hospital.source.query(
      `INSERT INTO result (id, patient_id, partner, order_number, service, kind, status, abnormality, observed_at,
                           reported_at, observations, codes, words, version, created_at, updated_at)
       SELECT gen_random_uuid(), id, 'many', id::text, '', 'imaging', 'final', 'normal', created_at,
              created_at, '[]', '{}', '', 1, created_at, created_at FROM person`,
    );
    await hospital.source.query(
      `INSERT INTO medication (id, patient_id, partner, order_number, drug, starts_at, reported_at, version,
                               created_at, updated_at)
       SELECT gen_random_uuid(), id, 'many', id::text, '', created_at, created_at, 1, created_at, created_at FROM person`,
    );
    await hospital.source.query('ANALYZE');
    const { nextCursor } = await timeline(id, { limit: 1 });
    for (const query of [{ limit: 50 }, { limit: 1, cursor: nextCursor ?? '' }]) {
      const asked = { kinds: [...TIMELINE_KINDS], ...query };
      const { sql, values } = timelineStatement(new ListReading(TIMELINE, query), [id], asked);
      const rows: Record<string, string>[] = await hospital.source.query(`EXPLAIN ${sql}`, values);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      for (const index of [
        ...['encounter_timeline', 'person_decision_of', 'contact_of', 'person_merge_survivor'],
        ...['person_fact_of', 'membership_card_of', 'promise_of'],
        ...['result_of', 'medication_of'],
      ]) {
        expect(plan).toContain(index);
      }
      expect(plan).not.toContain('Seq Scan');
    }
  });
});
