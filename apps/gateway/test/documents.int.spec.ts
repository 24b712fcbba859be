import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allContracts } from '#contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { startGateway, type TestGateway } from './gateway.js';

describe('what the gateway tells a newcomer', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.stop());

  const get = (path: string) => request(gateway.url).get(path).expect(200);

  it('decision 2: one OpenAPI document of all services, with a way to get a token', async () => {
    const document = (await get('/openapi.json')).body as OpenAPIObject;
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths).toHaveProperty(['/staff/departments']);
    expect(document.components?.securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
    expect(document.info.description).toContain('POST /auth/token');
  });

  it('decision 2: Swagger UI with an Authorize button that outlives a reload', async () => {
    const page = await get('/docs');
    const policy = page.headers['content-security-policy'];
    expect(policy).toMatch(/^default-src 'self';/);
    // Scripts and requests fall back to that: from here, none inline, none evaluated.
    expect(policy).not.toMatch(/script-src|connect-src|unsafe-eval|https?:|\*/);
    // Swagger UI's own page has a style element, and its icons are data.
    expect(policy).toMatch(/style-src 'self' 'unsafe-inline'/);
    expect(policy).toMatch(/img-src 'self' data:/);
    // The page brings no inline script, so that the policy need not allow any.
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    const scripts = [...page.text.matchAll(/(?:src|href)="(\.\/docs\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(scripts.length).toBeGreaterThan(3);
    for (const path of scripts) await get(path.slice(1));
    const settings = (await get('/docs/swagger-ui-init.js')).text;
    expect(settings).toContain('"persistAuthorization": true');
    expect(settings).toContain('staff_departments_list');
  });

  it('decision 8: the events as AsyncAPI, and as a page that shows each with its fields and an example', async () => {
    const document = (await get('/asyncapi.json')).body as { asyncapi: string; channels: object };
    expect(document.asyncapi).toBe('3.0.0');
    const { text, headers } = await get('/asyncapi');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const contract of allContracts()) {
      expect(text).toContain(`id="${contract.subject}"`);
    }
    expect(text).toContain('A department was created or changed.');
    expect(text).toContain('id="ask.his.person-data.v1"');
    expect(text).toContain('<td><code>recordNumbers[].issuer</code></td>');
    expect(text).toContain('<td><code>localCodes[].system</code></td>');
    expect(text).toContain('<td><code>patient.primary.issuer</code></td>');
    expect(text).toContain('&quot;nameZh&quot;: &quot;呼吸内科专业&quot;');
  });

  it.each(['/', '/asyncapi'])(
    'decision 2: %s needs nothing from elsewhere and passes its own content policy',
    async (path) => {
      const { text, headers } = await get(path);
      const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`);
      // An address in the text of an example is read, not fetched.
      expect(text).not.toMatch(/<script|\ssrc=|\sstyle=|\son\w+=|="?https?:\/\/|url\(/);
    },
  );

  it('decision 2: the first page leads to everything', async () => {
    const links = [...(await get('/')).text.matchAll(/href="([^"]+)"/g)].map(([, link]) => link);
    expect(links).toEqual(['/docs', '/openapi.json', '/asyncapi', '/asyncapi.json', '/health/services']);
    for (const link of links) await get(link ?? '');
  });

  it('decision 10: answers are data to a browser, never to be guessed, framed or run', async () => {
    const { headers } = await request(gateway.url).get('/patients').expect(401);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});
