import { RESPONSE_CHANNELS } from '#contracts';
import { Clock, Metrics, type Sample } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FLAG_KINDS } from '../questionnaires/questionnaire.rules.js';

const DAY_MS = 86_400_000;

/** How many answers come in and how, and what they set going (FU-8, FU-9). */
@Injectable()
export class ResponseMetrics {
  constructor(
    metrics: Metrics,
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    metrics.reading(
      'hospital_follow_up_responses_of_day',
      'Answers to questionnaires recorded in the last 24 hours, corrections included.',
      ['channel'],
      () =>
        this.count(
          'channel',
          RESPONSE_CHANNELS,
          `SELECT channel AS name, count(*)::int AS value FROM questionnaire_response
            WHERE recorded_at > $1 AND recorded_at <= $2 GROUP BY 1`,
        ),
    );
    metrics.reading(
      'hospital_follow_up_flags_of_day',
      'Flags that answers raised in the last 24 hours, each once.',
      ['kind'],
      () =>
        this.count(
          'kind',
          FLAG_KINDS,
          `SELECT kind AS name, count(*)::int AS value FROM response_flag
            WHERE raised_at > $1 AND raised_at <= $2 GROUP BY 1`,
        ),
    );
  }

  private async count(label: string, names: readonly string[], sql: string): Promise<Sample[]> {
    const now = this.clock.now();
    const rows: { name: string; value: number }[] = await this.source.query(sql, [
      new Date(now.getTime() - DAY_MS),
      now,
    ]);
    const counts = new Map(rows.map(({ name, value }) => [name, value]));
    return names.map((name) => ({ labels: { [label]: name }, value: counts.get(name) ?? 0 }));
  }
}
