import { Clock, Metrics, ServiceConfig } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';

/** How much was promised and not kept yet (PT-2). */
@Injectable()
export class PromisesMetrics {
  constructor(metrics: Metrics, source: DataSource, clock: Clock, config: ServiceConfig) {
    const help = 'Promises to patients that are not kept yet, open in time or overdue, counted up to 10000 each.';
    metrics.reading('hospital_patients_promises_open', help, ['due'], async () => {
      const today = Temporal.Instant.from(clock.now().toISOString()).toZonedDateTimeISO(config.hospitalZone);
      const [row]: { overdue: number; later: number }[] = await source.query(OPEN, [today.toPlainDate().toString()]);
      return [
        { labels: { due: 'overdue' }, value: row?.overdue ?? 0 },
        { labels: { due: 'later' }, value: row?.later ?? 0 },
      ];
    });
  }
}

const counted = (condition: string) =>
  `(SELECT count(*)::int FROM (SELECT FROM promise WHERE kept_at IS NULL AND ${condition} LIMIT 10000) AS few)`;
const OPEN = `SELECT ${counted('due_on < $1')} AS overdue, ${counted('(due_on IS NULL OR due_on >= $1)')} AS later`;
