/** One figure of a benchmark, as `--json` prints it (docs: benchmarks). */
export interface Figure {
  bench: string;
  figure: string;
  value: number;
  unit: string;
  /** The bare thing, measured in turn with ours in the same run. */
  baseline?: number;
  ratio?: number;
  target: string;
  ok: boolean;
  /** The offered rate or concurrency. */
  load: string;
}

const round = (value: number) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** A throughput against its baseline: `ok` when ours reaches the share. */
export function ratioFigure(
  input: Omit<Figure, 'ratio' | 'ok' | 'target'> & { baseline: number; atLeast: number },
): Figure {
  const { atLeast, ...figure } = input;
  const ratio = input.value / input.baseline;
  return {
    ...figure,
    value: round(figure.value),
    baseline: round(figure.baseline),
    ratio: round(ratio),
    target: `≥ ${atLeast}`,
    ok: ratio >= atLeast,
  };
}

/** A value with an upper limit. */
export function limitFigure(input: Omit<Figure, 'ok' | 'target'> & { atMost: number }): Figure {
  const { atMost, ...figure } = input;
  return { ...figure, value: round(figure.value), target: `≤ ${atMost}`, ok: input.value <= atMost };
}

export function print(figures: Figure[], json: boolean): void {
  for (const figure of figures) {
    if (json) {
      process.stdout.write(`${JSON.stringify(figure)}\n`);
      continue;
    }
    const against = figure.baseline === undefined ? '' : ` against ${figure.baseline}, ratio ${figure.ratio}`;
    const verdict = figure.ok ? 'ok' : 'MISSED';
    process.stdout.write(
      `${figure.bench}: ${figure.figure} ${figure.value} ${figure.unit}${against} (target ${figure.target}, ${verdict}; ${figure.load})\n`,
    );
  }
}
