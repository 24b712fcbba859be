/** One record of a file: the cells of a row, or why they cannot be told. */
export interface SheetRow {
  /** As a spreadsheet numbers it, the header is 1. */
  row: number;
  cells: string[];
  fault?: 'row-too-long' | 'quote-unclosed' | 'too-many-cells';
}

export type Delimiter = ',' | ';' | '\t';

/** A record of ours has some 500 characters; what is longer is a quote that nobody closed, or an attack. */
const LONGEST_RECORD = 65_536;
const MOST_CELLS = 256;
const LINE = /\r\n|\n|\r/g;

/**
 * Rows of CSV text (RFC 4180), a piece at a time and with little memory, whatever the text is: a record that is too
 * long is a fault of its own; where a quote is never closed only its line is lost, and the next line is read again.
 */
export async function* csvRecords(text: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<SheetRow[], void> {
  const reader = new RecordReader(delimiter);
  for await (const piece of text) {
    const rows = reader.push(piece);
    if (rows.length > 0) yield rows;
  }
  const rest = reader.end();
  if (rest.length > 0) yield rest;
}

class RecordReader {
  private rest = '';
  private row = 0;
  /** In the middle of a line that is too long to be kept. */
  private skipping = false;

  constructor(private readonly delimiter: Delimiter) {}

  push(piece: string): SheetRow[] {
    this.rest += piece;
    return this.take(false);
  }

  end(): SheetRow[] {
    return this.take(true);
  }

  private take(atEnd: boolean): SheetRow[] {
    const rows: SheetRow[] = [];
    let from = 0;
    for (;;) {
      const next = this.skipping ? this.skip(from, atEnd) : this.read(from, atEnd, rows);
      if (next === undefined) break;
      from = next;
    }
    this.rest = this.rest.slice(from);
    return rows;
  }

  /** @returns where the next line begins; undefined while more of this one has to come. */
  private skip(from: number, atEnd: boolean): number | undefined {
    const end = lineEnd(this.rest, from, atEnd);
    if (end === undefined) {
      this.rest = '';
      return undefined;
    }
    this.skipping = false;
    return end.next === from ? undefined : end.next;
  }

  private read(from: number, atEnd: boolean, rows: SheetRow[]): number | undefined {
    if (from >= this.rest.length) return undefined;
    const record = readRecord(this.rest, from, this.delimiter, atEnd);
    if (record.state === 'complete') {
      rows.push(this.numbered(record.cells, record.cells.length > MOST_CELLS ? 'too-many-cells' : undefined));
      return record.next;
    }
    if (!atEnd && this.rest.length - from <= LONGEST_RECORD) return undefined;
    const line = lineEnd(this.rest, from, atEnd);
    const isLong = line === undefined || line.at - from > LONGEST_RECORD;
    rows.push(this.numbered([], isLong ? 'row-too-long' : 'quote-unclosed'));
    if (line) return line.next;
    this.skipping = true;
    return this.rest.length;
  }

  private numbered(cells: string[], fault?: SheetRow['fault']): SheetRow {
    this.row += 1;
    return fault === undefined ? { row: this.row, cells } : { row: this.row, cells: [], fault };
  }
}

type RecordEnd = { state: 'complete'; cells: string[]; next: number } | { state: 'open' };

/** One record from `from` on; open when its end is not in sight. A quote inside an unquoted cell is a character. */
function readRecord(text: string, from: number, delimiter: Delimiter, atEnd: boolean): RecordEnd {
  const cells: string[] = [];
  for (let at = from; ;) {
    if (at - from > LONGEST_RECORD) return { state: 'open' };
    const cell = text[at] === '"' ? quotedCell(text, at, from) : plainCell(text, at, delimiter, from);
    if (!cell) return { state: 'open' };
    const tail = text[at] === '"' ? plainCell(text, cell.end, delimiter, from) : { value: '', end: cell.end };
    if (!tail) return { state: 'open' };
    cells.push(cell.value + tail.value);
    const mark = text[tail.end];
    if (mark === delimiter) {
      at = tail.end + 1;
      continue;
    }
    if (mark === undefined && !atEnd) return { state: 'open' };
    // A line feed may still follow.
    if (mark === '\r' && tail.end + 1 === text.length && !atEnd) return { state: 'open' };
    const length = mark === undefined ? 0 : mark === '\r' && text[tail.end + 1] === '\n' ? 2 : 1;
    return { state: 'complete', cells, next: tail.end + length };
  }
}

interface CellEnd {
  value: string;
  /** Where the delimiter or line end is. */
  end: number;
}

function quotedCell(text: string, start: number, recordStart: number): CellEnd | undefined {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0 || at - recordStart > LONGEST_RECORD) return undefined;
    if (text[at + 1] === '"') continue;
    return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
}

function plainCell(text: string, start: number, delimiter: Delimiter, recordStart: number): CellEnd | undefined {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === delimiter.charCodeAt(0)) break;
    if (at - recordStart > LONGEST_RECORD) return undefined;
  }
  return { value: text.slice(start, at), end: at };
}

function lineEnd(text: string, from: number, atEnd: boolean): { at: number; next: number } | undefined {
  LINE.lastIndex = from;
  const match = LINE.exec(text);
  if (match) return { at: match.index, next: match.index + match[0].length };
  return atEnd ? { at: text.length, next: text.length } : undefined;
}
