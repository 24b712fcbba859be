import type { Readable } from 'node:stream';

/** Bytes `start` to `end`, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where the contents of files lie (decision 12): a shared folder, or an S3-compatible store. */
export interface BlobStore {
  /**
   * Keeps what the source gives under the key, in place of what was there. It is there whole or not at all: also when
   * the source fails, the disk is full or the process dies. Of writers of one key at once the last one wins.
   */
  write(key: string, source: AsyncIterable<Buffer>): Promise<void>;
  /** @throws BlobMissing */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** Removes it with all that a broken-off write may have left; nothing to remove is no error. */
  remove(key: string): Promise<void>;
}

export class BlobMissing extends Error {
  constructor(key: string) {
    super(`There is no content ${key}`);
  }
}

const KEY = /^[a-z][a-z-]*\/[0-9a-f]{2}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The key of a file's content. The end of a UUID v7 is random: 256 folders fill evenly. */
export function blobKey(service: string, fileId: string): string {
  const key = `${service}/${fileId.slice(-2)}/${fileId}`;
  if (!KEY.test(key)) throw new Error(`Not a key of ours: ${key}`);
  return key;
}
