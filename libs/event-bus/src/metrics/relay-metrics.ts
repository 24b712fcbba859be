import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';

/** What the relay of this process does. */
@Injectable()
export class RelayMetrics {
  private readonly published;
  private readonly leader;

  constructor(metrics: Metrics) {
    this.published = metrics.counter('hospital_relay_published_total', 'Events the broker confirmed.');
    this.leader = metrics.gauge('hospital_relay_leader', '1 while this process publishes the outbox, else 0.');
    this.leader.set(0);
  }

  confirmed(events: number): void {
    this.published.inc(events);
  }

  leads(leading: boolean): void {
    this.leader.set(leading ? 1 : 0);
  }
}
