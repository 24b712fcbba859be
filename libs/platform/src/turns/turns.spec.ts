import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

/** Works that end when told, and how many of them ran at once. */
function works(turns: Turns) {
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  let running = 0;
  let most = 0;
  const run = (name: string) =>
    turns.run(async () => {
      begun.push(name);
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
      return name;
    });
  return { run, begun, end: () => ends.shift()?.(), most: () => most };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('turns (decision 16)', () => {
  it('let so many in and the others in their order', async () => {
    const { run, begun, end } = works(new Turns(2));
    const all = ['a', 'b', 'c', 'd'].map(run);
    await settled();
    expect(begun).toEqual(['a', 'b']);
    end();
    await settled();
    expect(begun).toEqual(['a', 'b', 'c']);
    for (let ended = 0; ended < all.length; ended += 1) {
      end();
      await settled();
    }
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('let in nobody too many who comes just as one ends', async () => {
    const { run, begun, end, most } = works(new Turns(1));
    const first = run('first');
    const waiting = run('waiting');
    const latecomer = first.then(() => run('latecomer'));
    // Between the end of the first and the beginning of the one that waited, at every step of the way.
    const steps = Array.from({ length: 8 }, async (_, steps) => {
      await first.finally(() => undefined);
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      return run(`after ${steps}`);
    });
    await settled();
    for (let rounds = 0; rounds < 12; rounds += 1) {
      end();
      await settled();
    }
    await Promise.all([waiting, latecomer, ...steps]);
    expect(most()).toBe(1);
    expect(begun.slice(0, 2)).toEqual(['first', 'waiting']);
  });

  it('refuse who finds the room full, and forget nobody over it', async () => {
    const { run, begun, end } = works(new Turns(1, { places: 1, refusal: () => new Error('busy') }));
    const all = [run('first'), run('second')];
    await expect(run('third')).rejects.toThrow('busy');
    await settled();
    end();
    await settled();
    const fourth = run('fourth');
    end();
    await settled();
    end();
    await Promise.all([...all, fourth]);
    expect(begun).toEqual(['first', 'second', 'fourth']);
  });

  it('go on after work that fails', async () => {
    const turns = new Turns(1);
    const failing = turns.run(() => Promise.reject(new Error('broken')));
    const next = turns.run(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});
