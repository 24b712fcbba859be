import { join } from 'node:path';
import { runningPostgres, startPostgres } from '../backing-services/index.js';
import { takeLock } from '../start/lock.js';
import { SERVICES } from '../start/services.js';
import type { BackupEnvironment } from './environment.js';

/** A service's own database; the role that owns it has the same name. */
export interface ServiceDatabase {
  service: string;
  database: string;
}

/** The PostgreSQL with the hospital's databases, for an administrator. */
export interface HospitalServer {
  url: string;
  close(): Promise<void>;
}

export const SERVICE_DATABASES: ServiceDatabase[] = SERVICES.flatMap(({ name, database }) =>
  database === undefined ? [] : [{ service: name, database }],
);

/** Where erasures of people are ordered: the database of patients. */
export const RECORDS_OF_PEOPLE = SERVICE_DATABASES.find(({ service }) => service === 'patients')?.database as string;

/** For reading: the server that runs, or our own, started for as long as it takes. */
export async function openToRead({ dataDir, databaseUrl }: BackupEnvironment): Promise<HospitalServer> {
  const url = databaseUrl ?? runningPostgres(join(dataDir, 'postgres'));
  return url === undefined ? startOwn(dataDir) : { url, close: () => Promise.resolve() };
}

/** For replacing databases. @throws LockTaken while `npm start` runs */
export async function openToReplace({ dataDir, databaseUrl }: BackupEnvironment): Promise<HospitalServer> {
  return databaseUrl === undefined ? startOwn(dataDir) : { url: databaseUrl, close: () => Promise.resolve() };
}

async function startOwn(dataDir: string): Promise<HospitalServer> {
  const lock = takeLock(join(dataDir, 'lock'));
  try {
    const server = await startPostgres({ dataDir: join(dataDir, 'postgres') });
    return { url: server.url, close: () => server.stop().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The address of one database of a server; with a role, whatever is made there belongs to it. */
export function databaseUrl(serverUrl: string, database: string, role?: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  if (role !== undefined) url.searchParams.set('options', `-c role=${role}`);
  return url.href;
}
