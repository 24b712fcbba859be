import { Clock, Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ArrivalQueries } from './arrivals.queries.js';

const DAY_MS = 86_400_000;
/** Arrivals of a month are counted over every member: not at each scrape. */
const COUNTED_EVERY_MS = 600_000;

/** How alive communities are (PT-10). */
@Injectable()
export class CommunityMetrics {
  private counted: { at: number; ratio: number } | undefined;

  constructor(
    metrics: Metrics,
    private readonly source: DataSource,
    private readonly arrivals: ArrivalQueries,
    private readonly clock: Clock,
  ) {
    metrics.reading('hospital_patients_community_members', 'People in open communities.', [], () =>
      this.count('SELECT coalesce(sum(member_count), 0)::int AS value FROM community'),
    );
    metrics.reading(
      'hospital_patients_community_silent_members',
      'Members of whom nothing was heard for COMMUNITY_SILENT_HOURS, as told.',
      [],
      () =>
        this.count(`SELECT count(*)::int AS value FROM community_member
                     WHERE silent_since IS NOT NULL AND doubles_id IS NULL`),
    );
    metrics.reading(
      'hospital_patients_community_arrival_ratio',
      'Members who came to the hospital in the last 30 days; counted every ten minutes.',
      [],
      async () => [{ value: await this.ratio() }],
    );
  }

  private async count(sql: string): Promise<{ value: number }[]> {
    const [row]: { value: number }[] = await this.source.query(sql);
    return [{ value: row?.value ?? 0 }];
  }

  private async ratio(): Promise<number> {
    const now = this.clock.now();
    const age = this.counted ? Math.abs(now.getTime() - this.counted.at) : COUNTED_EVERY_MS;
    if (age >= COUNTED_EVERY_MS) {
      const period = { from: new Date(now.getTime() - 30 * DAY_MS).toISOString(), until: now.toISOString() };
      const { members, arrived } = await this.arrivals.total(period);
      this.counted = { at: now.getTime(), ratio: members === 0 ? 0 : arrived / members };
    }
    return this.counted?.ratio ?? 0;
  }
}
