import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import type { ExportRow } from './exports.store.js';

/** How many people leave the record as files, and how. */
@Injectable()
export class ExportsMetrics {
  private readonly exports;
  private readonly lines;

  constructor(metrics: Metrics) {
    this.exports = metrics.counter('hospital_patients_exports_total', 'Exports of patients that ended, by how.', [
      'state',
      'unmasked',
    ]);
    this.lines = metrics.counter(
      'hospital_patients_export_lines_total',
      'Patients written into files that were finished, in full or masked.',
      ['unmasked'],
    );
  }

  ended({ state, lines, unmasked }: ExportRow): void {
    this.exports.inc({ state, unmasked: String(unmasked) });
    if (state === 'done') this.lines.inc({ unmasked: String(unmasked) }, lines);
  }
}
