/** Character sets this service reads; `gbk` (also GB 2312) is decoded as GB 18030, which contains it. */
export const CHARSETS = ['utf-8', 'gb18030', 'gbk', 'iso-8859-1'] as const;
export type Charset = (typeof CHARSETS)[number];

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly charset: Charset }
  | { readonly ok: false; readonly fault: 'undecodable' | 'unknown-charset'; readonly reason: string };

const NAMES: Readonly<Record<string, Charset>> = {
  UNICODEUTF8: 'utf-8',
  UTF8: 'utf-8',
  UNICODE: 'utf-8',
  GB180302000: 'gb18030',
  GB180302005: 'gb18030',
  GB180302022: 'gb18030',
  GB18030: 'gb18030',
  GB2312: 'gbk',
  GB23121980: 'gbk',
  GB231280: 'gbk',
  GBK: 'gbk',
  CP936: 'gbk',
  '88591': 'iso-8859-1',
  ISO88591: 'iso-8859-1',
};

/** ASCII is what senders write who do not know: it says nothing about the bytes above 127. */
const SAYS_NOTHING = new Set(['', 'ASCII', 'ISOIR6']);

const normalise = (name: string): string => name.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** MSH-18 first, then its neighbours: some senders count wrong (rules.md, HL7 v2). */
const PLACES = [18, 17, 19];

type Declared = { readonly charset?: Charset; readonly unknown?: string };

/**
 * Chooses and decodes the character set of one frame (rules.md, HL7 v2): declared in MSH-18; else strict UTF-8, else
 * the partner's default, else GB 18030. Must run before any splitting, because second bytes of GBK include `\ ^ | ~`.
 * The text never contains U+FFFD (bytes were lost) or U+0000 (PostgreSQL cannot keep it).
 */
export function decodeFrame(bytes: Uint8Array, partnerDefault?: Charset): Decoded {
  const declared = declaredCharset(bytes);
  if (declared.unknown !== undefined) {
    return { ok: false, fault: 'unknown-charset', reason: `character set "${declared.unknown}" is not supported` };
  }
  for (const charset of candidates(bytes, declared, partnerDefault)) {
    const text = decodeStrictly(bytes, charset);
    if (text !== undefined) return { ok: true, text, charset };
  }
  const tried = declared.charset ?? 'utf-8, the partner’s default or gb18030';
  return { ok: false, fault: 'undecodable', reason: `the bytes are not valid ${tried}` };
}

/** The text of bytes that are entirely valid in this character set, else `undefined`. */
export function decodeStrictly(bytes: Uint8Array, charset: Charset): string | undefined {
  try {
    // A leading byte order mark is dropped by TextDecoder.
    const text = new TextDecoder(charset === 'gbk' ? 'gb18030' : charset, { fatal: true }).decode(bytes);
    return /[\uFFFD\0]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function candidates(bytes: Uint8Array, declared: Declared, partnerDefault?: Charset): readonly Charset[] {
  if (hasUtf8Mark(bytes)) return ['utf-8'];
  if (declared.charset) return [declared.charset];
  return partnerDefault ? ['utf-8', partnerDefault, 'gb18030'] : ['utf-8', 'gb18030'];
}

const hasUtf8Mark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Read from the bytes of the MSH line as if they were Latin-1: character set names are ASCII in every set. */
function declaredCharset(bytes: Uint8Array): Declared {
  const fields = firstHeaderFields(bytes);
  for (const place of PLACES) {
    const charset = NAMES[normalise(firstRepetition(fields, place))];
    if (charset) return { charset };
  }
  const declared = firstRepetition(fields, 18).trim();
  return SAYS_NOTHING.has(normalise(declared)) ? {} : { unknown: declared };
}

/** Index n holds MSH-n. The header may follow FHS and BHS lines. */
function firstHeaderFields(bytes: Uint8Array): readonly string[] {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8192)).toString('latin1');
  const line = /(?:^|[\r\n])(?:\u00ef\u00bb\u00bf)?(MSH[^\r\n]*)/.exec(start)?.[1] ?? '';
  const separator = line.charAt(3);
  return separator === '' ? [] : ['MSH', ...line.slice(3).split(separator)];
}

function firstRepetition(fields: readonly string[], place: number): string {
  const repetitionMark = fields[2]?.charAt(1) ?? '~';
  const value = fields[place] ?? '';
  return repetitionMark === '' ? value : (value.split(repetitionMark)[0] ?? '');
}
