import { csvLine, quotedCells } from '#platform';

/** CSV in UTF-8 with a mark, as Excel opens it. */
export async function* csvFile(titles: string[], rows: AsyncIterable<string[][]>): AsyncGenerator<Buffer, void> {
  yield Buffer.from(`\uFEFF${csvLine(titles)}`);
  for await (const some of rows) yield Buffer.from(some.map(quotedCells).join(''));
}
