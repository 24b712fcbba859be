import { EncounterCancelledV1, EncounterRegisteredV1, PersonMergedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComplaintsReport, ReportFigures } from '../src/reports/reports.dto.js';
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
  const solve = (id: string, at: string) =>
    service.source.query(
      `WITH solved AS (UPDATE ticket SET state = 'solved', solved_at = $2::timestamptz WHERE id = $1)
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
    await solve(kept.ticket.id, '2026-03-05T10:59:00+08:00');
    const late = await open('REP-1', '2026-03-05T09:00:00+08:00');
    await solve(late.ticket.id, '2026-03-05T11:00:01+08:00');
    await open('REP-1', '2026-03-30T09:00:00+08:00');
    await open('REP-1', '2026-03-31T11:30:00+08:00');
    await open('REP-1', '2026-02-28T23:59:59+08:00');
    await open('REP-1', '2026-04-01T00:00:00+08:00');
    expect(await group('department', 'REP-1')).toMatchObject({
      ...{ received: 4, solved: 2, atWork: 2, stopped: 0, inTime: 1, late: 2, inTimeRate: 0.3333 },
      ...{ complainants: 0, returnRate: null },
    });
    expect(await group('colour', 'yellow')).toMatchObject({ received: 4 });
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
});
