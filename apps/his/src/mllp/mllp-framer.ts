const START = 0x0b;
const END = 0x1c;
const CARRIAGE_RETURN = 0x0d;
const FIRST_CAPACITY = 4096;
/** Enough for any MSH line. */
const HEAD_BYTES = 4096;

export const DEFAULT_MAX_FRAME_BYTES = 10 * 1024 * 1024;

export type MllpFraming =
  | { readonly kind: 'frame'; readonly frame: Buffer }
  /** The frame passes the limit; `head` is its beginning. Nothing after it is read any more. */
  | { readonly kind: 'oversized'; readonly head: Buffer };

/** Puts one message between `0B` and `1C 0D`. */
export function frameMessage(message: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(START), message, Buffer.of(END, CARRIAGE_RETURN)]);
}

/**
 * Finds MLLP frames in a stream of bytes, however it is cut. Works on bytes, never on characters: a chunk may end inside
 * a character or between `1C` and `0D`. Bytes between frames, and a frame begun anew before its end, are dropped and
 * counted. A `1C` followed by `0B` also ends a frame (some senders leave the `0D` out); any other `1C` is data.
 */
export class MllpFramer {
  private content = Buffer.alloc(0);
  private length = 0;
  private inside = false;
  private endSeen = false;
  private dead = false;
  private dropped = 0;
  private begun = 0;

  constructor(private readonly maxFrameBytes = DEFAULT_MAX_FRAME_BYTES) {}

  get droppedBytes(): number {
    return this.dropped;
  }

  /** Frames begun so far, finished or not; one begun anew counts once. */
  get startedFrames(): number {
    return this.begun;
  }

  push(chunk: Buffer): MllpFraming[] {
    const found: MllpFraming[] = [];
    let at = 0;
    while (at < chunk.length && !this.dead) at = this.step(chunk, at, found);
    return found;
  }

  /** Consumes what comes next and returns the position after it. */
  private step(chunk: Buffer, at: number, found: MllpFraming[]): number {
    if (!this.inside) return this.seekStart(chunk, at);
    if (this.endSeen) return this.decideEnd(chunk, at, found);
    const mark = nextMark(chunk, at);
    this.append(chunk.subarray(at, mark), found);
    if (mark < chunk.length && !this.dead) this.meetMark(chunk[mark] as number);
    return mark + 1;
  }

  private seekStart(chunk: Buffer, at: number): number {
    const start = chunk.indexOf(START, at);
    this.dropped += (start === -1 ? chunk.length : start) - at;
    if (start === -1) return chunk.length;
    this.inside = true;
    this.begun += 1;
    return start + 1;
  }

  private meetMark(mark: number): void {
    if (mark === END) {
      this.endSeen = true;
      return;
    }
    this.dropped += this.length;
    this.length = 0;
  }

  private decideEnd(chunk: Buffer, at: number, found: MllpFraming[]): number {
    const next = chunk[at];
    if (next !== CARRIAGE_RETURN && next !== START) {
      this.endSeen = false;
      this.append(Buffer.of(END), found);
      return at;
    }
    found.push({ kind: 'frame', frame: this.content.subarray(0, this.length) });
    this.inside = false;
    this.endSeen = false;
    this.length = 0;
    // The frame keeps its buffer; what a large one needed is not held for the small ones after it.
    this.content = Buffer.alloc(0);
    return next === CARRIAGE_RETURN ? at + 1 : at;
  }

  /** Grows by doubling: one buffer a connection, even for a client that sends byte by byte. */
  private append(bytes: Buffer, found: MllpFraming[]): void {
    const needed = this.length + bytes.length;
    if (needed > this.maxFrameBytes) {
      const head = Buffer.concat([this.content.subarray(0, this.length), bytes.subarray(0, HEAD_BYTES)]);
      found.push({ kind: 'oversized', head: Buffer.from(head.subarray(0, HEAD_BYTES)) });
      this.dead = true;
      this.content = Buffer.alloc(0);
      return;
    }
    if (needed > this.content.length) this.grow(needed);
    bytes.copy(this.content, this.length);
    this.length = needed;
  }

  private grow(needed: number): void {
    const wanted = Math.max(needed, this.content.length * 2, FIRST_CAPACITY);
    const grown = Buffer.allocUnsafe(Math.min(wanted, Math.max(this.maxFrameBytes, needed)));
    this.content.copy(grown, 0, 0, this.length);
    this.content = grown;
  }
}

/** Where the next `0B` or `1C` is, the chunk's length if there is none. */
function nextMark(chunk: Buffer, from: number): number {
  const end = chunk.indexOf(END, from);
  const bound = end === -1 ? chunk.length : end;
  const start = chunk.subarray(from, bound).indexOf(START);
  return start === -1 ? bound : from + start;
}
