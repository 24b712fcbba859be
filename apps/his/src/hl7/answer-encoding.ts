import iconv from 'iconv-lite';
import type { Charset } from './charset.rules.js';

/** An answer goes back in the sender's own character set (rules.md, HL7 v2). */
export function encodeAnswer(text: string, charset: Charset): Buffer {
  return iconv.encode(text, charset);
}
