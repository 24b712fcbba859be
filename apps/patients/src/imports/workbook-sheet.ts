import { FileDrafts, Files, Problem, quotedCells, type ArrivedFile } from '#platform';
import { Injectable } from '@nestjs/common';
import { UnreadableWorkbook } from '../workbooks/unreadable-workbook.js';
import { workbookRows } from '../workbooks/workbook-rows.js';
import { ImportFailure } from './import-failure.js';
import { CSV, IMPORT_ROWS } from './import.use.js';

const PIECE_CHARACTERS = 65_536;

/** Turns a workbook into CSV once: where an attempt goes on, and how many lines there are, is then told fast. */
@Injectable()
export class WorkbookSheet {
  constructor(
    private readonly files: Files,
    private readonly drafts: FileDrafts,
  ) {}

  /** @throws ImportFailure when it cannot be read, or is too much */
  async asText(fileId: string, size: number, signal: AbortSignal): Promise<ArrivedFile> {
    try {
      const text = csvOf(workbookRows({ size, read: (start, end) => this.files.open(fileId, { start, end }) }), signal);
      return await this.drafts.make(IMPORT_ROWS, { name: 'rows.csv', mediaType: CSV }, text);
    } catch (error) {
      if (error instanceof UnreadableWorkbook) throw new ImportFailure(error.code);
      // Few bytes may say very much, for instance one text in a million cells; tried again it would say as much.
      if (error instanceof Problem && error.code === 'file-too-large') throw new ImportFailure('workbook-too-large');
      throw error;
    }
  }
}

/** Every row at the number it has in the sheet. */
async function* csvOf(
  sheet: AsyncIterable<{ row: number; cells: string[] }[]>,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void> {
  let next = 1;
  let text = '';
  for await (const rows of sheet) {
    signal.throwIfAborted();
    for (const { row, cells } of rows) {
      // Rows that go backwards are nobody's.
      if (row < next) throw new UnreadableWorkbook('workbook-unreadable');
      text += '\r\n'.repeat(row - next) + quotedCells(cells);
      next = row + 1;
    }
    if (text.length < PIECE_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
