import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RIGHT_EXTENSION } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { projectRoot } from '../backing-services/index.js';
import { documentedServices, type DocumentedService } from './documented-services.js';
import { openApiDocument } from './open-api.js';
import { hasExample } from './shown-examples.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

describe('the OpenAPI document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  let services: DocumentedService[];
  let document: OpenAPIObject;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    services = await documentedServices();
    document = await openApiDocument('1.2.3', services);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const operations = (): Operation[] =>
    Object.values(document.paths).flatMap((item) => Object.values(item) as Operation[]);

  it('decision 2: passes the linter of Redocly', () => {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const redocly = join(projectRoot(), 'node_modules', '@redocly', 'cli', 'bin', 'cli.js');
    const args = [redocly, 'lint', file, '--format', 'json', '--config', join(projectRoot(), 'redocly.yaml')];
    const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' };
    const report = execFileSync(process.execPath, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    expect(JSON.parse(report)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
  });

  it('decision 2: has the paths of the gateway, and each service under its own name', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/auth/token',
        '/staff/departments',
        '/ops/staff/parked-events/{id}',
        '/health/services',
      ]),
    );
    const names = services.map((service) => service.name).join('|');
    const known = new RegExp(
      `^/(((ops|files)/)?(${names})|auth|f|public/complaints|\\.well-known|health|stream-tickets)(/|$)|^/ops$`,
    );
    expect(Object.keys(document.paths).filter((path) => !known.test(path))).toEqual([]);
  });

  it('decision 2: names operations and schemas after their service, so that two may use one word', () => {
    const ids = operations().map((operation) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('staff_departments_list');
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(
      expect.arrayContaining(['StaffDepartment', 'Problem']),
    );
    const used = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    for (const [, name = ''] of used) expect(document.components?.schemas).toHaveProperty(name);
  });

  it('decision 9: tells of every operation which problems it answers with', () => {
    for (const operation of operations()) {
      const guarded = (operation.security ?? []).length > 0;
      if (guarded) expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '401', '403']));
      for (const [status, response] of Object.entries(operation.responses)) {
        if (Number(status) < 400 || !response || '$ref' in response) continue;
        expect(Object.keys(response.content ?? {})).toHaveLength(1);
      }
    }
    expect(document.paths['/staff/departments/{id}']?.put?.responses).toHaveProperty('404');
    expect(document.paths['/auth/token']?.post?.security).toEqual([]);
  });

  it('decision 2: gives every operation a summary, a description and a tag that is explained', () => {
    const explained = new Set((document.tags ?? []).filter((tag) => tag.description !== '').map((tag) => tag.name));
    for (const operation of operations()) {
      expect(operation).toMatchObject({ summary: expect.any(String), description: expect.any(String) });
      expect(operation.tags?.every((tag) => explained.has(tag))).toBe(true);
    }
  });

  it('decision 2: says of every operation who may: a right with its roles, every role, or anybody', () => {
    const silent = operations().filter((operation) => {
      const { security = [], description = '' } = operation;
      const named = RIGHT_EXTENSION in operation ? /Right: `/ : /\bevery(?: role|body who is signed in)\b/i;
      return security.length > 0 && !named.test(description);
    });
    expect(silent.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('decision 2: shows an example of every JSON that is sent or answered', () => {
    const bare = operations().filter(({ requestBody, responses }) => {
      const good = Object.entries(responses).filter(([status]) => Number(status) < 300);
      return [requestBody, ...good.map(([, answer]) => answer)].some((each) => {
        const json = each && 'content' in each ? each.content?.['application/json'] : undefined;
        return json !== undefined && !hasExample(json, document.components?.schemas ?? {});
      });
    });
    expect(bare.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('decision 2: is the same however often it is made', async () => {
    expect(JSON.stringify(await openApiDocument('1.2.3', services))).toBe(JSON.stringify(document));
  });
});
