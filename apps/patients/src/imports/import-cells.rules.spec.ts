import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { harmless, isFormula, unharmed } from '#platform';
import { dateIn, documentTypeIn, listCell, listIn, momentIn, sexIn, yesOrNoIn } from './import-cells.rules.js';
import { readHeader } from './import-columns.rules.js';

describe('a cell of a file of patients', () => {
  it.each([
    ['1949-12-31', '1949-12-31'],
    ['1949/1/2', '1949-01-02'],
    ['1949.01.02', '1949-01-02'],
    ['1949年1月2日', '1949-01-02'],
    ['１９４９年１月２日', '1949-01-02'],
    ['19490102', '1949-01-02'],
    ['1949-01-02 00:00:00', '1949-01-02'],
    ['1949-01', '1949-01'],
    ['1949年', '1949'],
    ['1949-13-45', '1949-13-45'],
  ])('PT-8 has the date %s as %s', (cell, date) => expect(dateIn(cell)).toBe(date));

  it.each(['', '31/12/1949', '49-12-31', 'gestern', '1949-12-31 08:00', '1949--1'])('PT-8 has no date in %j', (cell) =>
    expect(() => dateIn(cell)).toThrow('date-unreadable'),
  );

  it('PT-8 has a moment with or without its offset', () => {
    expect(momentIn('2026/3/1 8:30')).toBe('2026-03-01T08:30:00');
    expect(momentIn('2026-03-01T00:30:15.123Z')).toBe('2026-03-01T00:30:15.123Z');
    expect(momentIn('2026-03-01T08:30:15+08:00')).toBe('2026-03-01T08:30:15+08:00');
    expect(momentIn('2026-03-01')).toBe('2026-03-01');
  });

  it('PT-8 has words, letters and codes', () => {
    expect(['男', 'F', '2', '未知', 'Other'].map(sexIn)).toEqual(['male', 'female', 'female', 'unknown', 'other']);
    expect(['护照', '台胞证', 'passport'].map(documentTypeIn)).toEqual(['passport', 'taiwan-permit', 'passport']);
    expect(['是', 'no', '1'].map(yesOrNoIn)).toEqual([true, false, true]);
    expect(() => sexIn('阴')).toThrow('sex-unreadable');
    expect(() => documentTypeIn('驾照')).toThrow('document-type-unreadable');
    expect(() => yesOrNoIn('maybe')).toThrow('yes-or-no');
  });

  it('PT-8 has several values with marks between, and any list comes back out of its cell', () => {
    expect(listIn('1；2、3;4\n5')).toEqual(['1', '2', '3', '4', '5']);
    expect(listIn(';')).toEqual(['', '']);
    const value = fc
      .string({ unit: fc.constantFrom('1', ';', '；', '、', '\n', '\\', ' ', '转') })
      .map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        expect(listIn(listCell(values))).toEqual(values);
      }),
    );
  });

  it('PT-8 is computed by no spreadsheet, and comes back as what it was', () => {
    for (const text of [`=cmd|' /C calc'!A0`, '+1', '-1', '@SUM(A1)', '\t=1', '＝1', `'=1`]) {
      expect(harmless(text)).toBe(`'${text}`);
    }
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', "'", 'a', '@', '王', '\t') }), (text) => {
        expect(unharmed(harmless(text))).toBe(text);
        expect(/^[=+\-@\t\r]/.test(harmless(text))).toBe(false);
      }),
    );
    expect(['=1', ' =1', '@a', '+86 138', '-', "'=1"].map(isFormula)).toEqual([true, true, true, false, false, false]);
  });
});

describe('the header of a file of patients', () => {
  it('PT-8 is known whatever its width, case, spaces and marks', () => {
    const { mapping, faults } = readHeader(['*姓 名', 'Phone_Number', '', '身份证号码：'], false);
    expect(mapping).toEqual(['name', 'phones', undefined, 'nationalId']);
    expect(faults).toEqual([]);
  });

  it('PT-8 says all that is wrong with it, the worst first', () => {
    const { faults } = readHeader(['姓名', '名字', '体重', '身高', '手机（脱敏）'], false);
    expect(faults.map(({ code, titles }) => [code, titles])).toEqual([
      ['header-masked', ['手机（脱敏）']],
      ['header-unknown', ['体重', '身高']],
      ['header-double', ['名字']],
    ]);
    expect(readHeader(['id', '病案号'], true).faults).toEqual([]);
    expect(readHeader(['姓名', '证件号码'], true).faults).toEqual([{ code: 'header-missing', titles: ['证件类型'] }]);
  });
});
