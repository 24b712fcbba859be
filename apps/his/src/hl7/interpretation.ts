import { acknowledgementsFor, type AcknowledgementCode, type Verdict } from './acknowledgement-mode.rules.js';
import { buildAcknowledgement } from './acknowledgement.js';
import { encodeAnswer } from './answer-encoding.js';
import { decodeFrame, type Charset } from './charset.rules.js';
import type { MessageContent } from './facts.js';
import { isAcknowledgement, readHeader, type Header } from './header.js';
import { mapMessage } from './message-mapper.js';
import { parseMessage, readHeaderLeniently, splitMessages } from './parser.js';
import { profileFor, type PartnerProfile } from './partner-profile.js';
import { formatHl7Time } from './timestamp.rules.js';
import { isRejection, type Problem, refused, type Result } from './vocabulary.js';

/** One message of a frame, read as far as it goes. */
export interface Interpretation {
  /** Segments ended by CR; what a repeat is recognised by, together with MSH-3, MSH-4 and MSH-10. */
  readonly text: string;
  /** Of the answer. */
  readonly charset: Charset;
  /** Absent when not even MSH can be read. */
  readonly header?: Header;
  readonly profile: PartnerProfile;
  /** `undefined` for an acknowledgement sent to us: nothing to do and never answered. */
  readonly outcome?: Result<MessageContent>;
}

/** A batch of thousands of messages passes; line ends by the million would only hold up the other senders. */
const MAX_LINES = 50_000;

/** What to put in an answer. */
export interface AnswerStamp {
  readonly now: Date;
  readonly newMessageId: () => string;
}

/** Reads everything in one MLLP frame or file; nothing for an empty one. Never throws on bad input. */
export function interpretFrame(bytes: Uint8Array, profiles: readonly PartnerProfile[]): Interpretation[] {
  const latin1 = latin1Of(bytes);
  if (countLines(bytes) > MAX_LINES) {
    const reason = `more than ${MAX_LINES} segments in one frame`;
    return [undecodable(firstHeaderLine(latin1), profiles, refused(102, { segment: 'MSH' }, reason))];
  }
  const charsetOfPartner = profileOf(firstHeaderLine(latin1), profiles).charset;
  const decoded = decodeFrame(bytes, charsetOfPartner);
  if (!decoded.ok) {
    const code = decoded.fault === 'unknown-charset' ? 103 : 102;
    const outcome = refused(code, { segment: 'MSH', field: 18 }, decoded.reason);
    // Latin-1 maps every byte to itself, so the answer repeats the sender's own bytes.
    return splitMessages(latin1).messages.map((text) => undecodable(text, profiles, outcome));
  }
  return splitMessages(decoded.text).messages.map((text) => interpretMessage(text, decoded.charset, profiles));
}

/** Also for a stored message that is tried again after a repair of its text or its partner's profile. */
export function interpretMessage(text: string, charset: Charset, profiles: readonly PartnerProfile[]): Interpretation {
  const parsed = parseMessage(text, charset);
  if (!parsed.ok) {
    return { text, charset, header: lenientHeader(text), profile: profileOf(text, profiles), outcome: parsed };
  }
  const message = parsed.value;
  const header = readHeader(message.header, message.first('EVN'), message.delimiters);
  const profile = profileFor(profiles, header);
  if (isAcknowledgement(header)) return { text, charset, header, profile };
  return { text, charset, header, profile, outcome: mapMessage(message, header, profile) };
}

/** The answers to one message, in the order to send them, for its kept outcome or a later refusal. */
export function answersTo(
  interpretation: Interpretation,
  stamp: AnswerStamp,
): { code: AcknowledgementCode; text: string; bytes: Buffer }[] {
  const { outcome, header, charset, profile } = interpretation;
  if (!outcome) return [];
  const problems = outcome.ok ? outcome.value.warnings : [outcome.problem];
  const modes = [header?.acceptAcknowledgement ?? '', header?.applicationAcknowledgement ?? ''] as const;
  const sentAt = formatHl7Time(stamp.now, profile.zone);
  return acknowledgementsFor(...modes, verdictOn(outcome)).map((code) => {
    const reasons = code === 'CA' ? [] : problems;
    const text = buildAcknowledgement(header, { code, messageId: stamp.newMessageId(), sentAt, problems: reasons });
    return { code, text, bytes: encodeAnswer(text, charset) };
  });
}

/** The answer to a frame of which only the beginning was read, for instance one over the size limit. */
export function refuseUnread(
  head: Uint8Array,
  profiles: readonly PartnerProfile[],
  reason: string,
  stamp: AnswerStamp,
): Buffer | undefined {
  const interpretation = undecodable(
    firstHeaderLine(latin1Of(head)),
    profiles,
    refused(102, { segment: 'MSH' }, reason),
  );
  if (!interpretation.header || !interpretation.outcome) return undefined;
  return answersTo(interpretation, stamp)[0]?.bytes;
}

const latin1Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** The first MSH line, which may follow FHS and BHS; what comes first when there is none. */
const firstHeaderLine = (text: string): string =>
  /(?:^|[\r\n])(MSH[^\r\n]*)/.exec(text.slice(0, 8192))?.[1] ?? text.slice(0, 200).trimStart();

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) if (byte === 0x0d || byte === 0x0a) lines += 1;
  return lines;
}

function undecodable(
  latin1: string,
  profiles: readonly PartnerProfile[],
  outcome: { ok: false; problem: Problem },
): Interpretation {
  const header = lenientHeader(latin1);
  const base = { text: latin1, charset: 'iso-8859-1' as const, header, profile: profileOf(latin1, profiles) };
  return header && isAcknowledgement(header) ? base : { ...base, outcome };
}

function lenientHeader(text: string): Header | undefined {
  const parsed = parseMessage(text);
  if (parsed.ok) return readHeader(parsed.value.header, parsed.value.first('EVN'), parsed.value.delimiters);
  const msh = readHeaderLeniently(text);
  return msh && readHeader(msh, undefined, msh.delimiters);
}

function profileOf(text: string, profiles: readonly PartnerProfile[]): PartnerProfile {
  return profileFor(profiles, lenientHeader(text) ?? { sendingApplication: '', sendingFacility: '' });
}

function verdictOn(outcome: Result<MessageContent>): Verdict {
  if (outcome.ok) return 'accepted';
  return isRejection(outcome.problem) ? 'rejected' : 'error';
}
