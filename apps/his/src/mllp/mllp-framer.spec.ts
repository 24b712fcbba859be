import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { frameMessage, MllpFramer, type MllpFraming } from './mllp-framer.js';

const bytes = (...parts: (string | number)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part, 'utf8'))));

function feed(framer: MllpFramer, chunks: readonly Buffer[]): string[] {
  const found = chunks.flatMap((chunk): MllpFraming[] => framer.push(chunk));
  return found.map((framing) => (framing.kind === 'frame' ? framing.frame.toString('latin1') : 'oversized'));
}

/** The chunks of a stream cut at these places. */
function cut(stream: Buffer, places: readonly number[]): Buffer[] {
  const bounds = [0, ...places.map((place) => place % (stream.length + 1)).toSorted((a, b) => a - b), stream.length];
  return bounds.slice(1).map((end, i) => stream.subarray(bounds[i], end));
}

describe('the framing of messages', () => {
  it('IN-1 finds several messages in one chunk', () => {
    const stream = Buffer.concat([frameMessage(bytes('A')), frameMessage(bytes('')), frameMessage(bytes('B\rC'))]);
    expect(feed(new MllpFramer(), [stream])).toEqual(['A', '', 'B\rC']);
  });

  it('IN-1 finds a message that comes byte by byte, also cut between 1C and 0D and inside a character', () => {
    const message = iconv.encode('葉东珅', 'gb18030');
    const chunks = [...frameMessage(message)].map((byte) => Buffer.of(byte));
    expect(feed(new MllpFramer(), chunks)).toEqual([message.toString('latin1')]);
  });

  it('IN-1 drops and counts what is between the frames', () => {
    const framer = new MllpFramer();
    expect(feed(framer, [bytes('junk', 0x0b, 'A', 0x1c, 0x0d, '\r\n', 0x0b, 'B', 0x1c, 0x0d, 'x')])).toEqual([
      'A',
      'B',
    ]);
    expect(framer.droppedBytes).toBe(7);
  });

  it('IN-1 gives up a frame that is begun anew', () => {
    const framer = new MllpFramer();
    expect(feed(framer, [bytes(0x0b, 'half'), bytes(0x0b, 'whole', 0x1c, 0x0d)])).toEqual(['whole']);
    expect([framer.droppedBytes, framer.startedFrames]).toEqual([4, 1]);
  });

  it('IN-1 ends a frame without 0D at the next one, and keeps a 1C inside the text', () => {
    expect(feed(new MllpFramer(), [bytes(0x0b, 'A', 0x1c, 0x0b, 'B', 0x1c, 'C', 0x1c, 0x1c, 0x0d)])).toEqual([
      'A',
      'B\x1cC\x1c',
    ]);
  });

  it('IN-1 takes a frame of exactly the limit and refuses one byte more', () => {
    expect(feed(new MllpFramer(5), [frameMessage(bytes('12345'))])).toEqual(['12345']);
    const framer = new MllpFramer(5);
    expect(feed(framer, [frameMessage(bytes('123456')), frameMessage(bytes('next'))])).toEqual(['oversized']);
    expect(feed(framer, [frameMessage(bytes('later'))])).toEqual([]);
  });

  it('IN-1 shows the beginning of a frame over the limit', () => {
    const framer = new MllpFramer(10);
    framer.push(bytes(0x0b, 'MSH|^~'));
    expect(framer.push(bytes('\\&|HIS|'))).toEqual([{ kind: 'oversized', head: bytes('MSH|^~\\&|HIS|') }]);
  });

  it('IN-1 finds the same messages however the stream is cut', () => {
    const content = fc.uint8Array({ maxLength: 40 }).map((raw) => Buffer.from(raw));
    // Bytes that mean something come often.
    const noise = fc.array(fc.constantFrom(0x0b, 0x1c, 0x0d, 0x41), { maxLength: 30 }).map((raw) => Buffer.from(raw));
    const stream = fc.array(fc.oneof(content.map(frameMessage), content, noise)).map((parts) => Buffer.concat(parts));
    fc.assert(
      fc.property(stream, fc.array(fc.nat()), fc.constantFrom(8, 1000), (whole, places, limit) => {
        const atOnce = new MllpFramer(limit);
        const inPieces = new MllpFramer(limit);
        expect(feed(inPieces, cut(whole, places))).toEqual(feed(atOnce, [whole]));
        expect(inPieces.droppedBytes).toBe(atOnce.droppedBytes);
      }),
      { numRuns: 500 },
    );
  });

  it('IN-1 gives back every message of a clean stream', () => {
    const message = fc.uint8Array({ maxLength: 60 }).map((raw) => Buffer.from(raw.map((byte) => byte | 0x20)));
    fc.assert(
      fc.property(fc.array(message), fc.array(fc.nat()), (messages, places) => {
        const stream = Buffer.concat(messages.map(frameMessage));
        expect(feed(new MllpFramer(), cut(stream, places))).toEqual(messages.map((m) => m.toString('latin1')));
      }),
    );
  });
});
