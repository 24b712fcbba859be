export function median(values: number[]): number {
  return percentile(values, 50);
}

/** The smallest value with at least `share` percent of all at or below it. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Runs the work `total` times with so many at once; @returns runs a second. */
export async function throughput(
  total: number,
  concurrency: number,
  work: (index: number, lane: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  const lane = async (_: unknown, number: number) => {
    for (let index = next++; index < total; index = next++) await work(index, number);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return total / ((performance.now() - started) / 1000);
}

/** Runs the baseline and ours in turn; @returns the median of each. */
export async function inTurn(
  rounds: number,
  baseline: () => Promise<number>,
  ours: () => Promise<number>,
): Promise<{ baseline: number; ours: number }> {
  const results = { baseline: [] as number[], ours: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    results.baseline.push(await baseline());
    results.ours.push(await ours());
    progress(
      `round ${round + 1}: baseline ${results.baseline.at(-1)?.toFixed(0)}, ours ${results.ours.at(-1)?.toFixed(0)}`,
    );
  }
  return { baseline: median(results.baseline), ours: median(results.ours) };
}

/** What happens meanwhile, apart from the figures on stdout. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
