import { NumberFormats } from './number-formats.js';
import { SharedStrings } from './shared-strings.js';
import { SheetCells } from './sheet-cells.js';
import { UnreadableWorkbook } from './unreadable-workbook.js';
import { attribute, XmlReader, type XmlListener } from './xml-reader.js';
import { ZipArchive, type Bytes } from './zip-archive.js';

export interface WorkbookRow {
  row: number;
  cells: string[];
}

/** As many as Excel has. */
const MOST_ROWS = 1_048_576;
/** Of what describes a workbook: its listeners keep it. Its texts and rows have limits of their own. */
const MOST_DESCRIPTION = 16_777_216;
const TEXTS = 'xl/sharedStrings.xml';

/**
 * The rows of a workbook's first visible sheet as texts, with little memory whatever the file is; only its texts that
 * are kept once for all cells stay, up to a limit.
 * @throws UnreadableWorkbook
 */
export async function* workbookRows(bytes: Bytes): AsyncGenerator<WorkbookRow[], void> {
  const archive = await ZipArchive.open(bytes);
  const book = await readInto(archive, 'xl/workbook.xml', new BookSheets());
  const relations = await readInto(archive, 'xl/_rels/workbook.xml.rels', new Relations());
  const terms = {
    strings: await readInto(archive, TEXTS, new SharedStrings()),
    formats: await readInto(archive, 'xl/styles.xml', new NumberFormats()),
    is1904: book.is1904,
  };
  let rows: WorkbookRow[] = [];
  const sheet = new XmlReader(
    new SheetCells(terms, (row, cells) => {
      if (!(row >= 1 && row <= MOST_ROWS)) throw new UnreadableWorkbook('workbook-unreadable');
      rows.push({ row, cells });
    }),
  );
  for await (const text of archive.text(relations.pathOf(book.first))) {
    sheet.push(text);
    if (rows.length > 0) yield rows;
    rows = [];
  }
}

/** What an entry says; nothing when the workbook has none. */
async function readInto<T extends XmlListener>(archive: ZipArchive, name: string, listener: T): Promise<T> {
  const reader = new XmlReader(listener);
  const most = name === TEXTS ? undefined : MOST_DESCRIPTION;
  if (archive.has(name)) for await (const text of archive.text(name, most)) reader.push(text);
  return listener;
}

class BookSheets implements XmlListener {
  first: string | undefined;
  is1904 = false;

  open(name: string, tag: string): void {
    if (name === 'workbookPr') this.is1904 = /^(?:1|true)$/.test(attribute(tag, 'date1904') ?? '');
    const isHidden = (attribute(tag, 'state') ?? 'visible') !== 'visible';
    if (name === 'sheet' && !isHidden) this.first ??= attribute(tag, 'id');
  }

  close(): void {
    // Nothing ends that matters.
  }

  text(): void {
    // There is none that matters.
  }
}

class Relations implements XmlListener {
  private readonly targets = new Map<string, string>();

  open(name: string, tag: string): void {
    if (name === 'Relationship') this.targets.set(attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '');
  }

  close(): void {
    // Nothing ends that matters.
  }

  text(): void {
    // There is none.
  }

  /** @throws UnreadableWorkbook when there is no sheet at all */
  pathOf(sheet: string | undefined): string {
    const target = this.targets.get(sheet ?? '');
    if (target === undefined) throw new UnreadableWorkbook('workbook-unreadable');
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }
}
