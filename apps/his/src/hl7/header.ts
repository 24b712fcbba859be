import { DEFAULT_DELIMITERS, type Delimiters } from './escapes.rules.js';
import type { Segment } from './message.js';

/** What identifies and routes a message; the `raw` parts go back to the sender exactly as they came. */
export interface Header {
  readonly delimiters: Delimiters;
  readonly sendingApplication: string;
  readonly sendingFacility: string;
  readonly messageType: string;
  readonly event: string;
  readonly controlId: string;
  readonly processingId: string;
  readonly version: string;
  readonly acceptAcknowledgement: string;
  readonly applicationAcknowledgement: string;
  /** MSH-n as written, for the answer. */
  raw(field: number): string;
}

/** `eventSegment` (EVN) names the event only when MSH-9.2 does not (rules.md: MSH-9.2 wins). */
export function readHeader(msh: Segment, eventSegment?: Segment, delimiters: Delimiters = DEFAULT_DELIMITERS): Header {
  const text = (field: number, component = 1): string => msh.value(field, component) ?? '';
  return {
    delimiters,
    sendingApplication: text(3),
    sendingFacility: text(4),
    messageType: text(9),
    event: text(9, 2) || (eventSegment?.value(1) ?? ''),
    controlId: text(10),
    processingId: text(11),
    version: text(12),
    acceptAcknowledgement: text(15),
    applicationAcknowledgement: text(16),
    raw: (field) => msh.raw(field),
  };
}

/** Acknowledgements are never acknowledged: two systems would answer each other for ever. */
export function isAcknowledgement(header: Header): boolean {
  return (
    header.messageType === 'ACK' ||
    header.messageType === 'MCF' ||
    header.raw(9).endsWith(`${header.delimiters.component}ACK`)
  );
}
