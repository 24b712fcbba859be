import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Page } from '../http/cursor.js';
import type { Position } from './list-position.rules.js';
import type { ListQuery } from './list-query.js';
import { ListReading } from './list-reading.js';
import type { List } from './list.js';

/**
 * Narrows, sorts and cuts a query of entities as the caller asked (ADR 46). The query joins nothing and has no order of
 * its own.
 * @throws Problem 400, 403 as `ListReading`
 */
export async function listPage<T extends ObjectLiteral>(
  select: SelectQueryBuilder<T>,
  list: List,
  query: ListQuery,
): Promise<Page<T>> {
  const reading = new ListReading(list, query);
  let bound = 0;
  const bind = (value: unknown) => {
    const name = `list${bound++}`;
    select.setParameter(name, value);
    return `:${name}`;
  };
  for (const condition of reading.conditions(bind)) select.andWhere(condition);
  for (const { sql, direction, nullsLast } of reading.orderTerms) {
    select.addOrderBy(sql, direction, nullsLast ? 'NULLS LAST' : undefined);
  }
  select.addSelect(reading.positionSql, 'position').limit(reading.rowLimit);
  const { entities, raw } = await select.getRawAndEntities<{ position: Position }>();
  return reading.page(
    entities,
    raw.map(({ position }) => position),
  );
}

/** The parameters of a statement that is written by hand, numbered from those it has already. */
export function bindTo(values: unknown[]): (value: unknown) => string {
  return (value) => `$${values.push(value)}`;
}
