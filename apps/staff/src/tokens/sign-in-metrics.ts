import { Clock, Metrics, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Sessions } from '../sessions/sessions.js';

/** What a sign-in may come to besides `succeeded`: codes of problems; every other one is `other`. */
const REFUSALS = new Set([
  'credentials-refused',
  'login-locked',
  'password-change-required',
  'refresh-refused',
  'busy',
]);
/** Beyond it the number only says "far too many". */
const COUNTED = 100_000;

/** Who gets in and who does not, without saying who: no names, no addresses. */
@Injectable()
export class SignInMetrics {
  private readonly attempts;

  constructor(
    metrics: Metrics,
    private readonly source: DataSource,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {
    this.attempts = metrics.counter(
      'hospital_sign_ins_total',
      'Sign-ins with a password: succeeded, or the code of the problem.',
      ['outcome'],
    );
    metrics.readings(
      {
        hospital_sign_ins_locked_names: { help: `User names locked now, counted up to ${COUNTED}.` },
        hospital_sessions_open: { help: `Sessions that are neither ended nor run out, counted up to ${COUNTED}.` },
      },
      () => this.read(),
    );
  }

  async counted<T>(signIn: () => Promise<T>): Promise<T> {
    try {
      const signedIn = await signIn();
      this.attempts.inc({ outcome: 'succeeded' });
      return signedIn;
    } catch (error) {
      const code = error instanceof Problem ? error.code : 'other';
      this.attempts.inc({ outcome: REFUSALS.has(code) ? code : 'other' });
      throw error;
    }
  }

  private async read() {
    const now = this.clock.now();
    const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    const { idleSeconds, lifetimeSeconds } = this.sessions.limits;
    const [row]: { locked: number; open: number }[] = await this.source.query(
      `SELECT (SELECT count(*)::int FROM (
                 SELECT 1 FROM login_attempt WHERE locked_until > $1 LIMIT ${COUNTED}) AS names) AS locked,
              (SELECT count(*)::int FROM (
                 SELECT 1 FROM login_session
                  WHERE ended_at IS NULL AND last_used_at > $2 AND started_at > $3 LIMIT ${COUNTED}) AS live) AS open`,
      [now, before(idleSeconds), before(lifetimeSeconds)],
    );
    return {
      hospital_sign_ins_locked_names: [{ value: row?.locked ?? 0 }],
      hospital_sessions_open: [{ value: row?.open ?? 0 }],
    };
  }
}
