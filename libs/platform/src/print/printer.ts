import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../config/service-config.js';
import { Problem } from '../problems/problem.js';
import { Turns } from '../turns/turns.js';
import { jobOf, lengthOf, type PrintJob } from './page.js';
import type { PrintDocument } from './print-document.js';

/** About 200 pages of a table: a minute's work on a slow machine. */
const MOST_CHARACTERS = 120_000;
const LONGEST_MS = 120_000;
const AT_ONCE = 2;
const WAITING = 16;
const WORKER_MEGABYTES = 768;
/** Compiled or, in tests, as it stands: Node reads both. */
const WORKER = new URL(`./pdf-worker${extname(import.meta.url)}`, import.meta.url);

/** Makes PDF documents: A4, Chinese first, with the hospital's name, page numbers and the time of the print. */
@Injectable()
export class Printer {
  private readonly turns = new Turns(AT_ONCE, { places: WAITING, refusal: busy });

  constructor(
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Set in a thread of its own that ends with the document: requests go on, and an idle service keeps no fonts.
   * @throws Problem 413 beyond 120,000 characters, 503 when too many wait or it takes longer than two minutes
   */
  async pdf(document: PrintDocument): Promise<Buffer> {
    if (lengthOf(document) > MOST_CHARACTERS) {
      throw new Problem(413, 'print-too-large', { limit: MOST_CHARACTERS });
    }
    return this.turns.run(() => inWorker(jobOf(document, this.config.hospitalName, this.timeOfDay(this.clock.now()))));
  }

  /** A moment as it is printed: in the hospital's zone, to the minute. */
  timeOfDay(at: Date): string {
    const there = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(this.config.hospitalZone);
    return there.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  }
}

function inWorker(job: PrintJob): Promise<Buffer> {
  const worker = new Worker(WORKER, {
    workerData: job,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEGABYTES },
  });
  const timer = setTimeout(() => void worker.terminate(), LONGEST_MS);
  return new Promise<Buffer>((resolve, reject) => {
    worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)));
    worker.once('error', reject);
    // After an answer this changes nothing any more.
    worker.once('exit', () => reject(busy()));
  }).finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}

function busy(): Problem {
  return new Problem(503, 'print-unavailable', {}, { headers: { 'retry-after': '30' } });
}
