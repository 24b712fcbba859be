import { Module, type DynamicModule } from '@nestjs/common';
import { FilesConfig } from '../config/files-config.js';
import { ServiceConfig } from '../config/service-config.js';
import { ANTIVIRUS } from './antivirus-scanner.js';
import type { BlobStore } from './blob-store.js';
import { ClamdScanner } from './clamd-scanner.js';
import { Downloads } from './downloads.js';
import { FileContents } from './file-contents.js';
import { FileDrafts } from './file-drafts.js';
import { FileRows } from './file-rows.js';
import { FileScans } from './file-scans.js';
import { FileSweeper } from './file-sweeper.js';
import { FilesController } from './files.controller.js';
import { FilesOperationsController } from './files-operations.controller.js';
import { Files } from './files.service.js';
import { LinkSigner } from './link-signer.js';
import { MultipartForms } from './multipart-forms.js';
import { BLOB_STORE, openBlobStore } from './open-blob-store.js';
import { Uploads } from './uploads.js';

/** Uploads, downloads and signed links of one service, whose configuration extends FilesConfig. */
@Module({})
export class FilesModule {
  static forService(service: string): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      controllers: [FilesController, FilesOperationsController],
      providers: [
        { provide: FilesConfig, useExisting: ServiceConfig },
        { provide: BLOB_STORE, inject: [FilesConfig], useFactory: openBlobStore },
        {
          provide: FileContents,
          inject: [BLOB_STORE],
          useFactory: (store: BlobStore) => new FileContents(store, service),
        },
        {
          provide: ANTIVIRUS,
          inject: [FilesConfig],
          useFactory: ({ clamavHost }: FilesConfig) => (clamavHost === undefined ? null : new ClamdScanner(clamavHost)),
        },
        {
          provide: LinkSigner,
          inject: [FilesConfig],
          useFactory: ({ linkKeys }: FilesConfig) => new LinkSigner(linkKeys?.split(',') ?? []),
        },
        FileRows,
        FileScans,
        FileDrafts,
        Uploads,
        Files,
        Downloads,
        FileSweeper,
        MultipartForms,
      ],
      exports: [Uploads, Files, FileDrafts, Downloads],
    };
  }
}
