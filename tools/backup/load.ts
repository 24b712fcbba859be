import { join } from 'node:path';
import type { MigrationClass } from '#platform';
import { migrate } from '#platform';
import { Client, escapeLiteral } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DatabaseBackup, TableBackup } from './manifest.js';
import { readSealed } from './sealed-file.js';
import { columnList, qualified, type Partition } from './tables.js';

/**
 * Fills an empty database: the migrations the backup had make the tables, then the rows come in, all or nothing.
 * @throws Error when the backup is of a newer version than this code, or a row count differs
 */
export async function loadDatabase(
  url: string,
  { folder, backup, key }: { folder: string; backup: DatabaseBackup; key: Buffer | undefined },
  known: MigrationClass[],
): Promise<void> {
  await migrate(url, migrationsOf(backup, known));
  const client = new Client({ connectionString: url, application_name: 'restore', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET CONSTRAINTS ALL DEFERRED');
    for (const table of backup.tables) await prepare(client, table);
    for (const table of backup.tables) await client.query(`TRUNCATE ${qualified(table)} CASCADE`);
    for (const table of backup.tables) await loadTable(client, join(folder, table.file), table, key);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const table of backup.tables) await letTriggers(client, 'ENABLE', table);
    for (const { schema, name, lastValue, isCalled } of backup.sequences) {
      await client.query(`SELECT setval(${escapeLiteral(qualified({ schema, name }))}, $1, $2)`, [lastValue, isCalled]);
    }
    await client.query('COMMIT');
    // Statistics are not part of a backup; without them the first queries would be planned blindly.
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** In the order the code has them: what came after the backup is applied when the service starts. */
function migrationsOf({ service, migrations }: DatabaseBackup, known: MigrationClass[]): MigrationClass[] {
  const byName = new Map(known.map((migration) => [new migration().name ?? migration.name, migration]));
  const unknown = migrations.filter((name) => !byName.has(name));
  if (unknown.length > 0) {
    throw new Error(`The backup of ${service} was made by a newer version: ${unknown.join(', ')} is not known here`);
  }
  return [...byName].filter(([name]) => migrations.includes(name)).map(([, migration]) => migration);
}

/**
 * With the partitions it had. Its triggers rest until all rows are back: what they do to a row was done when the row was
 * new. All rest before the first table is emptied of what migrations seeded, for that empties those that refer to it.
 */
async function prepare(client: Client, table: TableBackup): Promise<void> {
  for (const partition of table.partitions) await ensurePartition(client, table, partition);
  await letTriggers(client, 'DISABLE', table);
}

async function letTriggers(client: Client, verb: 'ENABLE' | 'DISABLE', table: TableBackup): Promise<void> {
  const { schema, name, partitions } = table;
  for (const each of [name, ...partitions.map((partition) => partition.name)]) {
    await client.query(`ALTER TABLE ${qualified({ schema, name: each })} ${verb} TRIGGER USER`);
  }
}

async function ensurePartition(
  client: Client,
  table: TableBackup,
  { name, bound, triggers }: Partition,
): Promise<void> {
  const partition = qualified({ schema: table.schema, name });
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [partition]);
  if (rows[0]?.there) return;
  await client.query(`CREATE TABLE ${partition} (LIKE ${qualified(table)} INCLUDING ALL)`);
  await client.query(`ALTER TABLE ${qualified(table)} ATTACH PARTITION ${partition} ${bound}`);
  for (const trigger of triggers) await client.query(trigger);
}

async function loadTable(client: Client, path: string, table: TableBackup, key: Buffer | undefined): Promise<void> {
  const rows = client.query(copyFrom(`COPY ${qualified(table)} (${columnList(table)}) FROM STDIN`));
  await readSealed(path, key, rows);
  if (rows.rowCount !== table.rows) {
    throw new Error(`${path}: ${rows.rowCount} rows came in, ${table.rows} were backed up`);
  }
}
