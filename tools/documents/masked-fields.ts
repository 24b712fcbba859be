import { PERSONAL_EXTENSION, UNMASKED_EXTENSION } from '#platform';
import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Property = Record<string, unknown>;

const MASKED = 'Answered masked without the right `personal.unmasked`.';

/** Says of every personal field that who lacks the right gets it masked. */
export function withMasks(schemas: Schemas): Schemas {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      if ('$ref' in schema || !schema.properties) return [name, schema];
      const properties = Object.entries(schema.properties as Record<string, Property>);
      return [name, { ...schema, properties: Object.fromEntries(properties.map(([key, each]) => [key, told(each)])) }];
    }),
  ) as Schemas;
}

function told(property: Property): Property {
  if (property[PERSONAL_EXTENSION] === undefined) return property;
  return { ...property, description: [property['description'], MASKED].filter(Boolean).join(' ') };
}

/** Says of an operation that it, or a filter of it, needs `personal.unmasked` as well. */
export function withUnmaskedRight(operation: Operation): Operation {
  const query = (operation as Operation & Record<string, unknown>)[UNMASKED_EXTENSION];
  if (!Array.isArray(query)) return operation;
  const names = query.map((name) => `\`${name}\``).join(', ');
  const sentence =
    names === '' ? 'Needs `personal.unmasked` as well.' : `To search by ${names} needs \`personal.unmasked\` as well.`;
  return { ...operation, description: [operation.description, sentence].filter(Boolean).join(' ') };
}
