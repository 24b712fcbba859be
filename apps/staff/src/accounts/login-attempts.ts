import { Clock, Problem, transactAside } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { StaffConfig } from '../staff.config.js';
import { countAttempt, DAY_MS, type AttemptState } from './lockout.rules.js';

const FORGOTTEN_AT_ONCE = 100;

/**
 * Counts failed logins by user name and locks it for a while (decision 10). A name nobody has is counted and locked the
 * same way, so that nobody learns from it who has an account.
 */
@Injectable()
export class LoginAttempts {
  constructor(
    private readonly source: DataSource,
    private readonly config: StaffConfig,
    private readonly clock: Clock,
  ) {}

  /** Runs a check of the password as a counted attempt. @throws Problem 429 with Retry-After while locked. */
  async guarded<T>(username: string, check: () => Promise<T>): Promise<T> {
    await this.count(username);
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) await this.giveBack(username);
      throw error;
    }
  }

  /** A right password, or an administrator, ends lock and count. @returns whether it was locked */
  async forget(tx: EntityManager, username: string): Promise<boolean> {
    const [rows]: [{ locked: boolean }[], number] = await tx.query(
      'DELETE FROM login_attempt WHERE username = $1 RETURNING coalesce(locked_until > $2, false) AS locked',
      [username, this.clock.now()],
    );
    return rows[0]?.locked === true;
  }

  private async count(username: string): Promise<void> {
    const now = this.clock.now();
    const settings = { attempts: this.config.loginAttempts, lockMinutes: this.config.loginLockMinutes };
    const lockedUntil = await transactAside(this.source, async (tx) => {
      await tx.query(
        `INSERT INTO login_attempt (username, failures, locks, last_at) VALUES ($1, 0, 0, $2) ON CONFLICT DO NOTHING`,
        [username, now],
      );
      const [state] = await tx.query<AttemptState[]>(
        `SELECT failures, locks, locked_until AS "lockedUntil", last_at AS "lastAt"
           FROM login_attempt WHERE username = $1 FOR UPDATE`,
        [username],
      );
      const counted = countAttempt(state, now, settings);
      if ('lockedUntil' in counted) return counted.lockedUntil;
      const { failures, locks, lockedUntil, lastAt } = counted.state;
      await tx.query(
        'UPDATE login_attempt SET failures = $2, locks = $3, locked_until = $4, last_at = $5 WHERE username = $1',
        [username, failures, locks, lockedUntil, lastAt],
      );
      await forgetQuiet(tx, now);
      return undefined;
    });
    if (lockedUntil) throw locked(lockedUntil, now);
  }

  /** The password was never looked at: we were too busy. */
  private async giveBack(username: string): Promise<void> {
    await this.source.query(
      `UPDATE login_attempt SET failures = failures - 1, locked_until = NULL,
              locks = CASE WHEN locked_until IS NULL THEN locks ELSE locks - 1 END
        WHERE username = $1 AND failures > 0`,
      [username],
    );
  }
}

/** Names somebody made up must not fill the table. */
async function forgetQuiet(tx: EntityManager, now: Date): Promise<void> {
  await tx.query(
    `DELETE FROM login_attempt WHERE username IN (
       SELECT username FROM login_attempt WHERE last_at < $1 AND (locked_until IS NULL OR locked_until < $2)
        ORDER BY last_at LIMIT $3 FOR UPDATE SKIP LOCKED)`,
    [new Date(now.getTime() - 2 * DAY_MS), now, FORGOTTEN_AT_ONCE],
  );
}

function locked(until: Date, now: Date): Problem {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new Problem(
    429,
    'login-locked',
    {},
    {
      headers: { 'retry-after': String(seconds) },
    },
  );
}
