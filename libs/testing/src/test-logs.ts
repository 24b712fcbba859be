import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { testEnvironment } from './test-environment.js';

/** Where the checks look afterwards for personal data in what was logged; outside of them, the run's own folder. */
export function logFolder(): string {
  const folder = process.env['TEST_LOGS_DIR'] ?? join(testEnvironment().directory, 'logs');
  mkdirSync(folder, { recursive: true });
  return folder;
}

function logFileOf(service: string): string {
  return join(logFolder(), `${service}-${randomBytes(6).toString('hex')}.log`);
}

/** A service under test logs everything, into a file of its own. TEST_LOG_LEVEL makes it tell more or less. */
export function testLogging(service: string): Record<string, string> {
  return { LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'debug', LOG_FILE: logFileOf(service) };
}

/** Keeps what a process of a test printed. */
export function keepOutput(service: string, output: string): void {
  appendFileSync(logFileOf(service), output);
}
