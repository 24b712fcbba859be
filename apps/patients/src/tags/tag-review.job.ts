import { Clock, Job, Jobs, newId, transact, type JobHandler, type JobRun } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsString, IsUUID } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { allConcernedBy, concernedBy } from './tag-review.sql.js';
import { TagSettlement } from './tag-settlement.js';
import type { TagRule } from './tag.rules.js';

export class TagReviewPayload {
  @IsString() code!: string;
  @IsUUID() reviewId!: string;
}

/** People of one transaction: it ends well within a second. */
const BATCH = 100;

interface Review {
  rule: TagRule | null;
  next: string | null;
  total: number | null;
}

/**
 * Brings everybody whom a changed rule may concern up to date, in the order of ids, some at a time: each batch is one
 * transaction with where to go on, so a killed worker's successor repeats nothing. A further change of the rule takes
 * the review over: what runs here then ends.
 */
@Injectable()
@Job<TagReviewPayload>({
  name: 'patients.tag-review',
  payload: TagReviewPayload,
  retries: 20,
  retryDelaySeconds: 1,
  expireSeconds: 86_400,
})
export class TagReviewJob implements JobHandler<TagReviewPayload> {
  constructor(
    private readonly source: DataSource,
    private readonly settlement: TagSettlement,
    private readonly clock: Clock,
  ) {}

  async run({ code, reviewId }: TagReviewPayload, run: JobRun): Promise<void> {
    for (let goesOn = true; goesOn;) {
      run.signal.throwIfAborted();
      goesOn = await transact(this.source, async (tx) => {
        await run.hold(tx);
        return this.batch(tx, code, reviewId);
      });
    }
  }

  private async batch(tx: EntityManager, code: string, reviewId: string): Promise<boolean> {
    const [review]: Review[] = await tx.query(LOCK, [code, reviewId]);
    if (!review) return false;
    const now = this.clock.now();
    if (review.total === null) await this.count(tx, code, review.rule, now);
    const ids = await this.next(tx, code, review, now);
    const last = ids.at(-1);
    if (last === undefined) {
      await tx.query('UPDATE tag SET review_id = NULL, review_next = NULL WHERE code = $1', [code]);
      return false;
    }
    await this.settlement.settleAll(tx, ids, now);
    await tx.query('UPDATE tag SET review_next = $2, review_done = review_done + $3 WHERE code = $1', [
      code,
      last,
      ids.length,
    ]);
    return true;
  }

  private async count(tx: EntityManager, code: string, rule: TagRule | null, now: Date): Promise<void> {
    const values: unknown[] = [];
    const people = allConcernedBy(code, rule, now.getUTCFullYear(), (value) => `$${values.push(value)}`);
    const sql = `UPDATE tag SET review_total = (SELECT count(*)::int ${people}) WHERE code = $${values.push(code)}`;
    await tx.query(sql, values);
  }

  private async next(tx: EntityManager, code: string, { rule, next }: Review, now: Date): Promise<string[]> {
    const values: unknown[] = [next];
    const people = concernedBy(code, rule, now.getUTCFullYear(), (value) => `$${values.push(value)}`);
    const rows: { id: string }[] = await tx.query(
      `SELECT p.id ${people} AND ($1::uuid IS NULL OR p.id > $1) ORDER BY p.id LIMIT ${BATCH}`,
      values,
    );
    return rows.map(({ id }) => id);
  }
}

/** Words of others refer to the tag meanwhile: only its key is left to them. */
const LOCK = `
  SELECT rule, review_next AS next, review_total AS total FROM tag WHERE code = $1 AND review_id = $2
     FOR NO KEY UPDATE`;

/** In the transaction that changes the rule: whoever it concerns is looked at again, soon. @returns the review's id */
export async function beginReview(tx: EntityManager, jobs: Jobs, code: string): Promise<string> {
  const reviewId = newId();
  await tx.query(
    'UPDATE tag SET review_id = $2, review_total = NULL, review_done = 0, review_next = NULL WHERE code = $1',
    [code, reviewId],
  );
  await jobs.enqueue(tx, TagReviewJob, { code, reviewId });
  return reviewId;
}
