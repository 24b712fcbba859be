import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from './clock.js';

const DAY_MS = 86_400_000;
/** Each move is of days; a busy machine may stand still between two looks. */
const MOST_APART_MS = 5_000;

describe('the clock', () => {
  let directory: string;
  const awayFromReal = (clock: Clock) => clock.now().getTime() - new Clock().now().getTime();
  const fresh = () => wait(Clock.FRESHNESS_MS + 2);

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'clock-'));
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  it('tells the real time when no file is named, and when the file is not there', () => {
    expect(Math.abs(new Clock().now().getTime() - performance.timeOrigin - performance.now())).toBeLessThan(
      MOST_APART_MS,
    );
    expect(Math.abs(awayFromReal(new Clock(join(directory, 'absent'))))).toBeLessThan(MOST_APART_MS);
  });

  it('is moved for every reader of the same file, there and back', async () => {
    const file = join(directory, 'offset');
    const readers = [new Clock(file), new Clock(file)];
    for (const days of [3, 400, -30, 0]) {
      writeFileSync(file, String(days * DAY_MS));
      await fresh();
      for (const reader of readers) expect(Math.abs(awayFromReal(reader) - days * DAY_MS)).toBeLessThan(MOST_APART_MS);
    }
  });

  it('goes on with the real time when the file says nothing, and speaks up when it cannot be read', async () => {
    const file = join(directory, 'odd');
    for (const text of ['', 'three days']) {
      writeFileSync(file, text);
      await fresh();
      expect(Math.abs(awayFromReal(new Clock(file)))).toBeLessThan(MOST_APART_MS);
    }
    expect(() => new Clock(directory).now()).toThrow('EISDIR');
  });
});
