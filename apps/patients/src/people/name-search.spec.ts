import { describe, expect, it } from '@jest/globals';
import { gramsOf, nameKeys, readingText, searchText, tidyName, wholeReading } from './name-search.js';

describe('a name', () => {
  it('PT-3 is found by full pinyin and initials', () => {
    expect(nameKeys('葉东珅').readings).toEqual(
      expect.arrayContaining(['yedongshen', 'yds', 'ye', 'dongshen', 'ds', 'yedong']),
    );
  });

  it.each([
    ['单雄信', 'shanxiongxin'],
    ['仇和', 'qiuhe'],
    ['查良镛', 'zhaliangyong'],
    ['尉迟恭', 'yuchigong'],
    ['欧阳修', 'ouyangxiu'],
    ['乐嘉', 'yuejia'],
  ])('PT-3 %s is read as the surname is', (name, reading) => {
    expect(nameKeys(name).readings).toContain(reading);
  });

  it('PT-3 is also found by the everyday reading of its surname', () => {
    expect(nameKeys('单雄信').readings).toEqual(expect.arrayContaining(['danxiongxin', 'dxx']));
    expect(nameKeys('乐嘉').readings).toContain('lejia');
  });

  it('PT-3 with ü is found by v and by u', () => {
    expect(nameKeys('吕布').readings).toEqual(expect.arrayContaining(['lvbu', 'lubu', 'lb']));
    expect(readingText('lǚ bù')).toBe('lvbu');
  });

  it('PT-3 a single initial finds nobody: it would find everybody', () => {
    expect(nameKeys('王伟').readings).not.toContain('w');
  });

  it('PT-3 has its characters and pairs of neighbours as keys, rare characters included', () => {
    expect(nameKeys('𠮷田一').grams).toEqual(['𠮷', '田', '一', '𠮷田', '田一']);
    expect(gramsOf('伟')).toEqual(['伟']);
    expect(gramsOf('王伟')).toEqual(['王伟']);
  });

  it('PT-3 is compared without spaces, width and case', () => {
    expect(searchText('Ｌi  Ming')).toBe('liming');
    expect(searchText('阿布都·买买提')).toBe('阿布都买买提');
  });

  it('PT-1 is kept without the spaces some systems put between its characters', () => {
    expect(tidyName(' 张　三 ')).toBe('张三');
    expect(tidyName('Li   Ming')).toBe('Li Ming');
  });

  it('PT-1 may be unknown', () => {
    expect(nameKeys(null)).toEqual({ text: '', grams: [], readings: [] });
  });

  it('PT-3 of characters beyond the first plane has no half of one among its keys', () => {
    const { readings, grams } = nameKeys('葉𠮷');
    for (const key of [...readings, ...grams]) expect(key.isWellFormed()).toBe(true);
  });

  it.each([
    ['葉东珅', 'yedongshen'],
    ['叶东珅', 'yedongshen'],
    ['单雄信', 'shanxiongxin'],
    ['O’Neil', 'oneil'],
    ['', ''],
  ])('PT-3 reads «%s» as a whole as %s, whatever its characters', (name, reading) => {
    expect(wholeReading(nameKeys(name))).toBe(reading);
  });
});
