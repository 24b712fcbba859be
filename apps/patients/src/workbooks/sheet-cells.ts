import { cellText } from './cell-text.js';
import { dateOfSerial, type NumberFormats } from './number-formats.js';
import type { SharedStrings } from './shared-strings.js';
import { UnreadableWorkbook } from './unreadable-workbook.js';
import { attribute, type XmlListener } from './xml-reader.js';

/** What a formula is read as: an import refuses it, whatever Excel last computed. */
export const FORMULA = '=';
/** As many as a line of CSV may have; of all beyond them one mark is left, by which the line is refused. */
const MOST_COLUMNS = 256;
const BEYOND = '…';

export interface SheetTerms {
  strings: SharedStrings;
  formats: NumberFormats;
  is1904: boolean;
}

/** The rows of a sheet as texts, each told with its number. */
export class SheetCells implements XmlListener {
  private row = 0;
  private cells: string[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private isFormula = false;
  private inValue = false;

  constructor(
    private readonly terms: SheetTerms,
    private readonly told: (row: number, cells: string[]) => void,
  ) {}

  open(name: string, tag: string): void {
    if (name === 'row') {
      this.row = Number(attribute(tag, 'r') ?? this.row + 1);
      this.cells = [];
      this.column = -1;
    } else if (name === 'c') this.begin(tag);
    else if (name === 'f') this.isFormula = true;
    this.inValue = name === 'v' || name === 't';
  }

  text(text: string): void {
    if (this.inValue) this.value = cellText(this.value, text);
  }

  close(name: string): void {
    this.inValue = false;
    if (name === 'row') this.told(this.row, this.cells);
    if (name === 'c') this.end();
  }

  private begin(tag: string): void {
    const letters = /^[A-Z]{1,3}/.exec(attribute(tag, 'r') ?? '')?.[0];
    const column = letters === undefined ? this.column + 1 : columnOf(letters);
    // Cells that go backwards are nobody's, and would be read again and again.
    if (column <= this.column) throw new UnreadableWorkbook('workbook-unreadable');
    this.column = column;
    this.type = attribute(tag, 't') ?? 'n';
    this.style = Number(attribute(tag, 's') ?? 0);
    this.value = '';
    this.isFormula = false;
  }

  private end(): void {
    const isBeyond = this.column >= MOST_COLUMNS;
    const text = isBeyond ? this.value && BEYOND : this.isFormula ? FORMULA : this.shown();
    if (text === '') return;
    const column = Math.min(this.column, MOST_COLUMNS);
    while (this.cells.length < column) this.cells.push('');
    this.cells[column] = text;
  }

  private shown(): string {
    const { value, type, style } = this;
    if (type === 's') return value === '' ? '' : this.terms.strings.at(Number(value));
    if (type === 'b') return value === '1' ? 'true' : 'false';
    if (type !== 'n' || value === '') return value;
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    if (this.terms.formats.isDate(style)) return dateOfSerial(number, this.terms.is1904);
    // A long number is written as 1.38E10; the digits are what was meant.
    return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : value;
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
