import { describe, expect, it } from '@jest/globals';
import type { PackageLine } from './package-parts.js';
import { PackageSheet } from './package-sheet.js';

async function* given(lines: PackageLine[]): AsyncGenerator<PackageLine> {
  for (const line of lines) yield await Promise.resolve(line);
}

describe('PT-9: what of a package is kept to be printed', () => {
  it('is the beginning of each text and of some rows; the file gets them as they are', async () => {
    const long = '长'.repeat(100_000);
    const row = { message: long, values: [{ text: long, number: 7 }], none: null };
    const sheet = new PackageSheet();
    const title = { 'zh-CN': '报文', en: 'Messages' };
    const lines: PackageLine[] = [{ part: 'his' }, { section: { name: 'raw', title } }];
    for (let count = 0; count < 100; count += 1) lines.push({ row });
    const passed: PackageLine[] = [];
    for await (const line of sheet.watch(given(lines))) passed.push(line);
    expect(passed).toEqual(lines);
    const [section] = sheet.sections;
    expect(section?.count).toBe(100);
    const kept = '长'.repeat(400);
    expect(section?.rows).toEqual(
      Array.from({ length: 60 }, () => ({ message: kept, values: [{ text: kept, number: 7 }], none: null })),
    );
  });
});
