import { ListFaultError } from './list-fault.rules.js';
import type { ListField } from './list-field.rules.js';

export interface SortKey {
  field: ListField;
  descending: boolean;
}

export const SORT_KEYS_MAX = 3;
const SHOWN = 40;

/**
 * Reads `-dueOn,name`: fields by weight, a minus before those that go downwards.
 * @throws ListFaultError for an unknown field, one named twice, or too many.
 */
export function parseSort(text: string, fields: ReadonlyMap<string, ListField>): SortKey[] {
  const keys: SortKey[] = [];
  let position = 1;
  for (const part of text.split(',')) {
    keys.push(keyOf(part, position, keys, fields));
    position += part.length + 1;
  }
  return keys;
}

function keyOf(part: string, position: number, before: SortKey[], fields: ReadonlyMap<string, ListField>): SortKey {
  const descending = part.startsWith('-');
  const name = descending ? part.slice(1) : part;
  const field = fields.get(name);
  if (!field?.sortable) {
    const allowed = [...fields.values()].filter(({ sortable }) => sortable).map((each) => each.name);
    const params = { position, name: name.slice(0, SHOWN).toWellFormed(), allowed };
    throw new ListFaultError({ field: 'sort', code: 'unknown-sort-field', position, params });
  }
  if (before.some((key) => key.field === field)) {
    throw new ListFaultError({ field: 'sort', code: 'sorted-twice', position, params: { position, name } });
  }
  if (before.length >= SORT_KEYS_MAX) {
    const params = { position, limit: SORT_KEYS_MAX };
    throw new ListFaultError({ field: 'sort', code: 'sort-too-long', position, params });
  }
  return { field, descending };
}

/** The order in full: the list's key settles what is equal, in the direction of the last field before it. */
export function withKey(keys: SortKey[], key: ListField): SortKey[] {
  const own = keys.findIndex(({ field }) => field.name === key.name);
  if (own >= 0) return keys.slice(0, own + 1);
  return [...keys, { field: key, descending: keys.at(-1)?.descending ?? false }];
}
