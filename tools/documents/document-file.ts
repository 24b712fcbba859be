import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../backing-services/index.js';

/** The version that our documents carry. */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Writes a document to docs/api; see `writeOrCheckText`. */
export function writeOrCheck(name: 'openapi' | 'asyncapi', document: object, args: string[]): void {
  const path = join('docs', 'api', `${name}.json`);
  writeOrCheckText(path, `${JSON.stringify(document, undefined, 2)}\n`, `docs:${name}`, args);
}

/** Writes a generated file, or with `--check` tells by the exit code whether the one there is what it should be. */
export function writeOrCheckText(shown: string, text: string, script: string, args: string[]): void {
  const file = join(projectRoot(), shown);
  if (!args.includes('--check')) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`${shown} written\n`);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${shown} is not what the code says: run npm run ${script} and commit it\n`);
    process.exitCode = 1;
  }
}
