import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { AsyncApiDocument } from './async-api-document.js';

/** The generated descriptions of the whole product, read once at the start. */
@Injectable()
export class ApiDocuments {
  readonly openapi = readDocument('openapi') as OpenAPIObject;
  readonly asyncapi = readDocument('asyncapi') as AsyncApiDocument;
}

/** @throws Error naming the command that makes the document, when it is missing. */
function readDocument(name: 'openapi' | 'asyncapi'): unknown {
  const file = join(projectRoot(dirname(fileURLToPath(import.meta.url))), 'docs', 'api', `${name}.json`);
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run docs:${name} makes it`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The same from the sources, from dist/ and from an image. */
function projectRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  if (dirname(from) === from) throw new Error('No package.json above the gateway: its documents cannot be found');
  return projectRoot(dirname(from));
}
