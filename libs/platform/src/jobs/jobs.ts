import { Injectable, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import { continueTrace, currentContext } from '../context/request-context.js';
import { newId } from '../database/new-id.js';
import { Boss, transactionDatabase } from './boss.js';
import { checkPayload, JobKinds } from './job-kinds.js';
import { JobWorkers } from './job-workers.js';
import type { JobHandler } from './job.js';
import type { JobEnvelope } from './running-job.js';

/** Set on a query runner whose transaction enqueued jobs: their names, to be woken when it commits. */
const ENQUEUED = 'jobsEnqueued';

export interface EnqueueOptions {
  /** With a policy other than `standard`: what must be unique among its kind. */
  singletonKey?: string;
  /** Higher goes first. Default 0. */
  priority?: number;
}

/** Enqueues jobs of this service. */
@Injectable()
export class Jobs implements OnApplicationBootstrap {
  constructor(
    private readonly source: DataSource,
    private readonly boss: Boss,
    private readonly kinds: JobKinds,
    private readonly workers: JobWorkers,
  ) {}

  onApplicationBootstrap(): void {
    this.source.subscribers.push(this.commitWatcher());
  }

  /**
   * Enqueues a job, in the transaction that causes it, or at once with null.
   * @returns its id, or undefined when its policy says that the one there is enough.
   * @throws PermanentJobError when the payload is not what the job takes.
   */
  async enqueue<T extends object>(
    tx: EntityManager | null,
    type: Type<JobHandler<T>>,
    payload: T,
    options: EnqueueOptions = {},
  ): Promise<string | undefined> {
    const { name, ...kind } = this.kinds.of(type).options;
    checkPayload({ name, ...kind }, payload);
    const context = currentContext();
    const envelope: JobEnvelope = {
      payload,
      requestId: context?.requestId ?? newId(),
      traceparent: continueTrace(context?.traceparent),
      requestedBy: context?.actor?.id ?? null,
    };
    const id = await this.boss.queues.send(name, envelope, {
      id: newId(),
      ...options,
      ...(tx ? { db: await transactionDatabase(tx) } : {}),
    });
    if (tx?.queryRunner) wakeOnCommit(tx.queryRunner, name);
    else this.workers.wake(name);
    return id ?? undefined;
  }

  private commitWatcher(): EntitySubscriberInterface {
    return {
      afterTransactionCommit: ({ queryRunner }) => {
        // A savepoint that is released commits nothing yet.
        if (queryRunner.isTransactionActive) return;
        const names = queryRunner.data[ENQUEUED] as Set<string> | undefined;
        delete queryRunner.data[ENQUEUED];
        for (const name of names ?? []) this.workers.wake(name);
      },
      afterTransactionRollback: ({ queryRunner }) => {
        if (!queryRunner.isTransactionActive) delete queryRunner.data[ENQUEUED];
      },
    };
  }
}

function wakeOnCommit(runner: QueryRunner, name: string): void {
  const names = runner.data[ENQUEUED] as Set<string> | undefined;
  runner.data[ENQUEUED] = new Set([...(names ?? []), name]);
}
