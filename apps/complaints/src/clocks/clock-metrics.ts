import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Both read by partial indexes: what is late is what climbed past its limit and has not stopped. */
const LATE = `SELECT kind, count(*)::int AS count FROM clock WHERE level > 0 AND stopped_at IS NULL GROUP BY kind`;
const UNDATED = `SELECT count(*)::int AS count FROM clock WHERE undated_year IS NOT NULL AND stopped_at IS NULL`;

/** Whether what was promised is kept (CP-2); how punctual escalations are the deadlines' own metrics say. */
@Injectable()
export class ClockMetrics {
  constructor(
    metrics: Metrics,
    private readonly source: DataSource,
  ) {
    metrics.readings(
      {
        hospital_complaint_clocks_late: {
          help: 'Promises that are past their limit and still owed.',
          labelNames: ['kind'],
        },
        hospital_complaint_clocks_undated: {
          help: 'Statutory clocks without a deadline, because nobody knows the holidays of a year.',
        },
      },
      () => this.read(),
    );
  }

  private async read() {
    const late: { kind: string; count: number }[] = await this.source.query(LATE);
    const [undated]: { count: number }[] = await this.source.query(UNDATED);
    return {
      hospital_complaint_clocks_late: late.map(({ kind, count }) => ({ labels: { kind }, value: count })),
      hospital_complaint_clocks_undated: [{ value: undated?.count ?? 0 }],
    };
  }
}
