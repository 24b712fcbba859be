import { allContracts } from '#contracts';
import { ServiceConfig } from '#platform';
import {
  DiscardPolicy,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
  type StreamInfo,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_NAME } from '../service-name.js';
import { Nats } from './nats-connection.js';

const STREAM_NOT_FOUND = 10_059;
const CONSUMER_NOT_FOUND = 10_014;
const DAY_MS = 86_400_000;
/** A relay that dies between publishing and marking sends again; within this window the broker drops the repeat. */
const DEDUPLICATION_MS = 600_000;

/** The stream a subject lives in: one stream a service. */
export function streamOf(subject: string): string {
  return subject.split('.', 1)[0] ?? subject;
}

export function isNotFound(error: unknown): boolean {
  return error instanceof JetStreamApiError && [STREAM_NOT_FOUND, CONSUMER_NOT_FOUND].includes(error.code);
}

/** A consumer waits for the stream: services start in any order. */
export class StreamMissingError extends Error {
  constructor(stream: string) {
    super(`there is no stream ${stream} yet; its owner makes it`);
  }
}

/**
 * The subjects of a service's stream: of each aggregate its contracts name, whatever happens to it in whatever version.
 * Not `<service>.>`, which in his would keep what partners hand in (`his.in.…`) and what they are told
 * (`his.rejected.…`) among the events.
 * @throws Error for a service without events
 */
export function subjectsOf(service: string): string[] {
  const own = allContracts().filter(({ subject }) => streamOf(subject) === service);
  if (own.length === 0) throw new Error(`${service} has no event contract, and so no stream`);
  return [...new Set(own.map(({ subject }) => `${subject.split('.', 2).join('.')}.*.*`))];
}

/**
 * What a stream holds stays in it: while two releases of a service run, the older one must not take away the newer
 * one's subjects. Only the wildcard of the first release goes, now that its aggregates are named.
 */
function mergedSubjects(service: string, present: string[]): string[] {
  const kept = present.filter((subject) => subject !== `${service}.*.*.*`);
  return [...new Set([...kept, ...subjectsOf(service)])];
}

/** The streams of the platform, declared in code: file storage, kept for a time, replicated by configuration. */
@Injectable()
export class Streams {
  constructor(
    private readonly nats: Nats,
    private readonly config: ServiceConfig,
    @Inject(SERVICE_NAME) private readonly owner: string,
  ) {}

  /**
   * The stream of a service, made or brought up to date when it is our own. Others' streams are theirs to make and to
   * change: a reader that did would decide how long others' events are kept, and the broker does not let it.
   * @throws StreamMissingError when its owner has yet to make it
   */
  async ensure(service: string): Promise<StreamInfo> {
    try {
      const info = await this.nats.jsm.streams.info(service);
      if (service !== this.owner) return info;
      const wanted = this.configOf(mergedSubjects(service, info.config.subjects));
      return sameLimits(info.config, wanted) ? info : await this.nats.jsm.streams.update(service, wanted);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      if (service !== this.owner) throw new StreamMissingError(service);
      return this.nats.jsm.streams.add({ name: service, ...this.configOf(subjectsOf(service)) });
    }
  }

  private configOf(subjects: string[]) {
    return {
      subjects,
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      discard: DiscardPolicy.Old,
      num_replicas: this.config.natsReplicas,
      max_age: nanos(this.config.natsMaxAgeDays * DAY_MS),
      duplicate_window: nanos(DEDUPLICATION_MS),
    };
  }
}

function sameLimits(actual: StreamConfig, wanted: Partial<StreamConfig>): boolean {
  return (
    actual.num_replicas === wanted.num_replicas &&
    actual.max_age === wanted.max_age &&
    actual.duplicate_window === wanted.duplicate_window &&
    actual.subjects.join() === wanted.subjects?.join()
  );
}
