import type { List } from '#platform';
import type { Api } from './test-service.js';

type FieldOf<M> = M extends ReadonlyMap<string, infer F> ? F : never;
type Field = FieldOf<List['fields']>;

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

/** Walks a list by every query there is, in three pages or more, and says what went wrong with which. */
export async function faultsOfList(api: Api, path: string, list: List, also: object = {}): Promise<string[]> {
  const faults: string[] = [];
  const whole = await ids(api, path, { ...also, limit: 200 }, list);
  for (const query of queriesOf(list)) {
    const told = (fault: string) => faults.push(`${JSON.stringify(query)}: ${fault}`);
    const all = await ids(api, path, { ...also, ...query, limit: 200 }, list);
    const paged = await ids(api, path, { ...also, ...query, limit: Math.max(1, Math.ceil(all.length / 3)) }, list);
    if (all.join() !== paged.join()) told(`pages lose or repeat, or it fails: ${all.join()} ${paged.join()}`);
    if ('sort' in query && all.toSorted().join() !== whole.toSorted().join()) told('other rows than unsorted');
  }
  return faults;
}

async function ids(api: Api, path: string, query: object, list: List): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { status, body } = await api.get(path).query({ ...query, ...(cursor ? { cursor } : {}) });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify({ query, body: body as object })}`);
    const page = body as { items: Record<string, unknown>[]; nextCursor: string | null };
    // The sort's values, which are for the cursor: in an item they would show what is masked in its own field.
    if (page.items.some((item) => 'position' in item)) throw new Error(`an item of ${path} shows its position`);
    seen.push(...page.items.map((item) => String(item[list.key.name] ?? item['id'])));
    cursor = page.nextCursor;
  }
  return seen;
}
