import { readHeader } from './import-columns.rules.js';
import { csvRecords, type Delimiter } from './csv-records.js';

export const ENCODINGS = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Decodes piece by piece; a byte order mark goes, a byte that means nothing becomes U+FFFD, which no line may hold. */
export async function* decoded(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * What the text is written in: UTF-8 when all of it is, or when its first row holds titles that we know in UTF-8;
 * else GB 18030, as Chinese Excel saves CSV.
 */
export async function encodingOf(bytes: AsyncIterable<Buffer>): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of bytes) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]);
      strict.decode(chunk, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch {
    if (head.subarray(0, 3).equals(UTF8_MARK)) return 'utf-8';
    return (await hasChineseTitles(head)) ? 'utf-8' : 'gb18030';
  }
}

const HEAD_BYTES = 16_384;
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

async function hasChineseTitles(head: Buffer): Promise<boolean> {
  const text = new TextDecoder('utf-8').decode(head);
  if (!/\p{Script=Han}/u.test(text.split(/[\r\n]/, 1)[0] ?? '')) return false;
  const [first] = await firstRows(text);
  return readHeader(first?.cells ?? [], true).mapping.some((column) => column !== undefined);
}

async function firstRows(text: string) {
  for await (const rows of csvRecords(ofOne(text), delimiterOf(text))) return rows;
  return [];
}

/** What stands between the titles: Excel writes tabs and semicolons too, by the language it is set to. */
export function delimiterOf(head: string): Delimiter {
  const line = head.replace(/^\uFEFF/, '').split(/[\r\n]/, 1)[0] ?? '';
  const counts = ([',', '\t', ';'] as const).map((mark) => [mark, line.split(mark).length] as const);
  return counts.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

async function* ofOne(text: string): AsyncGenerator<string, void> {
  yield await Promise.resolve(text);
}
