import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { encodeAnswer } from './answer-encoding.js';
import { decodeFrame, type Charset } from './charset.rules.js';

/** A header with MSH-17, MSH-18 and MSH-19 as given, and a name whose GBK bytes contain `~` and `|`. */
const text = (...declared: string[]): string =>
  `MSH|^~\\&|HIS|H1|||20260101||ADT^A03|1|P|2.4|||||${declared.join('|')}\rPID|1||1||葉东珅\r`;

const gb = (value: string): Buffer => iconv.encode(value, 'gb18030');
const utf8 = (value: string): Buffer => Buffer.from(value, 'utf8');

describe('the character set of a message', () => {
  it.each<[string, Buffer, Charset]>([
    ['MSH-18 UNICODE UTF-8', utf8(text('', 'UNICODE UTF-8')), 'utf-8'],
    ['MSH-18 GB 18030-2000', gb(text('', 'GB 18030-2000')), 'gb18030'],
    ['MSH-18 GB2312', gb(text('', 'GB2312')), 'gbk'],
    ['MSH-18 GBK', gb(text('', 'GBK')), 'gbk'],
    ['MSH-17, one too early', gb(text('GB 18030-2000')), 'gb18030'],
    ['MSH-19, one too late', gb(text('CHN', '', 'GB18030')), 'gb18030'],
    ['MSH-18 with alternatives', gb(text('', 'GB 18030-2000~UNICODE UTF-8')), 'gb18030'],
    ['nothing, UTF-8 bytes', utf8(text()), 'utf-8'],
    ['nothing, GB 18030 bytes', gb(text()), 'gb18030'],
    ['ASCII, GB 18030 bytes', gb(text('', 'ASCII')), 'gb18030'],
    ['a country and a language only', gb(text('CHN', '', 'zh-CN')), 'gb18030'],
    ['a byte order mark', utf8(`\uFEFF${text('', '')}`), 'utf-8'],
  ])('HL7 v2 is read as declared by %s', (_case, bytes, charset) => {
    const decoded = decodeFrame(bytes);
    expect(decoded).toMatchObject({ ok: true, charset });
    expect(decoded.ok && decoded.text).toContain('葉东珅');
    expect(decoded.ok && decoded.text.startsWith('MSH')).toBe(true);
  });

  it('HL7 v2 falls back to the partner’s default before GB 18030', () => {
    const bytes = Buffer.from('MSH|^~\\&|LAB\rPID|1||1||M\u00fcller\r', 'latin1');
    expect(decodeFrame(bytes, 'iso-8859-1')).toMatchObject({ ok: true, charset: 'iso-8859-1' });
  });

  it('HL7 v2 finds the declaration behind batch headers', () => {
    const bytes = gb(`FHS|^~\\&\rBHS|^~\\&\r${text('', 'GB 18030-2000')}`);
    expect(decodeFrame(bytes)).toMatchObject({ ok: true, charset: 'gb18030' });
  });

  it.each([
    ['GB 18030 bytes declared as UTF-8', gb(text('', 'UNICODE UTF-8')), 'undecodable'],
    ['bytes of no character set', Buffer.concat([utf8(text()), Buffer.of(0xff, 0x41)]), 'undecodable'],
    ['a replacement character a gateway put in', utf8(text().replace('东', '\uFFFD')), 'undecodable'],
    ['a NUL, which no text column can keep', utf8(text().replace('东', '\0')), 'undecodable'],
    ['a character set nobody here reads', Buffer.from(text('', 'BIG-5'), 'latin1'), 'unknown-charset'],
  ])('HL7 v2 refuses %s instead of storing wrong names', (_case, bytes, fault) => {
    expect(decodeFrame(bytes)).toMatchObject({ ok: false, fault });
  });

  it.each<Charset>(['utf-8', 'gb18030', 'gbk'])('HL7 v2 answers in %s', (charset) => {
    const bytes = encodeAnswer('MSA|AE|1|葉东珅', charset);
    expect(new TextDecoder(charset).decode(bytes)).toBe('MSA|AE|1|葉东珅');
  });

  it('never throws and never returns U+FFFD, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeFrame(Buffer.concat([utf8('MSH|^~\\&|'), bytes]));
        expect(decoded.ok && decoded.text.includes('\uFFFD')).toBe(false);
      }),
    );
  });
});
