import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { workbookOf, zipOf } from '../../test/zip.js';
import { workbookRows, type WorkbookRow } from './workbook-rows.js';

async function read(file: Buffer): Promise<WorkbookRow[]> {
  const size = file.length;
  // In pieces of odd sizes, as a store gives them.
  const pieces = (part: Buffer) =>
    Array.from({ length: Math.ceil(part.length / 999) }, (_, at) => part.subarray(at * 999, at * 999 + 999));
  const bytes = {
    size,
    read: (start: number, end: number) => Promise.resolve(Readable.from(pieces(file.subarray(start, end + 1)))),
  };
  const rows: WorkbookRow[] = [];
  for await (const some of workbookRows(bytes)) rows.push(...some);
  return rows;
}

async function saved(fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  const book = new exceljs.Workbook();
  book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['not this one']);
  fill(book.addWorksheet('患者'));
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('the rows of a workbook', () => {
  it('PT-8 are the texts somebody sees: shared, rich, numbers in full, dates as dates', async () => {
    const file = await saved((sheet) => {
      sheet.addRow(['姓名', '姓名', '手机', '出生日期', '时间']);
      const row = sheet.addRow([
        { richText: [{ text: '欧阳' }, { text: '<晓&燕>' }] },
        '𠮷"野家',
        13800138000,
        new Date('1949-12-31T00:00:00Z'),
        new Date('2026-03-01T08:30:00Z'),
      ]);
      row.getCell(5).numFmt = 'yyyy"年"m"月"d"日" h:mm';
      sheet.getCell('C5').value = 1.5;
      sheet.getCell('B5').value = true;
    });
    expect(await read(file)).toEqual([
      { row: 1, cells: ['姓名', '姓名', '手机', '出生日期', '时间'] },
      { row: 2, cells: ['欧阳<晓&燕>', '𠮷"野家', '13800138000', '1949-12-31', '2026-03-01T08:30:00'] },
      { row: 5, cells: ['', 'true', '1.5'] },
    ]);
  });

  it('PT-8 have a mark where there is a formula, whatever it was computed to', async () => {
    const file = await saved((sheet) => {
      sheet.addRow([{ formula: 'HYPERLINK("http://x","王芳")', result: '王芳' }, '李雷']);
    });
    expect(await read(file)).toEqual([{ row: 1, cells: ['=', '李雷'] }]);
  });

  it('PT-8 of more texts than one block holds are all there', async () => {
    const long = (at: number) => `${at}-${'长'.repeat(9_000)}`;
    const file = await saved((sheet) => {
      for (let at = 0; at < 200; at += 1) sheet.addRow([long(at)]);
    });
    expect((await read(file)).map(({ cells }) => cells[0])).toEqual(Array.from({ length: 200 }, (_, at) => long(at)));
  });

  const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>';
  it.each([
    ['no zip', Buffer.from('PK, but nothing else'), 'workbook-unreadable'],
    ['a zip without a workbook', zipOf([{ name: 'a.txt', content: 'a' }]), 'workbook-unreadable'],
    ['cut off', workbookOf(`<worksheet>${ROW}</worksheet>`).subarray(0, -30), 'workbook-unreadable'],
    [
      'one with a document type',
      workbookOf(`<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>`),
      'workbook-unreadable',
    ],
    [
      'one with a row that cannot be',
      workbookOf('<worksheet><row r="99999999"></row></worksheet>'),
      'workbook-unreadable',
    ],
    [
      'one whose cells go backwards',
      workbookOf('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'),
      'workbook-unreadable',
    ],
    [
      'one whose styles have no end',
      workbookOf(ROW, [{ name: 'xl/styles.xml', content: `<numFmt formatCode="${'y'.repeat(900_000)}"/>`.repeat(20) }]),
      'workbook-too-large',
    ],
    [
      'one with an endless cell',
      workbookOf(`<row r="1"><c><v>${'9'.repeat(3_000_000)}</v></c></row>`),
      'workbook-too-large',
    ],
  ])('PT-8 of what is %s are refused', async (_name, file, code) => {
    await expect(read(file)).rejects.toMatchObject({ code });
  });

  it('PT-8 with a cell far out, or a million of them, are one line that is refused', async () => {
    const far = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>';
    const many = `<row r="2">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`;
    const rows = await read(workbookOf(`${far}${many}<row r="3"><c><v>1</v></c></row>`));
    expect(rows.map(({ row, cells }) => [row, cells.length])).toEqual([
      [1, 257],
      [2, 257],
      [3, 1],
    ]);
  });

  it('PT-8 say of one endless text in many cells as much as a cell holds', async () => {
    const endless = `<si>${`<r><t>${'张'.repeat(300_000)}</t></r>`.repeat(10)}</si>`;
    const cells = `<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(20);
    const runs = `<row><c t="inlineStr"><is>${`<r><t>${'x'.repeat(900_000)}</t></r>`.repeat(20)}</is></c></row>`;
    const file = workbookOf(cells + runs, [{ name: 'xl/sharedStrings.xml', content: endless }]);
    const rows = await read(file);
    expect(rows).toHaveLength(21);
    expect(new Set(rows.flatMap((row) => row.cells.map(({ length }) => length)))).toEqual(new Set([32_768]));
  });

  it('PT-8 with a format of nothing but brackets are read at once', async () => {
    const styles = `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(900_000)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`;
    const file = workbookOf('<row><c s="0"><v>7</v></c></row>', [{ name: 'xl/styles.xml', content: styles }]);
    expect(await read(file)).toEqual([{ row: 1, cells: ['7'] }]);
  });

  it('PT-8 of a zip bomb are refused with little memory, also when it lies about its size', async () => {
    const texts = `<si><t>${'张'.repeat(30_000)}</t></si>`.repeat(1_700);
    const bomb = workbookOf(ROW, [{ name: 'xl/sharedStrings.xml', content: `<sst>${texts}</sst>`, claimed: 10 }]);
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    await expect(read(bomb)).rejects.toMatchObject({ code: 'workbook-too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });
});
