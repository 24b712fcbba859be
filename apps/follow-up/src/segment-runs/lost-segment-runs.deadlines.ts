import { hasJobSql, LostWork, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SegmentRunEntity } from './segment-run.entity.js';
import { SegmentRunJob } from './segment-run.job.js';

/** Runs that no job works on any more are given up: who began one would wait for ever. Whoever has a plan keeps it. */
@Injectable()
export class LostSegmentRuns extends LostWork {
  readonly name = 'follow-up.segment-run.lost';

  constructor() {
    super('segment_run', hasJobSql(SegmentRunJob, 'runId', 'work.id::text'));
  }

  async handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    await tx.update(SegmentRunEntity, { id }, { state: 'failed', fault: 'given-up', reached: null, finishedAt: now });
  }
}
