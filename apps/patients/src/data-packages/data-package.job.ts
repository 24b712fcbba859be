import { checkpoint, NoAnswerError } from '#event-bus';
import { Clock, Files, Job, Problem, transact, type JobHandler, type JobRun } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { TRY_AGAIN_MS } from './data-package.rules.js';
import { DataPackagesStore, type DataPackageRow } from './data-packages.store.js';
import { PackageMaker, type PackageFiles } from './package-maker.js';

export class DataPackagePayload {
  @IsUUID() packageId!: string;
}

const DAY_MS = 86_400_000;

/**
 * Makes a package (PT-9). When a service is away nothing of what the others said is kept: the package waits, and the
 * deadline begins anew, until the time comes to make it without. A killed attempt leaves drafts, which are swept.
 */
@Injectable()
@Job<DataPackagePayload>({
  name: 'patients.data-package',
  payload: DataPackagePayload,
  policy: 'exclusive',
  expireSeconds: 7_200,
})
export class DataPackageJob implements JobHandler<DataPackagePayload> {
  private readonly logger = new Logger(DataPackageJob.name);

  constructor(
    private readonly source: DataSource,
    private readonly store: DataPackagesStore,
    private readonly maker: PackageMaker,
    private readonly files: Files,
    private readonly config: PatientsConfig,
    private readonly clock: Clock,
  ) {}

  async run({ packageId }: DataPackagePayload, run: JobRun): Promise<void> {
    const row = await this.store.find(packageId);
    if (row?.state !== 'waiting') return;
    try {
      const made = await this.maker.make(row, row.givesUpAt <= this.clock.now(), run.signal);
      checkpoint('data-package.made');
      await this.deliver(row, made, run);
      checkpoint('data-package.delivered');
    } catch (error) {
      if (error instanceof NoAnswerError) return this.wait(row, error, run);
      // Erased meanwhile: there is nobody left whom it could be about.
      if (error instanceof Problem && error.code === 'not-found') return this.drop(row, run);
      throw error;
    }
  }

  private async deliver(row: DataPackageRow, made: PackageFiles, run: JobRun): Promise<void> {
    let isKept = false;
    try {
      isKept = await this.whileWaiting(row, run, (tx) => this.keep(tx, row, made));
    } finally {
      if (!isKept) await this.maker.abandon(made);
    }
  }

  private async keep(tx: EntityManager, { id }: DataPackageRow, made: PackageFiles): Promise<void> {
    for (const file of [made.json, made.pdf]) await this.files.keep(tx, file, `data-package/${id}`);
    const readyAt = this.clock.now();
    const expiresAt = new Date(readyAt.getTime() + this.config.dataPackageDays * DAY_MS);
    const { covers, missing, json, pdf } = made;
    await this.store.made(tx, id, { covers, missing, jsonFileId: json.id, pdfFileId: pdf.id, readyAt, expiresAt });
  }

  private async wait(row: DataPackageRow, { service, message }: NoAnswerError, run: JobRun): Promise<void> {
    this.logger.warn({ dataPackage: row.id, reason: message }, 'A package waits for a service');
    const tryAt = new Date(this.clock.now().getTime() + TRY_AGAIN_MS);
    await this.whileWaiting(row, run, (tx) => this.store.wait(tx, row.id, [service], tryAt));
  }

  private async drop(row: DataPackageRow, run: JobRun): Promise<void> {
    await this.whileWaiting(row, run, (tx) => this.store.withdraw(tx, row.id, null, this.clock.now()));
  }

  /** @returns false when it was withdrawn or erased meanwhile, and nothing was done */
  private whileWaiting(row: DataPackageRow, run: JobRun, work: (tx: EntityManager) => Promise<void>): Promise<boolean> {
    return transact(this.source, async (tx) => {
      await run.hold(tx);
      const [now]: { state: string }[] = await tx.query('SELECT state FROM data_package WHERE id = $1 FOR UPDATE', [
        row.id,
      ]);
      if (now?.state !== 'waiting') return false;
      await work(tx);
      return true;
    });
  }
}
