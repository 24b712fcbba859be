import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';

/** Guessed, altered and forgotten links: the audit, which is kept for years, has only those that were given out (FU-4). */
@Injectable()
export class PatientPageMetrics {
  private readonly unknown;

  constructor(metrics: Metrics) {
    this.unknown = metrics.counter(
      'hospital_follow_up_unknown_links_total',
      'Calls of patient pages with a link that is none of ours.',
    );
  }

  unknownLink(): void {
    this.unknown.inc();
  }
}
