import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Progress } from './progress.js';

describe('the position in a stream', () => {
  it('is below every open delivery and never goes back, in whatever order the work ends', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 100 }), fc.infiniteStream(fc.nat()), (steps, start, choices) => {
        const progress = new Progress<string>(start);
        const open = new Set<number>();
        let sequence = start;
        let last = start;
        const check = () => {
          const lowest = Math.min(...open, Number.POSITIVE_INFINITY);
          expect(progress.position).toBe(open.size === 0 ? sequence : lowest - 1);
          expect(progress.position).toBeGreaterThanOrEqual(last);
          last = progress.position;
        };
        const finishOne = () => {
          const all = [...open];
          const chosen = all[(choices.next().value as number) % all.length] as number;
          progress.done(chosen);
          open.delete(chosen);
          expect(progress.isDone(chosen)).toBe(true);
          check();
        };
        for (const step of steps) {
          sequence += step;
          expect(progress.isDone(sequence)).toBe(false);
          expect(progress.receive(sequence, `delivery ${sequence}`)).toBeUndefined();
          open.add(sequence);
          check();
          if ((choices.next().value as number) % 2 === 0) finishOne();
        }
        while (open.size > 0) finishOne();
        expect(progress.position).toBe(sequence);
      }),
    );
  });

  it('knows a repeat of what is open, and what was dealt with before it began', () => {
    const progress = new Progress<string>(10);
    expect(progress.isDone(10)).toBe(true);
    expect(progress.isDone(11)).toBe(false);
    progress.receive(12, 'first');
    expect(progress.receive(12, 'again')).toBe('first');
    expect([...progress.pending()]).toEqual(['first']);
    // 11 was deleted from the stream: nobody will ever deliver it.
    expect(progress.position).toBe(11);
    expect(progress.received).toBe(12);
  });
});
