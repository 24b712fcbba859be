import type { ComparisonNode, Filter } from './filter-tree.js';
import { ordered, sqlTypeOf, type ListField } from './list-field.rules.js';
import { boundAs } from './list-value.rules.js';

/** Hands a value to the statement and says what stands for it there: `$3`, `:list_2`. */
export type Bind = (value: unknown) => string;

const SIGNS: Record<string, string> = { gt: '>', ge: '>=', lt: '<', le: '<=' };

/**
 * A checked filter as a condition. Nothing of the caller gets into the text; values are bound. It is true or not, as
 * in OData: a comparison with nothing does not hold, and what does not hold is what `not` selects.
 */
export function filterSql(filter: Filter, fields: ReadonlyMap<string, ListField>, bind: Bind): string {
  if (filter.kind === 'not') return `((${filterSql(filter.part, fields, bind)}) IS NOT TRUE)`;
  if (filter.kind === 'comparison') return comparisonSql(filter, fields.get(filter.field) as ListField, bind);
  return `(${filter.parts.map((part) => filterSql(part, fields, bind)).join(filter.kind === 'and' ? ' AND ' : ' OR ')})`;
}

function comparisonSql({ operator, values }: ComparisonNode, field: ListField, bind: Bind): string {
  const { sql } = field;
  const type = sqlTypeOf(field);
  const [value = null] = values.map((each) => each.value);
  if (operator === 'in') return `${sql} = ANY(${bind(values.map((each) => boundAs(each.value)))}::${type}[])`;
  if (value === null) return `${sql} IS ${operator === 'eq' ? '' : 'NOT '}NULL`;
  const bound = `${bind(boundAs(value))}::${type}`;
  if (operator === 'has') return `${sql} @> ARRAY[${bound}]`;
  if (operator === 'eq') return `${sql} = ${bound}`;
  if (operator === 'ne') return `${sql} IS DISTINCT FROM ${bound}`;
  return `${ordered(field)} ${SIGNS[operator]} ${bound}`;
}
