import type { Bind } from './filter-sql.rules.js';
import { ordered, sqlTypeOf, type ListField } from './list-field.rules.js';
import type { SortKey } from './list-order.rules.js';
import { fits } from './list-value.rules.js';

/** What a row holds in the fields it is sorted by, as text. */
export type Position = (string | null)[];

const INSTANT_TEXT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** Rows without a value come last, whatever the direction. */
export function orderTerm({ field, descending }: SortKey): {
  sql: string;
  direction: 'ASC' | 'DESC';
  nullsLast: boolean;
} {
  return { sql: ordered(field), direction: descending ? 'DESC' : 'ASC', nullsLast: field.nullable && descending };
}

/** Selects the position of a row: `text[]`, times with their microseconds. */
export function positionSql(keys: SortKey[]): string {
  return `ARRAY[${keys.map(({ field }) => textSql(field)).join(', ')}]`;
}

function textSql({ sql, type }: ListField): string {
  return type === 'instant' ? `to_char(${sql} AT TIME ZONE 'UTC', ${INSTANT_TEXT})` : `(${sql})::text`;
}

/** Whether a position can be one of a list in this order. */
export function isPosition(keys: SortKey[], position: readonly unknown[]): position is Position {
  return position.length === keys.length && keys.every(({ field }, index) => isValue(field, position[index]));
}

function isValue({ type, nullable }: ListField, value: unknown): boolean {
  if (value === null) return nullable;
  if (typeof value !== 'string') return false;
  if (type === 'boolean') return value === 'true' || value === 'false';
  return fits({ type }, type === 'number' ? numberIn(value) : value);
}

function numberIn(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

/** The condition of the rows that come after a position. */
export function afterSql(keys: SortKey[], position: Position, bind: Bind): string {
  const bound = keys.map(({ field }, index) => {
    const value = position[index] ?? null;
    return value === null ? null : `${bind(value)}::${sqlTypeOf(field)}`;
  });
  const [first] = keys;
  const isPlain = keys.every(({ field, descending }) => !field.nullable && descending === first?.descending);
  if (!isPlain) return stepSql(keys, bound);
  // One comparison of rows, which an index in this order can begin with.
  const sign = first?.descending ? '<' : '>';
  return `(${keys.map(({ field }) => ordered(field)).join(', ')}) ${sign} (${bound.join(', ')})`;
}

function stepSql([key, ...rest]: SortKey[], [value, ...others]: (string | null)[]): string {
  if (!key) return 'false';
  const sql = ordered(key.field);
  const onward = stepSql(rest, others);
  if (value === null) return `(${sql} IS NULL AND ${onward})`;
  const beyond = `${sql} ${key.descending ? '<' : '>'} ${value}`;
  const nothing = key.field.nullable ? ` OR ${sql} IS NULL` : '';
  return `(${beyond}${nothing} OR (${sql} = ${value} AND ${onward}))`;
}
