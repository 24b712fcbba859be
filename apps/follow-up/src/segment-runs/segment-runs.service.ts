import { Clock, currentContext, Jobs, newId, Problem, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { statedMoment } from '../calendar/stated-moment.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PlansAtWill } from '../plans/at-will.service.js';
import { SegmentRunJob } from './segment-run.job.js';
import { SegmentRunEntity } from './segment-run.entity.js';
import type { NewSegmentRun, SegmentRun } from './segment-runs.dto.js';

/** Follows the members of a segment up at will; a job does it, however many they are (FU-11). */
@Injectable()
export class SegmentRuns {
  constructor(
    private readonly source: DataSource,
    private readonly atWill: PlansAtWill,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** @throws Problem 400; 404 when no such version is published */
  begin(wanted: NewSegmentRun): Promise<SegmentRun> {
    const anchoredAt = statedMoment(wanted.anchoredAt, this.config.hospitalZone, 'anchoredAt');
    const context = currentContext();
    return transact(this.source, async (tx) => {
      const { protocol } = await this.atWill.chosen(tx, wanted);
      const row: SegmentRunEntity = {
        ...{ id: newId(), segmentId: wanted.segmentId, segmentName: null, anchoredAt },
        ...{ protocolCode: protocol.code, protocolVersion: protocol.version },
        ...{ departmentCode: wanted.departmentCode ?? null, departmentName: wanted.departmentName ?? null },
        ...{ state: 'waiting', fault: null, members: null, begun: 0, existing: 0, refused: 0, reached: null },
        ...{ seesPersonal: context?.seesPersonal === true, requestedBy: context?.actor?.id ?? null },
        ...{ createdAt: this.clock.now(), finishedAt: null },
      };
      await tx.insert(SegmentRunEntity, row);
      await this.jobs.enqueue(tx, SegmentRunJob, { runId: row.id });
      const { segmentId, protocolCode, protocolVersion } = row;
      stateChange('segment-run', row.id, null, { segmentId, protocolCode, protocolVersion, anchoredAt });
      return present(row);
    });
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<SegmentRun> {
    const row = await this.source.manager.findOneBy(SegmentRunEntity, { id });
    if (!row) throw Problem.notFound('segment-run', id);
    return present(row);
  }
}

function present({ reached: _reached, seesPersonal: _sees, ...row }: SegmentRunEntity): SegmentRun {
  return {
    ...row,
    anchoredAt: row.anchoredAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
