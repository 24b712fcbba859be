import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SharedKey } from './shared-keys.js';

/** How much review there is to do. */
@Injectable()
export class DuplicateMetrics {
  private readonly crowded;

  constructor(metrics: Metrics, source: DataSource) {
    metrics.reading(
      'hospital_patients_duplicates_open',
      'Pairs of records that are probably one person and wait for somebody to decide, counted up to 10000.',
      [],
      async () => {
        const [row]: { open: number }[] = await source.query(COUNT_OPEN);
        return [{ value: row?.open ?? 0 }];
      },
    );
    this.crowded = metrics.counter(
      'hospital_patients_duplicate_keys_skipped_total',
      'Times a phone, document or name with birth date was passed over because too many people share it.',
      ['kind'],
    );
  }

  skipped(keys: SharedKey[]): void {
    for (const { kind } of keys) this.crowded.inc({ kind });
  }
}

const COUNT_OPEN = `SELECT count(*)::int AS open
  FROM (SELECT 1 FROM duplicate_pair WHERE state = 'open' LIMIT 10000) AS counted`;
