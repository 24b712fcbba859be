import { createHash } from 'node:crypto';
import { currentContext } from '#platform';
import { encodeAnswer } from '../hl7/answer-encoding.js';
import type { MessageContent } from '../hl7/facts.js';
import { interpretFrame, type Interpretation } from '../hl7/interpretation.js';
import { splitMessages } from '../hl7/parser.js';
import type { PartnerProfile } from '../hl7/partner-profile.js';
import type { Result } from '../hl7/vocabulary.js';

/** A message that wants to be stored. */
export interface Arrival {
  readonly interpretation: Interpretation & { readonly outcome: Result<MessageContent> };
  readonly raw: Buffer;
  /** SHA-256 of the text, hex: two messages with the same one are the same message. */
  readonly bodyHash: string;
  readonly receivedAt: Date;
  /** Of the work that brought it: messages are stored several at a time. */
  readonly traceparent?: string;
}

/** The messages of one frame. Acknowledgements sent to us are none. */
export function arrivalsIn(frame: Buffer, profiles: readonly PartnerProfile[], receivedAt: Date): Arrival[] {
  const interpretations = interpretFrame(frame, profiles);
  const raws = rawMessages(frame, interpretations);
  return interpretations.flatMap((interpretation, index) => {
    const arrival = arrivalOf(interpretation, raws[index] as Buffer, receivedAt);
    return arrival ? [arrival] : [];
  });
}

export function arrivalOf(interpretation: Interpretation, raw: Buffer, receivedAt: Date): Arrival | undefined {
  const { outcome, text } = interpretation;
  if (!outcome) return undefined;
  const traceparent = currentContext()?.traceparent;
  const arrival = { interpretation: { ...interpretation, outcome }, raw, bodyHash: hashOf(text), receivedAt };
  return traceparent === undefined ? arrival : { ...arrival, traceparent };
}

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The bytes of each message of a batch: line ends and `MSH` are the same bytes in every character set we read. */
function rawMessages(frame: Buffer, interpretations: readonly Interpretation[]): Buffer[] {
  if (interpretations.length === 1) return [frame];
  const { messages } = splitMessages(frame.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''));
  if (messages.length === interpretations.length) return messages.map((text) => Buffer.from(text, 'latin1'));
  return interpretations.map(({ text, charset }) => encodeAnswer(text, charset));
}
