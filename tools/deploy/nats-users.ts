// npm run docs:nats-users [-- --check]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../backing-services/index.js';
import { USERS_FILE, usersFile } from '../backing-services/nats-users-file.js';

const file = join(projectRoot(), USERS_FILE);
const text = usersFile();
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
  process.stdout.write(`${USERS_FILE} written\n`);
} else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write(`${USERS_FILE} is not what the code says: run npm run docs:nats-users and commit it\n`);
  process.exitCode = 1;
}
