import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { UnreadableWorkbook } from './unreadable-workbook.js';

/** A stored file of which any part can be read. */
export interface Bytes {
  size: number;
  /** Both ends included. */
  read(start: number, end: number): Promise<Readable>;
}

interface Entry {
  method: number;
  compressedSize: number;
  headerAt: number;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 1_048_576;
/** More than the sheet of a million full lines has. What a zip says of its sizes itself may be a lie (zip bombs). */
const MOST_INFLATED = 4 * 1_073_741_824;

/** The entries of a zip file, inflated while they are read: never more than was allowed, and never whole. */
export class ZipArchive {
  private inflated = 0;

  private constructor(
    private readonly bytes: Bytes,
    private readonly entries: Map<string, Entry>,
  ) {}

  /** @throws UnreadableWorkbook */
  static async open(bytes: Bytes): Promise<ZipArchive> {
    const from = Math.max(0, bytes.size - END_BYTES - LONGEST_COMMENT);
    const tail = await partOf(bytes, from, bytes.size - 1);
    const at = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (at < 0 || at + END_BYTES > tail.length) throw new UnreadableWorkbook('workbook-unreadable');
    const [size, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (size > LARGEST_DIRECTORY) throw new UnreadableWorkbook('workbook-too-large');
    if (start + size > bytes.size) throw new UnreadableWorkbook('workbook-unreadable');
    return new ZipArchive(
      bytes,
      directory(size === 0 ? Buffer.alloc(0) : await partOf(bytes, start, start + size - 1)),
    );
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of an entry, piece by piece. @throws UnreadableWorkbook also when it has more than these bytes */
  async *text(name: string, most = MOST_INFLATED): AsyncGenerator<string, void> {
    const decoder = new TextDecoder('utf-8');
    let seen = 0;
    for await (const chunk of this.content(name)) {
      seen += chunk.length;
      if (seen > most) throw new UnreadableWorkbook('workbook-too-large');
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  }

  private async *content(name: string): AsyncGenerator<Buffer, void> {
    const entry = this.entries.get(name);
    if (!entry) throw new UnreadableWorkbook('workbook-unreadable');
    const raw = await this.rawOf(entry);
    if (!raw) return;
    const source = entry.method === 0 ? raw : raw.pipe(createInflateRaw());
    raw.on('error', (error) => source.destroy(error));
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        this.inflated += chunk.length;
        if (this.inflated > MOST_INFLATED) throw new UnreadableWorkbook('workbook-too-large');
        yield chunk;
      }
    } catch (error) {
      throw isBroken(error) ? new UnreadableWorkbook('workbook-unreadable') : error;
    } finally {
      raw.destroy();
      source.destroy();
    }
  }

  private async rawOf({ method, compressedSize, headerAt }: Entry): Promise<Readable | undefined> {
    if ((method !== 0 && method !== 8) || headerAt + 30 > this.bytes.size) {
      throw new UnreadableWorkbook('workbook-unreadable');
    }
    const header = await partOf(this.bytes, headerAt, headerAt + 29);
    const start = headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const end = start + compressedSize - 1;
    if (header.readUInt32LE(0) !== 0x04034b50 || end >= this.bytes.size) {
      throw new UnreadableWorkbook('workbook-unreadable');
    }
    return compressedSize === 0 ? undefined : this.bytes.read(start, end);
  }
}

function directory(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50;) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString('utf8', at + 46, nameEnd), {
      method: bytes.readUInt16LE(at + 10),
      compressedSize: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

async function partOf(bytes: Bytes, start: number, end: number): Promise<Buffer> {
  if (end < start) throw new UnreadableWorkbook('workbook-unreadable');
  const chunks: Buffer[] = [];
  for await (const chunk of (await bytes.read(start, end)) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isBroken(error: unknown): boolean {
  return /^Z_|^ERR_(?:BUFFER|OUT_OF)/.test((error as { code?: string }).code ?? '');
}
