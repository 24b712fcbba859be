import { Clock, Job, Jobs, transact, type JobHandler, type JobRun, type NoPayload } from '#platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { throughEveryRecord } from '../people/every-record.js';
import { settingChanged } from '../people/remembered-setting.js';
import { dueForCheck } from './due-checks.js';

/** Makes every living record due for a check: checked twice is checked. */
@Injectable()
@Job<NoPayload>({ name: 'patients.duplicates-recheck', policy: 'stately', retries: 10, expireSeconds: 3_600 })
export class DuplicateRecheckJob implements JobHandler<NoPayload> {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(_payload: NoPayload, run: JobRun): Promise<void> {
    return throughEveryRecord(this.source, run, (tx, ids) => dueForCheck(tx, ids, this.clock.now()));
  }
}

/** A new DUPLICATE_SCORE or DUPLICATE_KEY_MOST counts for everybody, not only for who changes next (ADR 62). */
@Injectable()
export class DuplicateThreshold implements OnApplicationBootstrap {
  constructor(
    private readonly source: DataSource,
    private readonly config: PatientsConfig,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const setting = [this.config.duplicateScore, this.config.duplicateKeyMost];
    await transact(this.source, async (tx) => {
      if (await settingChanged(tx, 'duplicates', setting)) await this.jobs.enqueue(tx, DuplicateRecheckJob, {});
    });
  }
}
