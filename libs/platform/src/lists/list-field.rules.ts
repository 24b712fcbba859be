import type { Operator } from './filter-tree.js';

export type FieldType = 'string' | 'uuid' | 'enum' | 'number' | 'instant' | 'date' | 'boolean';

/** A field that a list can be filtered or sorted by. */
export interface ListField {
  name: string;
  /** Of the code, never of a caller. */
  sql: string;
  type: FieldType;
  /** Of an `enum`. */
  values?: readonly string[];
  /** The column holds several of the type: only `has` is possible. */
  many: boolean;
  nullable: boolean;
  filterable: boolean;
  sortable: boolean;
  /** Only for callers with the right `personal.unmasked`: comparing and sorting tell what is masked (PT-9). */
  personal: boolean;
  description?: string;
}

const WITHOUT_ORDER: readonly FieldType[] = ['uuid', 'enum', 'boolean'];
const SQL_TYPES: Record<FieldType, string> = {
  string: 'text',
  uuid: 'uuid',
  enum: 'text',
  number: 'numeric',
  instant: 'timestamptz',
  date: 'date',
  boolean: 'boolean',
};

export function operatorsOf({ many, type }: Pick<ListField, 'many' | 'type'>): Operator[] {
  if (many) return ['has'];
  if (type === 'boolean') return ['eq', 'ne'];
  return WITHOUT_ORDER.includes(type) ? ['eq', 'ne', 'in'] : ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'in'];
}

export function sqlTypeOf({ type }: Pick<ListField, 'type'>): string {
  return SQL_TYPES[type];
}

/** As it is compared and sorted: text by code points, whatever the database's own order of letters. */
export function ordered({ sql, type }: Pick<ListField, 'sql' | 'type'>): string {
  return type === 'string' || type === 'enum' ? `${sql} COLLATE "C"` : sql;
}
