import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AttemptOutcome } from '../calls/attempt.rules.js';
import { CALLS } from './queue.sql.js';

interface Counted {
  open: number;
  claimed: number;
}

/** Beyond it the number only says "far too many". */
const COUNTED = 1_000_000;

const COUNT = `
  SELECT (SELECT count(*)::int FROM (SELECT 1 FROM task WHERE ${CALLS} LIMIT ${COUNTED}) AS queue) AS open,
         (SELECT count(*)::int FROM task_hand_out JOIN task ON task.id = task_id AND claimed_by = account_id
           WHERE lease_until IS NOT NULL AND status = 'open') AS claimed`;

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
        const [{ open, claimed } = { open: 0, claimed: 0 }]: Counted[] = await source.query(COUNT);
        return {
          hospital_follow_up_calls_waiting: [{ value: Math.max(0, open - claimed) }],
          hospital_follow_up_calls_in_hand: [{ value: claimed }],
        };
      },
    );
  }

  attempted(outcome: AttemptOutcome): void {
    this.attempts.inc({ outcome });
  }
}
