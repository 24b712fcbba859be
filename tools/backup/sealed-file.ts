import { createCipheriv, createDecipheriv, createHash, randomBytes, type CipherGCM } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type Readable, Transform, type TransformCallback, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** What a file of a backup must be found to be when it is read again. */
export interface FileMark {
  bytes: number;
  sha256: string;
}

/**
 * Writes the data compressed, with a key also encrypted (AES-256-GCM: IV, data, tag), and to the disk before it answers.
 * @param key 32 bytes, or undefined to leave it readable
 */
export async function writeSealed(data: Readable, path: string, key: Buffer | undefined): Promise<FileMark> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const file = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  if (key) await pipeline(data, createGzip(), new Sealing(key), measure, file);
  else await pipeline(data, createGzip(), measure, file);
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
  return { bytes, sha256: hash.digest('hex') };
}

/** @throws Error when the file is not the one that was written: altered, cut off, or of another key */
export async function readSealed(path: string, key: Buffer | undefined, into: Writable): Promise<void> {
  const gunzip = createGunzip();
  if (!key) return pipeline(createReadStream(path), gunzip, into);
  const { size } = await stat(path);
  const handle = await open(path, 'r');
  const iv = Buffer.alloc(IV_BYTES);
  const tag = Buffer.alloc(TAG_BYTES);
  try {
    await handle.read(iv, 0, IV_BYTES, 0);
    await handle.read(tag, 0, TAG_BYTES, size - TAG_BYTES);
  } finally {
    await handle.close();
  }
  const decipher = createDecipheriv(CIPHER, key, iv).setAuthTag(tag);
  const sealed = createReadStream(path, { start: IV_BYTES, end: size - TAG_BYTES - 1 });
  await pipeline(sealed, decipher, gunzip, into);
}

/** Reads a file of a backup through and compares it with its mark. @throws Error that names the file */
export async function checkMark(path: string, mark: FileMark): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (hash.digest('hex') !== mark.sha256) throw new Error(`${path} is damaged: it is not the file that was backed up`);
}

class Sealing extends Transform {
  private readonly cipher: CipherGCM;

  constructor(key: Buffer) {
    super();
    const iv = randomBytes(IV_BYTES);
    this.cipher = createCipheriv(CIPHER, key, iv);
    this.push(iv);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    done(null, this.cipher.update(chunk));
  }

  override _flush(done: TransformCallback): void {
    done(null, Buffer.concat([this.cipher.final(), this.cipher.getAuthTag()]));
  }
}
