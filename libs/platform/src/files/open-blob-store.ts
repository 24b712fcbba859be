import type { FilesConfig } from '../config/files-config.js';
import type { BlobStore } from './blob-store.js';
import { FolderBlobStore } from './folder-blob-store.js';
import { S3BlobStore } from './s3-blob-store.js';

export const BLOB_STORE = Symbol('blob store');

/** The store the configuration names. */
export async function openBlobStore(config: FilesConfig): Promise<BlobStore> {
  if (config.s3Endpoint === undefined) return new FolderBlobStore(config.filesDir);
  return S3BlobStore.open({
    endpoint: config.s3Endpoint,
    region: config.s3Region,
    bucket: config.s3Bucket as string,
    accessKeyId: config.s3AccessKeyId as string,
    secretAccessKey: config.s3SecretAccessKey as string,
  });
}
