import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Counts, ImportRow } from './imports.store.js';

/** How imports end, and how fast they go. */
@Injectable()
export class ImportsMetrics {
  private readonly imports;
  private readonly lines;

  constructor(metrics: Metrics) {
    this.imports = metrics.counter('hospital_patients_imports_total', 'Imports of patients that ended, by how.', [
      'state',
    ]);
    this.lines = metrics.counter(
      'hospital_patients_import_lines_total',
      'Lines of files of patients that were worked, by what became of them.',
      ['outcome'],
    );
  }

  ended({ state }: ImportRow): void {
    this.imports.inc({ state });
  }

  took({ created, updated, unchanged, rejected }: Counts): void {
    for (const [outcome, count] of Object.entries({ created, updated, unchanged, rejected })) {
      this.lines.inc({ outcome }, count);
    }
  }
}
