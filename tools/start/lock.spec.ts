import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '../backing-services/index.js';
import { LockTaken, takeLock } from './lock.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hospital-lock-'));
  file = join(folder, 'data', 'lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a hospital started twice from one data folder', () => {
  it('is refused with the number of the process that runs', () => {
    takeLock(file);
    expect(() => takeLock(file)).toThrow(LockTaken);
    expect(() => takeLock(file)).toThrow(`process ${process.pid}`);
  });

  it('starts again after it was stopped in order, and leaves nothing behind', () => {
    takeLock(file).release();
    expect(existsSync(file)).toBe(false);
    takeLock(file).release();
    expect(readdirSync(join(folder, 'data'))).toEqual([]);
  });

  it.each([
    ['whose process is gone', JSON.stringify({ pid: 2 ** 22 + 1, startStamp: 'x' })],
    ['whose pid went to another program', JSON.stringify({ ...identityOf(process.ppid), startStamp: 'earlier' })],
    ['that is damaged', '{"pid":'],
  ])('takes over a lock %s', (_case, content) => {
    takeLock(file).release();
    writeFileSync(file, content);
    expect(() => takeLock(file)).not.toThrow();
    expect(readdirSync(join(folder, 'data'))).toEqual(['lock']);
  });

  it('does not take the lock of another running process', () => {
    takeLock(file).release();
    writeFileSync(file, JSON.stringify(identityOf(process.ppid)));
    expect(() => takeLock(file)).toThrow(`process ${process.ppid}`);
    expect(readdirSync(join(folder, 'data'))).toEqual(['lock']);
  });
});
