import type { PackageLine } from './package-parts.js';

/** In characters: a store of contents takes few large pieces sooner than many small ones. */
const WRITTEN_AT_ONCE = 65_536;

/**
 * The package as JSON, written while its lines come: `{ about, parts: [{ service, sections: [{ name, title, rows }],
 * complete }], missing }`. However much there is, few lines of it are held at a time.
 */
export async function* packageJson(about: object, lines: AsyncIterable<PackageLine>): AsyncGenerator<Buffer, void> {
  const writer = new PackageWriter();
  let text = `{"about":${JSON.stringify(about)},\n"parts":[`;
  for await (const line of lines) {
    text += writer.next(line);
    if (text.length < WRITTEN_AT_ONCE) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}${writer.end()}],\n"missing":${JSON.stringify(writer.missing)}}\n`);
}

class PackageWriter {
  readonly missing: string[] = [];
  private parts = 0;
  private sections = 0;
  private rows = 0;
  private open: 'nothing' | 'part' | 'section' = 'nothing';
  private isComplete = true;

  next(line: PackageLine): string {
    if ('part' in line) return this.begin(line.part);
    if ('section' in line) return this.section(line.section);
    if ('row' in line) return `${(this.rows += 1) > 1 ? ',' : ''}\n${JSON.stringify(line.row)}`;
    this.missing.push(line.missing);
    this.isComplete = false;
    return '';
  }

  /** Closes what is open. */
  end(): string {
    const closing = { nothing: '', part: `],"complete":${this.isComplete}}`, section: ']}' }[this.open];
    if (this.open !== 'section') return closing;
    this.open = 'part';
    return closing + this.end();
  }

  private begin(service: string): string {
    const closing = this.end();
    this.open = 'part';
    this.isComplete = true;
    this.sections = 0;
    return `${closing}${(this.parts += 1) > 1 ? ',' : ''}\n{"service":${JSON.stringify(service)},"sections":[`;
  }

  private section(section: { name: string; title: object }): string {
    const closing = this.open === 'section' ? ']}' : '';
    this.open = 'section';
    this.rows = 0;
    const { name, title } = section;
    const head = `"name":${JSON.stringify(name)},"title":${JSON.stringify(title)},"rows":[`;
    return `${closing}${(this.sections += 1) > 1 ? ',' : ''}\n{${head}`;
  }
}
