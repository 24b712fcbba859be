import { Metrics, type Sample } from '#platform';
import { Injectable } from '@nestjs/common';

export type EventOutcome = 'handled' | 'failed' | 'parked';

/** What a consumer holds right now. */
export interface Holding {
  /** Events and replays waiting or in hand. */
  depth: number;
  /** When the oldest of them came, by performance.now(); undefined without any. */
  oldestSince: number | undefined;
}

/** What the consumers of this process do. Standing by, a consumer holds nothing and shows 0. */
@Injectable()
export class ConsumerMetrics {
  private readonly active = new Map<string, () => Holding>();
  private readonly outcomes;
  private readonly durations;

  constructor(metrics: Metrics) {
    this.outcomes = metrics.counter(
      'hospital_consumer_events_total',
      'Deliveries handled, failed attempts, and events parked.',
      ['stream', 'subject', 'outcome'],
    );
    this.durations = metrics.histogram(
      'hospital_consumer_handling_duration_seconds',
      'One transaction of inbox and handlers, of one event or a batch.',
      ['stream'],
    );
    metrics.reading('hospital_consumer_active', '1 while this process reads the stream.', ['stream'], () =>
      this.each(() => 1),
    );
    metrics.reading('hospital_consumer_lane_depth', 'Events held in memory, waiting or in hand.', ['stream'], () =>
      this.each(({ depth }) => depth),
    );
    metrics.reading(
      'hospital_consumer_oldest_waiting_seconds',
      'How long the oldest of them is here.',
      ['stream'],
      () => this.each(({ oldestSince }) => (oldestSince === undefined ? 0 : (performance.now() - oldestSince) / 1000)),
    );
  }

  /** While a consumer is the active one. @returns what ends it. */
  watch(stream: string, holding: () => Holding): () => void {
    this.active.set(stream, holding);
    return () => this.active.delete(stream);
  }

  /** @param subject one that the service has a handler for; others are one label, for senders may invent them. */
  count(stream: string, subject: string | undefined, outcome: EventOutcome, events = 1): void {
    this.outcomes.inc({ stream, subject: subject ?? 'other', outcome }, events);
  }

  took(stream: string, milliseconds: number): void {
    this.durations.observe({ stream }, milliseconds / 1000);
  }

  private each(value: (holding: Holding) => number): Sample[] {
    return [...this.active].map(([stream, holding]) => ({ labels: { stream }, value: value(holding()) }));
  }
}
