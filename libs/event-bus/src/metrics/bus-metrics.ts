import { Clock, Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Redelivery } from '../operations/redelivery.service.js';

/** Beyond it the number only says "far too many", and counting on would cost the database. */
const COUNTED = 100_000;

/** What the database knows of the outbox and of every consumer; each replica tells the same, so dashboards take the maximum. */
@Injectable()
export class BusMetrics {
  constructor(
    metrics: Metrics,
    private readonly source: DataSource,
    private readonly redelivery: Redelivery,
    private readonly clock: Clock,
  ) {
    metrics.readings(
      {
        hospital_outbox_unpublished: { help: `Events not yet published; counted up to ${COUNTED}.` },
        hospital_outbox_oldest_age_seconds: { help: 'Age of the oldest event not yet published, 0 without one.' },
      },
      () => this.outbox(),
    );
    metrics.readings(
      {
        hospital_consumer_lag: { help: 'Events of the stream beyond the saved position.', labelNames: ['stream'] },
        hospital_consumer_parked: { help: 'Events that wait in the parking lot.', labelNames: ['stream'] },
      },
      () => this.consumers(),
    );
  }

  private async outbox() {
    const [row]: { waiting: number; oldest: Date | null }[] = await this.source.query(
      `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM outbox WHERE published_at IS NULL LIMIT ${COUNTED}) AS some) AS waiting,
              (SELECT occurred_at FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT 1) AS oldest`,
    );
    const ageMs = row?.oldest ? Math.max(0, this.clock.now().getTime() - row.oldest.getTime()) : 0;
    return {
      hospital_outbox_unpublished: [{ value: row?.waiting ?? 0 }],
      hospital_outbox_oldest_age_seconds: [{ value: ageMs / 1000 }],
    };
  }

  private async consumers() {
    const states = await this.redelivery.consumers();
    return {
      hospital_consumer_lag: states.map(({ stream, behind }) => ({ labels: { stream }, value: behind })),
      hospital_consumer_parked: states.map(({ stream, parked }) => ({ labels: { stream }, value: parked })),
    };
  }
}
