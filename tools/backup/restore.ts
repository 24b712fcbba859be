import { parseArgs } from 'node:util';
import { runCommand } from './command.js';
import { openToReplace } from './hospital-server.js';
import { backupsIn, checkFiles, readManifest } from './manifest.js';
import { restoreBackup } from './restore-backup.js';

const USAGE = 'usage: npm run restore -- --from latest|FOLDER [--only SERVICE,SERVICE] [--check]';

const { values } = parseArgs({
  options: { from: { type: 'string' }, only: { type: 'string' }, check: { type: 'boolean' } },
});

await runCommand(async (environment) => {
  const { backupDir, key } = environment;
  const folder = values.from === 'latest' ? backupsIn(backupDir).at(-1)?.path : values.from;
  if (values.from === undefined) throw new Error(USAGE);
  if (folder === undefined) throw new Error(`There is no whole backup in ${backupDir}`);
  if (values.check) {
    const { databases, takenAt } = readManifest(folder);
    await checkFiles(folder, databases);
    return console.log(`${folder} of ${takenAt} is whole`);
  }
  const server = await openToReplace(environment);
  try {
    const only = values.only?.split(',');
    const former = await restoreBackup({
      ...{ serverUrl: server.url, folder, key, only },
      ...{ now: new Date(), onLog: console.log },
    });
    console.log(`restored from ${folder}`);
    if (former.length > 0)
      console.log(`the former databases are still there; drop them when all is well: ${former.join(', ')}`);
  } finally {
    await server.close();
  }
});
