import type { Metrics } from '../metrics/metrics.js';
import type { Backlogs } from './backlogs.js';
import type { DeadlineSource, DueRow } from './deadline-source.js';

/** How punctual deadlines are: what waits, as the database knows it, and how late each one fired. */
export class DeadlineMetrics {
  private readonly fired;
  private readonly failed;
  private readonly lag;

  constructor(
    metrics: Metrics,
    private readonly waiting: Backlogs,
  ) {
    const labels = ['source'];
    this.fired = metrics.counter('hospital_deadlines_fired_total', 'Deadlines worked off.', labels);
    this.failed = metrics.counter('hospital_deadlines_failed_total', 'Attempts that failed; each is repeated.', labels);
    this.lag = metrics.histogram(
      'hospital_deadline_firing_lag_seconds',
      'From the time a deadline fell due to the transaction that worked it off.',
      labels,
      [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600],
    );
    metrics.readings(
      {
        hospital_deadlines_due: { help: 'Deadlines that are due and wait, counted up to 10000.', labelNames: labels },
        hospital_deadlines_overdue_seconds: { help: 'How long the oldest of them is due.', labelNames: labels },
      },
      () => this.backlogs(),
    );
  }

  worked(kind: DeadlineSource, rows: DueRow[], now: Date): void {
    this.fired.inc({ source: kind.name }, rows.length);
    for (const { dueAt } of rows) {
      if (dueAt) this.lag.observe({ source: kind.name }, Math.max(0, now.getTime() - dueAt.getTime()) / 1000);
    }
  }

  stumbled(kind: DeadlineSource): void {
    this.failed.inc({ source: kind.name });
  }

  private async backlogs() {
    const all = await this.waiting.read();
    return {
      hospital_deadlines_due: all.map(({ source, due }) => ({ labels: { source }, value: due })),
      hospital_deadlines_overdue_seconds: all.map(({ source, overdueSeconds }) => ({
        labels: { source },
        value: overdueSeconds,
      })),
    };
  }
}
