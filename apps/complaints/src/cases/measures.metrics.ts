import { Clock, Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Counted no further: a scrape costs the same whatever is owed. */
const MOST = 10_000;

/** Whether what was to become better because of complaints is done in time (CP-4). */
@Injectable()
export class MeasureMetrics {
  constructor(metrics: Metrics, source: DataSource, clock: Clock) {
    metrics.reading(
      'hospital_complaints_measures_late',
      `Measures of rectification that are past their day and not done, counted up to ${MOST}.`,
      [],
      async () => {
        const [row]: { count: number }[] = await source.query(COUNT, [clock.now()]);
        return [{ value: row?.count ?? 0 }];
      },
    );
  }
}

const COUNT = `
  SELECT count(*)::int AS count
    FROM (SELECT FROM rectification_measure WHERE state = 'planned' AND due_at < $1 LIMIT ${MOST}) AS late`;
