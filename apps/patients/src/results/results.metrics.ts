import { Metrics } from '#platform';
import type { ResultKind } from '#contracts';
import { Injectable } from '@nestjs/common';

/** What became of results that were reported. */
@Injectable()
export class ResultsMetrics {
  private readonly results;

  constructor(metrics: Metrics) {
    this.results = metrics.counter(
      'hospital_patients_results_total',
      'Results reported, by kind and by what became of them; unchanged: outdated, or said before.',
      ['kind', 'outcome'],
    );
  }

  took(kind: ResultKind, outcome: 'recorded' | 'withdrawn' | 'unchanged'): void {
    this.results.inc({ kind, outcome });
  }
}
