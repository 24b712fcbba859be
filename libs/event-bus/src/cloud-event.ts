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

const TRACEPARENT = /"traceparent"\s*:\s*"([0-9a-f-]{55})"/;

/** The trace of an event, without parsing the whole of it. */
export function traceparentIn(text: string): string | undefined {
  return TRACEPARENT.exec(text)?.[1];
}

/** Raised for bytes on a stream that are no CloudEvent of ours: parked, never retried. */
export class MalformedEventError extends Error {}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** PostgreSQL keeps no NUL in text, and its index entries end at 2,700 bytes. */
const MAX_KEY_LENGTH = 500;

/** Inbox rows are UUIDs. */
export function isEventId(id: unknown): id is string {
  return typeof id === 'string' && UUID.test(id);
}

/** Whether events can be kept and looked up under this key. */
export function isUsableKey(key: unknown): key is string {
  return typeof key === 'string' && key !== '' && key.length <= MAX_KEY_LENGTH && !key.includes('\0');
}

const REQUIRED = ['id', 'source', 'type', 'time', 'partitionkey'] as const;

/** Ids come out in small letters: one UUID, one row. @throws MalformedEventError naming what is wrong. */
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
  if (!isEventId(event['id'])) throw new MalformedEventError('id is not a UUID');
  if (!isUsableKey(event['partitionkey'])) throw new MalformedEventError('partitionkey is too long or not text');
  return { ...(event as unknown as CloudEvent), id: event['id'].toLowerCase() };
}
