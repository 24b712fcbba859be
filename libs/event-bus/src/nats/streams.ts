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

/** The streams of the platform, declared in code: file storage, kept for a time, replicated by configuration. */
@Injectable()
export class Streams {
  constructor(
    private readonly nats: Nats,
    private readonly config: ServiceConfig,
    @Inject(SERVICE_NAME) private readonly owner: string,
  ) {}

  /**
   * Creates the stream of a service: any service may be the first to need it. Only its owner changes one that is
   * there, or a consumer told to keep less would throw away what others have yet to read.
   */
  async ensure(service: string): Promise<StreamInfo> {
    const wanted = this.configOf(service);
    try {
      const info = await this.nats.jsm.streams.info(service);
      if (service !== this.owner || sameLimits(info.config, wanted)) return info;
      return await this.nats.jsm.streams.update(service, wanted);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      return this.nats.jsm.streams.add({ name: service, ...wanted });
    }
  }

  private configOf(service: string) {
    return {
      // Four tokens: service, aggregate, what happened, version. Partners' raw input (`his.in.>`) is a stream of its own.
      subjects: [`${service}.*.*.*`],
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
