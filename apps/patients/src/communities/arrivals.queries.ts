import { ENCOUNTER_CLASSES } from '#contracts';
import { bindTo, ListReading, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { descendantsOf, survivorsOf } from '../people/families.js';
import type { AllArrivals, ArrivalFigures, ArrivalPeriod, ArrivalSpan, CommunityArrivals } from './arrivals.dto.js';
import { ARRIVALS } from './arrivals.list.js';
import { CommunityAccess } from './community-access.js';
import { arrivalRate } from './community.rules.js';

interface Counted {
  members: number;
  arrived: number;
}
type Row = Counted & Pick<CommunityArrivals, 'communityId' | 'nameZh' | 'nameEn'>;
/** A row of the page beside the figures of all; a page without rows still has those. */
type PageRow = Row & { allMembers: number; allArrived: number; position: string[] };

/** How many members came to the hospital (PT-10, ADR 57). */
@Injectable()
export class ArrivalQueries {
  constructor(
    private readonly source: DataSource,
    private readonly access: CommunityAccess,
    private readonly config: PatientsConfig,
  ) {}

  /** @throws Problem 400, 404 */
  async of(communityId: string, period: ArrivalSpan): Promise<CommunityArrivals> {
    const { nameZh, nameEn } = await this.access.find(this.source.manager, communityId);
    const one = `${figures(THEIRS, THEIR_VISITS, 'AND m.community_id = $3')} SELECT members, arrived FROM figures`;
    const [row]: Counted[] = await this.source.query(one, [...bounds(period), communityId]);
    return { communityId, nameZh, nameEn, ...this.figures(row ?? { members: 0, arrived: 0 }) };
  }

  /** Communities that had members in the period. @throws Problem 400 */
  async ofAll(query: ArrivalPeriod): Promise<AllArrivals> {
    const values: unknown[] = bounds(query);
    const reading = new ListReading(ARRIVALS, query);
    const conditions = reading.conditions(bindTo(values)).map((condition) => ` AND ${condition}`);
    const rows: PageRow[] = await this.source.query(pageSql(reading, conditions), values);
    const [first] = rows;
    const shown = rows.filter(({ communityId }) => communityId !== null);
    const page = reading.page(
      shown.map((row) => this.present(row)),
      shown.map(({ position }) => position),
    );
    return { total: this.figures({ members: first?.allMembers ?? 0, arrived: first?.allArrived ?? 0 }), ...page };
  }

  /** Over all communities. */
  async total(period: ArrivalSpan): Promise<Counted> {
    const [row]: Counted[] = await this.source.query(
      `${figures(EVERYBODY, VISITS, '')}
       SELECT coalesce(sum(members), 0)::int AS members, coalesce(sum(arrived), 0)::int AS arrived FROM figures`,
      bounds(period),
    );
    return row ?? { members: 0, arrived: 0 };
  }

  private present({ communityId, nameZh, nameEn, ...counted }: Row): CommunityArrivals {
    return { communityId, nameZh, nameEn, ...this.figures(counted) };
  }

  private figures({ members, arrived }: Counted): ArrivalFigures {
    const goalPercent = this.config.communityArrivalGoalPercent;
    return { members, arrived, goalPercent, ...arrivalRate(arrived, members, goalPercent) };
  }
}

function bounds({ from, until }: ArrivalSpan): unknown[] {
  if (new Date(from) >= new Date(until)) throw Problem.invalid([{ field: 'until', code: 'before-it-begins' }]);
  return [from, until];
}

function pageSql(reading: ListReading, conditions: string[]): string {
  return `${figures(EVERYBODY, VISITS, '')}
    SELECT total.members AS "allMembers", total.arrived AS "allArrived", page.* FROM (
      SELECT coalesce(sum(members), 0)::int AS members, coalesce(sum(arrived), 0)::int AS arrived FROM figures
    ) total LEFT JOIN LATERAL (
      SELECT figures.community_id AS "communityId", figures.name_zh AS "nameZh", figures.name_en AS "nameEn",
             figures.members, figures.arrived, ${reading.positionSql} AS position
        FROM figures WHERE true${conditions.join('')}
       ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}) page ON true`;
}

/** Of everybody only merged records have somebody else who answers. */
const EVERYBODY = `
  above (id, root) AS (
    SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL
    UNION ALL SELECT a.id, p.merged_into FROM above a JOIN person p ON p.id = a.root WHERE p.merged_into IS NOT NULL
  ), root_of AS (
    SELECT a.id, a.root FROM above a JOIN person p ON p.id = a.root AND p.merged_into IS NULL)`;

/** The records of the people who ever were in the community in `$3`. */
const THEIRS = `
  root_of AS (SELECT id, root FROM (${descendantsOf(
    survivorsOf('SELECT person_id AS id FROM community_member WHERE community_id = $3'),
  )}) family)`;

const ARRIVED = `status IN ('in-progress', 'finished') AND began_at >= $1 AND began_at < $2`;

/** Of every class there is, said one by one: before PostgreSQL 18 no index by class and time is read without the class. */
const VISITS = `
  SELECT patient_id, began_at FROM encounter
   WHERE class IN (${ENCOUNTER_CLASSES.map((each) => `'${each}'`).join(', ')}) AND ${ARRIVED}`;

const THEIR_VISITS = `
  SELECT v.patient_id, v.began_at FROM root_of
   CROSS JOIN LATERAL (SELECT patient_id, began_at FROM encounter WHERE patient_id = root_of.id AND ${ARRIVED} OFFSET 0) v`;

/**
 * SQL: members and arrivals in [$1, $2) of each community that had members then. Who was in it twice, or under two
 * records of one person, is one member; a visit counts while the person was in it.
 */
function figures(roots: string, visits: string, only: string): string {
  return `
    WITH RECURSIVE ${roots}, stay AS (
      SELECT m.community_id, coalesce(r.root, m.person_id) AS person_id, greatest(m.joined_at, $1::timestamptz) AS since,
             least(m.left_at, $2::timestamptz) AS until
        FROM community_member m LEFT JOIN root_of r ON r.id = m.person_id
       WHERE m.joined_at < $2 AND (m.left_at IS NULL OR m.left_at > $1) ${only}
    ), visit AS (
      SELECT coalesce(r.root, v.patient_id) AS person_id, v.began_at
        FROM (${visits}) v LEFT JOIN root_of r ON r.id = v.patient_id
    ), member AS (
      SELECT stay.community_id, stay.person_id, bool_or(visit.began_at IS NOT NULL) AS has_arrived
        FROM stay LEFT JOIN visit ON visit.person_id = stay.person_id
             AND visit.began_at >= stay.since AND visit.began_at < stay.until
       GROUP BY stay.community_id, stay.person_id
    ), figures AS (
      SELECT c.id AS community_id, c.name_zh, c.name_en, f.members, f.arrived
        FROM (SELECT community_id, count(*)::int AS members, (count(*) FILTER (WHERE has_arrived))::int AS arrived
                FROM member GROUP BY community_id) f
        JOIN community c ON c.id = f.community_id)`;
}
