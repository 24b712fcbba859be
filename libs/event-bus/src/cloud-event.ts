import type { Actor } from '#platform';

/** A CloudEvents 1.0 event in structured JSON; `type` is also the NATS subject. */
export interface CloudEvent<T = unknown> {
  specversion: '1.0';
  id: string;
  /** `/services/<name>`. */
  source: string;
  type: string;
  /** When it happened, RFC 3339. */
  time: string;
  datacontenttype: 'application/json';
  /** Events of one key are handled one after another, in order. */
  partitionkey: string;
  traceparent?: string;
  /** Id of the account on whose behalf it happened. */
  actorid?: string;
  data: T;
}

export const CLOUD_EVENT_CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8';

/** The person or system an event was caused by, as far as the event tells. */
export function actorOfEvent(event: CloudEvent): Actor | undefined {
  return event.actorid === undefined ? undefined : { id: event.actorid, name: '', roles: [] };
}

/** Raised for bytes on a stream that are no CloudEvent of ours: parked, never retried. */
export class MalformedEventError extends Error {}

const REQUIRED = ['id', 'source', 'type', 'time', 'partitionkey'] as const;

/** @throws MalformedEventError naming what is wrong. */
export function parseCloudEvent(text: string): CloudEvent {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new MalformedEventError('not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null) throw new MalformedEventError('not an object');
  const event = parsed as Record<string, unknown>;
  if (event['specversion'] !== '1.0') throw new MalformedEventError('specversion is not 1.0');
  for (const field of REQUIRED) {
    if (typeof event[field] !== 'string' || event[field] === '') throw new MalformedEventError(`${field} is missing`);
  }
  return event as unknown as CloudEvent;
}
