import { describe, expect, it } from '@jest/globals';
import { masked, WITHHELD, type PersonalKind } from './masking.rules.js';

const cases: [PersonalKind, string, string][] = [
  ['name', '张三', '张*'],
  ['name', '张晓燕', '张**'],
  ['name', '欧阳晓燕', '欧阳**'],
  ['name', '欧阳燕', '欧阳*'],
  ['name', '欧阳', '欧*'],
  ['name', '张', '*'],
  ['name', '𠮷野家', '𠮷**'],
  ['name', '葉󠄀东珅', '葉󠄀**'],
  ['name', '王𠮷', '王*'],
  ['name', '买买提·艾力', '买**·**'],
  ['name', 'John Smith', 'J*** S****'],
  ['name', 'J. Smith', 'J* S****'],
  ['name', 'X', '*'],
  ['name', 'É́lodie', 'É́*****'],
  ['phone', '13800138000', '138****8000'],
  ['phone', '138 0013 8000', '138 **** 8000'],
  ['phone', '+8613800138000', '+86138****8000'],
  ['phone', '１３８００１３８０００', '１３８****８０００'],
  ['phone', '62345678', '******78'],
  ['phone', '623456', '******'],
  ['phone', '010-62345678 转 01', '010-62****78 * 01'],
  ['phone', '儿子 13800138000', '** 138****8000'],
  ['phone', '没有', '**'],
  ['national-id', '440106194912310014', '4401**********0014'],
  ['national-id', '11010519491231002X', '1101**********002X'],
  ['national-id', '110105491231002', '1101*******1002'],
  ['national-id', '12345678', '******78'],
  ['national-id', '1234567', '*******'],
  ['document', 'E12345678', 'E******78'],
  ['document', 'E12345', '******'],
  ['address', '北京市朝阳区建国路1号', '北京市朝阳区***'],
  ['address', '广东省广州市越秀区中山路5号', '广东省广州市越秀区***'],
  ['address', '湖南省长沙县某镇', '湖南省长沙县***'],
  ['address', '幸福小区3号楼', '***'],
  ['address', '解放路市场', '***'],
  ['address', '建国路1号', '***'],
  ['address', '12 Main Street, Springfield', '***'],
  ['address', '北京市朝阳区', '北京市朝阳区***'],
  ['birth-date', '1949-12-31', '1949'],
  ['birth-date', '1949', '1949'],
  ['birth-date', 'unknown', '****'],
  ['record-number', '00088001', '*****001'],
  ['record-number', '0088001', '*****01'],
  ['record-number', '88001', '***01'],
  ['record-number', '8801', '****'],
  ['free-text', '患者已搬至外地', WITHHELD],
  ['quotation', '"1949-12-31" is not a date', '"***" is not a date'],
  ['quotation', 'sex "a"b"c" is not in the table', 'sex "***" is not in the table'],
  ['quotation', 'a field is missing', 'a field is missing'],
  ['hl7', 'MSH|^~\\&|HIS\rPID|1||88001^^^HIS||张^三😀\r', 'MSH|^~\\&|***\rPID|*||*****^^^***||*^**\r'],
  ['hl7', 'MSH|^~\\&|HIS|PID|1||88001', 'MSH|^~\\&|***|***|*||*****'],
  ['hl7', 'ZHANG San\nPID|\\X41\\', '***** ***\nPID|\\***\\'],
];

describe('what is left of a personal value', () => {
  it.each(cases)('PT-9 of a %s: %s becomes %s', (kind, value, expected) => {
    expect(masked(kind, value)).toBe(expected);
  });

  it('PT-9 hides nothing where there is nothing', () => {
    for (const nothing of [null, undefined, '']) expect(masked('name', nothing)).toBe(nothing);
  });

  it('PT-9 goes through lists, and keeps of an object the names of its fields', () => {
    expect(masked('record-number', ['00088001', '1'])).toEqual(['*****001', '*']);
    expect(masked('free-text', { name: '张三', phones: ['1'] })).toEqual({ name: WITHHELD, phones: WITHHELD });
    expect(masked('phone', 13800138000)).toBe(WITHHELD);
  });
});
