import { List } from '#platform';
import fc from 'fast-check';
import type { Filter, Literal, Operator } from '../src/lists/filter-tree.js';
import { operatorsOf, type FieldType, type ListField } from '../src/lists/list-field.rules.js';

/** A row of a list with a field of every type. */
export interface Specimen {
  id: string;
  label: string;
  remark: string | null;
  colour: string | null;
  weight: number;
  takenAt: string | null;
  dueOn: string;
  urgent: boolean;
  tags: string[];
}

export class SpecimenView {}

export const COLOURS = ['red', 'amber', 'green'] as const;

export const SPECIMENS = new List({
  name: 'specimens',
  item: SpecimenView,
  fields: {
    id: { sql: 's.id', type: 'uuid' },
    label: { sql: 's.label', type: 'string' },
    remark: { sql: 's.remark', type: 'string', nullable: true },
    colour: { sql: 's.colour', type: 'enum', values: COLOURS, nullable: true },
    weight: { sql: 's.weight', type: 'number' },
    takenAt: { sql: 's.taken_at', type: 'instant', nullable: true },
    dueOn: { sql: 's.due_on', type: 'date' },
    urgent: { sql: 's.urgent', type: 'boolean' },
    tags: { sql: 's.tags', type: 'string', many: true },
  },
  key: 'id',
  sort: '-dueOn',
  example: `urgent eq true and colour in ('red', 'amber')`,
});

export const SPECIMEN_TABLE = `CREATE TABLE specimen (
  id uuid PRIMARY KEY, label text NOT NULL, remark text, colour text, weight double precision NOT NULL,
  taken_at timestamptz, due_on date NOT NULL, urgent boolean NOT NULL, tags text[] NOT NULL)`;

/** Few of each, so that rows meet values, with what SQL, quotes, orders of letters and clocks get wrong. */
const VALUES: Record<FieldType, readonly NonNullable<Literal>[]> = {
  string: [
    '',
    'a',
    'B',
    'b',
    'é',
    '王伟',
    '𠮷',
    "O'Neil",
    '%',
    '_',
    '\\',
    ':list0',
    '$1',
    'null',
    "'; DROP TABLE specimen; --",
  ],
  enum: COLOURS,
  uuid: [1, 2, 3].map((digit) => `0198f6a2-0000-7000-8000-00000000000${digit}`),
  number: [-1.5, 0, 1, 2, 1e9],
  instant: [
    '2026-03-01T00:00:00.000001Z',
    '2026-03-01T00:00:00.000002Z',
    '2026-03-01T00:00:00Z',
    '2024-02-29T23:59:59.999999Z',
  ],
  date: ['2026-03-01', '2024-02-29', '0001-01-01', '9999-12-31'],
  boolean: [true, false],
};

const from = (type: FieldType) => fc.constantFrom(...VALUES[type]);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });

export const specimen = fc.record({
  id: fc.uuid(),
  label: from('string'),
  remark: perhaps(from('string')),
  colour: perhaps(from('enum')),
  weight: from('number'),
  takenAt: perhaps(from('instant')),
  dueOn: from('date'),
  urgent: from('boolean'),
  tags: fc.uniqueArray(from('string'), { maxLength: 3 }),
}) as fc.Arbitrary<Specimen>;

const comparison: fc.Arbitrary<Filter> = fc
  .constantFrom(...SPECIMENS.fields.values())
  .chain((field) => fc.constantFrom(...operatorsOf(field)).chain((operator) => comparisonOf(field, operator)));

function comparisonOf({ name, type }: ListField, operator: Operator): fc.Arbitrary<Filter> {
  const value: fc.Arbitrary<Literal> = ['eq', 'ne'].includes(operator) ? perhaps(from(type)) : from(type);
  const values = fc.array(value, { minLength: 1, maxLength: operator === 'in' ? 4 : 1 });
  return values.map((all) => ({
    kind: 'comparison',
    field: name,
    operator,
    values: all.map((each) => ({ value: each, position: 0 })),
    position: 0,
  }));
}

/** Filters of every shape and field; `and` within `and` is written once and therefore is none. */
export const filter: fc.Arbitrary<Filter> = fc.letrec<{ any: Filter }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'filter' },
    comparison,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('any'), { minLength: 2, maxLength: 3 }),
    }),
    tie('any').map((part): Filter => ({ kind: 'not', part })),
  ),
})).any;

/** What the filter means, said once more without SQL. */
export function holds(tree: Filter, row: Specimen): boolean {
  if (tree.kind === 'not') return !holds(tree.part, row);
  if (tree.kind !== 'comparison') {
    const parts = tree.parts.map((part) => holds(part, row));
    return tree.kind === 'and' ? parts.every(Boolean) : parts.some(Boolean);
  }
  const own = row[tree.field as keyof Specimen];
  const values = tree.values.map(({ value }) => value);
  const [value = null] = values;
  if (tree.operator === 'has') return (own as string[]).includes(value as string);
  if (tree.operator === 'in') return own !== null && values.some((each) => compared(own, each) === 0);
  if (tree.operator === 'eq') return value === null || own === null ? own === value : compared(own, value) === 0;
  if (tree.operator === 'ne') return value === null || own === null ? own !== value : compared(own, value) !== 0;
  if (own === null) return false;
  const order = compared(own, value);
  return { gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[tree.operator];
}

/** Text by code points; our instants are all written in UTC, with the fraction last. */
export function compared(a: unknown, b: unknown): number {
  if (typeof a === 'string') return Buffer.compare(Buffer.from(comparable(a)), Buffer.from(comparable(String(b))));
  return Number(a) - Number(b);
}

function comparable(text: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(text)
    ? text.replace(/Z$/, '').padEnd(26, text.includes('.') ? '0' : '.000000')
    : text;
}
