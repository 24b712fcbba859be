import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';

/** How often whole timelines are read, apart from those that come with a look-up (PT-2). */
@Injectable()
export class TimelineMetrics {
  private readonly reads;

  constructor(metrics: Metrics) {
    this.reads = metrics.counter(
      'hospital_patients_timeline_reads_total',
      'Pages of timelines that were asked for: the first or a further one, of a record that there is or not.',
      ['page', 'outcome'],
    );
  }

  read(isFirst: boolean, isFound: boolean): void {
    this.reads.inc({ page: isFirst ? 'first' : 'further', outcome: isFound ? 'found' : 'not-found' });
  }
}
