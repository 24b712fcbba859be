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

interface Page {
  head: SegmentHead;
  ids: string[];
}

/** A transaction’s worth of people, well below the five seconds a job may hold its claim. */
const AT_ONCE = 50;
/** Whom one question asks for: what is dealt with in seconds, so that nobody holds an answer open meanwhile. */
export const PAGE = 500;
const RETRIES = 50;

/**
 * Asks patients for the members, a page at a time, and begins a plan for each. Every transaction notes how far it is, so
 * that the next page, and an attempt after a crash or after patients was away, goes on behind the last one dealt with; who
 * has the plan gets no second.
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
    while (await this.followPage(runId, run)) checkpoint('segment-run.page');
  }

  /** @returns whether there may be more */
  private async followPage(runId: string, run: JobRun): Promise<boolean> {
    const row = await this.source.manager.findOneBy(SegmentRunEntity, { id: runId });
    if (row?.state !== 'waiting') return false;
    const { head, ids } = await this.page(row, run.signal);
    const fault = (await this.isPublished(row)) ? faultOf(head, row) : 'protocol-retired';
    if (fault) return this.finish(runId, run, { state: 'failed', fault });
    await this.write(runId, run, { segmentName: head.name, members: head.members });
    for (let at = 0; at < ids.length; at += AT_ONCE) await this.follow(runId, run, ids.slice(at, at + AT_ONCE));
    return ids.length < PAGE ? this.finish(runId, run, { state: 'done' }) : true;
  }

  /** Those behind the last one dealt with. */
  private async page({ segmentId, reached }: SegmentRunEntity, signal: AbortSignal): Promise<Page> {
    const question = { segmentId, limit: PAGE, ...(reached === null ? {} : { after: reached }) };
    const lines: string[] = [];
    for await (const line of this.questions.ask(SegmentMembersQuestionV1, 'patients', question, signal))
      lines.push(line);
    const [head, ...ids] = lines;
    if (head === undefined) throw new Error('The answer about a segment has no first line');
    return { head: JSON.parse(head) as SegmentHead, ids };
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

  /** @returns that there is no more */
  private async finish(runId: string, run: JobRun, ending: Partial<SegmentRunEntity>): Promise<false> {
    await this.write(runId, run, { ...ending, reached: null, finishedAt: this.clock.now() });
    return false;
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
