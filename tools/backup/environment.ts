import { join, resolve } from 'node:path';
import { readEnvironment } from '../start/environment.js';

/** What `npm run backup` and `npm run restore` read from their environment, checked, with every default. */
export interface BackupEnvironment {
  /** DATA_DIR, as `npm start` has it. */
  dataDir: string;
  /** DATABASE_URL: an administrator's, of the PostgreSQL that holds the hospital's databases. Default: our own. */
  databaseUrl?: string | undefined;
  /** BACKUP_DIR, default backups in DATA_DIR: one folder a backup. */
  backupDir: string;
  /** BACKUP_KEY: 32 bytes in base64. Without it backups are readable to whoever has the files. */
  key?: Buffer | undefined;
}

const KEY_BYTES = 32;

/** @throws Error naming the variable at fault */
export function readBackupEnvironment(env: NodeJS.ProcessEnv, root: string): BackupEnvironment {
  const { dataDir, databaseUrl } = readEnvironment(env, root);
  const backupDir = resolve(env['BACKUP_DIR'] || join(dataDir, 'backups'));
  return { dataDir, databaseUrl, backupDir, key: readKey(env['BACKUP_KEY']) };
}

function readKey(text: string | undefined): Buffer | undefined {
  if (text === undefined || text === '') return undefined;
  const key = Buffer.from(text, 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new Error(`BACKUP_KEY is not ${KEY_BYTES} bytes in base64; make one with: openssl rand -base64 ${KEY_BYTES}`);
}
