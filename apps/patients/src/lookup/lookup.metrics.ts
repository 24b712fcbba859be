import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import type { LookupQuery } from './lookup.dto.js';

export type LookupKey = keyof Pick<LookupQuery, 'phone' | 'nationalId' | 'mrn' | 'cardNo'>;

/** How often callers are looked for, by what, and whether they are known (PT-2). */
@Injectable()
export class LookupMetrics {
  private readonly lookups;

  constructor(metrics: Metrics) {
    this.lookups = metrics.counter(
      'hospital_patients_lookups_total',
      'Look-ups of who is calling, by the kind of key and whether nobody, one or several were found.',
      ['key', 'outcome'],
    );
  }

  looked(key: LookupKey, found: number): void {
    this.lookups.inc({ key, outcome: found === 0 ? 'none' : found === 1 ? 'one' : 'several' });
  }
}
