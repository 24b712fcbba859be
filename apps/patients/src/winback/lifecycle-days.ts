import { Clock, Job, Jobs, transact, type JobHandler, type JobRun, type NoPayload } from '#platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { throughEveryRecord } from '../people/every-record.js';
import { settingChanged } from '../people/remembered-setting.js';

/** Makes everybody who ever came due for a settlement of the stage: settled twice is told once. */
@Injectable()
@Job<NoPayload>({ name: 'patients.lifecycle-review', retries: 10, expireSeconds: 3_600 })
export class LifecycleReviewJob implements JobHandler<NoPayload> {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(_payload: NoPayload, run: JobRun): Promise<void> {
    return throughEveryRecord(this.source, run, (tx, ids) => tx.query(DUE, [ids, this.clock.now()]));
  }
}

/** The stage is stored: other LIFECYCLE_REVISIT_DAYS or LIFECYCLE_CHURN_DAYS turn it for everybody, at once (ADR 69). */
@Injectable()
export class LifecycleDays implements OnApplicationBootstrap {
  constructor(
    private readonly source: DataSource,
    private readonly config: PatientsConfig,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const setting = [this.config.lifecycleRevisitDays, this.config.lifecycleChurnDays];
    await transact(this.source, async (tx) => {
      if (await settingChanged(tx, 'lifecycle', setting)) await this.jobs.enqueue(tx, LifecycleReviewJob, {});
    });
  }
}

const DUE = `
  UPDATE person_lifecycle SET due_at = least(due_at, $2::timestamptz)
   WHERE person_id IN (
     SELECT person_id FROM person_lifecycle WHERE person_id = ANY ($1::uuid[]) ORDER BY person_id FOR UPDATE)`;
