import { Backlogs, Build, Clock, Health, JobCounts, LastBackup } from '#platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { SERVICE_NAME } from '../service-name.js';
import { OutboxBacklog } from './outbox-backlog.js';
import {
  OVERVIEW_PARTS,
  type BackupOverview,
  type DeadlinesOverview,
  type JobsOverview,
  type OutboxOverview,
  type OverviewPart,
  type ServiceOverview,
} from './overview.dto.js';
import { ParkedKinds } from './parked-kinds.js';
import { Redelivery } from './redelivery.service.js';

/** Below the deadline of the gateway, so that one part in trouble does not hide the others. */
const PART_MS = 2_000;

/** This service as operations see it: what its parts tell, put together. */
@Injectable()
export class Overview {
  private readonly logger = new Logger(Overview.name);

  constructor(
    @Inject(SERVICE_NAME) private readonly service: string,
    private readonly build: Build,
    private readonly health: Health,
    private readonly parked: ParkedKinds,
    private readonly unpublished: OutboxBacklog,
    private readonly redelivery: Redelivery,
    private readonly jobCounts: JobCounts,
    private readonly backlogs: Backlogs,
    private readonly lastBackup: LastBackup,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<ServiceOverview> {
    const [checks, parked, outbox, consumers, jobs, deadlines, backup] = await Promise.all([
      this.health.report(),
      this.part('parked', this.parked.read()),
      this.part('outbox', this.outbox()),
      this.part('consumers', this.redelivery.consumers()),
      this.part('jobs', this.jobs()),
      this.part('deadlines', this.deadlines()),
      this.part('backup', this.backup()),
    ]);
    const { version, commit, startedAt } = this.build;
    const parts = { parked, outbox, consumers, jobs, deadlines, backup };
    return {
      ...{ service: this.service, version, commit, startedAt: startedAt.toISOString(), checks },
      ...parts,
      unread: OVERVIEW_PARTS.filter((name) => parts[name] === null),
    };
  }

  /** Null for what cannot be told now: the checks say why. */
  private async part<T>(name: OverviewPart, reading: Promise<T>): Promise<T | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`${name} took longer than ${PART_MS} ms`)), PART_MS);
    });
    try {
      return await Promise.race([reading, late]);
    } catch (error) {
      this.logger.debug(error);
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  private async outbox(): Promise<OutboxOverview> {
    const { events, oldestAgeSeconds } = await this.unpublished.read();
    return { unpublished: events, oldestAgeSeconds };
  }

  private async jobs(): Promise<JobsOverview[]> {
    return (await this.jobCounts.read()).map(({ name, waiting, running, failed, nextAt, lastSuccessAt }) => ({
      ...{ job: name, waiting, running, failed },
      nextAt: nextAt?.toISOString() ?? null,
      lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    }));
  }

  private async deadlines(): Promise<DeadlinesOverview[]> {
    return (await this.backlogs.read()).map(({ source, due, overdueSeconds }) => ({ source, due, overdueSeconds }));
  }

  private async backup(): Promise<BackupOverview> {
    const takenAt = await this.lastBackup.takenAt();
    if (!takenAt) return { takenAt: null, ageSeconds: null };
    const ageMs = Math.max(0, this.clock.now().getTime() - takenAt.getTime());
    return { takenAt: takenAt.toISOString(), ageSeconds: Math.round(ageMs / 1000) };
  }
}
