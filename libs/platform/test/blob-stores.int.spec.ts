import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BlobMissing, blobKey, type BlobStore } from '../src/files/blob-store.js';
import { FolderBlobStore } from '../src/files/folder-blob-store.js';
import { S3BlobStore } from '../src/files/s3-blob-store.js';
import { newId } from '../src/index.js';
import { startS3, type S3Server } from './s3-server.js';

const MIB = 1_048_576;
const aKey = () => blobKey('patients', newId());
const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function* inChunks(content: Buffer, bytes = 65_536): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += bytes) yield await Promise.resolve(content.subarray(at, at + bytes));
}

async function* breakingOff(after: Buffer): AsyncGenerator<Buffer> {
  yield* inChunks(after);
  throw new Error('The caller went away');
}

async function readAll(store: BlobStore, key: string, range?: { start: number; end: number }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await store.read(key, range)) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const folder = mkdtemp(join(tmpdir(), 'files-'));
let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(async () => {
  await s3.close();
  await rm(await folder, { recursive: true, force: true });
});

const openS3 = () =>
  S3BlobStore.open({ endpoint: s3.endpoint, bucket: s3.bucket, region: 'us-east-1', ...s3.credentials });

describe.each<[string, () => Promise<BlobStore>]>([
  ['a shared folder', async () => new FolderBlobStore(await folder)],
  ['an S3-compatible store', openS3],
])('decision 12: %s', (_, open) => {
  let store: BlobStore;
  beforeAll(async () => {
    store = await open();
  });

  it.each([0, 1, 65_536, 8 * MIB - 1, 8 * MIB, 8 * MIB + 1, 20 * MIB])(
    'gives %d bytes back as they came',
    async (size) => {
      const key = aKey();
      const content = randomBytes(size);
      await store.write(key, inChunks(content));
      expect(digest(await readAll(store, key))).toBe(digest(content));
    },
  );

  it('gives a range, both ends included', async () => {
    const key = aKey();
    await store.write(key, inChunks(Buffer.from('0123456789')));
    expect((await readAll(store, key, { start: 2, end: 4 })).toString()).toBe('234');
    expect((await readAll(store, key, { start: 9, end: 9 })).toString()).toBe('9');
  });

  it.each([3, 20])('keeps nothing of an upload that breaks off after %d MiB', async (size) => {
    const key = aKey();
    await expect(store.write(key, breakingOff(randomBytes(size * MIB)))).rejects.toThrow('went away');
    await expect(store.read(key)).rejects.toThrow(BlobMissing);
  });

  it('keeps the former content when what should replace it breaks off', async () => {
    const key = aKey();
    await store.write(key, inChunks(Buffer.from('former')));
    await expect(store.write(key, breakingOff(randomBytes(MIB)))).rejects.toThrow('went away');
    expect((await readAll(store, key)).toString()).toBe('former');
  });

  it('removes, also twice and what was never there', async () => {
    const key = aKey();
    const neighbour = aKey();
    await store.write(key, inChunks(Buffer.from('gone')));
    await store.write(neighbour, inChunks(Buffer.from('stays')));
    for (let times = 0; times < 2; times += 1) await store.remove(key);
    await store.remove(aKey());
    await expect(store.read(key)).rejects.toThrow(BlobMissing);
    expect((await readAll(store, neighbour)).toString()).toBe('stays');
  });
});

describe('a shared folder', () => {
  it('removes what a process that died in the middle of a write left behind', async () => {
    const root = await folder;
    const store = new FolderBlobStore(root);
    const key = aKey();
    await store.write(key, inChunks(Buffer.from('whole')));
    const place = join(root, key, '..');
    await writeFile(join(root, `${key}.0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08`), 'half of a file');
    await store.remove(key);
    const id = key.split('/').at(-1) ?? '';
    expect((await readdir(place)).filter((name) => name.startsWith(id))).toEqual([]);
  });

  it('leaves no draft when the disk refuses', async () => {
    const root = await folder;
    await writeFile(join(root, 'broken'), 'a file where a folder should be');
    const store = new FolderBlobStore(join(root, 'broken'));
    await expect(store.write(aKey(), inChunks(Buffer.from('x')))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('the key of a content', () => {
  it.each(['../../etc/passwd', '', 'a/b', '0198F6A2-5C1E-7C3A-9A51-3F2F0F6F9C08/..'])('is never made of %j', (id) => {
    expect(() => blobKey('patients', id)).toThrow('Not a key of ours');
    expect(() => blobKey('../x', newId())).toThrow('Not a key of ours');
  });
});

// An S3 server promises as much of a PUT; the one that tests use does not keep it.
describe('decision 12: a shared folder', () => {
  it('shows one whole content of eight that are written at once, and never a mixture', async () => {
    const store = new FolderBlobStore(await folder);
    const key = aKey();
    const contents = Array.from({ length: 8 }, () => randomBytes(2 * MIB));
    await Promise.all(contents.map((content) => store.write(key, inChunks(content))));
    expect(contents.map(digest)).toContain(digest(await readAll(store, key)));
  });
});
