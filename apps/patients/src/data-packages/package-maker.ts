import { checkpoint } from '#event-bus';
import { Clock, FileDrafts, Printer, type ArrivedFile } from '#platform';
import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { PatientsConfig } from '../patients.config.js';
import { PeopleQueries } from '../people/people.queries.js';
import { DATA_PACKAGE, MEDIA_TYPES } from './data-package.use.js';
import type { DataPackageRow } from './data-packages.store.js';
import { packageJson } from './package-json.js';
import { PackageParts, type PackagePerson } from './package-parts.js';
import { packagePrint, type PrintedAbout } from './package-print.js';
import { PackageSheet } from './package-sheet.js';

export interface PackageFiles {
  json: ArrivedFile;
  pdf: ArrivedFile;
  covers: string[];
  missing: string[];
}

/** Writes both files of a package; nothing refers to them yet. */
@Injectable()
export class PackageMaker {
  constructor(
    private readonly parts: PackageParts,
    private readonly people: PeopleQueries,
    private readonly drafts: FileDrafts,
    private readonly printer: Printer,
    private readonly config: PatientsConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws NoAnswerError unless it is the last attempt; Problem 404 when the person is no longer there */
  async make(row: DataPackageRow, isLast: boolean, signal: AbortSignal): Promise<PackageFiles> {
    const person = await this.parts.personOf(row.patientId);
    const sheet = new PackageSheet();
    const lines = sheet.watch(this.parts.of(person, isLast, signal));
    const json = await this.write('json', row, packageJson(this.about(row, person), lines));
    checkpoint('data-package.half-made');
    try {
      const printed = packagePrint(await this.printed(row, person), sheet, (at) => this.printer.timeOfDay(at));
      const pdf = await this.write('pdf', row, Readable.from([await this.printer.pdf(printed)]));
      return { json, pdf, covers: person.patientIds, missing: sheet.missing };
    } catch (error) {
      await this.drafts.abandon(json.id);
      throw error;
    }
  }

  async abandon({ json, pdf }: PackageFiles): Promise<void> {
    await this.drafts.abandon(json.id);
    await this.drafts.abandon(pdf.id);
  }

  private write(format: 'json' | 'pdf', row: DataPackageRow, content: AsyncIterable<Buffer>): Promise<ArrivedFile> {
    const name = `personal-data-${row.requestedAt.toISOString().slice(0, 10)}.${format}`;
    return this.drafts.make(DATA_PACKAGE, { name, mediaType: MEDIA_TYPES[format] }, content);
  }

  private about(row: DataPackageRow, { patientIds, recordNumbers }: PackagePerson): object {
    const { id, askedBy, askedByName, identityCheck, identityNote, legalBasis, reason, requestedAt, dueOn } = row;
    return {
      format: 'hospital-data-package/1',
      packageId: id,
      hospital: this.config.hospitalName,
      madeAt: this.clock.now(),
      patientId: patientIds[0],
      recordIds: patientIds,
      recordNumbers,
      request: { askedBy, askedByName, identityCheck, identityNote, legalBasis, reason, requestedAt, dueOn },
    };
  }

  private async printed(row: DataPackageRow, { patientIds, recordNumbers }: PackagePerson): Promise<PrintedAbout> {
    const { name, birthDate } = await this.people.read(patientIds[0] ?? row.patientId);
    const now = this.printer.timeOfDay(this.clock.now());
    const facts: [string, string][] = [
      ['姓名 Name', name ?? '—'],
      ['出生日期 Born', birthDate ?? '—'],
      ['病历号 Record numbers', recordNumbers.map(({ issuer, value }) => `${issuer} ${value}`).join('、') || '—'],
      ['申请日期 Asked for', this.printer.timeOfDay(row.requestedAt)],
      ['法律依据 Legal basis', row.legalBasis],
      ['编号 Package', row.id],
    ];
    return { facts, watermark: `${name ?? ''} ${now}`.trim() };
  }
}
