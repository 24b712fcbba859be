import { describe, expect, it } from '@jest/globals';
import { packageJson } from './package-json.js';
import type { PackageLine } from './package-parts.js';

const TITLE = { 'zh-CN': '就诊', en: 'Visits' };
const section = (name: string): PackageLine => ({ section: { name, title: TITLE } });

async function* given(lines: PackageLine[]): AsyncGenerator<PackageLine> {
  for (const line of lines) yield await Promise.resolve(line);
}

async function written(...lines: PackageLine[]): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of packageJson({ id: 1 }, given(lines))) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString());
}

describe('PT-9: the file of a package', () => {
  it('holds parts, sections and rows as they came', async () => {
    expect(
      await written(
        { part: 'his' },
        { part: 'patients' },
        section('visits'),
        { row: { at: '葉"\n' } },
        { row: { at: 2 } },
        section('none'),
      ),
    ).toEqual({
      about: { id: 1 },
      parts: [
        { service: 'his', sections: [], complete: true },
        {
          service: 'patients',
          sections: [
            { name: 'visits', title: TITLE, rows: [{ at: '葉"\n' }, { at: 2 }] },
            { name: 'none', title: TITLE, rows: [] },
          ],
          complete: true,
        },
      ],
      missing: [],
    });
  });

  it('says which service did not answer to the end', async () => {
    const file = await written(
      { part: 'his' },
      section('messages'),
      { row: {} },
      { missing: 'his' },
      { part: 'staff' },
    );
    expect(file).toMatchObject({
      parts: [
        { service: 'his', sections: [{ rows: [{}] }], complete: false },
        { service: 'staff', sections: [], complete: true },
      ],
      missing: ['his'],
    });
  });
});
