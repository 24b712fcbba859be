import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

describe('the language a caller asks for', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['zh-TW,en;q=0.9', 'zh-CN'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['en-GB;q=0.3, zh;q=0.2', 'en'],
    ['en;q=0.5,zh;q=0.50', 'en'],
    ['zh-CN;q=0.5,en-US;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['fr, en;q=0.1', 'en'],
    ['*', 'zh-CN'],
    ['zh;q=0, *', 'en'],
    ['en;q=0, *;q=0.1', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['en;q=2', 'zh-CN'],
    ['en;q=0.1234', 'zh-CN'],
    ['en ; q = 0.7', 'en'],
    ['english, please', 'zh-CN'],
    [`${'fr,'.repeat(40)}en`, 'zh-CN'],
  ])('decision 9: %j is answered in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
