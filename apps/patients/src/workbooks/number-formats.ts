import { attribute, type XmlListener } from './xml-reader.js';

const DAY_MS = 86_400_000;
/** As Excel has them; longer ones would only keep us reading. */
const LONGEST_CODE = 255;

/** Which styles of a workbook show a number as a date: the only way to tell one from the other. */
export class NumberFormats implements XmlListener {
  private readonly codes = new Map<number, string>();
  private readonly styles: boolean[] = [];
  private inCells = false;

  open(name: string, tag: string): void {
    if (name === 'cellXfs') this.inCells = true;
    if (name === 'numFmt') {
      const code = attribute(tag, 'formatCode') ?? '';
      this.codes.set(Number(attribute(tag, 'numFmtId')), code.slice(0, LONGEST_CODE));
    }
    if (name === 'xf' && this.inCells) this.styles.push(this.isDateFormat(Number(attribute(tag, 'numFmtId') ?? 0)));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }

  text(): void {
    // Styles have none.
  }

  isDate(style: number): boolean {
    return this.styles[style] ?? false;
  }

  /** Built-in formats of dates and times, the Chinese ones too; of the others, those that name a day, month or year. */
  private isDateFormat(id: number): boolean {
    const isBuiltIn =
      (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58 && id !== 48 && id !== 49);
    if (isBuiltIn) return true;
    const code = (this.codes.get(id) ?? '').replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
    return /[ymd]/i.test(code);
  }
}

/** A day of the calendar, with its time where it has one. @param is1904 whether days are counted from 1904 (old Macs) */
export function dateOfSerial(serial: number, is1904: boolean): string {
  // Day 60 is 29 February 1900, which Excel believes in and nobody was born on.
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const moment = Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000;
  if (!(Math.abs(moment) < 8.64e15)) return String(serial);
  const text = new Date(moment).toISOString();
  return moment % DAY_MS === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
