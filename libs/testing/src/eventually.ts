import { setTimeout as wait } from 'node:timers/promises';

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;
/** Long for what comes at once, for the sake of a machine with more to do than this test. */
const PATIENCE_MS = 30_000;

/** Runs the assertion until it passes, and fails with its last error when it does not in time. */
export async function eventually<T>(assertion: () => T | Promise<T>, options: { timeout?: number } = {}): Promise<T> {
  const end = performance.now() + (options.timeout ?? PATIENCE_MS);
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() + pause > end) throw error;
      await wait(pause);
    }
  }
}
