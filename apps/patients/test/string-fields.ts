import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  type?: string | string[];
  $ref?: string;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  example?: unknown;
  format?: string;
}
interface Documented {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** One documented operation with the places where a caller may write a text. */
export interface TextPlaces {
  method: string;
  path: string;
  query: string[];
  bodies: { field: string; with: (text: string) => object }[];
}

/** Every operation of a document, with each text in its query and body. */
export function textPlaces(document: OpenAPIObject): TextPlaces[] {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Documented>).map(([method, operation]) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      const query = (operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
      return { method, path, query, bodies: schema ? bodiesOf(schema, schemas) : [] };
    }),
  );
}

function bodiesOf(schema: Schema, schemas: Record<string, Schema>): TextPlaces['bodies'] {
  return textsIn(schema, schemas, []).map((place) => ({
    field: place.join('.'),
    with: (text) => filled(schema, schemas, place, text) as object,
  }));
}

function textsIn(given: Schema, schemas: Record<string, Schema>, at: string[]): string[][] {
  const schema = resolved(given, schemas);
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, each]) => textsIn(each, schemas, [...at, name]));
  }
  if (schema.items) return textsIn(schema.items, schemas, [...at, '0']);
  return [schema.type].flat().includes('string') ? [at] : [];
}

/** What has to be there, and a text in one place: other fields would only get in its way. */
function filled(given: Schema, schemas: Record<string, Schema>, place: string[] | null, text: string): unknown {
  const schema = resolved(given, schemas);
  const [next, ...rest] = place ?? [];
  if (place?.length === 0) return text;
  if (schema.properties) {
    const wanted = Object.entries(schema.properties).filter(
      ([name]) => name === next || schema.required?.includes(name),
    );
    return Object.fromEntries(
      wanted.map(([name, each]) => [name, filled(each, schemas, name === next ? rest : null, text)]),
    );
  }
  if (schema.items)
    return place === null && schema.example !== undefined
      ? schema.example
      : [filled(schema.items, schemas, place && rest, text)];
  return schema.example ?? schema.enum?.[0] ?? (schema.format === 'date-time' ? '2026-03-02T10:15:00+08:00' : '王伟');
}

function resolved(schema: Schema, schemas: Record<string, Schema>): Schema {
  const [part] = schema.allOf ?? [];
  if (part) return { ...resolved(part, schemas), ...(schema.example === undefined ? {} : { example: schema.example }) };
  return schema.$ref === undefined ? schema : resolved(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
}
