import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type Role } from '#contracts';
import { TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';
import { operations, pathOf, type Operation } from './operations.js';
import { tokenSigner } from './role-tokens.js';

/** Who may do something: by name of a group in the table, or one of these. */
type Verdict = 'unauthenticated' | 'forbidden' | 'unsigned' | 'open';
type Access = 'public' | 'signed-link' | 'signed-in' | Role[];

interface Table {
  /** Sets of roles, by the right that opens the operations. */
  groups: Record<string, Role[]>;
  /** `GET /patients/{id}` → public, signed-link, signed-in, or the name of a group. */
  operations: Record<string, string>;
}

const TABLE = join(projectRoot(), 'tools', 'api-checks', 'permissions.json');
const PARALLEL = 8;

describe('who may do what', () => {
  const table = JSON.parse(readFileSync(TABLE, 'utf8')) as Table;
  const all = operations();
  const tokens = new Map<Role, string>();
  let hospital: TestHospital;

  beforeAll(async () => {
    hospital = await TestHospital.open({
      RATE_LIMIT_USER: '0',
      RATE_LIMIT_PUBLIC: '0',
      RATE_LIMIT_FORM: '0',
      RATE_LIMIT_LOGIN: '0',
    });
    const sign = await tokenSigner(hospital.dataDir);
    for (const role of ROLES) tokens.set(role, await sign(role));
  }, 120_000);

  afterAll(() => hospital.close(), 60_000);

  const accessOf = ({ name }: Operation): Access | undefined => {
    const entry = table.operations[name];
    if (entry === 'public' || entry === 'signed-link' || entry === 'signed-in') return entry;
    return entry === undefined ? undefined : table.groups[entry];
  };

  /** Only the answer's head: a stream never ends. */
  async function statusOf(operation: Operation, role: Role | undefined): Promise<number> {
    const stop = new AbortController();
    const token = role && tokens.get(role);
    const response = await fetch(`${hospital.stack.urls['gateway']}${pathOf(operation)}`, {
      method: operation.method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(operation.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(operation.body === undefined ? {} : { body: '{}' }),
      signal: stop.signal,
    });
    stop.abort();
    return response.status;
  }

  function verdict(access: Access, role: Role | undefined): Verdict {
    if (access === 'public') return 'open';
    if (access === 'signed-link') return 'unsigned';
    if (role === undefined) return 'unauthenticated';
    if (access === 'signed-in') return 'open';
    return access.includes(role) ? 'open' : 'forbidden';
  }

  function told({ name }: Operation, status: number): Verdict {
    if (table.operations[name] === 'signed-link' && status >= 400) return 'unsigned';
    return status === 401 ? 'unauthenticated' : status === 403 ? 'forbidden' : 'open';
  }

  it('decision 10: the table knows every operation, and no other', () => {
    const names = all.map(({ name }) => name).toSorted();
    expect(Object.keys(table.operations).toSorted()).toEqual(names);
    expect(all.filter((operation) => accessOf(operation) === undefined)).toEqual([]);
  });

  it('decision 10: every operation opens to exactly the roles of the table, and never to nobody', async () => {
    const calls = all.flatMap((operation) => [undefined, ...ROLES].map((role) => ({ operation, role })));
    const wrong: string[] = [];
    const seen: Record<string, string[]> = {};
    const lane = async () => {
      for (let call = calls.pop(); call; call = calls.pop()) {
        const { operation, role } = call;
        const status = await statusOf(operation, role);
        if (told(operation, status) === 'open' && role) (seen[operation.name] ??= []).push(role);
        const expected = verdict(accessOf(operation) ?? [], role);
        if (told(operation, status) !== expected || status >= 500 || status === 429) {
          wrong.push(`${operation.name} as ${role ?? 'nobody'}: ${status}, expected ${expected}`);
        }
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, lane));
    // For whoever changes the table: what the hospital really did.
    mkdirSync(join(projectRoot(), '.cache'), { recursive: true });
    writeFileSync(join(projectRoot(), '.cache', 'permissions-seen.json'), JSON.stringify(seen, undefined, 2));
    expect(wrong.toSorted()).toEqual([]);
  }, 300_000);
});
