import type { Filter, Literal } from './filter-tree.js';

/** Writes a filter as `parseFilter` reads it: the same text for the same tree. */
export function filterText(filter: Filter): string {
  if (filter.kind === 'not') return `not (${filterText(filter.part)})`;
  if (filter.kind !== 'comparison') return filter.parts.map((part) => partText(part)).join(` ${filter.kind} `);
  const values = filter.values.map(({ value }) => literalText(value));
  return `${filter.field} ${filter.operator} ${filter.operator === 'in' ? `(${values.join(', ')})` : values.join('')}`;
}

function partText(part: Filter): string {
  return part.kind === 'and' || part.kind === 'or' ? `(${filterText(part)})` : filterText(part);
}

function literalText(value: Literal): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}
