import fc from 'fast-check';
import { hostileBody, hostileValue, SECRETS } from './hostile-values.js';
import { pathOf, type Operation, type Parameter, type Schema } from './operations.js';

/** One call of the fuzz run, as it goes over the wire. */
export interface FuzzRequest {
  operation: Operation;
  /** With the query. */
  url: string;
  headers: Record<string, string>;
  body?: string | Buffer | undefined;
  /** Which token goes along. */
  caller: 'everybody' | 'nobody' | 'liar';
}

/** Calls of every operation, most of them nearly right: one thing or another is wrong with them. */
export function requests(all: Operation[], schemas: Record<string, Schema>): fc.Arbitrary<FuzzRequest> {
  return fc.constantFrom(...all).chain((operation) =>
    fc
      .record({
        path: pathValues(operation, schemas),
        query: queryOf(operation, schemas),
        headers: headers,
        body: bodyOf(operation, schemas),
        caller: fc.oneof(
          { weight: 12, arbitrary: fc.constant('everybody' as const) },
          fc.constantFrom('nobody' as const, 'liar' as const),
        ),
      })
      .map(({ path, query, headers: own, body, caller }) => ({
        operation,
        url: `${pathOf(operation, path)}${query}`,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...own },
        body,
        caller,
      })),
  );
}

const rarely = <T>(usual: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: seldom });

const headers: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  fc.constantFrom<Record<string, string>>(
    { 'if-match': '"1"' },
    { 'if-match': '*' },
    { 'if-match': 'W/"x", ""' },
    { 'accept-language': 'en;q=0.1, zh;q=NaN, *' },
    { accept: 'text/xml' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { traceparent: 'x'.repeat(300) },
    { 'x-request-id': '../../x' },
    { 'x-actor-id': 'director', 'x-client-address': '6.6.6.6', 'x-forwarded-for': '6.6.6.6' },
    { range: 'bytes=9-1' },
    { 'last-event-id': '-1' },
  ),
);

function pathValues({ parameters }: Operation, schemas: Record<string, Schema>): fc.Arbitrary<Record<string, string>> {
  const own = parameters.filter((parameter) => parameter.in === 'path');
  return fc
    .record(Object.fromEntries(own.map(({ name, schema }) => [name, rarely(fitting(schema, schemas), hostileValue)])))
    .map((values) => textsOf(values));
}

/** Lone surrogates cannot be written into a URL by any client. */
function textsOf(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, (asText(value) || '-').slice(0, 500).toWellFormed()]),
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function queryOf({ parameters }: Operation, schemas: Record<string, Schema>): fc.Arbitrary<string> {
  const own = parameters.filter((parameter) => parameter.in === 'query');
  const value = ({ schema }: Parameter) =>
    fc.option(rarely(fitting(schema, schemas), hostileValue), { nil: undefined });
  const known = fc.record(Object.fromEntries(own.map((parameter) => [parameter.name, value(parameter)])));
  const stranger = rarely<Record<string, unknown>>(
    fc.constant({}),
    fc.constantFrom({ unknown: 'x' }, { __proto__x: '1' }, { 'limit[]': '1' }),
  );
  return fc.tuple(known, stranger).map(([given, more]) => {
    const pairs = Object.entries({ ...given, ...more }).filter(([, each]) => each !== undefined);
    if (pairs.length === 0) return '';
    return `?${new URLSearchParams(Object.entries(textsOf(Object.fromEntries(pairs)))).toString()}`;
  });
}

function bodyOf({ body }: Operation, schemas: Record<string, Schema>): fc.Arbitrary<string | Buffer | undefined> {
  if (!body) return fc.constant(undefined);
  const nearlyRight = fc
    .tuple(fitting(body, schemas), fc.option(hostileValue), fc.constantFrom('', 'replace', 'remove', 'add'), fc.nat())
    .map(([value, hostile, change, index]) => JSON.stringify(altered(value, hostile, change, index)));
  return fc.oneof({ weight: 8, arbitrary: nearlyRight }, { weight: 1, arbitrary: hostileBody });
}

function altered(value: unknown, hostile: unknown, change: string, index: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return change === '' ? value : hostile;
  const names = Object.keys(value);
  const name = names[index % Math.max(1, names.length)] ?? 'x';
  if (change === 'replace') return { ...value, [name]: hostile };
  if (change === 'remove') return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
  if (change === 'add') return { ...value, [`x${index}`]: hostile };
  return value;
}

/** Values that the schema describes, as far as it says; secrets where a person would write them. */
function fitting(given: Schema | undefined, schemas: Record<string, Schema>, depth = 0): fc.Arbitrary<unknown> {
  const schema = resolved(given, schemas);
  if (!schema || depth > 4) return fc.constant('x');
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) {
    const fields = Object.entries(schema.properties ?? {}).map(
      ([name, field]) => [name, fitting(field, schemas, depth + 1)] as const,
    );
    return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
  }
  if (type === 'array') return fc.array(fitting(schema.items, schemas, depth + 1), { maxLength: 3 });
  if (type === 'integer' || type === 'number') {
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 });
  }
  if (type === 'boolean') return fc.boolean();
  return textFor(schema);
}

function resolved(schema: Schema | undefined, schemas: Record<string, Schema>): Schema | undefined {
  const [part] = schema?.allOf ?? schema?.oneOf ?? schema?.anyOf ?? [];
  if (part) return resolved(part, schemas);
  return schema?.$ref === undefined ? schema : resolved(schemas[schema.$ref.split('/').at(-1) ?? ''], schemas);
}

function textFor({ format, example, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<unknown> {
  const examples = example === undefined ? [] : [fc.constant(example)];
  if (format === 'uuid') return fc.oneof(...examples, fc.uuid());
  if (format === 'date-time') return fc.constantFrom('2026-03-02T10:15:00+08:00', '1900-01-01T00:00:00Z');
  if (format === 'date') return fc.constantFrom('2026-03-02', '0001-01-01', '2024-02-29');
  if (format === 'password') return fc.constant(SECRETS.password);
  const plain = fc.string({ minLength, maxLength: Math.min(maxLength, 60) });
  return fc.oneof(...examples, plain, fc.constantFrom<string>(SECRETS.phone, SECRETS.name));
}
