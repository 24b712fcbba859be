/** A stream whose beginning has been looked at, given again from its first byte. */
export interface Headed {
  head: Buffer;
  whole: AsyncIterable<Buffer>;
}

/** Reads until `bytes` are there or the source ends. */
export async function headOf(source: AsyncIterable<Buffer>, bytes: number): Promise<Headed> {
  const chunks = source[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  for (let length = 0; length < bytes;) {
    const next = await chunks.next();
    if (next.done) break;
    seen.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(seen);
  return { head: head.subarray(0, bytes), whole: rejoin(head, chunks) };
}

async function* rejoin(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer, void> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
