/** Bytes a look needs at the end of a file: the longest directory of a ZIP archive, which ends with a free comment. */
export const TAIL_BYTES = 65_557;

const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_END_BYTES = 22;
const ZIP_COMMENT_LENGTH = 20;
/** What a reader of PDF still accepts: the mark need not be at the beginning. */
const PDF_WITHIN = 1_024;
/** What a browser or a server would run; none of it stands in a picture or a recording by chance. */
const ACTIVE = /<(?:script|html|iframe|svg|\?php)[\s>/]/i;

/**
 * What else a file is, beside the type its first bytes show: an archive, a page, a program. Such a file (a "polyglot")
 * passes as a picture here and as something else where it is opened.
 * @param head the first bytes
 * @param tail the last bytes, `TAIL_BYTES` of them or the whole file
 * @returns the other type, or undefined when it is only what it says
 */
export function foreignContent(mediaType: string, head: Buffer, tail: Buffer): string | undefined {
  if (endsAsArchive(tail)) return 'application/zip';
  if (mediaType !== 'application/pdf' && head.subarray(0, PDF_WITHIN).includes('%PDF-')) return 'application/pdf';
  const text = mediaType === 'application/pdf' ? [head.subarray(0, PDF_WITHIN)] : [head, tail];
  return text.some((bytes) => ACTIVE.test(bytes.toString('latin1'))) ? 'text/html' : undefined;
}

/** The end of an archive's directory says how long the comment behind it is: only then it is one. */
function endsAsArchive(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf(ZIP_END); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(ZIP_END, at - 1)) {
    const rest = tail.length - at - ZIP_END_BYTES;
    if (rest >= 0 && tail.readUInt16LE(at + ZIP_COMMENT_LENGTH) <= rest) return true;
  }
  return false;
}
