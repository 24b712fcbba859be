import { createHash } from 'node:crypto';
import { currentContext } from '../context/request-context.js';
import { decodeCursor, encodeCursor, type Page } from '../http/cursor.js';
import { Problem } from '../problems/problem.js';
import { checkFilter } from './filter-check.rules.js';
import { parseFilter } from './filter-parser.rules.js';
import { filterSql, type Bind } from './filter-sql.rules.js';
import { filterText } from './filter-text.rules.js';
import type { Filter } from './filter-tree.js';
import { ListFaultError } from './list-fault.rules.js';
import type { ListField } from './list-field.rules.js';
import type { SortKey } from './list-order.rules.js';
import { afterSql, isPosition, orderTerm, positionSql, type Position } from './list-position.rules.js';
import type { ListQuery } from './list-query.js';
import type { List } from './list.js';

/** One page of a list to be read: the parts of its statement, and the page its rows make. */
export class ListReading {
  private readonly filter: Filter | undefined;
  private readonly order: SortKey[];
  private readonly print: string;
  private readonly position: Position | undefined;

  /** @throws Problem 400 for a filter, order or cursor that is none; 403 for personal fields the caller sees masked. */
  constructor(
    private readonly list: List,
    private readonly query: ListQuery,
  ) {
    this.filter = query.filter === undefined ? undefined : asProblem(() => parseFilter(query.filter ?? ''));
    this.order = asProblem(() => list.orderOf(query.sort));
    const named = this.filter ? asProblem(() => checkFilter(this.filter as Filter, list.fields)) : [];
    requireUnmasked([...named, ...this.order.map(({ field }) => field)]);
    this.print = this.fingerprint();
    this.position = query.cursor === undefined ? undefined : this.positionIn(query.cursor);
  }

  /** What a row must fulfil to be in the list and after the cursor. */
  conditions(bind: Bind): string[] {
    return [
      ...(this.filter ? [filterSql(this.filter, this.list.fields, bind)] : []),
      ...(this.position ? [afterSql(this.order, this.position, bind)] : []),
    ];
  }

  get orderTerms() {
    return this.order.map(orderTerm);
  }

  get orderBy(): string {
    return this.orderTerms
      .map(({ sql, direction, nullsLast }) => `${sql} ${direction}${nullsLast ? ' NULLS LAST' : ''}`)
      .join(', ');
  }

  /** To be selected with every row, as `position`. */
  get positionSql(): string {
    return positionSql(this.order);
  }

  /** Of one row more than the page has, to know whether there is another. */
  get rowLimit(): number {
    return this.query.limit + 1;
  }

  page<T>(rows: readonly T[], positions: readonly Position[]): Page<T> {
    const { limit } = this.query;
    const last = positions[limit - 1];
    const nextCursor = rows.length > limit && last ? encodeCursor([this.print, ...last]) : null;
    return { items: rows.slice(0, limit), nextCursor };
  }

  private positionIn(cursor: string): Position {
    const [print, ...position] = decodeCursor(cursor);
    if (typeof print !== 'string' || print.length !== this.print.length) throw unknownCursor();
    if (print !== this.print) throw Problem.invalid([{ field: 'cursor', code: 'cursor-of-another-list' }]);
    if (isPosition(this.order, position)) return position;
    throw unknownCursor();
  }

  /** Of all that says which rows in which order; a filter written otherwise that means the same is the same. */
  private fingerprint(): string {
    const { filter: _filter, sort: _sort, limit: _limit, cursor: _cursor, ...rest } = this.query;
    const scope = Object.entries(rest).filter(([, value]) => value !== undefined);
    const order = this.order.map(({ field, descending }) => `${descending ? '-' : ''}${field.name}`);
    const what = [this.list.name, this.filter ? filterText(this.filter) : null, order, scope.sort()];
    return createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 16);
  }
}

function unknownCursor(): Problem {
  return Problem.invalid([{ field: 'cursor', code: 'unknown-cursor' }]);
}

function requireUnmasked(fields: ListField[]): void {
  if (!fields.some(({ personal }) => personal) || currentContext()?.seesPersonal) return;
  throw new Problem(403, 'right-required', { right: 'personal.unmasked' }, { right: 'personal.unmasked' });
}

function asProblem<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ListFaultError ? Problem.invalid([error.fault]) : error;
  }
}
