import { Clock, Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How the watch over platforms stands (CP-6). */
@Injectable()
export class ReviewMetrics {
  constructor(metrics: Metrics, source: DataSource, clock: Clock) {
    const count = (sql: string, ...values: unknown[]) =>
      source.query<{ value: number }[]>(`SELECT count(*)::int AS value FROM ${sql}`, values);
    metrics.reading('hospital_complaints_reviews_unanswered', 'Bad reviews that nobody answered in private.', [], () =>
      count('review WHERE bad AND answered_at IS NULL'),
    );
    metrics.reading('hospital_complaints_patrols_open', 'Patrols that nobody has made.', ['over'], async () => {
      const now = clock.now();
      const open = 'review_patrol WHERE done_at IS NULL AND ends_at';
      const [today, over] = await Promise.all([count(`${open} > $1`, now), count(`${open} <= $1`, now)]);
      return [
        { labels: { over: 'false' }, value: today[0]?.value ?? 0 },
        { labels: { over: 'true' }, value: over[0]?.value ?? 0 },
      ];
    });
    metrics.reading('hospital_complaints_crises_open', 'Crises that are not closed.', [], () =>
      count('crisis WHERE closed_at IS NULL'),
    );
  }
}
