import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

let copied = 0;

/** COPY of people like those imported, finished rows with all their search keys, into the same indexed tables. */
export async function copyPeople(client: pg.Client, count: number): Promise<number> {
  const columns = await columnsOf(client);
  const others = columns.filter((column) => column !== 'id').map((column) => `p.${column}`);
  const prefix = `C${copied++}-`;
  await client.query(`CREATE TEMP TABLE likes AS
    SELECT gen_random_uuid() AS new_id, id AS old_id, '${prefix}' || row_number() OVER () AS number
      FROM person WHERE name IS NOT NULL AND national_id IS NULL ORDER BY id DESC LIMIT ${count}`);
  const people = await read(
    client,
    `SELECT l.new_id, ${others.join(', ')} FROM likes l JOIN person p ON p.id = l.old_id ORDER BY l.new_id`,
  );
  const numbers = await read(client, `SELECT 'BENCH', number, 'MR', new_id FROM likes ORDER BY number`);
  await client.query('DROP TABLE likes');
  const started = performance.now();
  await client.query('BEGIN');
  await write(client, `person (id, ${columns.filter((column) => column !== 'id').join(', ')})`, people);
  await write(client, 'person_identifier (issuer, value, type, person_id)', numbers);
  await client.query('COMMIT');
  return count / ((performance.now() - started) / 1000);
}

async function columnsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'person' ORDER BY ordinal_position`,
  );
  return rows.map(({ name }) => name);
}

async function read(client: pg.Client, select: string): Promise<Buffer> {
  const stream = client.query(copyTo(`COPY (${select}) TO STDOUT`));
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(stream, 'end');
  return Buffer.concat(chunks);
}

async function write(client: pg.Client, target: string, rows: Buffer): Promise<void> {
  await pipeline(Readable.from(pieces(rows)), client.query(copyFrom(`COPY ${target} FROM STDIN`)));
}

function* pieces(bytes: Buffer): Generator<Buffer, void> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
