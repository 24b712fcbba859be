import type { EventStream } from '#platform';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 500;

/** Something that is worked in the background until it has ended. */
interface Work {
  finishedAt: Date | null;
}

/**
 * Sends what has changed since the last look, and ends the stream with the work; any replica can, whoever works it. What
 * cannot be read just now is read at the next look.
 * @param find undefined when there is no such work any more
 * @param mark what has changed when it is different
 */
export async function followed<T extends Work>(
  stream: EventStream,
  find: () => Promise<T | undefined>,
  mark: (row: T) => unknown[],
  present: (row: T) => object,
): Promise<void> {
  let told = '';
  while (!stream.closed) {
    const row = await find().catch(() => null);
    const now = row ? JSON.stringify(mark(row)) : told;
    if (row && now !== told) stream.send({ event: 'progress', data: present(row) });
    told = now;
    if (row === undefined || row?.finishedAt) return stream.close();
    await wait(LOOK_MS);
  }
}
