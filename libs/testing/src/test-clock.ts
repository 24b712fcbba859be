import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Clock } from '#platform';
import { Temporal } from 'temporal-polyfill';

/** Moves time for every process that reads the same offset file. */
export class TestClock {
  private offsetMs = 0;
  private readonly reader: Clock;

  constructor(readonly file: string) {
    this.reader = new Clock(file);
  }

  now(): Date {
    return this.reader.now();
  }

  async advance(duration: Temporal.DurationLike): Promise<void> {
    const ms = Temporal.Duration.from(duration).total({ unit: 'milliseconds', relativeTo: '2026-01-01' });
    await this.move(this.offsetMs + ms);
  }

  /** @param instant ISO 8601 with offset; time runs on from there. */
  async set(instant: string): Promise<void> {
    await this.move(Date.parse(instant) - Date.now());
  }

  async reset(): Promise<void> {
    await this.move(0);
  }

  private async move(offsetMs: number): Promise<void> {
    this.offsetMs = Math.round(offsetMs);
    writeFileSync(`${this.file}.new`, String(this.offsetMs));
    renameSync(`${this.file}.new`, this.file);
    // By then every process has looked again. Timers may fire a millisecond early.
    await wait(Clock.FRESHNESS_MS + 2);
  }
}
