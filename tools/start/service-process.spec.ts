import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { projectRoot } from '../backing-services/index.js';
import { NODE_FLAGS } from './service-process.js';

const SOURCE = `
interface OneOfManyLinesThatVanish {
  one: string;
}
throw new Error('whence');
`;

describe('how Node runs a service', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hospital-maps-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What a program with a source map prints when it throws, from this place in the folder. */
  function traceOf(name: string): string {
    const options = { filename: 'whence.ts', sourceMaps: 'inline' as const, jsc: { parser: { syntax: 'typescript' } } };
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, transformSync(SOURCE, options as Parameters<typeof transformSync>[1]).code);
    return spawnSync(process.execPath, [...NODE_FLAGS, file], { cwd: projectRoot(), encoding: 'utf8' }).stderr;
  }

  it('lets a stack trace name the line of our source', () => {
    expect(traceOf('whence.mjs')).toContain('whence.ts:5:');
  });

  it('keeps no source map of a package in memory', () => {
    const trace = traceOf('node_modules/foreign/whence.mjs');
    expect(trace).toContain('whence.mjs:');
    expect(trace).not.toContain('whence.ts');
  });
});
