/** Delimiters as MSH-1 and MSH-2 declare them. */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
  /** Version 2.7 and later: marks a value the sender had to cut short. */
  readonly truncation?: string;
}

export const DEFAULT_DELIMITERS: Delimiters = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
};

/** Turns the bytes of a `\Xnn..\` escape into text, `undefined` when they are none in the message's character set. */
export type DecodeBytes = (bytes: Uint8Array) => string | undefined;

/** MSH-1 and MSH-2 of a header line; `undefined` when they are too short, doubled or could be data. */
export function readDelimiters(headerLine: string): Delimiters | undefined {
  const field = headerLine.charAt(3);
  const declared = headerLine.slice(4).split(field, 1)[0] ?? '';
  const [component, repetition, escape, subcomponent, truncation] = declared;
  if (!component || !repetition || !escape || !subcomponent || declared.length > 5) return undefined;
  const all = [field, ...declared];
  const usable = new Set(all).size === all.length && all.every((mark) => /[^\w\s"\u0080-\uffff]/.test(mark));
  return usable ? { field, component, repetition, escape, subcomponent, truncation } : undefined;
}

/** Replaces the escapes of one value. Unknown, unclosed and undecodable ones are kept as they were written. */
export function unescape(raw: string, delimiters: Delimiters, decodeBytes: DecodeBytes): string {
  return replaceEscapes(raw, delimiters, (sequence) => meaningOf(sequence, delimiters, decodeBytes));
}

/** The same for a text of several lines (FT, TX): what breaks or skips lines does, what decorates is dropped. */
export function unescapeText(raw: string, delimiters: Delimiters, decodeBytes: DecodeBytes): string {
  return replaceEscapes(
    raw,
    delimiters,
    (sequence) => meaningOf(sequence, delimiters, decodeBytes) ?? layoutOf(sequence),
  );
}

function replaceEscapes(
  raw: string,
  delimiters: Delimiters,
  meaningIn: (sequence: string) => string | undefined,
): string {
  const mark = delimiters.escape;
  if (!raw.includes(mark)) return raw;
  let text = '';
  let from = 0;
  for (let open = raw.indexOf(mark); open !== -1; open = raw.indexOf(mark, from)) {
    const close = raw.indexOf(mark, open + 1);
    if (close === -1) break;
    const meaning = meaningIn(raw.slice(open + 1, close));
    text += raw.slice(from, open) + (meaning ?? raw.slice(open, close));
    // A closing mark after an unknown escape may open the next one: `\.br\\.in\` and `a\b\F\`.
    from = meaning === undefined ? close : close + 1;
    if (meaning === undefined && isFormatting(raw.slice(open + 1, close))) {
      text += mark;
      from = close + 1;
    }
  }
  return text + raw.slice(from);
}

/** Writes text so that it cannot be mistaken for delimiters or line ends. */
export function escapeText(text: string, delimiters: Delimiters): string {
  const { field, component, repetition, escape, subcomponent, truncation } = delimiters;
  const letters = new Map([
    [field, 'F'],
    [component, 'S'],
    [repetition, 'R'],
    [escape, 'E'],
    [subcomponent, 'T'],
    ['\r', 'X0D'],
    ['\n', 'X0A'],
  ]);
  if (truncation) letters.set(truncation, 'P');
  return [...text].map((char) => (letters.has(char) ? `${escape}${letters.get(char)}${escape}` : char)).join('');
}

/** Shapes HL7 knows but a plain text value has no use for: highlighting, paragraphs, other character sets, vendors'. */
const isFormatting = (sequence: string): boolean =>
  /^(?:H|N|\.[a-z]{2}[+-]?\d*|[CMZ][0-9A-Za-z]*|X[0-9A-Fa-f]*)$/.test(sequence);

/** HL7 v2.5, 2.7.6: `.sp<n>` and `.ce` begin a line, `.sk<n>` are blanks; the rest only indents, fills or highlights. */
function layoutOf(sequence: string): string | undefined {
  if (/^(?:\.sp[+-]?\d*|\.ce)$/.test(sequence)) return '\n';
  const blanks = /^\.sk[+-]?(\d{1,3})$/.exec(sequence)?.[1];
  // Some twenty say the same as nine hundred, of which a hostile text could make gigabytes.
  if (blanks !== undefined) return ' '.repeat(Math.min(Number(blanks), 20));
  return /^(?:H|N|\.(?:in|ti|fi|nf)[+-]?\d*)$/.test(sequence) ? '' : undefined;
}

function meaningOf(sequence: string, delimiters: Delimiters, decodeBytes: DecodeBytes): string | undefined {
  switch (sequence) {
    case 'F':
      return delimiters.field;
    case 'S':
      return delimiters.component;
    case 'T':
      return delimiters.subcomponent;
    case 'R':
      return delimiters.repetition;
    case 'E':
      return delimiters.escape;
    case 'P':
      return delimiters.truncation;
    case '.br':
      return '\n';
    default:
      return /^X(?:[0-9A-Fa-f]{2})+$/.test(sequence) ? decodeBytes(Buffer.from(sequence.slice(1), 'hex')) : undefined;
  }
}
