import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '#contracts';
import { TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SECRETS } from './hostile-values.js';
import { operations, schemas } from './operations.js';
import { requests, type FuzzRequest } from './requests.js';
import { tokenSigner } from './role-tokens.js';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? '20000');
/** A failing run is repeated with FUZZ_SEED. */
const SEED = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 1e9));
const PARALLEL = 16;
/** Of the wire or of the gateway itself: any operation may answer so. */
const ALWAYS = new Set([400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 417, 431]);
const ERROR_LEVEL = 50;

describe(`${REQUESTS} requests made from the OpenAPI document`, () => {
  const all = operations().filter(({ path }) => !path.endsWith('/stream'));
  let hospital: TestHospital;
  let everybody: string;

  beforeAll(async () => {
    const unlimited = {
      RATE_LIMIT_USER: '0',
      RATE_LIMIT_PUBLIC: '0',
      RATE_LIMIT_FORM: '0',
      RATE_LIMIT_LOGIN: '0',
      RATE_LIMIT_LOGIN_NAME: '0',
    };
    hospital = await TestHospital.open({ ...unlimited, LOGIN_ATTEMPTS: '1000' });
    everybody = await (await tokenSigner(hospital.dataDir))(...ROLES);
  }, 120_000);

  afterAll(() => hospital.close(), 60_000);

  const tokenOf = ({ caller }: FuzzRequest): Record<string, string> => {
    if (caller === 'nobody') return {};
    return { authorization: `Bearer ${caller === 'liar' ? `${everybody.slice(0, -9)}AAAAAAAAA` : everybody}` };
  };

  async function faultOf(request: FuzzRequest): Promise<string | undefined> {
    const { operation, url, headers, body } = request;
    const response = await fetch(`${hospital.stack.urls['gateway']}${url}`, {
      method: operation.method,
      headers: { ...headers, ...tokenOf(request) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    if (response.status >= 500) return `${response.status} ${text.slice(0, 300)}`;
    if (!ALWAYS.has(response.status) && !operation.responses.includes(String(response.status))) {
      return `${response.status} is not documented: ${text.slice(0, 200)}`;
    }
    if (response.status < 400) return undefined;
    // A patient's browser is told in a page.
    if (/^\/f\//.test(operation.path) && response.headers.get('content-type')?.startsWith('text/html'))
      return undefined;
    return problemFault(response, text);
  }

  function problemFault(response: Response, text: string): string | undefined {
    if (!response.headers.get('content-type')?.startsWith('application/problem+json')) {
      return `${response.status} is no problem+json: ${text.slice(0, 200)}`;
    }
    const problem = JSON.parse(text) as { status?: unknown; code?: unknown; detail?: unknown; errors?: unknown[] };
    const isWhole = problem.status === response.status && typeof problem.code === 'string' && Boolean(problem.detail);
    return isWhole ? undefined : `${response.status} lacks a part: ${text.slice(0, 200)}`;
  }

  it('decision 9: each gets an answer that is documented, and never a 500', async () => {
    const samples = fc.sample(requests(all, schemas()), { numRuns: REQUESTS, seed: SEED });
    const faults: string[] = [];
    const lane = async () => {
      for (let request = samples.pop(); request; request = samples.pop()) {
        const fault = await faultOf(request).catch((error: unknown) => `no answer: ${String(error)}`);
        if (fault === undefined) continue;
        const { operation, url, body, headers } = request;
        faults.push(
          `${operation.method} ${url} ${JSON.stringify(headers)} ${String(body).slice(0, 300)}\n  → ${fault}`,
        );
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, lane));
    expect({ seed: SEED, count: faults.length, first: faults.slice(0, 15) }).toEqual({
      seed: SEED,
      count: 0,
      first: [],
    });
  }, 900_000);

  it('decision 10: leaves no error and no secret in the logs', () => {
    const folder = join(hospital.dataDir, 'logs');
    const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
    expect(lines.length).toBeGreaterThan(1);
    const telling = lines.filter((line) => Object.values(SECRETS).some((secret) => line.includes(secret)));
    expect(telling.slice(0, 5)).toEqual([]);
    const errors = lines.filter((line) => Number(/"level":(\d+)/.exec(line)?.[1]) >= ERROR_LEVEL);
    expect(errors.slice(0, 5)).toEqual([]);
  });
});
