import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { checkMark, type FileMark } from './sealed-file.js';
import type { Sequence, Table } from './tables.js';

const FORMAT = 1;
const FILE = 'manifest.json';

export interface TableBackup extends Table, FileMark {
  file: string;
  rows: number;
}

export interface DatabaseBackup {
  service: string;
  database: string;
  /** Applied at that moment, in order: they make the tables that the rows go into. */
  migrations: string[];
  tables: TableBackup[];
  sequences: Sequence[];
}

/** Written last: a folder without it is a backup that was broken off. */
export interface Manifest {
  format: typeof FORMAT;
  /** When the databases were looked at, ISO 8601. */
  takenAt: string;
  encrypted: boolean;
  databases: DatabaseBackup[];
}

export async function writeManifest(folder: string, manifest: Omit<Manifest, 'format'>): Promise<void> {
  const draft = join(folder, `${FILE}.draft`);
  const handle = await open(draft, 'wx', 0o600);
  await handle.writeFile(`${JSON.stringify({ format: FORMAT, ...manifest }, null, 2)}\n`);
  await handle.sync().finally(() => handle.close());
  await rename(draft, join(folder, FILE));
}

/** @throws Error when the folder holds no whole backup */
export function readManifest(folder: string): Manifest {
  const path = join(folder, FILE);
  if (!existsSync(path)) throw new Error(`${folder} holds no whole backup: it has no ${FILE}`);
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Omit<Manifest, 'format'> & { format: number };
  if (manifest.format !== FORMAT) throw new Error(`${path} is of format ${manifest.format}; this reads ${FORMAT}`);
  return { ...manifest, format: FORMAT };
}

/** Every file is there and is what was written. @throws Error naming the first that is not */
export async function checkFiles(folder: string, databases: DatabaseBackup[]): Promise<void> {
  for (const { tables } of databases) {
    for (const table of tables) await checkMark(join(folder, table.file), table);
  }
}

/** The whole backups below a folder, oldest first. */
export function backupsIn(folder: string): { path: string; manifest: Manifest }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, FILE)))
    .map((path) => ({ path, manifest: readManifest(path) }))
    .toSorted((a, b) => (a.manifest.takenAt < b.manifest.takenAt ? -1 : 1));
}
