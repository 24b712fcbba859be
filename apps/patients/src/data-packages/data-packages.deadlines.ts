import { backlogOf, Clock, Jobs, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { DataPackageJob } from './data-package.job.js';
import { TRY_AGAIN_MS } from './data-package.rules.js';

/** Tries again to make the packages that wait: for a service, or because their job was lost. */
@Injectable()
export class DataPackageDeadlines implements DeadlineSource {
  readonly name = 'patients.data-package.try';

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(
      `SELECT id, try_at AS "dueAt" FROM data_package
        WHERE try_at <= $1 AND id <> ALL($2::uuid[]) ORDER BY try_at, id LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [now, except, limit],
    );
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'data_package', 'try_at', now);
  }

  /** A job that waits or runs already is enough. */
  async handle(tx: EntityManager, { id }: DueRow): Promise<void> {
    const again = new Date(this.clock.now().getTime() + TRY_AGAIN_MS);
    await tx.query('UPDATE data_package SET try_at = $2 WHERE id = $1', [id, again]);
    await this.jobs.enqueue(tx, DataPackageJob, { packageId: id }, { singletonKey: id });
  }
}
