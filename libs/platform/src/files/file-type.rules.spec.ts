import { describe, expect, it } from '@jest/globals';
import { judgeType } from './file-type.rules.js';

const photo = { mediaTypes: ['image/jpeg', 'image/png'] };
const sheet = { mediaTypes: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] };
const text = (content: string) => new TextEncoder().encode(content);
/** 姓名,电话 in GB 18030, as Excel in China saves it. */
const GB18030 = Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a);
const BINARY = Uint8Array.of(0x4d, 0x5a, 0x00, 0x01);

describe('the type of a file (decision 12)', () => {
  it.each([
    ['image/png', 'image/png'],
    ['IMAGE/PNG; name=x', 'image/png'],
    ['image/jpg', 'image/jpeg'],
    ['application/octet-stream', 'image/png'],
    ['', 'image/jpeg'],
  ])('declared %j with the signature of %s is accepted as the latter', (declared, signature) => {
    expect(judgeType(declared, signature, BINARY, photo)).toEqual({ ok: true, mediaType: signature });
  });

  it('is refused when the content is of a type that has no place here, whatever it calls itself', () => {
    expect(judgeType('image/png', 'application/x-msdownload', BINARY, photo)).toEqual({
      ok: false,
      code: 'file-type-refused',
      actual: 'application/x-msdownload',
    });
    expect(judgeType('image/png', undefined, text('<script>'), photo)).toMatchObject({ actual: 'text/plain' });
  });

  it('is refused when it calls itself something else than it is', () => {
    expect(judgeType('image/png', 'image/jpeg', BINARY, photo)).toMatchObject({
      ok: false,
      code: 'file-type-mismatch',
      actual: 'image/jpeg',
    });
    expect(judgeType('image/png', undefined, text('a,b'), sheet)).toMatchObject({ code: 'file-type-mismatch' });
  });

  it.each(['text/csv', 'text/csv; charset=gb18030', 'application/vnd.ms-excel', 'application/octet-stream', ''])(
    'of text declared %j is CSV where CSV is expected, in UTF-8 and in GB 18030',
    (declared) => {
      for (const head of [text('\uFEFF姓名,电话\r\n'), GB18030]) {
        expect(judgeType(declared, undefined, head, sheet)).toEqual({ ok: true, mediaType: 'text/csv' });
      }
    },
  );

  it('is no text when it has bytes that text never has', () => {
    expect(judgeType('text/csv', undefined, BINARY, sheet)).toMatchObject({ actual: 'application/octet-stream' });
    expect(judgeType('text/csv', undefined, Uint8Array.of(0x61, 0x7f), sheet)).toMatchObject({ ok: false });
  });
});
