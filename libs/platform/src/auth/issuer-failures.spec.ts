import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Counter, Registry } from 'prom-client';
import { IssuerFailures } from './issuer-failures.js';
import { IssuerKeys } from './issuer-keys.js';

const ISSUER = 'https://login.hospital.example';

describe('the keys of an issuer that cannot be read', () => {
  let server: Server;
  let registry: Registry;
  let failures: IssuerFailures;
  let lines: string[];
  let answer: { status: number; body: string };

  beforeEach(async () => {
    server = createServer((_request, response) => response.writeHead(answer.status).end(answer.body));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    registry = new Registry();
    lines = [];
    Logger.overrideLogger({ log: () => undefined, error: () => undefined, warn: (line: string) => lines.push(line) });
    const labels = { name: 'failures_total', help: 'x', labelNames: ['issuer'], registers: [registry] };
    failures = new IssuerFailures(new Counter(labels));
  });
  afterEach(() => {
    Logger.overrideLogger(false);
    server.close();
  });

  const look = async () => {
    const { port } = server.address() as AddressInfo;
    const issuer = { issuer: ISSUER, audience: 'x', algorithms: ['RS256'], rolesClaim: 'roles', nameClaim: 'name' };
    const jwksUrl = `http://127.0.0.1:${port}/jwks?key=provider-secret`;
    const keys = new IssuerKeys({ ...issuer, jwksUrl, clockToleranceSeconds: 5 }, (error) =>
      failures.tell(ISSUER, error),
    );
    await expect(keys.keyFor({ alg: 'RS256' })).rejects.toThrow(`No keys of ${ISSUER}`);
  };
  const counted = async () => (await registry.getSingleMetric('failures_total')?.get())?.values[0];

  it('ADR 0030: is logged once a while and counted each time, without the provider’s secrets', async () => {
    answer = { status: 500, body: '' };
    for (let n = 0; n < 3; n += 1) await look();
    expect(lines).toEqual([expect.stringMatching(/ of https:\/\/login\.hospital\.example; .*\/jwks answered 500$/)]);
    expect(lines.join()).not.toContain('provider-secret');
    expect(await counted()).toMatchObject({ value: 3, labels: { issuer: ISSUER } });
  });

  it('ADR 0030: says that the answer is no JSON, and does not repeat it', async () => {
    answer = { status: 200, body: '<p>provider-secret</p>' };
    await look();
    expect(lines).toEqual([expect.stringContaining('no JSON')]);
    expect(lines.join()).not.toContain('provider-secret');
  });
});
