import type { PackageLine } from './package-parts.js';

/** Rows of one section that are printed; the file for programs has all. */
const MOST_ROWS = 60;
/** Of each text: more than is printed of one. A raw message may be of megabytes. */
const KEPT_CHARACTERS = 400;

export interface SheetSection {
  service: string;
  name: string;
  title: { 'zh-CN': string; en: string };
  rows: Record<string, unknown>[];
  /** How many there are. */
  count: number;
}

/** What of a package is printed, kept while the package is written. */
export class PackageSheet {
  readonly sections: SheetSection[] = [];
  readonly missing: string[] = [];
  private service = '';

  /** Hands the lines on as they are. */
  async *watch(lines: AsyncIterable<PackageLine>): AsyncGenerator<PackageLine, void> {
    for await (const line of lines) {
      this.keep(line);
      yield line;
    }
  }

  private keep(line: PackageLine): void {
    if ('part' in line) this.service = line.part;
    else if ('missing' in line) this.missing.push(line.missing);
    else if ('section' in line) this.sections.push({ service: this.service, ...line.section, rows: [], count: 0 });
    else this.count(line.row);
  }

  private count(row: Record<string, unknown>): void {
    const section = this.sections.at(-1);
    if (!section) return;
    section.count += 1;
    if (section.rows.length < MOST_ROWS) section.rows.push(shortened(row));
  }
}

/** Copied: a piece of a long text would hold the whole of it. */
function shortened(row: Record<string, unknown>): Record<string, unknown> {
  return structuredClone(cut(row)) as Record<string, unknown>;
}

function cut(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, KEPT_CHARACTERS);
  if (Array.isArray(value)) return value.slice(0, KEPT_CHARACTERS).map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, cut(field)]));
}
