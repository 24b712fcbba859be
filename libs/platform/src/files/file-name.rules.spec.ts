import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentDisposition, plainFileName } from './file-name.rules.js';

describe('the name of a file', () => {
  it.each([
    ['葉东珅.png', '葉东珅.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\王\\照片 1.jpg', '照片 1.jpg'],
    ['a\r\nset-cookie: x.png', 'aset-cookie: x.png'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['...hidden', 'hidden'],
    ['', 'file'],
    ['..', 'file'],
    [undefined, 'file'],
  ])('%j is kept as %j', (given, kept) => {
    expect(plainFileName(given)).toBe(kept);
  });

  it('is cut to 150 characters, by whole characters, and keeps its ending', () => {
    const name = plainFileName(`${'𬍛'.repeat(400)}.jpeg`);
    expect([...name]).toHaveLength(150);
    expect(name).toMatch(/^𬍛+\.jpeg$/u);
  });

  it('reaches the browser in Chinese, after RFC 5987, and old programs in ASCII', () => {
    expect(contentDisposition('attachment', '葉东珅 (1).png')).toBe(
      `attachment; filename="___ (1).png"; filename*=UTF-8''%E8%91%89%E4%B8%9C%E7%8F%85%20%281%29.png`,
    );
    expect(contentDisposition('inline', `a"b\\c%.png`)).toContain('filename="a_b_c_.png"');
  });

  it('never breaks out of its header, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const header = contentDisposition('attachment', plainFileName(given));
        expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w.!~%-]+$/);
        expect(() => decodeURIComponent(header.split("UTF-8''")[1] ?? '')).not.toThrow();
      }),
    );
  });
});
