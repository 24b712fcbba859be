import type { Type } from '@nestjs/common';
import { personalMarkOf } from '../masking/personal.js';
import type { FieldType, ListField } from './list-field.rules.js';
import { parseSort, withKey, type SortKey } from './list-order.rules.js';

export interface FieldDefinition {
  /** The column or expression; of the code, never of a caller. */
  sql: string;
  type: FieldType;
  /** Of an `enum`: all there are. */
  values?: readonly string[];
  /** The column is an array of the type. */
  many?: boolean;
  nullable?: boolean;
  /** Unless false it can be filtered by, and sorted by where it is one value. */
  filterable?: boolean;
  sortable?: boolean;
  /** What the answer marks @Personal is so by itself; for an expression that is no field of the answer. */
  personal?: boolean;
  /** For fields that the answer does not have, or that mean something else there. */
  description?: string;
}

export interface ListDefinition {
  /** Tells cursors of different lists apart. */
  name: string;
  /** The class of what is listed. */
  item: Type;
  fields: Record<string, FieldDefinition>;
  /** The field that is different in every row, and never empty. */
  key: string;
  /** Sorts by the key as text by this expression of the same order, which no index of the key serves. */
  keySql?: string;
  /** How it is sorted when nothing else is asked for. */
  sort: string;
  /** A filter for the documents. */
  example: string;
}

/** What a list can be filtered and sorted by (ADR 46). */
export class List {
  readonly name: string;
  readonly fields: ReadonlyMap<string, ListField>;
  readonly key: ListField;
  readonly sort: string;
  readonly example: string;
  private readonly sortFields: ReadonlyMap<string, ListField>;
  private readonly order: SortKey[];

  /** @throws Error when the definition names what is not there */
  constructor(definition: ListDefinition) {
    const { name, item, fields, key, keySql, sort, example } = definition;
    this.name = name;
    this.sort = sort;
    this.example = example;
    this.fields = new Map(Object.entries(fields).map(([each, field]) => [each, fieldOf(each, field, item)]));
    const keyField = this.fields.get(key);
    if (!keyField || keyField.nullable) throw new Error(`The list ${name} has no key ${key}`);
    this.key = keySql === undefined ? keyField : { ...keyField, sql: keySql, type: 'string' };
    this.sortFields = new Map([...this.fields, [key, this.key]]);
    this.order = withKey(parseSort(sort, this.sortFields), this.key);
  }

  /** @throws ListFaultError */
  orderOf(sort: string | undefined): SortKey[] {
    return sort === undefined ? this.order : withKey(parseSort(sort, this.sortFields), this.key);
  }
}

function fieldOf(name: string, definition: FieldDefinition, item: Type): ListField {
  const { many = false, nullable = false, filterable = true, sortable = !many, personal = false } = definition;
  const isMarked = personalMarkOf(item.prototype as object, name) !== undefined;
  return { ...definition, name, many, nullable, filterable, sortable, personal: personal || isMarked };
}
