import { setTimeout as delay } from 'node:timers/promises';

/**
 * Open loop: one call every 1/rate seconds, whatever the answers do; each is timed from when it was due, so that a slow
 * answer is not followed by a pause. @returns the times of all, in ms
 */
export async function openLoop(
  load: { rate: number; seconds: number },
  call: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const started = performance.now();
  const times: number[] = [];
  const running: Promise<void>[] = [];
  for (let index = 0; index < load.rate * load.seconds; index += 1) {
    const due = started + (index * 1000) / load.rate;
    const wait = due - performance.now();
    if (wait > 0) await delay(wait);
    running.push(call(index).then(() => void times.push(performance.now() - due)));
  }
  await Promise.all(running);
  return times;
}
