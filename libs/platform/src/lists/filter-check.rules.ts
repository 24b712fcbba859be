import type { ComparisonNode, Filter } from './filter-tree.js';
import { ListFaultError } from './list-fault.rules.js';
import { operatorsOf, type ListField } from './list-field.rules.js';
import { fits } from './list-value.rules.js';

const SHOWN = 40;

/**
 * Holds a filter against the fields of a list.
 * @returns the fields it names.
 * @throws ListFaultError for an unknown field, an operator it does not take or a value of another type.
 */
export function checkFilter(filter: Filter, fields: ReadonlyMap<string, ListField>): Set<ListField> {
  if (filter.kind === 'not') return checkFilter(filter.part, fields);
  if (filter.kind === 'comparison') return new Set([checkComparison(filter, fields)]);
  return new Set(filter.parts.flatMap((part) => [...checkFilter(part, fields)]));
}

function checkComparison(node: ComparisonNode, fields: ReadonlyMap<string, ListField>): ListField {
  const { position, operator } = node;
  const field = fields.get(node.field);
  if (!field?.filterable) {
    const allowed = [...fields.values()].filter(({ filterable }) => filterable).map(({ name }) => name);
    const params = { position, name: node.field.slice(0, SHOWN), allowed };
    throw new ListFaultError({ field: 'filter', code: 'unknown-filter-field', position, params });
  }
  const allowed = operatorsOf(field);
  if (!allowed.includes(operator)) {
    const params = { position, name: field.name, operator, allowed };
    throw new ListFaultError({ field: 'filter', code: 'operator-not-for-field', position, params });
  }
  checkValues(field, node);
  return field;
}

function checkValues(field: ListField, { operator, values }: ComparisonNode): void {
  const takesNull = operator === 'eq' || operator === 'ne';
  for (const { value, position } of values) {
    if (value === null && takesNull) continue;
    const params = { position, name: field.name };
    if (value === null) throw new ListFaultError({ field: 'filter', code: 'null-not-there', position, params });
    if (!fits(field, value)) throw wrongValue(field, position);
  }
}

function wrongValue({ name, type, values }: ListField, position: number): ListFaultError {
  if (values) {
    const params = { position, name, allowed: values };
    return new ListFaultError({ field: 'filter', code: 'value-not-among', position, params });
  }
  const params = { position, name, type: `a-${type}` };
  return new ListFaultError({ field: 'filter', code: 'value-of-other-type', position, params });
}
