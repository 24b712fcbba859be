import { parseArgs } from 'node:util';
import { runCommand } from './command.js';
import { openToRead } from './hospital-server.js';
import { removeOldBackups, takeBackup } from './take-backup.js';

const { values } = parseArgs({ options: { keep: { type: 'string' } } });

await runCommand(async (environment) => {
  const keep = values.keep === undefined ? undefined : Number(values.keep);
  if (keep !== undefined && !(Number.isInteger(keep) && keep >= 1)) {
    throw new Error(`--keep ${values.keep}: how many backups to keep, at least 1`);
  }
  const server = await openToRead(environment);
  try {
    const { backupDir, key } = environment;
    const folder = await takeBackup({ serverUrl: server.url, backupDir, key, now: new Date(), onLog: console.log });
    console.log(`backed up to ${folder}${key ? '' : '; not encrypted: BACKUP_KEY is not set'}`);
    if (keep !== undefined) for (const path of removeOldBackups(backupDir, keep)) console.log(`removed ${path}`);
  } finally {
    await server.close();
  }
});
