import { copyFileSync, globSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Copies the logs of servers and services that have ended to where the checks look for personal data in them. Tests
 * throw the data folder away.
 * @param to TEST_LOGS_DIR; without it nothing is kept
 */
export function keepLogs(dataDir: string, to: string | undefined): void {
  if (to === undefined) return;
  mkdirSync(to, { recursive: true });
  for (const log of globSync(['*.log*', '*/*.log*'], { cwd: dataDir })) {
    copyFileSync(join(dataDir, log), join(to, `${basename(dataDir)}-${log.replaceAll('/', '-')}`));
  }
}
