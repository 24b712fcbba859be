import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { DatabaseBackup, TableBackup } from './manifest.js';
import { writeSealed } from './sealed-file.js';
import { columnList, qualified, sequencesOf, tablesOf, type Table } from './tables.js';

/** One database at one moment: everything read through it is of the same snapshot. */
export class Snapshot {
  private constructor(
    readonly service: string,
    readonly database: string,
    private readonly client: Client,
  ) {}

  static async of(service: string, database: string, url: string): Promise<Snapshot> {
    const client = new Client({ connectionString: url, application_name: 'backup', connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    // The snapshot is taken by the first statement, not by BEGIN.
    await client.query('SELECT 1');
    return new Snapshot(service, database, client);
  }

  async writeTo(folder: string, key: Buffer | undefined): Promise<DatabaseBackup> {
    mkdirSync(join(folder, this.service), { mode: 0o700 });
    const { rows: applied } = await this.client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
    const tables: TableBackup[] = [];
    for (const table of await tablesOf(this.client)) {
      if (table.name !== 'migrations') tables.push(await this.writeTable(folder, table, key));
    }
    const { service, database } = this;
    const sequences = await sequencesOf(this.client);
    return { service, database, migrations: applied.map(({ name }) => name), tables, sequences };
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async writeTable(folder: string, table: Table, key: Buffer | undefined): Promise<TableBackup> {
    const file = join(this.service, `${table.schema}.${table.name}.copy.gz${key ? '.enc' : ''}`);
    const rows = this.client.query(copyTo(`COPY (SELECT ${columnList(table)} FROM ${qualified(table)}) TO STDOUT`));
    const mark = await writeSealed(rows, join(folder, file), key);
    return { ...table, ...mark, file, rows: rows.rowCount };
  }
}
