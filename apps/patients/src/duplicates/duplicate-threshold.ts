import { Clock, Job, Jobs, transact, type JobHandler, type JobRun, type NoPayload } from '#platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { dueForCheck } from './due-checks.js';

/** Made due in one transaction; the checks themselves are the deadlines' work. */
const BATCH = 5_000;

/** Makes every living record due for a check. An attempt that was cut off begins anew: checked twice is checked. */
@Injectable()
@Job<NoPayload>({ name: 'patients.duplicates-recheck', policy: 'stately', retries: 10, expireSeconds: 3_600 })
export class DuplicateRecheckJob implements JobHandler<NoPayload> {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(_payload: NoPayload, run: JobRun): Promise<void> {
    for (let after: string | undefined = NOBODY; after !== undefined;) {
      run.signal.throwIfAborted();
      after = await this.batch(after, run);
    }
  }

  private batch(after: string, run: JobRun): Promise<string | undefined> {
    return transact(this.source, async (tx) => {
      await run.hold(tx);
      const rows: { id: string }[] = await tx.query(
        `SELECT id FROM person WHERE merged_into IS NULL AND id > $1 ORDER BY id LIMIT ${BATCH}`,
        [after],
      );
      const ids = rows.map(({ id }) => id);
      await dueForCheck(tx, ids, this.clock.now());
      return ids.at(-1);
    });
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A new DUPLICATE_SCORE or DUPLICATE_KEY_MOST counts for everybody, not only for who changes next (ADR 62). */
@Injectable()
export class DuplicateThreshold implements OnApplicationBootstrap {
  constructor(
    private readonly source: DataSource,
    private readonly config: PatientsConfig,
    private readonly jobs: Jobs,
  ) {}

  /** Of several replicas that start at once, one finds the setting changed. */
  async onApplicationBootstrap(): Promise<void> {
    const setting = [this.config.duplicateScore, this.config.duplicateKeyMost];
    await transact(this.source, async (tx) => {
      await tx.query(
        'INSERT INTO duplicate_threshold (score, key_most) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        setting,
      );
      const [, changed]: [unknown, number] = await tx.query(
        'UPDATE duplicate_threshold SET score = $1, key_most = $2 WHERE (score, key_most) <> ($1, $2)',
        setting,
      );
      if (changed > 0) await this.jobs.enqueue(tx, DuplicateRecheckJob, {});
    });
  }
}
