import { describe, expect, it } from '@jest/globals';
import { foreignContent, TAIL_BYTES } from './foreign-content.rules.js';

const picture = (behind = Buffer.alloc(0), within = Buffer.alloc(0)) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    within,
    Buffer.alloc(500, 0x5a),
    Buffer.from([0xff, 0xd9]),
    behind,
  ]);
const archiveEnd = (comment: number, written = comment) => {
  const end = Buffer.alloc(22 + written, 0x20);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(comment, 20);
  return end;
};
const judge = (file: Buffer, mediaType = 'image/jpeg') =>
  foreignContent(mediaType, file.subarray(0, 4_096), file.subarray(-TAIL_BYTES));

describe('an attachment that is two things at once', () => {
  it('CP-10 is refused as an archive, whatever stands behind the archive', () => {
    expect(judge(picture(archiveEnd(0)))).toBe('application/zip');
    expect(judge(picture(archiveEnd(40)))).toBe('application/zip');
    expect(judge(picture(archiveEnd(0, 300)))).toBe('application/zip');
    expect(judge(picture(archiveEnd(65_535)))).toBe('application/zip');
    expect(judge(Buffer.concat([Buffer.from('%PDF-1.7\n'), archiveEnd(0)]), 'application/pdf')).toBe('application/zip');
  });

  it.each(['<script>', '<SCRIPT src=x>', '<html>', '<svg onload=x>', '<?php system()', '<iframe/'])(
    'CP-10 is refused as a page: %s',
    (page) => {
      expect(judge(picture(Buffer.from(page)))).toBe('text/html');
      expect(judge(picture(undefined, Buffer.from(page)))).toBe('text/html');
      expect(judge(picture(Buffer.concat([Buffer.alloc(5_000, 0x5a), Buffer.from(page)])))).toBe('text/html');
      expect(judge(Buffer.concat([Buffer.from(`%PDF-1.7\n${page}`)]), 'application/pdf')).toBe('text/html');
    },
  );

  it('CP-10 is refused as a document inside a picture, which a reader of documents opens', () => {
    expect(judge(picture(undefined, Buffer.from('%PDF-1.4')))).toBe('application/pdf');
  });
});

describe('an attachment that is what it says', () => {
  it('CP-10 is taken, also with bytes that only look like the end of an archive', () => {
    expect(judge(picture())).toBeUndefined();
    expect(judge(picture(Buffer.from('PK\x05\x06', 'latin1')))).toBeUndefined();
    expect(judge(picture(archiveEnd(40, 39)))).toBeUndefined();
    expect(judge(picture(Buffer.from('<?xpacket begin="" id="W5M0"?><x:xmpmeta>')))).toBeUndefined();
    expect(judge(Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF'), 'application/pdf')).toBeUndefined();
    expect(judge(Buffer.alloc(0))).toBeUndefined();
  });
});
