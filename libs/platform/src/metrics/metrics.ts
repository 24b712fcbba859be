import { Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** One value of a gauge. Label values are few and known: never ids, raw paths or anything a caller may choose. */
export interface Sample {
  labels?: Record<string, string>;
  value: number;
}

/** Of a gauge that is read when somebody asks. */
export interface GaugeText {
  help: string;
  labelNames?: string[];
}

/** 1 ms to 30 s: from a primary-key read to the longest request. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** A scrape waits no longer for one reading: a database in trouble must not hide what else is known. */
const READING_MS = 2_000;

/**
 * What this process tells Prometheus. Names are `hospital_<part>_<what>_<unit>`: seconds for times, `_total` for
 * counters; one registry a process, default process metrics included.
 */
@Injectable()
export class Metrics {
  private readonly logger = new Logger(Metrics.name);
  private readonly registry = new Registry();
  private readonly looks: (() => Promise<void>)[] = [];
  private round: Promise<string> | undefined;
  private readonly failedReadings: Counter;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.failedReadings = this.counter(
      'hospital_metrics_failed_readings_total',
      'Gauges that could not be read for a scrape, for instance because the database is away.',
      ['metric'],
    );
  }

  counter(name: string, help: string, labelNames: string[] = []): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  /** Of durations in seconds, unless other buckets are given. */
  histogram(name: string, help: string, labelNames: string[] = [], buckets: number[] = SECONDS): Histogram {
    return new Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }

  /** A gauge whose values are read at each scrape; what cannot be read then is not told. */
  reading(name: string, help: string, labelNames: string[], read: () => Sample[] | Promise<Sample[]>): void {
    this.readings({ [name]: { help, labelNames } }, async () => ({ [name]: await read() }));
  }

  /** Gauges that one look gives together. */
  readings<N extends string>(gauges: Record<N, GaugeText>, look: () => Promise<Record<N, Sample[]>>): void {
    const names = Object.keys(gauges) as N[];
    const byName = new Map(names.map((name) => [name, this.gauge(name, gauges[name].help, gauges[name].labelNames)]));
    // A reset would leave a gauge without labels at 0, as if that had been read.
    const forget = (gauge: Gauge, name: N) => (gauges[name].labelNames?.length ? gauge.reset() : gauge.remove());
    this.looks.push(async () => {
      byName.forEach(forget);
      try {
        const seen = await inTime(look());
        for (const [name, gauge] of byName) for (const { labels, value } of seen[name]) gauge.set(labels ?? {}, value);
      } catch (error) {
        for (const name of names) this.failedReadings.inc({ metric: name });
        this.logger.debug(error);
      }
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything in Prometheus' text format. Scrapes at the same time share one round of readings. */
  expose(): Promise<string> {
    this.round ??= Promise.all(this.looks.map((look) => look()))
      .then(() => this.registry.metrics())
      .finally(() => {
        this.round = undefined;
      });
    return this.round;
  }
}

async function inTime<T>(reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('a reading took too long')), READING_MS);
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}
