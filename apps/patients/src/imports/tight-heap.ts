import { setFlagsFromString } from 'node:v8';

/** How much garbage may gather before it is collected, in percent of what is alive. */
const GROWTH_PERCENT = 30;

let holders = 0;

/**
 * While the work goes on the heap of the process grows slowly: an import makes garbage faster than V8 thinks worth
 * collecting, and would take 400 MB for 100 MB that are alive. 0 gives V8 its own judgement back.
 */
export async function withTightHeap<T>(work: () => Promise<T>): Promise<T> {
  holders += 1;
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  try {
    return await work();
  } finally {
    holders -= 1;
    if (holders === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}
