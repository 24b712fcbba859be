import type { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import { BlobMissing, type BlobStore, type ByteRange } from './blob-store.js';
import { piecesOf } from './pieces.js';

export interface S3Settings {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Larger contents go up in parts of this size, one at a time: it is all that an upload holds in memory. */
const PART_BYTES = 8 * 1_048_576;

/** Contents as objects of an S3-compatible store. */
export class S3BlobStore implements BlobStore {
  private constructor(
    private readonly sdk: typeof Sdk,
    private readonly client: Sdk.S3Client,
    private readonly bucket: string,
  ) {}

  /** The SDK is large: only who uses it loads it. */
  static async open({ endpoint, region, bucket, ...credentials }: S3Settings): Promise<S3BlobStore> {
    const sdk = await import('@aws-sdk/client-s3');
    const client = new sdk.S3Client({
      endpoint,
      region,
      credentials,
      // Buckets as paths, and no checksums that only the newest stores know (SDK ≥ 3.729 would send them unasked).
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 2_000, requestTimeout: 30_000 },
    });
    return new S3BlobStore(sdk, client, bucket);
  }

  async write(key: string, source: AsyncIterable<Buffer>): Promise<void> {
    const parts = piecesOf(source, PART_BYTES)[Symbol.asyncIterator]();
    const first = await parts.next();
    const second = first.done ? first : await parts.next();
    const at = { Bucket: this.bucket, Key: key };
    if (second.done) {
      await this.client.send(
        new this.sdk.PutObjectCommand({ ...at, Body: first.done ? Buffer.alloc(0) : first.value }),
      );
      return;
    }
    const { UploadId } = await this.client.send(new this.sdk.CreateMultipartUploadCommand(at));
    try {
      await this.writeParts({ ...at, UploadId }, [first.value as Buffer, second.value], parts);
    } catch (error) {
      // Not every store can: the bucket's own rule for incomplete uploads takes what is left.
      await this.client.send(new this.sdk.AbortMultipartUploadCommand({ ...at, UploadId })).catch(() => undefined);
      throw error;
    }
  }

  private async writeParts(
    upload: { Bucket: string; Key: string; UploadId: string | undefined },
    begun: Buffer[],
    more: AsyncIterator<Buffer>,
  ): Promise<void> {
    const done: Sdk.CompletedPart[] = [];
    const send = async (body: Buffer) => {
      const number = { PartNumber: done.length + 1 };
      const { ETag } = await this.client.send(new this.sdk.UploadPartCommand({ ...upload, ...number, Body: body }));
      done.push({ ...number, ETag });
    };
    for (const body of begun) await send(body);
    for (let next = await more.next(); !next.done; next = await more.next()) await send(next.value);
    await this.client.send(
      new this.sdk.CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: done } }),
    );
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const command = new this.sdk.GetObjectCommand({
      Bucket: this.bucket,
      Key: key,
      Range: range && `bytes=${range.start}-${range.end}`,
    });
    try {
      return (await this.client.send(command)).Body as Readable;
    } catch (error) {
      if (error instanceof this.sdk.NoSuchKey) throw new BlobMissing(key);
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new this.sdk.DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }
}
