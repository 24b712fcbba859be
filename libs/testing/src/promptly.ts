import { eventually } from './eventually.js';

const ATTEMPTS = 5;
const ENOUGH = 3;

/**
 * Does something and waits until it shows, which has to be soon. It is done until it was in time three times, five
 * times at most: a machine that was busy once or twice is no slow software, and slow software is late more often than not.
 * @param within milliseconds of real time
 * @param act what is done, anew each time
 * @param shows the assertion that has to pass, of what `act` gave
 */
export async function promptly<T, R>(
  within: number,
  act: () => Promise<T>,
  shows: (made: T) => R | Promise<R>,
): Promise<{ made: T; seen: R }> {
  const took: number[] = [];
  for (let inTime = 0; took.length < ATTEMPTS;) {
    const made = await act();
    const began = performance.now();
    const seen = await eventually(() => shows(made));
    took.push(Math.round(performance.now() - began));
    if ((took.at(-1) as number) <= within) inTime += 1;
    if (inTime === ENOUGH) return { made, seen };
  }
  throw new Error(`It took ${took.join(', ')} ms and may take ${within} ms`);
}
