/**
 * Lines as pieces of at most so many bytes, whatever the length of a line: a broker's message is bounded, a row is not.
 * Few lines are held at a time.
 */
export async function* piecesOf(lines: AsyncIterable<string>, most: number): AsyncGenerator<Buffer, void> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const line of lines) {
    const bytes = Buffer.from(`${line}\n`);
    held.push(bytes);
    size += bytes.length;
    if (size < most) continue;
    const whole = Buffer.concat(held);
    const full = whole.length - (whole.length % most);
    for (let at = 0; at < full; at += most) yield whole.subarray(at, at + most);
    held = [whole.subarray(full)];
    size = whole.length - full;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** The lines again. @throws Error when the last one has no end */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  let begun: Uint8Array[] = [];
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      yield Buffer.concat([...begun, piece.subarray(from, end)]).toString();
      begun = [];
      from = end + 1;
    }
    if (from < piece.length) begun.push(piece.subarray(from));
  }
  if (begun.length > 0) throw new Error('The last line is cut off');
}
