/** Characters of a report's text that one event carries; at most 600 kB of JSON, whatever they are (ADR 61). */
export const PIECE_LENGTH = 100_000;

/** A text in pieces that put together are the text again; no piece is empty or ends within a character. */
export function piecesOf(text: string, length = PIECE_LENGTH): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const cut = Math.min(from + length, text.length);
    const splitsPair = cut < text.length && /[\uD800-\uDBFF]/.test(text.charAt(cut - 1));
    const to = splitsPair && cut - 1 > from ? cut - 1 : cut;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
