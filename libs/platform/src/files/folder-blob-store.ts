import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { BlobMissing, type BlobStore, type ByteRange } from './blob-store.js';

/** Contents as files below a folder that every replica shares. */
export class FolderBlobStore implements BlobStore {
  private readonly root: string;

  constructor(folder: string) {
    this.root = resolve(folder);
  }

  async write(key: string, source: AsyncIterable<Buffer>): Promise<void> {
    const path = join(this.root, key);
    const draft = `${path}.${randomUUID()}`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await writeDurably(draft, source);
      await rename(draft, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const stream = createReadStream(join(this.root, key), range);
    await new Promise<void>((opened, failed) => {
      stream.once('open', () => opened());
      stream.once('error', (error: NodeJS.ErrnoException) =>
        failed(error.code === 'ENOENT' ? new BlobMissing(key) : error),
      );
    });
    return stream;
  }

  async remove(key: string): Promise<void> {
    const path = join(this.root, key);
    const names = await readdir(dirname(path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const left = names.filter((name) => name.startsWith(basename(path)));
    for (const name of left) await rm(join(dirname(path), name), { force: true });
  }
}

async function writeDurably(path: string, source: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name is durable only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
