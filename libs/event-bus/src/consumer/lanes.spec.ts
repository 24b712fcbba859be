import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { eventually } from '#testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Lanes, type LaneItem } from './lanes.js';

interface Item extends LaneItem {
  number: number;
  /** How often it fails before it works, and what its worker then says. */
  failures: number;
}

const item = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd'),
  batch: fc.constantFrom(undefined, undefined, 'x', 'y'),
  failures: fc.constantFrom(0, 0, 0, 1, 2),
});
const scenario = fc.record({
  items: fc.array(item, { maxLength: 60 }),
  concurrency: fc.integer({ min: 1, max: 5 }),
  batchSize: fc.integer({ min: 1, max: 7 }),
});

describe('lanes', () => {
  it('work every item once, one key in order and never twice at a time, within the limits, whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ items, concurrency, batchSize }) => {
        const done: Item[] = [];
        const busy = new Set<string>();
        let active = 0;
        const lanes = new Lanes<Item>({ concurrency, batchSize }, async (given) => {
          active += 1;
          expect(active).toBeLessThanOrEqual(concurrency);
          expect(given.length).toBeLessThanOrEqual(batchSize);
          expect(new Set(given.map((each) => each.batch)).size).toBe(1);
          if (given[0]?.batch === undefined) expect(given).toHaveLength(1);
          const keys = new Set(given.map((each) => each.key));
          for (const key of keys) expect(busy.has(key)).toBe(false);
          for (const key of keys) busy.add(key);
          await turn();
          for (const key of keys) busy.delete(key);
          active -= 1;
          const failing = given.find((each) => each.failures > 0);
          if (!failing) {
            done.push(...given);
            return undefined;
          }
          failing.failures -= 1;
          if (given.length > 1) for (const each of given) delete each.batch;
          return failing.failures % 2;
        });
        const pushed = items.map((each, number) => ({ ...each, number }));
        for (const each of pushed) {
          lanes.push(each);
          if (each.number % 7 === 3) await turn();
        }
        while (lanes.size > 0) await wait(1);
        expect(done).toHaveLength(items.length);
        for (const key of 'abcd') {
          const numbers = (list: Item[]) => list.filter((each) => each.key === key).map((each) => each.number);
          expect(numbers(done)).toEqual(numbers(pushed));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('work different keys at the same time', async () => {
    let active = 0;
    let most = 0;
    const lanes = new Lanes<LaneItem>({ concurrency: 3, batchSize: 1 }, async () => {
      most = Math.max(most, ++active);
      await turn();
      active -= 1;
      return undefined;
    });
    for (const key of ['a', 'b', 'c', 'd', 'e']) lanes.push({ key });
    await eventually(() => expect(lanes.size).toBe(0));
    expect(most).toBe(3);
  });

  it('give a batch the waiting items of further keys too, but none out of the order of its key', async () => {
    const batches: string[][] = [];
    const lanes = new Lanes<LaneItem & { name: string }>({ concurrency: 1, batchSize: 10 }, async (given) => {
      batches.push(given.map((each) => each.name));
      await turn();
      return undefined;
    });
    const push = (name: string, batch?: string) => lanes.push({ key: name[0] as string, name, batch });
    push('z0');
    for (const name of ['a1', 'a2', 'b1']) push(name, 'x');
    push('c1');
    push('c2', 'x');
    push('d1', 'y');
    push('e1', 'x');
    await eventually(() => expect(lanes.size).toBe(0));
    expect(batches).toEqual([['z0'], ['a1', 'a2', 'b1', 'e1'], ['c1'], ['d1'], ['c2']]);
  });

  it('let no key wait for one that rests', async () => {
    const done: string[] = [];
    let rests = true;
    const lanes = new Lanes<LaneItem>({ concurrency: 1, batchSize: 1 }, async ([first]) => {
      if (first?.key === 'sick' && rests) return 20;
      done.push(first?.key as string);
      return Promise.resolve(undefined);
    });
    lanes.push({ key: 'sick' });
    for (const key of ['a', 'b', 'sick', 'a']) lanes.push({ key });
    await eventually(() => expect(done).toEqual(['a', 'b', 'a']));
    rests = false;
    await eventually(() => expect(done).toEqual(['a', 'b', 'a', 'sick', 'sick']));
  });

  it('stop when the work in hand has ended, and forget what waits or rests', async () => {
    const worked: string[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const lanes = new Lanes<LaneItem>({ concurrency: 2, batchSize: 1 }, async ([first]) => {
      worked.push(first?.key as string);
      if (first?.key === 'resting') return 5;
      await held;
      return undefined;
    });
    for (const key of ['resting', 'held', 'held-too', 'waiting']) lanes.push({ key });
    await eventually(() => expect(worked).toContain('held-too'));
    const before = worked.length;
    let stopped = false;
    const stopping = lanes.stop().then(() => (stopped = true));
    await wait(20);
    expect(stopped).toBe(false);
    release();
    await stopping;
    lanes.push({ key: 'late' });
    await wait(20);
    expect(worked).toHaveLength(before);
  });
});
