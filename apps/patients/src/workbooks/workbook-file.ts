import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

const UNREAD = 4_194_304;

/** A workbook with one sheet, written while it is read. Every cell is a text. */
export function workbookFile(sheet: string, titles: string[], rows: AsyncIterable<string[][]>): Readable {
  const out = new PassThrough();
  write(out, sheet, titles, rows).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function write(out: PassThrough, name: string, titles: string[], rows: AsyncIterable<string[][]>): Promise<void> {
  // Heavy, and seldom needed: a service that writes no workbook does without.
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: false });
  const sheet = book.addWorksheet(name);
  sheet.addRow(titles).commit();
  for await (const some of rows) {
    if (out.destroyed) return;
    for (const cells of some) sheet.addRow(cells).commit();
    await nextTurn();
    // The writer does not wait for who reads: we do.
    while (out.readableLength > UNREAD && !out.destroyed) await nextTurn();
  }
  sheet.commit();
  await book.commit();
}
