import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '../backing-services/index.js';

/** The version that our documents carry. */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Writes a document to docs/api, or with `--check` tells by the exit code whether the one there is what it should be. */
export function writeOrCheck(name: 'openapi' | 'asyncapi', document: object, args: string[]): void {
  const file = join(projectRoot(), 'docs', 'api', `${name}.json`);
  const shown = relative(projectRoot(), file);
  const text = `${JSON.stringify(document, undefined, 2)}\n`;
  if (!args.includes('--check')) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`${shown} written\n`);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${shown} is not what the code says: run npm run docs:${name} and commit it\n`);
    process.exitCode = 1;
  }
}
