import type { List } from '#platform';

type FieldOf<M> = M extends ReadonlyMap<string, infer F> ? F : never;
export type Field = FieldOf<List['fields']>;
export type Item = Record<string, unknown>;

/** How an item shows what its list is sorted and filtered by, where the field of that name does not. */
export type Shown = Record<string, (item: Item) => unknown>;

/** What the items show of a field, nothing as null; undefined when none of them shows it as one comparable value. */
export function shownOf({ name, type, many }: Field, items: readonly Item[], shown: Shown): unknown[] | undefined {
  const read = shown[name] ?? ((item: Item) => item[name]);
  const values = items.map(read);
  if (values.every((value) => value === undefined)) return undefined;
  const told = values.map((value) => value ?? null);
  const isComparable = (value: unknown) => value === null || (many ? Array.isArray(value) : isOf(type, value));
  return told.every(isComparable) ? told : undefined;
}

function isOf(type: Field['type'], value: unknown): boolean {
  if (type === 'number') return typeof value === 'number';
  return typeof value === (type === 'boolean' ? 'boolean' : 'string');
}

/**
 * Negative, zero or positive, as PostgreSQL orders the type: text by code points (decision 11), instants to the
 * millisecond that is shown. Nothing comes last, whatever the direction.
 */
export function compareShown(type: Field['type'], a: unknown, b: unknown, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = ascending(type, a, b);
  return descending ? -order : order;
}

function ascending(type: Field['type'], a: unknown, b: unknown): number {
  if (type === 'number' || type === 'boolean') return Number(a) - Number(b);
  if (type === 'instant') return Date.parse(String(a)) - Date.parse(String(b));
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
