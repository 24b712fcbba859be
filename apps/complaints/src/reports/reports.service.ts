import { Clock, Problem, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { periodOf, rateOf, type Period } from './period.rules.js';
import type { ComplaintsReport, ReportFigures, ReportGroup, ReportGroupFigures, ReportQuery } from './reports.dto.js';

/** As long as a person may stay away before being taken for lost (PT-5). */
const RETURN_DAYS = 180;

const GROUPED: Record<ReportGroup, string> = {
  department: 'ticket.department_code',
  colour: 'ticket.colour',
  kind: 'ticket.kind',
  channel: 'ticket.channel',
  cause: '(SELECT cause FROM complaint_case WHERE ticket_id = ticket.id)',
};

/** Counts complaints and other requests, as the rows stand now (CP-10). */
@Injectable()
export class Reports {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** @throws Problem 400 for a period that is none or longer than 366 days */
  async read({ from, to, by }: ReportQuery): Promise<ComplaintsReport> {
    const period = periodOf(from, to, this.config.hospitalZone);
    if (period === 'backwards') throw Problem.invalid([{ field: 'to', code: 'report-period-backwards' }]);
    if (period === 'too-long') throw Problem.invalid([{ field: 'to', code: 'report-period-too-long' }]);
    const now = this.clock.now();
    const [whole] = await this.figures('NULL', period, now);
    const groups = by === undefined ? [] : await this.figures(GROUPED[by], period, now);
    const { key: _none, ...sums } = whole ?? { key: null, ...NOTHING };
    return { at: now.toISOString(), whole: sums, groups };
  }

  private async figures(group: string, { from, until }: Period, now: Date): Promise<ReportGroupFigures[]> {
    const rows = await transact(this.source, async (tx): Promise<CountedRow[]> => {
      // The planner takes merges and groups for a few rows: loops in loops over all that came would last minutes.
      await tx.query('SET LOCAL enable_nestloop = off');
      return tx.query(countedBy(group), [from, until, now]);
    });
    return rows.map((row) => ({
      ...row,
      inTimeRate: rateOf(row.inTime, row.inTime + row.late),
      returnRate: rateOf(row.returned, row.complainants),
    }));
  }
}

type CountedRow = Omit<ReportGroupFigures, 'inTimeRate' | 'returnRate'>;

const NOTHING: ReportFigures = {
  ...{ received: 0, solved: 0, stopped: 0, atWork: 0, inTime: 0, late: 0, inTimeRate: null, reopened: 0 },
  ...{ complainants: 0, returned: 0, returnRate: null },
};

/** A ticket is late by any of its colour clocks: a reopening begins another one and does not take the first back. */
function countedBy(group: string): string {
  return `
    WITH RECURSIVE alias AS (
      SELECT id, id AS person FROM person WHERE survivor_id IS NULL
      UNION ALL
      SELECT retired.id, alias.person FROM person retired JOIN alias ON retired.survivor_id = alias.id
    ), counted AS (
      SELECT ticket.id, ticket.state, ticket.kind, ticket.patient_id, ticket.received_at, ticket.reopened,
             ${group} AS key, ticket.state IN ('solved', 'closed') AS solved,
             EXISTS (SELECT FROM clock WHERE clock.subject_id = ticket.id AND clock.kind = 'solution'
                        AND (clock.breached_at IS NOT NULL OR clock.due_at < coalesce(clock.stopped_at, $3))) AS late
        FROM ticket WHERE ticket.received_at >= $1 AND ticket.received_at < $2 AND ticket.state <> 'merged'
    ), complainant AS (
      SELECT key, coalesce(alias.person, patient_id) AS person, min(received_at) AS complained_at
        FROM counted LEFT JOIN alias ON alias.id = patient_id
       WHERE kind = 'complaint' AND patient_id IS NOT NULL GROUP BY 1, 2
    ), visit AS (
      SELECT coalesce(alias.person, patient_id) AS person, began_at
        FROM complainant_visit LEFT JOIN alias ON alias.id = patient_id WHERE began_at > $1
    ), came AS (
      SELECT DISTINCT complainant.key, complainant.person
        FROM complainant JOIN visit ON visit.person = complainant.person AND visit.began_at > complained_at
         AND visit.began_at <= complained_at + interval '${RETURN_DAYS} days'
    ), back AS (
      SELECT complainant.key, count(*)::int AS complainants, count(came.person)::int AS returned
        FROM complainant
        LEFT JOIN came ON came.person = complainant.person AND came.key IS NOT DISTINCT FROM complainant.key
       GROUP BY complainant.key
    )
    SELECT counted.key, count(*)::int AS received, count(*) FILTER (WHERE solved)::int AS solved,
           count(*) FILTER (WHERE state = 'stopped')::int AS stopped,
           count(*) FILTER (WHERE state IN ('open', 'claimed', 'waiting-for-patient'))::int AS "atWork",
           count(*) FILTER (WHERE state = 'closed' AND NOT late)::int AS "inTime", count(*) FILTER (WHERE late)::int AS late,
           count(*) FILTER (WHERE reopened > 0)::int AS reopened,
           coalesce(max(back.complainants), 0) AS complainants, coalesce(max(back.returned), 0) AS returned
      FROM counted LEFT JOIN back ON back.key IS NOT DISTINCT FROM counted.key
     GROUP BY counted.key ORDER BY received DESC, counted.key`;
}
