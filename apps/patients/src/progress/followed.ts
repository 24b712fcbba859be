import { isDatabaseAway, type EventStream } from '#platform';
import { Logger } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 500;
const logger = new Logger('Progress');

/** Something that is worked in the background until it has ended. */
interface Work {
  finishedAt: Date | null;
}

/**
 * Sends what has changed since the last look, and ends the stream with the work; any replica can, whoever works it. While
 * the database is away the next look is waited for; any other failure ends the stream, and who watches asks anew.
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
    const row = await look(find);
    const now = row ? JSON.stringify(mark(row)) : told;
    if (row && now !== told) stream.send({ event: 'progress', data: present(row) });
    told = now;
    if (row === undefined || row?.finishedAt) return stream.close();
    await wait(LOOK_MS);
  }
}

/** @returns null when it cannot be said just now, undefined when there is nothing to follow */
async function look<T>(find: () => Promise<T | undefined>): Promise<T | null | undefined> {
  try {
    return await find();
  } catch (error) {
    if (isDatabaseAway(error)) return null;
    logger.error({ err: error }, 'What is followed could not be read');
    return undefined;
  }
}
