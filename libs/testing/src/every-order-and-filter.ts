import type { List } from '#platform';
import { compareShown, shownOf, type Field, type Item, type Shown } from './listed-values.js';
import type { Api } from './test-service.js';

/** Of a literal in a filter that the test makes. */
const LONGEST_LITERAL = 100;

const SAMPLES: Record<Field['type'], string> = {
  string: `'x'`,
  uuid: `'0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05'`,
  enum: '',
  number: '1.5',
  instant: `'2026-03-01T08:00:00.000001+08:00'`,
  date: `'2026-03-01'`,
  boolean: 'true',
};

/** The queries that use every field of a list once: each order in both directions, each operator it takes. */
export function queriesOf(list: List): Record<string, string>[] {
  const fields = [...list.fields.values()];
  return [
    { filter: list.example },
    ...fields.filter(({ sortable }) => sortable).flatMap(({ name }) => [{ sort: name }, { sort: `-${name}` }]),
    ...fields
      .filter(({ filterable }) => filterable)
      .flatMap((field) => conditionsOf(field).map((filter) => ({ filter }))),
  ];
}

function conditionsOf({ name, type, many, values, nullable }: Field): string[] {
  const sample = values ? `'${values[0]}'` : SAMPLES[type];
  if (many) return [`${name} has ${sample}`, `not (${name} has ${sample})`];
  const plain = type === 'boolean' ? ['eq', 'ne'] : ['eq', 'ne', ...(hasOrder(type) ? ['gt', 'ge', 'lt', 'le'] : [])];
  return [
    ...plain.map((operator) => `${name} ${operator} ${sample}`),
    ...(type === 'boolean' ? [] : [`${name} in (${sample}, ${sample})`]),
    ...(nullable ? [`${name} eq null`, `not (${name} eq null)`] : []),
  ];
}

function hasOrder(type: Field['type']): boolean {
  return type !== 'uuid' && type !== 'enum';
}

/**
 * Walks a list by every query there is, in three pages or more: every page, order and filter has to be what the items
 * show. @param shown what they show under another name
 * @returns what went wrong with which query
 */
export async function faultsOfList(
  api: Api,
  path: string,
  list: List,
  also: object = {},
  shown: Shown = {},
): Promise<string[]> {
  const faults: string[] = [];
  const whole = await itemsOf(api, path, { ...also, limit: 200 }, list);
  const found = idsOf(list, whole).toSorted();
  for (const query of queriesOf(list)) {
    const told = (fault: string) => faults.push(`${JSON.stringify(query)}: ${fault}`);
    const items = await itemsOf(api, path, { ...also, ...query, limit: 200 }, list);
    const limit = Math.max(1, Math.ceil(items.length / 3));
    const [all, paged] = [items, await itemsOf(api, path, { ...also, ...query, limit }, list)].map((each) =>
      idsOf(list, each).join(),
    );
    if (all !== paged) told(`pages lose or repeat, or it fails: ${all} ${paged}`);
    if (query['sort'] === undefined) continue;
    if (idsOf(list, items).toSorted().join() !== found.join()) told('other rows than unsorted');
    const disorder = disorderOf(list, query['sort'], items, shown);
    if (disorder) told(disorder);
  }
  for (const { filter, expected } of seenConditions(list, whole, shown)) {
    const items = await itemsOf(api, path, { ...also, filter, limit: 200 }, list);
    if (idsOf(list, items).toSorted().join() !== expected.join()) faults.push(`${filter}: other rows than show it`);
  }
  return faults;
}

/** The first two neighbours that stand the wrong way round by what they show. */
function disorderOf(list: List, sort: string, items: Item[], shown: Shown): string | undefined {
  const descending = sort.startsWith('-');
  const field = list.fields.get(descending ? sort.slice(1) : sort) as Field;
  const values = shownOf(field, items, shown) ?? [];
  const at = values.findIndex(
    (value, nth) => nth > 0 && compareShown(field.type, values[nth - 1], value, descending) > 0,
  );
  return at < 0 ? undefined : `${JSON.stringify(values[at - 1])} stands before ${JSON.stringify(values[at])}`;
}

/** One condition a field, of a value that some item shows, and who shows it. Of instants only milliseconds are shown. */
function seenConditions(list: List, items: Item[], shown: Shown): { filter: string; expected: string[] }[] {
  return [...list.fields.values()].flatMap((field) => {
    const values = field.filterable && field.type !== 'instant' ? shownOf(field, items, shown) : undefined;
    const value = values?.flat().find((each) => each !== null && literalOf(each).length <= LONGEST_LITERAL);
    if (!values || value === undefined) return [];
    const has = (each: unknown) => (field.many ? (each as unknown[] | null)?.includes(value) : each === value);
    const expected = idsOf(
      list,
      items.filter((_, nth) => has(values[nth])),
    );
    return [
      { filter: `${field.name} ${field.many ? 'has' : 'eq'} ${literalOf(value)}`, expected: expected.toSorted() },
    ];
  });
}

function literalOf(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

function idsOf(list: List, items: readonly Item[]): string[] {
  return items.map((item) => String(item[list.key.name] ?? item['id']));
}

async function itemsOf(api: Api, path: string, query: object, list: List): Promise<Item[]> {
  const seen: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { status, body } = await api.get(path).query({ ...query, ...(cursor ? { cursor } : {}) });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify({ query, body: body as object })}`);
    const page = body as { items: Item[]; nextCursor: string | null };
    // The sort's values, which are for the cursor: in an item they would show what is masked in its own field.
    if (page.items.some((item) => 'position' in item)) throw new Error(`an item of ${list.name} shows its position`);
    seen.push(...page.items);
    cursor = page.nextCursor;
  }
  return seen;
}
