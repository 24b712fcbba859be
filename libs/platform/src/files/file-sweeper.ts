import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { FileContents } from './file-contents.js';
import { FileRows } from './file-rows.js';
import { FileScans } from './file-scans.js';

const EVERY_MS = 60_000;
const DAY_MS = 86_400_000;
const BATCH = 100;

/**
 * Removes the contents of files given up, and of uploads that a crash left behind, after a day; has waiting files
 * scanned. Replicas may do it at once: every step may be done twice.
 */
@Injectable()
export class FileSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(FileSweeper.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly rows: FileRows,
    private readonly contents: FileContents,
    private readonly scans: FileScans,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.runOnce()
        .catch((error: unknown) => this.logger.error(error))
        .finally(() => this.schedule());
    }, EVERY_MS);
  }

  /** One round: what began more than a day ago is given up, what was given up is removed, what waits is scanned. */
  async runOnce(): Promise<void> {
    await this.rows.giveUp(new Date(this.clock.now().getTime() - DAY_MS));
    await this.removeContents();
    await this.scans.scanWaiting();
  }

  /** The row goes after its content: a crash between the two is done again. */
  private async removeContents(): Promise<void> {
    for (let gone = BATCH; gone === BATCH && !this.stopped;) {
      const files = await this.rows.inState('deleted', BATCH);
      for (const { id } of files) if (!(await this.remove(id))) return;
      gone = files.length;
    }
  }

  /** One that cannot be removed is come to last the next time: it must not keep the others. */
  private async remove(id: string): Promise<boolean> {
    try {
      await this.contents.remove(id);
    } catch (error) {
      this.logger.warn({ err: error, fileId: id }, 'The content of a file could not be removed; it is tried again');
      await this.rows.postpone(id, this.clock.now());
      return false;
    }
    await this.rows.forget(id);
    return true;
  }
}
