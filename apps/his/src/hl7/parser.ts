import { decodeStrictly, type Charset } from './charset.rules.js';
import { DEFAULT_DELIMITERS, readDelimiters, type Delimiters } from './escapes.rules.js';
import { Hl7Message, Segment, type Reading } from './message.js';
import { accepted, refused, type Problem, type Result, warning } from './vocabulary.js';

const LINE_END = /\r\n|\r|\n/;
const ENVELOPE = /^(?:FHS|BHS|BTS|FTS)/;
const SEGMENT_NAME = /^[A-Z][A-Z0-9]{2}$/;

export interface SplitText {
  /** The text of each message, segments separated by CR; something without MSH is an entry too, to be refused. */
  readonly messages: readonly string[];
  /** A batch whose trailer counts other than what came; the messages themselves are complete. */
  readonly problems: readonly Problem[];
}

/** Splits a frame or file into its messages: one, several in a row, or a batch (FHS BHS … BTS FTS). */
export function splitMessages(text: string): SplitText {
  const messages: string[][] = [];
  const problems: Problem[] = [];
  let batchStart = 0;
  for (const line of text.replace(/^\uFEFF/, '').split(LINE_END)) {
    if (line.trim() === '') continue;
    if (line.startsWith('BHS')) batchStart = messages.length;
    if (line.startsWith('BTS')) problems.push(...miscount(line, messages.length - batchStart));
    if (ENVELOPE.test(line)) continue;
    if (line.startsWith('MSH') || messages.length === 0) messages.push([line]);
    else messages.at(-1)?.push(line);
  }
  return { messages: messages.map((lines) => lines.join('\r')), problems };
}

function miscount(trailer: string, counted: number): Problem[] {
  const declared = trailer.slice(4).split(trailer.charAt(3), 1)[0]?.trim() ?? '';
  if (!/^\d+$/.test(declared) || Number(declared) === counted) return [];
  return [warning(102, { segment: 'BTS', field: 1 }, `the batch declares ${declared} messages and holds ${counted}`)];
}

/** Reads one message. Never throws: what cannot be read is a problem with the place it is at. */
export function parseMessage(text: string, charset: Charset = 'utf-8'): Result<Hl7Message> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(LINE_END)
    .filter((line) => line.trim() !== '');
  const first = lines[0];
  if (first === undefined || !first.startsWith('MSH')) {
    return refused(100, { segment: 'MSH' }, 'the message does not begin with an MSH segment');
  }
  const delimiters = readDelimiters(first);
  if (!delimiters)
    return refused(102, { segment: 'MSH', field: 2 }, 'MSH-1 and MSH-2 do not declare usable delimiters');
  const [header, ...rest] = readSegments(lines, readingIn(delimiters, charset));
  return accepted(new Hl7Message(delimiters, [header as Segment, ...rest]));
}

/** Reads the header of something `parseMessage` refused, with the usual delimiters, so that the sender can be answered. */
export function readHeaderLeniently(text: string): Segment | undefined {
  const line = text.replace(/^\uFEFF/, '').split(LINE_END, 1)[0] ?? '';
  if (!/^MSH[^\w\s]/.test(line)) return undefined;
  return readSegments([line], readingIn({ ...DEFAULT_DELIMITERS, field: line.charAt(3) }, 'utf-8'))[0];
}

const readingIn = (delimiters: Delimiters, charset: Charset): Reading => ({
  delimiters,
  decodeBytes: (bytes) => decodeStrictly(bytes, charset),
});

function readSegments(lines: readonly string[], reading: Reading): Segment[] {
  const counts = new Map<string, number>();
  return joinContinuations(lines, reading.delimiters.field).map((line) => {
    const fields = fieldsOf(line, reading.delimiters.field);
    const name = fields[0] ?? '';
    const sequence = (counts.get(name) ?? 0) + 1;
    counts.set(name, sequence);
    return new Segment(name, sequence, fields, reading);
  });
}

function fieldsOf(line: string, separator: string): string[] {
  const fields = line.split(separator);
  // MSH-1 is the separator itself, so the fields of MSH count one higher than their position.
  return fields[0] === 'MSH' ? ['MSH', separator, ...fields.slice(1)] : fields;
}

/** A line that is no segment is the rest of a value with a raw line break in it, as some senders write long texts. */
function joinContinuations(lines: readonly string[], separator: string): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    if (joined.length === 0 || SEGMENT_NAME.test(line.split(separator, 1)[0] ?? '')) joined.push(line);
    else joined[joined.length - 1] += `\n${line}`;
  }
  return joined;
}
