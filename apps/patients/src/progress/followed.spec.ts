import type { EventStream } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { followed } from './followed.js';

class Watched {
  closed = false;
  readonly sent: unknown[] = [];
  send({ data }: { data: unknown }): void {
    this.sent.push(data);
  }
  close(): void {
    this.closed = true;
  }
}

const answers =
  (...given: ({ finishedAt: Date | null } | Error)[]) =>
  () => {
    const next = given.shift();
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
const watch = async (find: () => Promise<{ finishedAt: Date | null } | undefined>) => {
  const stream = new Watched();
  await followed(
    stream as unknown as EventStream,
    find,
    ({ finishedAt }) => [finishedAt],
    (row) => row,
  );
  return stream;
};

describe('work that is followed live (PT-8)', () => {
  const done = { finishedAt: new Date('2026-03-02T00:00:00Z') };

  it('is looked at again when the database was away', async () => {
    const away = Object.assign(new Error('shutting down'), { code: '57P01' });
    expect(await watch(answers(away, done))).toMatchObject({ closed: true, sent: [done] });
  });

  it('is not asked for ever what fails for another reason', async () => {
    const broken = Object.assign(new Error('no such column'), { code: '42703' });
    expect(await watch(answers(broken, done))).toMatchObject({ closed: true, sent: [] });
  });
});
