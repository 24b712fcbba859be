import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { operatorsOf, type ListField } from './list-field.rules.js';
import { CURSOR_LENGTH, FILTER_LENGTH, SORT_LENGTH } from './list-query.js';
import type { List } from './list.js';

export const LIST = Symbol('list of an operation');

/** The operation takes a `ListQuery` of this list: documents `filter`, `sort`, `limit` and `cursor` with its fields. */
export const Lists = (list: List) =>
  applyDecorators(
    SetMetadata(LIST, list),
    ApiQuery({
      name: 'filter',
      required: false,
      description: filterDescription(list),
      schema: { type: 'string', minLength: 1, maxLength: FILTER_LENGTH, example: list.example },
    }),
    ApiQuery({
      name: 'sort',
      required: false,
      description: sortDescription(list),
      schema: { type: 'string', minLength: 1, maxLength: SORT_LENGTH, default: list.sort, example: list.sort },
    }),
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    }),
    ApiQuery({
      name: 'cursor',
      required: false,
      description: '`nextCursor` of the page before; with the same filter, sort and other parameters.',
      schema: { type: 'string', minLength: 1, maxLength: CURSOR_LENGTH },
    }),
  );

function filterDescription({ fields }: List): string {
  const lines = [...fields.values()].filter(({ filterable }) => filterable).map((field) => `- ${lineOf(field)}`);
  return `A condition of OData’s grammar: \`and\`, \`or\`, \`not (…)\`, parentheses, texts and times in single quotes. Fields and operators:\n\n${lines.join('\n')}`;
}

function lineOf(field: ListField): string {
  const { name, type, values, nullable, many, personal, description } = field;
  const kind = values ? values.map((value) => `\`${value}\``).join(' \\| ') : type;
  const notes = [
    many ? `several of ${kind}` : kind,
    ...(nullable ? ['may be null'] : []),
    ...(personal ? ['needs personal.unmasked'] : []),
  ];
  return `\`${name}\` (${notes.join('; ')}): ${operatorsOf(field).join(', ')}${description ? `. ${description}` : ''}`;
}

function sortDescription({ fields, sort }: List): string {
  const names = [...fields.values()].filter(({ sortable }) => sortable).map(nameOf);
  return `Up to three fields, separated by commas, with a minus before those that go downwards; null comes last. \`${sort}\` unless given. Fields: ${names.join(', ')}.`;
}

function nameOf({ name, personal }: ListField): string {
  return `\`${name}\`${personal ? ' (needs personal.unmasked)' : ''}`;
}
