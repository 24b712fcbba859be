import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AttemptOutcome } from '../calls/attempt.rules.js';
import { QUEUE } from './queue.sql.js';

interface Counted {
  waiting: number;
  claimed: number;
}

/** Beyond it the number only says "far too many". */
const COUNTED = 1_000_000;

const COUNT = `
  SELECT (SELECT count(*)::int FROM (SELECT 1 FROM task WHERE ${QUEUE} LIMIT ${COUNTED}) AS queue) AS waiting,
         (SELECT count(*)::int FROM task WHERE claimed_by IS NOT NULL AND status = 'open') AS claimed`;

/** How long the nurses' queue is, and what comes of the calls (FU-7). */
@Injectable()
export class DeskMetrics {
  private readonly attempts;

  constructor(metrics: Metrics, source: DataSource) {
    this.attempts = metrics.counter('hospital_follow_up_attempts_total', 'Attempts to reach patients, by outcome.', [
      'outcome',
    ]);
    metrics.readings(
      {
        hospital_follow_up_calls_waiting: { help: 'Open calls that no nurse has in hand.' },
        hospital_follow_up_calls_in_hand: { help: 'Calls that nurses have in hand.' },
      },
      async () => {
        const [counted]: Counted[] = await source.query(COUNT);
        return {
          hospital_follow_up_calls_waiting: [{ value: counted?.waiting ?? 0 }],
          hospital_follow_up_calls_in_hand: [{ value: counted?.claimed ?? 0 }],
        };
      },
    );
  }

  attempted(outcome: AttemptOutcome): void {
    this.attempts.inc({ outcome });
  }
}
