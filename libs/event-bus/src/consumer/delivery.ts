import type { JsMsg } from '@nats-io/jetstream';
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
}

/** The wish of operations to work off what is parked under a key; it takes its turn in the key's lane. */
export interface KeyReplay extends LaneItem {
  kind: 'replay';
}

export type Work = Delivery | KeyReplay;

const ENVELOPE_KEY = /"partitionkey"\s*:\s*"((?:[^"\\]|\\.)*)"/;

/** Reads the key without parsing the whole event; an event without one gets a lane (and, parked, a key) of its own. */
function keyOf(text: string, sequence: number): string {
  const raw = ENVELOPE_KEY.exec(text)?.[1];
  return raw === undefined ? `no key, sequence ${sequence}` : (JSON.parse(`"${raw}"`) as string);
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
  };
}
