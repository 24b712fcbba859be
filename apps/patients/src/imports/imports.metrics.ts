import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Counts } from './imports.store.js';

/** How fast imports go. */
@Injectable()
export class ImportsMetrics {
  private readonly lines;

  constructor(metrics: Metrics) {
    this.lines = metrics.counter(
      'hospital_patients_import_lines_total',
      'Lines of files of patients that were worked, by what became of them.',
      ['outcome'],
    );
  }

  took({ created, updated, unchanged, rejected }: Counts): void {
    for (const [outcome, count] of Object.entries({ created, updated, unchanged, rejected })) {
      this.lines.inc({ outcome }, count);
    }
  }
}
