import type { FileUse } from './file-use.js';

/** Text has no signature: it is what has none of the bytes that text never has. */
const TEXT_TYPES = new Set(['text/csv', 'text/plain']);
/** What browsers say when they do not know, and Windows with Excel about CSV. */
const UNDECLARED = new Set(['', 'application/octet-stream', 'binary/octet-stream']);
const OTHER_NAMES: Record<string, string> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'application/csv': 'text/csv',
  'text/x-csv': 'text/csv',
};
const CSV_OF_EXCEL = 'application/vnd.ms-excel';

export type TypeVerdict =
  { ok: true; mediaType: string } | { ok: false; code: 'file-type-refused' | 'file-type-mismatch'; actual: string };

/**
 * Which type a file has, by its content and not by what the caller says.
 * @param declared media type of the upload, perhaps with parameters
 * @param signature media type that the first bytes show; undefined when none
 * @param head the first bytes
 */
export function judgeType(
  declared: string,
  signature: string | undefined,
  head: Uint8Array,
  use: Pick<FileUse, 'mediaTypes'>,
): TypeVerdict {
  const said = plainType(declared);
  const actual = signature ?? textType(said, head, use);
  if (!use.mediaTypes.includes(actual)) return { ok: false, code: 'file-type-refused', actual };
  const agrees = UNDECLARED.has(said) || said === actual || (said === CSV_OF_EXCEL && actual === 'text/csv');
  return agrees ? { ok: true, mediaType: actual } : { ok: false, code: 'file-type-mismatch', actual };
}

function plainType(declared: string): string {
  const type = (declared.split(';')[0] ?? '').trim().toLowerCase();
  return OTHER_NAMES[type] ?? type;
}

function textType(said: string, head: Uint8Array, { mediaTypes }: Pick<FileUse, 'mediaTypes'>): string {
  if (!looksLikeText(head)) return 'application/octet-stream';
  if (TEXT_TYPES.has(said)) return said;
  return mediaTypes.find((type) => TEXT_TYPES.has(type)) ?? 'text/plain';
}

/** Of UTF-8 and of GB 18030 alike: no control bytes but tab, line feed and carriage return. */
function looksLikeText(head: Uint8Array): boolean {
  return head.every((byte) => (byte >= 0x20 ? byte !== 0x7f : byte === 0x09 || byte === 0x0a || byte === 0x0d));
}
