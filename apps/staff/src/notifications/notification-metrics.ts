import { Clock, Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Beyond it the number only says "far too many". */
const COUNTED = 10_000;
const DAY_MS = 86_400_000;

interface Counts {
  waiting: number;
  escalated: number;
  unanswered: number;
  unreached: number;
}

/** Whether those who are told also answer (ORG-2). */
@Injectable()
export class NotificationMetrics {
  constructor(
    metrics: Metrics,
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    const counted = `counted up to ${COUNTED}`;
    metrics.readings(
      {
        hospital_notifications_unacknowledged: {
          help: `Notifications somebody has to acknowledge and nobody has, by whether the next in line has it; ${counted}.`,
          labelNames: ['escalated'],
        },
        hospital_notifications_given_up_day: {
          help: `Notifications of the last 24 hours that nobody acknowledged or nobody could be told; ${counted}.`,
          labelNames: ['state'],
        },
      },
      () => this.read(),
    );
  }

  private async read() {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const [row]: Counts[] = await this.source.query(
      `WITH waiting AS (SELECT step FROM notification WHERE due_at IS NOT NULL LIMIT ${COUNTED}),
            settled AS (SELECT state FROM notification WHERE due_at IS NULL AND requested_at > $1 LIMIT ${COUNTED})
       SELECT (SELECT count(*)::int FROM waiting WHERE step = 0) AS waiting,
              (SELECT count(*)::int FROM waiting WHERE step > 0) AS escalated,
              (SELECT count(*)::int FROM settled WHERE state = 'unanswered') AS unanswered,
              (SELECT count(*)::int FROM settled WHERE state = 'unreached') AS unreached`,
      [since],
    );
    const { waiting, escalated, unanswered, unreached } = row as Counts;
    return {
      hospital_notifications_unacknowledged: [
        { labels: { escalated: 'no' }, value: waiting },
        { labels: { escalated: 'yes' }, value: escalated },
      ],
      hospital_notifications_given_up_day: [
        { labels: { state: 'unanswered' }, value: unanswered },
        { labels: { state: 'unreached' }, value: unreached },
      ],
    };
  }
}
