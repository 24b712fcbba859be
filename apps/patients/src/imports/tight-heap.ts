import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How much garbage may gather before it is collected, in percent of what is alive. */
const GROWTH_PERCENT = 30;

let holders = 0;

/**
 * While the work goes on the heap of the process grows slowly: an import makes garbage faster than V8 thinks worth
 * collecting, and would take 400 MB for 100 MB that are alive. 0 gives V8 its own judgement back.
 */
export async function withTightHeap<T>(work: () => Promise<T>): Promise<T> {
  if (holders === 0) giveBackPages();
  holders += 1;
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  try {
    return await work();
  } finally {
    holders -= 1;
    if (holders === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}

/**
 * V8 keeps the pages that garbage took at its peak, and only a collection of the last resort gives them back. It halts the
 * process for some 200 ms, once an import.
 */
function giveBackPages(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (kind: { type: 'major'; flavor: 'last-resort' }) => void;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', flavor: 'last-resort' });
}
