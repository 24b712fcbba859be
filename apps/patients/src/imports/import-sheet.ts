import type { Readable } from 'node:stream';
import { Files } from '#platform';
import { Injectable } from '@nestjs/common';
import { csvRecords, type Delimiter, type SheetRow } from './csv-records.js';
import { ImportFailure } from './import-failure.js';
import { readHeader, type Mapping } from './import-columns.rules.js';
import { MOST_LINES } from './import.use.js';
import { decoded, delimiterOf, encodingOf, type Encoding } from './text-encoding.js';

/** How a file is to be read. */
export interface Reading {
  encoding: Encoding;
  delimiter: Delimiter;
}

/** What was found in a file before any of its lines is taken. */
export interface SheetFinding extends Reading {
  /** Lines below the header that are not empty. */
  total: number;
}

/** Reads the CSV text of a stored file, from its beginning and never whole. */
@Injectable()
export class ImportSheet {
  constructor(private readonly files: Files) {}

  /** @throws ImportFailure when its header or its size forbids the import */
  async check(fileId: string, stated: Encoding | null, issuer: boolean): Promise<SheetFinding> {
    const encoding = stated ?? (await this.withBytes(fileId, encodingOf));
    const delimiter = delimiterOf(await this.head(fileId, encoding));
    let total = 0;
    let header = false;
    for await (const rows of this.rows(fileId, { encoding, delimiter })) {
      for (const row of rows) {
        if (!header) requireHeader(row, issuer);
        else if (!isEmpty(row)) total += 1;
        header = true;
      }
      if (total > MOST_LINES) throw new ImportFailure('import-too-many-lines', { most: MOST_LINES });
    }
    if (total === 0) throw new ImportFailure('import-no-lines');
    return { encoding, delimiter, total };
  }

  /** The lines from a row on, with what each cell is. Empty ones are left out. */
  async *lines(
    fileId: string,
    reading: Reading,
    issuer: boolean,
    nextRow: number,
  ): AsyncGenerator<{ mapping: Mapping; rows: SheetRow[] }, void> {
    let mapping: Mapping | undefined;
    for await (const rows of this.rows(fileId, reading)) {
      mapping ??= readHeader(rows[0]?.cells ?? [], issuer).mapping;
      const wanted = rows.filter((row) => row.row >= Math.max(nextRow, 2) && !isEmpty(row));
      if (wanted.length > 0) yield { mapping, rows: wanted };
    }
  }

  private async *rows(fileId: string, { encoding, delimiter }: Reading): AsyncGenerator<SheetRow[], void> {
    const content = await this.files.open(fileId);
    try {
      yield* csvRecords(decoded(content, encoding), delimiter);
    } finally {
      content.destroy();
    }
  }

  private head(fileId: string, encoding: Encoding): Promise<string> {
    return this.withBytes(fileId, async (bytes) => {
      for await (const text of decoded(bytes, encoding)) if (text !== '') return text;
      return '';
    });
  }

  private async withBytes<T>(fileId: string, work: (bytes: Readable) => Promise<T>): Promise<T> {
    const content = await this.files.open(fileId);
    try {
      return await work(content);
    } finally {
      content.destroy();
    }
  }
}

function requireHeader({ cells }: SheetRow, issuer: boolean): void {
  const [fault] = readHeader(cells, issuer).faults;
  if (fault)
    throw new ImportFailure(fault.code, { titles: fault.titles.slice(0, 20).map((title) => title.slice(0, 60)) });
}

function isEmpty({ cells, fault }: SheetRow): boolean {
  return fault === undefined && cells.every((cell) => cell.trim() === '');
}
