import type { JsMsg } from '@nats-io/jetstream';
import { isUsableKey } from '../cloud-event.js';
import type { LaneItem } from './lanes.js';

/** One event on its way through a consumer. */
export interface Delivery extends LaneItem {
  kind: 'delivery';
  message: JsMsg;
  subject: string;
  sequence: number;
  text: string;
  /** Failed attempts so far. */
  failures: number;
  /** How often a deadlock or serialization failure undid its transaction. */
  lostRaces: number;
  /** When it came, by performance.now(). */
  since: number;
}

/** The wish of operations to work off what is parked under a key; it takes its turn in the key's lane. */
export interface KeyReplay extends LaneItem {
  kind: 'replay';
}

export type Work = Delivery | KeyReplay;

const ENVELOPE_KEY = /"partitionkey"\s*:\s*"((?:[^"\\]|\\.)*)"/;

/** Reads the key without parsing the whole event; an event without a usable one gets a lane (and, parked, a key) of its own. */
function keyOf(text: string, sequence: number): string {
  const key = unquoted(ENVELOPE_KEY.exec(text)?.[1]);
  return isUsableKey(key) ? key : `no key, sequence ${sequence}`;
}

function unquoted(raw: string | undefined): unknown {
  try {
    return raw === undefined ? undefined : JSON.parse(`"${raw}"`);
  } catch {
    // No JSON string: the event will not parse either and is parked as malformed.
    return undefined;
  }
}

export function deliveryOf(message: JsMsg, batch: string | undefined): Delivery {
  const text = message.string();
  return {
    kind: 'delivery',
    message,
    subject: message.subject,
    sequence: message.seq,
    text,
    key: keyOf(text, message.seq),
    batch,
    failures: 0,
    lostRaces: 0,
    since: performance.now(),
  };
}
