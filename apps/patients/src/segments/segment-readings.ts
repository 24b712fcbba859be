import { Clock, currentContext, listPage, Problem, ServiceConfig, transact, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { PatientPage } from '../people/patient.dto.js';
import { FEW_PATIENTS } from '../people/people.list.js';
import { PeopleQueries } from '../people/people.queries.js';
import { Person } from '../people/person.entity.js';
import type { SegmentFilter } from './segment-filter.js';
import { parseSegment, SegmentFaultError } from './segment-parser.rules.js';
import { segmentMembers, segmentSql, type Bind } from './segment-sql.rules.js';
import { SEGMENT_VOCABULARY } from './segment-vocabulary.js';

/** Ids that other services ask for; each page evaluates the filter. */
const IDS_AT_ONCE = 5_000;

/** Who is in a segment, asked of the records as they are now (PT-4). */
@Injectable()
export class SegmentReadings {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleQueries,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
  ) {}

  /** @throws Problem 400 naming the place as a JSON pointer */
  check(filter: unknown): SegmentFilter {
    try {
      return parseSegment(filter, SEGMENT_VOCABULARY);
    } catch (error) {
      if (!(error instanceof SegmentFaultError)) throw error;
      throw Problem.invalid([{ ...error.fault, field: `/filter${error.fault.field}` }]);
    }
  }

  count(filter: SegmentFilter): Promise<number> {
    return this.reading(async (tx) => {
      const { from, where, values } = this.membersOf(filter);
      const sql = `SELECT count(*)::int AS count FROM ${from} WHERE ${where}`;
      const [row]: { count: number }[] = await tx.query(sql, values);
      return row?.count ?? 0;
    });
  }

  /** @throws Problem 403 when the filter would tell what the caller sees masked */
  page(filter: SegmentFilter, query: ListQuery): Promise<PatientPage> {
    if (tellsPersonal(filter) && !currentContext()?.seesPersonal) {
      throw new Problem(403, 'right-required', { right: 'personal.unmasked' }, { right: 'personal.unmasked' });
    }
    return this.reading(async (tx) => {
      const { items, nextCursor } = await listPage(this.members(tx, filter), FEW_PATIENTS, query);
      return { items: await this.people.withFamilies(items, tx), nextCursor };
    });
  }

  /** The records of the people in it, in the order of ids; a page a transaction, so that nothing is held meanwhile. */
  async *ids(filter: SegmentFilter, after?: string, limit = Number.POSITIVE_INFINITY): AsyncGenerator<string, void> {
    let last = after;
    for (let left = limit; left > 0; left -= IDS_AT_ONCE) {
      const wanted = Math.min(left, IDS_AT_ONCE);
      const page = await this.idsBehind(filter, last, wanted);
      yield* page;
      if (page.length < wanted) return;
      last = page.at(-1);
    }
  }

  private idsBehind(filter: SegmentFilter, last: string | undefined, most: number): Promise<string[]> {
    return this.reading(async (tx) => {
      const { from, where, values } = this.membersOf(filter);
      const behind = last === undefined ? '' : `AND person.id > $${values.push(last)}::uuid`;
      const sql = `SELECT person.id FROM ${from} WHERE ${where} ${behind} ORDER BY person.id LIMIT ${most}`;
      const people: { id: string }[] = await tx.query(sql, values);
      return people.map(({ id }) => id);
    });
  }

  private members(tx: EntityManager, filter: SegmentFilter): SelectQueryBuilder<Person> {
    const people = tx.createQueryBuilder(Person, 'person').where('person.merged_into IS NULL');
    let bound = 0;
    const bind = (value: unknown) => {
      const name = `segment${bound++}`;
      people.setParameter(name, value);
      return `:${name}`;
    };
    return people.andWhere(segmentSql(filter, this.now(), bind));
  }

  /** As a statement of their ids, which need not read the records. */
  private membersOf(filter: SegmentFilter): { from: string; where: string; values: unknown[] } {
    const values: unknown[] = [];
    const bind: Bind = (value) => `$${values.push(value)}`;
    return { ...segmentMembers(filter, this.now(), bind), values };
  }

  private now(): Temporal.ZonedDateTime {
    return Temporal.Instant.from(this.clock.now().toISOString()).toZonedDateTimeISO(this.config.hospitalZone);
  }

  /** Sets of a hundred thousand ids have to be hashed in memory: beyond it the planner reads them again for each row. */
  private reading<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return transact(this.source, async (tx) => {
      await tx.query(`SET LOCAL work_mem = '128MB'`);
      return work(tx);
    });
  }
}

/** Sex, birth and address are masked for some; being in a segment by them tells. */
export function tellsPersonal(filter: SegmentFilter): boolean {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.parts.some(tellsPersonal);
  if (filter.kind === 'not') return tellsPersonal(filter.part);
  return filter.kind === 'fact' && ['sex', 'age', 'district'].includes(filter.fact);
}
