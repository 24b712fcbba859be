import {
  Clock,
  currentContext,
  Files,
  isUniqueViolation,
  Jobs,
  ListReading,
  newId,
  Problem,
  stateChange,
  stateReason,
  transact,
  type ListQuery,
  type Page,
  type SignedLink,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { recordsOf } from '../people/records-of.js';
import { DataPackageJob } from './data-package.job.js';
import { dueDay, givesUpAt, TRY_AGAIN_MS } from './data-package.rules.js';
import type { PackageFormat } from './data-package-vocabulary.js';
import type { NewDataPackage } from './data-packages.dto.js';
import { DATA_PACKAGES } from './data-packages.list.js';
import { DataPackagesStore, type DataPackageRow } from './data-packages.store.js';

/** What people do with packages of a person's data; a job makes them. */
@Injectable()
export class DataPackages {
  constructor(
    private readonly source: DataSource,
    private readonly store: DataPackagesStore,
    private readonly config: PatientsConfig,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 while one waits already */
  async order(id: string, asked: NewDataPackage): Promise<DataPackageRow> {
    const packageId = newId();
    try {
      await transact(this.source, async (tx) => {
        const [patientId = id] = await recordsOf(tx, id);
        const now = this.clock.now();
        await this.store.add(tx, { ...this.requestOf(asked, now), id: packageId, patientId });
        await this.jobs.enqueue(tx, DataPackageJob, { packageId }, { singletonKey: packageId });
        const { askedBy, identityCheck, legalBasis } = asked;
        stateChange('data-package', packageId, null, { patientId, askedBy, identityCheck, legalBasis });
        stateReason(asked.reason ?? asked.legalBasis);
      });
    } catch (error) {
      if (isUniqueViolation(error, 'data_package_waiting')) throw Problem.conflict('data-package-waiting');
      throw error;
    }
    return this.read(id, packageId);
  }

  /** Those of the person, whichever record they were asked for under. @throws Problem 404 */
  async list(id: string, query: ListQuery): Promise<Page<DataPackageRow>> {
    return this.store.page(new ListReading(DATA_PACKAGES, query), await recordsOf(this.source.manager, id));
  }

  /** @throws Problem 404 */
  async read(id: string, packageId: string): Promise<DataPackageRow> {
    const ids = await recordsOf(this.source.manager, id);
    const row = await this.store.find(packageId);
    if (!row || !ids.includes(row.patientId)) throw Problem.notFound('data-package', packageId);
    return row;
  }

  /** @throws Problem 404; 409 while there is no file, or when it also holds what is no longer this person's */
  async link(id: string, packageId: string, format: PackageFormat): Promise<SignedLink> {
    const { state, covers, expiresAt, ...row } = await this.read(id, packageId);
    const fileId = format === 'json' ? row.jsonFileId : row.pdfFileId;
    const isOver = expiresAt !== null && expiresAt <= this.clock.now();
    if (state !== 'ready' || fileId === null || isOver) throw Problem.conflict('data-package-without-file');
    const ids = await recordsOf(this.source.manager, row.patientId);
    if (!covers.every((covered) => ids.includes(covered))) throw Problem.conflict('data-package-outdated');
    return this.files.linkTo(await this.files.servable(fileId));
  }

  /** Taken back early; its files go at once. One that has ended stays as it ended. @throws Problem 404 */
  async withdraw(id: string, packageId: string): Promise<void> {
    await this.read(id, packageId);
    await transact(this.source, async (tx) => {
      const row = await this.store.lock(tx, packageId);
      if (row.state !== 'waiting' && row.state !== 'ready') return;
      for (const fileId of [row.jsonFileId, row.pdfFileId]) if (fileId) await this.files.discard(tx, fileId);
      await this.store.withdraw(tx, packageId, currentContext()?.actor?.id ?? null, this.clock.now());
      stateChange('data-package', packageId, { state: row.state }, { state: 'withdrawn' });
    });
  }

  private requestOf(asked: NewDataPackage, now: Date) {
    const { dataPackageDueDays: dueDays, dataPackagePatienceHours: patience, hospitalZone } = this.config;
    const there = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(hospitalZone);
    return {
      askedBy: asked.askedBy,
      askedByName: asked.askedByName ?? null,
      identityCheck: asked.identityCheck,
      identityNote: asked.identityNote ?? null,
      legalBasis: asked.legalBasis,
      reason: asked.reason ?? null,
      requestedBy: currentContext()?.actor?.id ?? null,
      requestedAt: now,
      dueOn: dueDay(there.toPlainDate().toString(), dueDays),
      givesUpAt: givesUpAt(now, patience, dueDays),
      tryAt: new Date(now.getTime() + TRY_AGAIN_MS),
    };
  }
}
