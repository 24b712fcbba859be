import { EncounterAdmittedV1, EncounterCancelledV1, EncounterRegisteredV1, PersonMergedV1 } from '#contracts';
import { bindTo, ListReading, newId, type List } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MEASURES } from '../src/cases/measures.list.js';
import { PRAISES } from '../src/praise/praise.list.js';
import type { ComplaintsReport, ReportFigures } from '../src/reports/reports.dto.js';
import { REVIEWS } from '../src/reviews/reviews.list.js';
import { VOUCHERS } from '../src/vouchers/vouchers.list.js';
import { openTicket, startComplaints } from './complaints.js';

describe('reports of complaints', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startComplaints();
    await service.clock.set('2026-03-31T12:00:00+08:00');
  });
  afterAll(async () => {
    await service.clock.reset();
    await service.stop();
  });

  const PERIOD = { from: '2026-03-01', to: '2026-03-31' };
  const report = async (query: object = PERIOD): Promise<ComplaintsReport> =>
    (await service.api('centre-manager').get('/complaints/reports').query(query).expect(200)).body as ComplaintsReport;
  const group = async (by: string, key: string | null): Promise<ReportFigures | undefined> =>
    (await report({ ...PERIOD, by })).groups.find((each) => each.key === key);
  const open = (departmentCode: string, receivedAt: string, over: object = {}) =>
    openTicket(service, { departmentCode, receivedAt: new Date(receivedAt), ...over });
  const close = (id: string, at: string) =>
    service.source.query(
      `WITH closed AS (UPDATE ticket SET state = 'closed', ended_at = $2::timestamptz, solved_at = $2::timestamptz WHERE id = $1)
       UPDATE clock SET stopped_at = $2::timestamptz, next_at = NULL, outcome = 'kept' WHERE subject_id = $1 AND kind = 'solution'`,
      [id, at],
    );
  const visit = (patientId: string, startedAt: string, encounterId = newId()) =>
    service.publish(EncounterRegisteredV1, { encounterId, patientId, class: 'outpatient', startedAt });
  const visits = async (): Promise<number> => {
    const [row]: { count: number }[] = await service.source.query(
      'SELECT count(*)::int AS count FROM complainant_visit',
    );
    return row?.count ?? 0;
  };

  it('CP-10 counts what was in time against what was late, by department', async () => {
    const kept = await open('REP-1', '2026-03-05T09:00:00+08:00');
    await close(kept.ticket.id, '2026-03-05T10:59:00+08:00');
    const late = await open('REP-1', '2026-03-05T09:00:00+08:00');
    await close(late.ticket.id, '2026-03-05T11:00:01+08:00');
    await open('REP-1', '2026-03-30T09:00:00+08:00');
    await open('REP-1', '2026-03-31T11:30:00+08:00');
    const solved = await open('REP-1', '2026-03-31T11:30:00+08:00');
    await service.source.query(`UPDATE ticket SET state = 'solved', solved_at = $2 WHERE id = $1`, [
      ...[solved.ticket.id, '2026-03-31T11:40:00+08:00'],
    ]);
    await open('REP-1', '2026-02-28T23:59:59+08:00');
    await open('REP-1', '2026-04-01T00:00:00+08:00');
    expect(await group('department', 'REP-1')).toMatchObject({
      ...{ received: 5, solved: 3, atWork: 2, stopped: 0, inTime: 1, late: 2, inTimeRate: 0.3333 },
      ...{ complainants: 0, returnRate: null },
    });
    expect(await group('colour', 'yellow')).toMatchObject({ received: 5 });
  });

  it('CP-10 counts who came back after complaining, once a person, and nobody’s visits else', async () => {
    const [back, away, before, retired, survivor] = [newId(), newId(), newId(), newId(), newId()];
    for (const patientId of [back, away, before, retired]) {
      await open('REP-2', '2026-03-10T09:00:00+08:00', { patientId });
    }
    await open('REP-2', '2026-03-11T09:00:00+08:00', { patientId: back });
    await visit(back, '2026-03-20T09:00:00+08:00');
    const cancelled = newId();
    await visit(away, '2026-03-20T09:00:00+08:00', cancelled);
    await visit(before, '2026-03-09T09:00:00+08:00');
    await service.publish(PersonMergedV1, { survivorId: survivor, retiredId: retired });
    await eventually(async () => expect(await visits()).toBe(3));
    await service.publish(EncounterCancelledV1, { encounterId: cancelled, patientId: away, class: 'outpatient' });
    await eventually(async () => {
      expect(await visits()).toBe(2);
      expect(await service.source.query('SELECT id FROM person WHERE survivor_id = $1', [survivor])).toHaveLength(1);
    });
    await visit(survivor, '2026-03-25T09:00:00+08:00');
    const stranger = newId();
    await visit(stranger, '2026-03-25T09:00:00+08:00');
    await visit(back, '2026-03-26T09:00:00+08:00');
    await eventually(async () => expect(await visits()).toBe(4));
    expect(await group('department', 'REP-2')).toMatchObject({ complainants: 4, returned: 2, returnRate: 0.5 });
  });

  it('CP-10 takes nobody for back who complained in emergency and was admitted from there', async () => {
    const [emergency, returned] = [newId(), newId()];
    for (const patientId of [emergency, returned]) {
      await open('REP-3', '2026-03-10T09:00:00+08:00', { patientId });
    }
    const admitted = { class: 'inpatient', admittedAt: '2026-03-10T11:00:00+08:00' } as const;
    const before = { startedAt: '2026-03-10T08:00:00+08:00' };
    const known = await visits();
    await service.publish(EncounterAdmittedV1, { encounterId: newId(), patientId: emergency, ...admitted, ...before });
    await service.publish(EncounterAdmittedV1, { encounterId: newId(), patientId: returned, ...admitted });
    await eventually(async () => expect(await visits()).toBe(known + 2));
    expect(await group('department', 'REP-3')).toMatchObject({ complainants: 2, returned: 1 });
  });

  it('CP-10 is a file that no spreadsheet computes', async () => {
    await open('=HYPERLINK("http://x")', '2026-03-05T09:00:00+08:00');
    const { text, headers } = await service
      .api('centre-manager')
      .get('/complaints/reports/csv')
      .query({ ...PERIOD, by: 'department' })
      .expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text).toMatch(/^\uFEFF分组 group,收到 received,/);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")",1,`);
    expect(text).not.toMatch(/(^|[\n,])"?=/);
  });

  it('CP-10 refuses a period that is none', async () => {
    for (const query of [{}, { from: '2026-03-01', to: '2026-02-01' }, { from: '2026-01-01', to: '2027-06-01' }]) {
      await service.api('centre-manager').get('/complaints/reports').query(query).expect(400);
    }
    await service.api('agent').get('/complaints/reports').query(PERIOD).expect(403);
  });

  describe('the few that are to be done among twenty thousand', () => {
    beforeAll(async () => {
      const { ticket } = await openTicket(service);
      await service.source.query(
        `INSERT INTO rectification_measure (id, ticket_id, what, member_id, due_at, state, planned_at, version)
         SELECT gen_random_uuid(), $1, 'x', gen_random_uuid(), now() + n * interval '1 minute',
                CASE WHEN n > 19900 THEN 'planned' ELSE 'verified' END, now(), 1 FROM generate_series(1, 20000) n`,
        [ticket.id],
      );
      await service.source.query(
        `INSERT INTO voucher (id, code, type_id, type_code, kind, value_fen, validity_days, source, status, issued_at)
         SELECT gen_random_uuid(), n::text, type.id, type.code, type.kind, 1, 1, 'event',
                CASE WHEN n <= 100 THEN 'awaiting-approval' ELSE 'void' END, now() + n * interval '1 minute'
           FROM generate_series(1, 20000) n, (SELECT id, code, kind FROM voucher_type LIMIT 1) type`,
      );
      await service.source.query(
        `INSERT INTO praise (id, kind, received_at, department_code, staff_member_ids, text, state, recorded_at, version)
         SELECT gen_random_uuid(), 'letter', now() + n * interval '1 minute', 'X', '{}', 'x',
                CASE WHEN n <= 100 THEN 'recorded' ELSE 'declined' END, now(), 1 FROM generate_series(1, 20000) n`,
      );
      await service.source.query(
        `INSERT INTO review (id, platform, url, bad, text, detected_at, recorded_at, answer, answered_at)
         SELECT gen_random_uuid(), 'dianping', n::text, true, 'x', now() + n * interval '1 minute', now(),
                CASE WHEN n > 100 THEN 'x' END, CASE WHEN n > 100 THEN now() END FROM generate_series(1, 20000) n`,
      );
      for (const table of ['rectification_measure', 'voucher', 'praise', 'review'])
        await service.source.query(`ANALYZE ${table}`);
    });

    const explained = async (statement: string, values: unknown[] = []): Promise<string> => {
      const rows: Record<string, string>[] = await service.source.query(`EXPLAIN ${statement}`, values);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };

    it.each<[List, string, string, string]>([
      [MEASURES, 'rectification_measure measure', `state eq 'planned'`, 'rectification_measure_state'],
      [VOUCHERS, 'voucher', `status eq 'awaiting-approval'`, 'voucher_status'],
      [PRAISES, 'praise', `state eq 'recorded'`, 'praise_state'],
      [REVIEWS, 'review', 'bad eq true and answeredAt eq null', 'review_unanswered'],
    ])('ADR 46: the work list %# is read in its order from its index', async (list, from, filter, index) => {
      const reading = new ListReading(list, { limit: 50, filter });
      const values: unknown[] = [];
      const where = reading.conditions(bindTo(values)).join(' AND ');
      const plan = await explained(
        `SELECT * FROM ${from} WHERE ${where} ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`,
        values,
      );
      expect(plan).toContain(`using ${index}`);
      expect(plan).not.toContain('Sort');
    });

    it('CP-6: bad reviews without an answer are counted at every scrape from theirs', async () => {
      const plan = await explained('SELECT count(*)::int FROM review WHERE bad AND answered_at IS NULL');
      expect(plan).toContain('review_unanswered');
    });
  });
});
