import { newId } from '#platform';
import { randomBytes } from 'node:crypto';
import type { AnswerStamp } from '../hl7/interpretation.js';
import type { Arrival } from './arrival.js';
import { senderOf, type Answers } from './message-row.js';
import type { Earlier } from './message-store.js';
import { takingOf, type Taking } from './taking.js';

/** What a batch of messages comes to. */
export interface IntakePlan {
  /** To be stored, in order. */
  readonly takings: readonly Taking[];
  /** Of each message, in order: new ones and repeats alike. */
  readonly answers: readonly Answers[];
}

const ourPrefix = randomBytes(6).toString('hex');
let answered = 0;

/** MSH-10 is 20 characters long in the versions most senders speak: 12 of this process, 8 of a count. */
const newAnswerId = (): string => `${ourPrefix}${(answered += 1).toString(36).padStart(8, '0')}`;

export const stampAt = (now: Date): AnswerStamp => ({ now, newMessageId: newAnswerId });

/** Repeats get their stored answer, also within the batch; the others are taken. */
export function planIntake(arrivals: readonly Arrival[], earlier: readonly Earlier[], now: Date): IntakePlan {
  const taken = new Map<string, Taking>();
  const controlIds = new Set<string>();
  const stamp = stampAt(now);
  const answers = arrivals.map((arrival, index) => {
    const { repeatOf, controlIdSeen } = earlier[index] as Earlier;
    const repeated = repeatOf ?? taken.get(arrival.bodyHash);
    if (repeated) return repeated.answers;
    const controlId = controlIdKey(arrival);
    const seen = controlIdSeen || (controlId !== undefined && controlIds.has(controlId));
    if (controlId !== undefined) controlIds.add(controlId);
    const taking = takingOf(arrival, { id: newId(), stamp, controlIdSeen: seen });
    taken.set(arrival.bodyHash, taking);
    return taking.answers;
  });
  return { takings: [...taken.values()], answers };
}

function controlIdKey(arrival: Arrival): string | undefined {
  const { control_id, sending_application, sending_facility } = senderOf(arrival);
  return control_id === '' ? undefined : JSON.stringify([control_id, sending_application, sending_facility]);
}
