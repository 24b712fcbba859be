import type { TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { aRecordNumber, found, startPatients } from './hospital.js';
import { fingerprint, imported, rejectedLines } from './import-files.js';
import { workbookOf } from './zip.js';

let hospital: TestService;
beforeAll(async () => {
  hospital = await startPatients();
});
afterAll(() => hospital.stop());

async function workbook(...rows: unknown[][]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('患者');
  sheet.addRow(['姓名', '出生日期', '手机', '病案号', '发号系统']);
  for (const row of rows) sheet.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a workbook of patients', () => {
  it('PT-8 makes records as a CSV does, and changes nothing the second time', async () => {
    const { value } = aRecordNumber();
    const file = await workbook(
      ['𠮷野家, "本店"', new Date('1949-12-31T00:00:00Z'), 13800138000, value, 'HIS-X'],
      [{ formula: 'HYPERLINK("http://x","王芳")', result: '王芳' }, null, 13800138001, null, null],
      [],
      ['李雷', null, '13800138002\n010-62345678 转 01', null, null],
    );
    const done = await imported(hospital, file, {}, '名单.xlsx');
    expect(done).toMatchObject({ state: 'done', total: 3, created: 2, rejected: 1, encoding: 'utf-8' });
    expect(await rejectedLines(hospital, done.id)).toEqual([['3', '姓名 name', 'cell-formula']]);
    const [id] = await found(hospital, { mrn: value });
    const { body } = await hospital.api('agent').get(`/patients/${id}`).expect(200);
    expect(body).toMatchObject({
      name: '𠮷野家, "本店"',
      birthDate: '1949-12-31',
      phones: [{ e164: '+8613800138000' }],
    });
    const before = await fingerprint(hospital);
    expect(await imported(hospital, file, {}, '名单.xlsx')).toMatchObject({ created: 0, unchanged: 2, rejected: 1 });
    expect(await fingerprint(hospital)).toBe(before);
  });

  it('PT-8 has no formula that is computed: shared, of an array, or a text that looks like one', async () => {
    const [one, two] = [aRecordNumber().value, aRecordNumber().value];
    const file = await workbook(
      [`+cmd|' /C calc'!A0`, null, null, one, 'HIS-X'],
      [`=cmd|' /C calc'!A0`, null, null, two, 'HIS-X'],
      [{ formula: 'DDE("cmd","/C calc","x")', result: '王芳' }, null, null, two, 'HIS-X'],
      [{ formula: 'A1:A2', result: '王芳', shareType: 'array', ref: 'A5:A6' }, null, null, two, 'HIS-X'],
    );
    const done = await imported(hospital, file, {}, '公式.xlsx');
    expect(done).toMatchObject({ state: 'done', created: 1, rejected: 3 });
    expect((await rejectedLines(hospital, done.id)).map(([, , code]) => code)).toEqual(Array(3).fill('cell-formula'));
    const { body } = await hospital.api('agent').get('/patients').query({ mrn: one }).expect(200);
    expect(body.items).toMatchObject([{ name: `+cmd|' /C calc'!A0` }]);
  });

  it('PT-8 with a cell far out loses that line only', async () => {
    const { value } = aRecordNumber();
    const row = Array.from({ length: 5_000 }, (_, at) => (at === 4_999 ? 'x' : null));
    const done = await imported(hospital, await workbook(row, ['王芳', null, null, value, 'HIS-X']), {}, '宽.xlsx');
    expect(done).toMatchObject({ state: 'done', created: 1, rejected: 1 });
    expect(await rejectedLines(hospital, done.id)).toEqual([['2', '', 'too-many-cells']]);
  });

  it.each([
    ['a bomb', workbookOf('<worksheet><sheetData/></worksheet>', [bomb()]), 'workbook-too-large'],
    ['broken', workbookOf('<!DOCTYPE a><worksheet/>'), 'workbook-unreadable'],
    ['empty', workbookOf('<worksheet><sheetData/></worksheet>'), 'import-no-lines'],
  ])('PT-8 that is %s is refused as a whole, and the next file is taken', async (_name, file, code) => {
    const refused = await imported(hospital, file, {}, '名单.xlsx');
    expect(refused).toMatchObject({ state: 'failed', read: 0, failure: { code } });
    const next = await workbook(['王芳', null, null, aRecordNumber().value, 'HIS-X']);
    expect(await imported(hospital, next, {}, '名单.xlsx')).toMatchObject({ state: 'done', created: 1 });
  });
});

function bomb() {
  return {
    name: 'xl/sharedStrings.xml',
    content: `<sst>${`<si><t>${'x'.repeat(32_000)}</t></si>`.repeat(4_300)}</sst>`,
  };
}
