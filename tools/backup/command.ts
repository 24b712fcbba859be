import { readBackupEnvironment, type BackupEnvironment } from './environment.js';
import { projectRoot } from '../backing-services/index.js';

/** Runs one of the two commands: a failure is one line for a person, and exit code 1. */
export async function runCommand(work: (environment: BackupEnvironment) => Promise<void>): Promise<void> {
  try {
    await work(readBackupEnvironment(process.env, projectRoot()));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
