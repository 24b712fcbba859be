import { setTimeout as delay } from 'node:timers/promises';

export interface WaitOptions {
  /** How long to try, in milliseconds. */
  timeoutMs: number;
  /** Pause between tries, in milliseconds. */
  everyMs?: number;
}

/** Asks until the answer is neither undefined nor false; answers undefined when the time is up. */
export async function waitUntil<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  { timeoutMs, everyMs = 25 }: WaitOptions,
): Promise<T | undefined> {
  const started = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() - started > timeoutMs) return undefined;
    await delay(everyMs);
  }
}

/** The promise's value, or undefined when it takes longer than the time given. */
export async function within<T>(promise: Promise<T>, timeoutMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
