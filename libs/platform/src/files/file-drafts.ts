import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { currentContext } from '../context/request-context.js';
import { newId } from '../database/new-id.js';
import { FileContents } from './file-contents.js';
import { plainFileName } from './file-name.rules.js';
import { FileRows, type ArrivedFile } from './file-rows.js';
import type { FileUse } from './file-use.js';
import { Measured } from './measured.js';

/** Files on their way into the store: written piece by piece, gone within a day unless `Files.keep` makes them part of something. */
@Injectable()
export class FileDrafts {
  private readonly logger = new Logger(FileDrafts.name);

  constructor(
    private readonly rows: FileRows,
    private readonly contents: FileContents,
    private readonly clock: Clock,
  ) {}

  /** Keeps what a caller sent; the caller of this has it scanned. @throws Problem 413, 503, 507 */
  async take(use: FileUse, file: { name: string | undefined; mediaType: string }, source: AsyncIterable<Buffer>) {
    const draft: ArrivedFile = {
      id: newId(),
      use: use.name,
      name: plainFileName(file.name),
      mediaType: file.mediaType,
      size: 0,
      sha256: '',
      state: 'uploading',
      createdAt: this.clock.now(),
      createdBy: currentContext()?.actor?.id ?? null,
    };
    await this.rows.begin(draft);
    try {
      const measured = new Measured(source, use.maxBytes);
      await this.contents.write(draft.id, measured);
      return { ...draft, size: measured.size, sha256: measured.sha256() };
    } catch (error) {
      await this.abandon(draft.id);
      throw error;
    }
  }

  /** Keeps what the service itself made: there is nothing in it to scan for. @throws Problem 413, 503, 507 */
  async make(
    use: FileUse,
    file: { name: string; mediaType: string },
    source: AsyncIterable<Buffer>,
  ): Promise<ArrivedFile> {
    return { ...(await this.take(use, file, source)), state: 'clean' };
  }

  /** Its row stays until the content is really gone: the sweep comes back to what fails here. */
  async abandon(fileId: string): Promise<void> {
    try {
      await this.rows.mark(this.rows.manager, fileId);
      await this.contents.remove(fileId);
      await this.rows.forget(fileId);
    } catch (error) {
      this.logger.warn({ err: error, fileId }, 'What is left of a draft will be swept');
    }
  }
}
