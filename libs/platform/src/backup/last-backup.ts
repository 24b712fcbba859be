import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metrics } from '../metrics/metrics.js';

/** What `npm run backup` left behind in this service's database. */
@Injectable()
export class LastBackup {
  constructor(
    metrics: Metrics,
    private readonly source: DataSource,
  ) {
    metrics.reading(
      'hospital_backup_last_success_timestamp_seconds',
      'The moment of the last whole backup of this database, seconds since 1970; 0 when there is none.',
      [],
      async () => [{ value: ((await this.takenAt())?.getTime() ?? 0) / 1000 }],
    );
  }

  /** The moment it shows the database at; null when none was ever taken. */
  async takenAt(): Promise<Date | null> {
    const [row]: { taken_at: Date }[] = await this.source.query('SELECT taken_at FROM last_backup');
    return row?.taken_at ?? null;
  }
}
