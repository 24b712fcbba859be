import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRecords, type SheetRow } from './csv-records.js';

async function read(text: string, size = 7): Promise<SheetRow[]> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
  }
  const rows: SheetRow[] = [];
  for await (const some of csvRecords(pieces(), ',')) rows.push(...some);
  return rows;
}

const cells = async (text: string, size?: number) => (await read(text, size)).map((row) => row.fault ?? row.cells);

describe('rows of a CSV file', () => {
  it('PT-8 have quotes, commas and line ends in their cells, and any kind of line end after them', async () => {
    const text = 'a,b\r\n"1, 2","x\ny"\r\r\n"say ""hi""",\n';
    for (let size = 1; size < 12; size += 1) {
      expect(await cells(text, size)).toEqual([['a', 'b'], ['1, 2', 'x\ny'], [''], ['say "hi"', '']]);
    }
  });

  it('PT-8 keep the quote inside a cell, and what stands behind a closed one', async () => {
    expect(await cells('5" tall,"a"b\nlast')).toEqual([['5" tall', 'ab'], ['last']]);
  });

  it('PT-8 a quote that nobody closes costs its own line only', async () => {
    expect(await cells('a,b\n1,"open\n2,b\n3,c\n', 5)).toEqual([['a', 'b'], 'quote-unclosed', ['2', 'b'], ['3', 'c']]);
    const many = '2,b\n'.repeat(30_000);
    const rows = await read(`a,b\n1,"open\n${many}last,z`, 65_536);
    expect(rows).toHaveLength(30_003);
    expect(rows[1]).toEqual({ row: 2, cells: [], fault: 'quote-unclosed' });
    expect(rows.at(-1)).toEqual({ row: 30_003, cells: ['last', 'z'] });
  });

  it('PT-8 a cell of ten megabytes costs its own line only', async () => {
    for (const giant of ['x'.repeat(10_000_000), `"${'x'.repeat(10_000_000)}"`]) {
      const rows = await read(`a,b\n1,${giant}\n2,c\n`, 65_536);
      expect(rows.map((row) => row.fault ?? row.cells)).toEqual([['a', 'b'], 'row-too-long', ['2', 'c']]);
    }
  });

  it('PT-8 are what csv-parse reads, in whatever pieces the text comes', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '张', '"', ',', '\n', '\r', ' ', ';'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 20 }), async (rows, size) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        expect(await cells(text, size)).toEqual(parse(text, { relax_column_count: true }));
      }),
    );
  });
});
