import { SegmentMembersQuestionV1, type SegmentHead } from '#contracts';
import { checkpoint, Questions } from '#event-bus';
import { Clock, Job, transact, type JobHandler, type JobRun } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { occasionAt } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PlansAtWill } from '../plans/at-will.service.js';
import { ProtocolsService } from '../protocols/protocols.service.js';
import { SegmentRunEntity, type RunFault } from './segment-run.entity.js';

export class SegmentRunPayload {
  @IsUUID() runId!: string;
}

/** A transaction’s worth of people, well below the five seconds a job may hold its claim. */
const AT_ONCE = 50;
const RETRIES = 50;

/**
 * Asks patients for the members and begins a plan for each. Every transaction notes how far it is, so that an attempt
 * after a crash, or after patients was away, goes on behind the last one dealt with; who has the plan gets no second.
 */
@Injectable()
@Job<SegmentRunPayload>({
  name: 'follow-up.segment-run',
  payload: SegmentRunPayload,
  retries: RETRIES,
  expireSeconds: 14_400,
})
export class SegmentRunJob implements JobHandler<SegmentRunPayload> {
  constructor(
    private readonly source: DataSource,
    private readonly questions: Questions,
    private readonly atWill: PlansAtWill,
    private readonly protocols: ProtocolsService,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** @throws NoAnswerError when patients is away: the job is tried again, and the run is given up with the last attempt */
  async run({ runId }: SegmentRunPayload, run: JobRun): Promise<void> {
    try {
      await this.attempt(runId, run);
    } catch (error) {
      if (run.attempt <= RETRIES || run.signal.aborted) throw error;
      await this.finish(runId, run, { state: 'failed', fault: 'given-up' });
      throw error;
    }
  }

  private async attempt(runId: string, run: JobRun): Promise<void> {
    const row = await this.source.manager.findOneBy(SegmentRunEntity, { id: runId });
    if (row?.state !== 'waiting') return;
    if (!(await this.isPublished(row))) return this.finish(runId, run, { state: 'failed', fault: 'protocol-retired' });
    const { segmentId, reached } = row;
    const question = { segmentId, ...(reached === null ? {} : { after: reached }) };
    const lines = this.questions.ask(SegmentMembersQuestionV1, 'patients', question, run.signal);
    const first = await lines.next();
    if (first.done) throw new Error('The answer about a segment has no first line');
    const head = JSON.parse(first.value) as SegmentHead;
    const fault = faultOf(head, row);
    if (fault) return this.finish(runId, run, { state: 'failed', fault });
    await this.write(runId, run, { segmentName: head.name, members: head.members });
    let batch: string[] = [];
    for await (const id of lines) {
      batch.push(id);
      if (batch.length < AT_ONCE) continue;
      await this.follow(runId, run, batch);
      batch = [];
    }
    if (batch.length > 0) await this.follow(runId, run, batch);
    await this.finish(runId, run, { state: 'done' });
  }

  private async isPublished({ protocolCode, protocolVersion }: SegmentRunEntity): Promise<boolean> {
    const published = await this.protocols.published(this.source.manager);
    return published.some(({ code, version }) => code === protocolCode && version === protocolVersion);
  }

  private follow(runId: string, run: JobRun, patientIds: string[]): Promise<void> {
    return this.whileWaiting(runId, run, async (tx, row) => {
      const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
      const begun = await this.atWill.beginFor(tx, patientIds, row, `segment ${row.segmentName ?? ''}`, occasion);
      const existing = begun.filter(({ reason }) => reason === 'exists').length;
      const made = begun.filter(({ planId }) => planId !== null).length;
      await tx.update(
        SegmentRunEntity,
        { id: runId },
        {
          begun: row.begun + made,
          existing: row.existing + existing,
          refused: row.refused + begun.length - made - existing,
          reached: patientIds.at(-1) ?? row.reached,
        },
      );
      checkpoint('segment-run.followed');
    });
  }

  private finish(runId: string, run: JobRun, ending: Partial<SegmentRunEntity>): Promise<void> {
    return this.write(runId, run, { ...ending, reached: null, finishedAt: this.clock.now() });
  }

  private write(runId: string, run: JobRun, values: Partial<SegmentRunEntity>): Promise<void> {
    return this.whileWaiting(runId, run, async (tx) => {
      await tx.update(SegmentRunEntity, { id: runId }, values);
    });
  }

  private whileWaiting(
    runId: string,
    run: JobRun,
    work: (tx: EntityManager, row: SegmentRunEntity) => Promise<void>,
  ): Promise<void> {
    return transact(this.source, async (tx) => {
      await run.hold(tx);
      const lock = { mode: 'pessimistic_write' } as const;
      const row = await tx.findOneOrFail(SegmentRunEntity, { where: { id: runId }, lock });
      if (row.state === 'waiting') await work(tx, row);
    });
  }
}

function faultOf(head: SegmentHead, { seesPersonal }: SegmentRunEntity): RunFault | undefined {
  if (!head.found) return 'segment-unknown';
  return head.tellsPersonal && !seesPersonal ? 'personal-unmasked' : undefined;
}
