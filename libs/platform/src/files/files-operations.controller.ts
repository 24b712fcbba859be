import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotPersonal } from '../audit/audited.js';
import { Requires } from '../auth/access.js';
import { FileRows } from './file-rows.js';
import type { StoredFile } from './file-use.js';
import { WatchedFiles, WatchedFilesQuery, type WatchedFile, type WatchedState } from './files.dto.js';

@ApiTags('operations')
@ApiBearerAuth()
@Requires('ops.read')
@NotPersonal()
@Controller('ops/files')
export class FilesOperationsController {
  constructor(private readonly rows: FileRows) {}

  @Get()
  @ApiOperation({
    summary: 'Files of this service that are in quarantine, wait for a scan, or were never scanned',
    description: 'The longest waiting first; names are left out.',
  })
  @ApiOkResponse({ type: WatchedFiles })
  async list(@Query() { state, limit }: WatchedFilesQuery): Promise<WatchedFiles> {
    return { items: (await this.rows.inState(state, limit)).map((file) => watched(file, state)) };
  }
}

function watched(file: StoredFile, state: WatchedState): WatchedFile {
  const { id, use, mediaType, size, sha256, finding, owner, createdBy, createdAt } = file;
  return { id, use, mediaType, size, sha256, state, finding, owner, createdBy, createdAt: createdAt.toISOString() };
}
