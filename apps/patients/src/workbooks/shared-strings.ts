import { cellText } from './cell-text.js';
import { UnreadableWorkbook } from './unreadable-workbook.js';
import type { XmlListener } from './xml-reader.js';

/** More than a million lines of all columns have. Beyond it the file has to come as CSV. */
const MOST_BYTES = 134_217_728;
const BLOCK_BYTES = 1_048_576;
/** Of empty texts too: each takes four bytes. */
const MOST_TEXTS = 16_777_216;

/** The texts of a workbook, each kept once, as bytes: as JavaScript strings they would take four times the room. */
export class SharedStrings implements XmlListener {
  private readonly blocks: Buffer[] = [];
  private ends = new Uint32Array(4_096);
  private count = 0;
  private bytes = 0;
  private current = '';
  private inText = false;
  /** Readings that are written above the text. */
  private inPhonetic = false;

  open(name: string): void {
    if (name === 'si') this.current = '';
    if (name === 'rPh') this.inPhonetic = true;
    this.inText = name === 't' && !this.inPhonetic;
  }

  text(text: string): void {
    if (this.inText) this.current = cellText(this.current, text);
  }

  close(name: string): void {
    if (name === 'rPh') this.inPhonetic = false;
    if (name === 't') this.inText = false;
    if (name === 'si') this.keep(this.current);
  }

  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return '';
    const start = index === 0 ? 0 : (this.ends[index - 1] ?? 0);
    return this.slice(start, this.ends[index] ?? start);
  }

  private slice(start: number, end: number): string {
    const first = Math.floor(start / BLOCK_BYTES);
    const last = Math.floor(Math.max(start, end - 1) / BLOCK_BYTES);
    const parts = this.blocks.slice(first, last + 1);
    const whole = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    return whole.toString('utf8', start - first * BLOCK_BYTES, end - first * BLOCK_BYTES);
  }

  private keep(text: string): void {
    const bytes = Buffer.from(text);
    if (this.bytes + bytes.length > MOST_BYTES || this.count === MOST_TEXTS)
      throw new UnreadableWorkbook('workbook-too-large');
    for (let at = 0; at < bytes.length;) {
      const offset = this.bytes % BLOCK_BYTES;
      if (offset === 0) this.blocks.push(Buffer.allocUnsafe(BLOCK_BYTES));
      const taken = bytes.copy(this.blocks.at(-1) as Buffer, offset, at);
      at += taken;
      this.bytes += taken;
    }
    if (this.count === this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.ends[this.count] = this.bytes;
    this.count += 1;
  }
}
