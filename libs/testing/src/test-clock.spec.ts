import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock } from './test-clock.js';

/** Each move is of a day; a busy machine may stand still for seconds. */
const MOST_APART_MS = 60_000;

describe('the clock of a test', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'test-clock-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('has moved every process when it says so, even one that looked a moment ago', async () => {
    const clock = new TestClock(join(directory, 'offset'));
    const service = new Clock(clock.file);
    for (let day = 1; day <= 20; day += 1) {
      service.now();
      await clock.set(`2026-03-${String(day).padStart(2, '0')}T08:00:00+08:00`);
      expect(Math.abs(service.now().getTime() - Date.UTC(2026, 2, day))).toBeLessThan(MOST_APART_MS);
    }
    await clock.advance({ days: 3, hours: 1 });
    expect(Math.abs(service.now().getTime() - Date.UTC(2026, 2, 23, 1))).toBeLessThan(MOST_APART_MS);
    await clock.reset();
    expect(Math.abs(service.now().getTime() - new Clock().now().getTime())).toBeLessThan(MOST_APART_MS);
  });
});
