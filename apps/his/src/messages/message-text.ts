import { decodeStrictly, type Charset } from '../hl7/charset.rules.js';

/** The text of a stored message. One that no character set fits is shown byte by byte. */
export function textOf(raw: Buffer, charset: Charset): string {
  return decodeStrictly(raw, charset) ?? raw.toString('latin1');
}
