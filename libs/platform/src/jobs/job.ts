import type { Type } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ServiceConfig } from '../config/service-config.js';

const JOB = Symbol('job');

/** What pg-boss allows at once: of one kind, or of one kind and singleton key where a job has one. */
export type JobPolicy =
  /** Any number waits, any number runs. */
  | 'standard'
  /** One waits, any number runs. */
  | 'short'
  /** Any number waits, one runs. */
  | 'singleton'
  /** One waits while another one runs. */
  | 'stately'
  /** One waits or runs. */
  | 'exclusive';

/** Of a job that need not be told anything. */
export type NoPayload = Record<string, never>;

export interface JobOptions<T extends object> {
  /** `<service>.<what it does>`, for instance `staff.roster-import`. It is stored: never rename it while jobs wait. */
  name: string;
  /**
   * The class its payload is checked against: ids and settings, no personal data (operations can read it). Without one
   * the job takes no payload.
   */
  payload?: Type<T>;
  /** Cannot be changed for a name that exists already. */
  policy?: JobPolicy;
  /** Attempts after the first one. Default 4. */
  retries?: number;
  /** Seconds before the second attempt, doubled for each further one up to five minutes. Default 5. */
  retryDelaySeconds?: number;
  /** The longest one attempt may take; then its signal is aborted and it counts as failed. Default 900, at most 86,400. */
  expireSeconds?: number;
  /** Jobs of this kind that one process runs at once. Default 1. */
  concurrency?: number;
  /** Enqueues it with an empty payload again and again: a cron expression in the hospital's zone. */
  schedule?: (config: ServiceConfig) => string;
}

/** One attempt of a job. */
export interface JobRun {
  readonly id: string;
  /** 1 for the first. Interruptions by a stop of the service count too. */
  readonly attempt: number;
  /** Aborted when the job was cancelled, took too long, was given to somebody else, or the service stops. */
  readonly signal: AbortSignal;
  /** The account that asked for it, or null when the service did. */
  readonly requestedBy: string | null;
  /** What `report` said last, also in an earlier attempt: where to go on. */
  progress(): Promise<Record<string, unknown> | null>;
  /** Says how far it is; readable over `/ops/jobs/:id`. An attempt that was replaced cannot overwrite its successor. */
  report(progress: Record<string, unknown>): Promise<void>;
  /**
   * The fence: this transaction commits only while the attempt is still the one that counts. Nobody can take the job
   * away before the transaction ends, and its heartbeat waits too: keep the transaction below five seconds.
   * @throws JobLostError
   */
  hold(tx: EntityManager): Promise<void>;
}

/**
 * Work that is long or touches the outside (decision 6). It may run twice: a process that was cut off runs on while its
 * job is given to another one. So it is idempotent, and writes only in transactions that `run.hold` fences.
 * What falls due is no job but a deadline: jobs know database time only, not the Clock.
 */
export interface JobHandler<T extends object> {
  /** @returns what is kept as the job's result; ids and counts only. */
  run(payload: T, run: JobRun): Promise<Record<string, unknown> | void>;
}

/** Another attempt of the job counts now, or none at all. */
export class JobLostError extends Error {}

/** No further attempt would help: the job fails at once. */
export class PermanentJobError extends Error {}

/** Declares a provider as the one that runs jobs of this name. It need only be listed in the module's providers. */
export function Job<T extends object>(options: JobOptions<T>): (type: Type<JobHandler<T>>) => void {
  return (type) => Reflect.defineMetadata(JOB, options, type);
}

/** The declaration of a class, or undefined when it runs no jobs. */
export function jobOptions<T extends object>(type: unknown): JobOptions<T> | undefined {
  return typeof type === 'function' ? (Reflect.getOwnMetadata(JOB, type) as JobOptions<T> | undefined) : undefined;
}
