import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { OUTBOX_COUNTED, OutboxBacklog } from '../operations/outbox-backlog.js';
import { Redelivery } from '../operations/redelivery.service.js';

/** What the database knows of the outbox and of every consumer; each replica tells the same, so dashboards take the maximum. */
@Injectable()
export class BusMetrics {
  constructor(
    metrics: Metrics,
    private readonly outbox: OutboxBacklog,
    private readonly redelivery: Redelivery,
  ) {
    metrics.readings(
      {
        hospital_outbox_unpublished: { help: `Events not yet published; counted up to ${OUTBOX_COUNTED}.` },
        hospital_outbox_oldest_age_seconds: { help: 'Age of the oldest event not yet published, 0 without one.' },
      },
      () => this.unpublished(),
    );
    metrics.readings(
      {
        hospital_consumer_lag: { help: 'Events of the stream beyond the saved position.', labelNames: ['stream'] },
        hospital_consumer_parked: { help: 'Events that wait in the parking lot.', labelNames: ['stream'] },
      },
      () => this.consumers(),
    );
  }

  private async unpublished() {
    const { events, oldestAgeSeconds } = await this.outbox.read();
    return {
      hospital_outbox_unpublished: [{ value: events }],
      hospital_outbox_oldest_age_seconds: [{ value: oldestAgeSeconds }],
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
