import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../backing-services/index.js';

/** JSON Schema as far as our document uses it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  example?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema?: Schema;
  example?: unknown;
}

/** One operation of the merged document. */
export interface Operation {
  /** `GET /patients/{id}` */
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body?: Schema | undefined;
  responses: string[];
}

interface Document {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Schema> };
}

interface DocumentedOperation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, unknown>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

function document(): Document {
  return JSON.parse(readFileSync(join(projectRoot(), 'docs', 'api', 'openapi.json'), 'utf8')) as Document;
}

/** Every operation the gateway offers. */
export function operations(): Operation[] {
  return Object.entries(document().paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const { parameters = [], requestBody, responses } = operation;
      const body = requestBody?.content['application/json']?.schema;
      const verb = method.toUpperCase();
      return [{ name: `${verb} ${path}`, method: verb, path, parameters, body, responses: Object.keys(responses) }];
    }),
  );
}

/** The schemas that operations refer to, by name. */
export function schemas(): Record<string, Schema> {
  return document().components.schemas;
}

/** The path with a value for each parameter: the given one, else one that fits its schema and names nothing there is. */
export function pathOf({ path, parameters }: Operation, values: Record<string, string> = {}): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema;
    return encodeURIComponent(values[name] ?? sampleOf(schema));
  });
}

function sampleOf(schema: Schema | undefined): string {
  if (schema?.enum) return String(schema.enum[0]);
  if (schema?.format === 'uuid') return '0198f6a2-0000-7000-8000-00000000dead';
  if (schema?.type === 'integer' || schema?.type === 'number') return '1';
  return '0198f6a2-0000-7000-8000-00000000dead';
}
