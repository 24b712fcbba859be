import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';
import { serveCommands } from '../harness/child.js';
import type { aNewcomer } from './created-people.js';
import { keysOf } from './made-people.js';

/** So late that nothing of the service's own works on these rows meanwhile. */
const LATER = '2099-01-01T00:00:00Z';

/** The rows of `POST /patients`, in one transaction; triggers add those of tags and of the audit's seal. */
const PERSON = `
  INSERT INTO person (id, version, name, sex, birth_date, phones, address, deceased, told_at, name_text, name_grams,
                      name_readings, phone_keys, created_at, updated_at)
  VALUES ($1, 1, $2, $3, $4, $5, $6, false, $7, $8, $9, $10, $11, '${LATER}', '${LATER}')`;
const CHECK = `INSERT INTO duplicate_check (person_id, due_at) VALUES ($1, '${LATER}')`;
const NUMBER = `INSERT INTO person_identifier (issuer, value, type, person_id) VALUES ($1, $2, $3, $4)`;
const EVENT = `
  INSERT INTO outbox (id, subject, partition_key, event, occurred_at, published_at)
  VALUES ($1, 'patients.person.registered.v1', $2, $3, now(), now())`;
const AUDIT = `
  INSERT INTO audit_entry (id, at, actor_id, actor_name, actor_roles, request_id, traceparent, operation, method, path,
                           params, subject, subject_ids, status, unmasked, changes)
  VALUES ($1, now(), 'bench', 'bench', '{manager}', $2, '00-0-0-01', 'PeopleController_create', 'POST', '/patients', '{}',
          'patient', ARRAY[$2], 201, true, $3)`;
const KEY = `
  INSERT INTO idempotency_key (actor_id, key, fingerprint, request_id, created_at, status, headers, answer, unmasked)
  VALUES ('bench', $1, $1, $1, now(), 201, '{}', $2, true)`;

type Body = ReturnType<typeof aNewcomer>;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 8 });
const server = fastify();
server.post<{ Body: Body }>('/patients', async ({ body, headers }, reply) => {
  const client = await pool.connect();
  try {
    void reply.code(201);
    return await create(client, body, String(headers['idempotency-key']));
  } finally {
    client.release();
  }
});

async function create(client: pg.PoolClient, body: Body, key: string): Promise<object> {
  const { identifiers, phones, ...facts } = body;
  const numbers = phones.map((raw) => ({ raw, e164: `+86${raw}` }));
  const patient = { ...facts, id: randomUUID(), version: 1, phones: numbers, identifiers };
  const { id, name, sex, birthDate, address } = patient;
  const { text, grams, readings } = keysOf(name);
  const told = JSON.stringify({ name: LATER, sex: LATER, birthDate: LATER, phones: LATER, address: LATER });
  const statement = (title: string, sql: string, values: unknown[]) => client.query({ name: title, text: sql, values });
  await client.query('BEGIN');
  const said = [name, sex, birthDate, JSON.stringify(numbers), address, told];
  await statement('person', PERSON, [id, ...said, text, grams, readings, numbers.map(({ e164 }) => e164)]);
  await statement('check', CHECK, [id]);
  for (const { issuer, value, type } of identifiers) await statement('number', NUMBER, [issuer, value, type, id]);
  await statement('event', EVENT, [randomUUID(), id, JSON.stringify({ id, data: patient })]);
  await statement('audit', AUDIT, [randomUUID(), id, JSON.stringify([{ subject: 'patient', id, after: patient }])]);
  await statement('key', KEY, [key, JSON.stringify(patient)]);
  await client.query('COMMIT');
  return patient;
}

/** The same for pgbench. */
function script(): string {
  const values: [string, string[]][] = [
    [
      PERSON,
      [
        "'王晓燕'",
        "'female'",
        "'1968-05-12'",
        `'[{"raw":"13912345678","e164":"+8613912345678"}]'`,
        "'上海市徐汇区文化路1号'",
        `'{"name":"${LATER}"}'`,
        "'王晓燕'",
        "'{王,晓,燕,王晓,晓燕}'",
        "'{wang,wangxiaoyan,wxy,yan,xy,wx}'",
        "'{+8613912345678}'",
      ],
    ],
    [CHECK, []],
    [NUMBER, ["'BENCH-PGBENCH'", 'gen_random_uuid()::text', "'MR'"]],
    [EVENT, ['gen_random_uuid()', ':id', `'{}'`]],
    [AUDIT, ['gen_random_uuid()', ':id', `'[]'`]],
    [KEY, ['gen_random_uuid()::text', `'{}'`]],
  ];
  const [first, ...others] = values.map(([sql, given]) => {
    const all =
      sql.trim() === PERSON.trim() || sql === CHECK ? [':id', ...given] : sql === NUMBER ? [...given, ':id'] : given;
    return `${sql.replace(/\$(\d+)/g, (_, nth: string) => all[Number(nth) - 1] ?? 'NULL').replaceAll(/\s+/g, ' ')};`;
  });
  return ['SELECT gen_random_uuid() AS id \\gset', 'BEGIN;', first, ...others, 'COMMIT;'].join('\n');
}

const address = await server.listen({ host: '127.0.0.1', port: 0 });
serveCommands({ address: () => Promise.resolve(address), script: () => Promise.resolve(script()) });
