import type { Readable } from 'node:stream';
import { Problem } from '../problems/problem.js';
import { BlobMissing, blobKey, type BlobStore, type ByteRange } from './blob-store.js';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The contents of one service's files, by file id. A store that fails is a problem the caller is told of. */
export class FileContents {
  constructor(
    private readonly store: BlobStore,
    readonly service: string,
  ) {}

  /** @throws Problem 507 when the store is full, 503 when it is away; what the source throws */
  async write(fileId: string, source: AsyncIterable<Buffer>): Promise<void> {
    let fault: Error | undefined;
    try {
      await this.store.write(
        blobKey(this.service, fileId),
        watched(source, (error) => (fault = error)),
      );
    } catch (error) {
      throw fault ?? storageProblem(error);
    }
  }

  /** @throws Problem 503, also when the content is lost: the row says that it should be there */
  async read(fileId: string, range?: ByteRange): Promise<Readable> {
    try {
      return await this.store.read(blobKey(this.service, fileId), range);
    } catch (error) {
      throw storageProblem(error);
    }
  }

  async remove(fileId: string): Promise<void> {
    await this.store.remove(blobKey(this.service, fileId));
  }
}

/** Tells the source's own errors from the store's, whatever the store makes of them. */
async function* watched(source: AsyncIterable<Buffer>, failed: (error: Error) => void): AsyncGenerator<Buffer, void> {
  try {
    yield* source;
  } catch (error) {
    failed(error as Error);
    throw error;
  }
}

function storageProblem(error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const cause = { cause: error };
  if (FULL.has(code)) return Object.assign(new Problem(507, 'storage-full'), cause);
  const lost = error instanceof BlobMissing;
  return Object.assign(new Problem(503, lost ? 'file-content-missing' : 'storage-unavailable'), cause);
}
