import { Clock, Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PACKAGE_STATES } from './data-package-vocabulary.js';

/** Whether people get what they asked for in time. */
@Injectable()
export class DataPackageMetrics {
  constructor(metrics: Metrics, source: DataSource, clock: Clock) {
    metrics.reading(
      'hospital_patients_data_packages',
      'Packages of a person’s data by state (PT-9).',
      ['state'],
      async () => {
        const rows: { state: string; count: number }[] = await source.query(
          'SELECT state, count(*)::int AS count FROM data_package GROUP BY state',
        );
        const counts = new Map(rows.map(({ state, count }) => [state, count]));
        return PACKAGE_STATES.map((state) => ({ labels: { state }, value: counts.get(state) ?? 0 }));
      },
    );
    metrics.reading(
      'hospital_patients_data_package_oldest_waiting_seconds',
      'Age of the oldest package that waits; 0 when none does.',
      [],
      async () => {
        const [row]: { oldest: Date | null }[] = await source.query(
          `SELECT min(requested_at) AS oldest FROM data_package WHERE state = 'waiting'`,
        );
        const now = clock.now().getTime();
        return [{ value: Math.max(0, (now - (row?.oldest?.getTime() ?? now)) / 1000) }];
      },
    );
  }
}
