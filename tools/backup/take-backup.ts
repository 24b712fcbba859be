import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Snapshot } from './dump.js';
import { readLedger, writeLedger } from './erasure-ledger.js';
import { databaseUrl, RECORDS_OF_PEOPLE, SERVICE_DATABASES } from './hospital-server.js';
import { backupsIn, writeManifest, type DatabaseBackup } from './manifest.js';
import { recordBackup } from './record.js';

export interface BackupWanted {
  /** An administrator's. */
  serverUrl: string;
  /** The backup becomes a folder in it, named after `now`. */
  backupDir: string;
  key?: Buffer | undefined;
  now: Date;
  onLog: (line: string) => void;
}

/**
 * Backs up every database of the hospital, all as of one moment; what goes on meanwhile is not held up.
 * @returns the folder of the backup
 */
export async function takeBackup({ serverUrl, backupDir, key, now, onLog }: BackupWanted): Promise<string> {
  const folder = join(backupDir, now.toISOString().replaceAll(':', '-'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const opening = SERVICE_DATABASES.map(({ service, database }) =>
    Snapshot.of(service, database, databaseUrl(serverUrl, database)),
  );
  const opened = await Promise.allSettled(opening);
  const snapshots = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  try {
    const failed = opened.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    const databases: DatabaseBackup[] = [];
    for (const snapshot of snapshots) {
      const written = await snapshot.writeTo(folder, key);
      databases.push(written);
      onLog(`${written.service}: ${total(written, 'rows')} rows, ${total(written, 'bytes')} bytes`);
    }
    // Not of the snapshot: an erasure of this very moment counts too.
    writeLedger(folder, await readLedger(databaseUrl(serverUrl, RECORDS_OF_PEOPLE)));
    await writeManifest(folder, { takenAt: now.toISOString(), encrypted: key !== undefined, databases });
    await leaveRecords(serverUrl, databases, now, onLog);
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await Promise.all(snapshots.map((snapshot) => snapshot.close()));
  }
}

/** The backup is whole: what cannot be recorded is said, and is missing in the metrics until the next one. */
async function leaveRecords(
  serverUrl: string,
  databases: DatabaseBackup[],
  now: Date,
  onLog: (line: string) => void,
): Promise<void> {
  for (const { service, database } of databases) {
    const recorded = recordBackup(databaseUrl(serverUrl, database, database), now).then(
      (there) => (there ? undefined : 'it is of an earlier version: start the services once'),
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const fault = await recorded;
    if (fault !== undefined) onLog(`${service}: the backup is whole and could not be recorded there: ${fault}`);
  }
}

/** Removes all but the newest whole backups. @returns the folders removed */
export function removeOldBackups(backupDir: string, keep: number): string[] {
  const old = backupsIn(backupDir)
    .slice(0, -keep)
    .map(({ path }) => path);
  for (const path of old) rmSync(path, { recursive: true });
  return old;
}

function total({ tables }: DatabaseBackup, figure: 'rows' | 'bytes'): number {
  return tables.reduce((sum, table) => sum + table[figure], 0);
}
