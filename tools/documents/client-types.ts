import type { OpenAPIObject } from '@nestjs/swagger';
import openapiTS, { astToString } from 'openapi-typescript';

const HEADER = `// Made from docs/api/openapi.json by npm run docs:openapi.\n\n`;

/** The types of libs/client: every path, operation and schema of the document. */
export async function clientTypes(document: OpenAPIObject): Promise<string> {
  // As it will be read from the file: the generator and the reader of the JSON see the same thing.
  const read = JSON.parse(JSON.stringify(document)) as Parameters<typeof openapiTS>[0];
  return `${HEADER}${astToString(await openapiTS(read))}`;
}
