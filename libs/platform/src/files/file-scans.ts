import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { ANTIVIRUS, type AntivirusScanner } from './antivirus-scanner.js';
import { FileContents } from './file-contents.js';
import { FileRows } from './file-rows.js';
import type { FileState } from './file-use.js';

export interface Verdict {
  state: Extract<FileState, 'not-scanned' | 'pending' | 'clean' | 'infected'>;
  /** The malware's name, or why there is no verdict. */
  finding: string | null;
}

const BATCH = 20;

/** Has contents scanned: at once when they arrive, and again until the scanner has an answer. */
@Injectable()
export class FileScans {
  private readonly logger = new Logger(FileScans.name);

  constructor(
    private readonly contents: FileContents,
    private readonly rows: FileRows,
    private readonly clock: Clock,
    @Inject(ANTIVIRUS) private readonly scanner: AntivirusScanner | null,
  ) {}

  async verdictOn(fileId: string): Promise<Verdict> {
    if (this.scanner === null) return { state: 'not-scanned', finding: null };
    try {
      const result = await this.scanner.scan(await this.contents.read(fileId));
      if (result.clean) return { state: 'clean', finding: null };
      this.logger.error({ fileId, finding: result.finding }, 'A file is infected and is kept in quarantine');
      return { state: 'infected', finding: result.finding };
    } catch (error) {
      this.logger.warn({ err: error, fileId }, 'A file could not be scanned and waits');
      return { state: 'pending', finding: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Scans what waits, the longest waiting first; stops at the first that still gets no verdict and comes to it last. */
  async scanWaiting(): Promise<void> {
    for (let waiting = await this.rows.inState('pending', BATCH); waiting.length > 0;) {
      for (const { id } of waiting) {
        const { state, finding } = await this.verdictOn(id);
        await this.rows.remember(id, state, finding, this.clock.now());
        if (state === 'pending') return;
      }
      waiting = await this.rows.inState('pending', BATCH);
    }
  }
}
