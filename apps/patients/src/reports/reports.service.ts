import type { HisReport, PatientIdentifier, ReportedPatient } from '#contracts';
import type { ReceivedEvent } from '#event-bus';
import { Clock, ServiceConfig } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ErasedIds } from '../erasures/erased-ids.js';
import { ReportedIds } from '../people/reported-ids.js';
import { HisReportRecord } from './his-report.entity.js';
import { instantOf, notAfter } from './instant.rules.js';

/** When a report was made, as far as it counts, and when we handle it. */
export interface ReportTimes {
  at: Date;
  now: Date;
}

/** Keeps the record of what the hospital systems reported. */
@Injectable()
export class Reports {
  constructor(
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
    private readonly ids: ReportedIds,
    private readonly erasedIds: ErasedIds,
  ) {}

  /**
   * @returns undefined when this report was dealt with before (a stream that is read again from the start), or tells of
   * somebody who was erased since: then nothing of it is kept (PT-9). What is younger is of somebody who came back.
   */
  async open(
    tx: EntityManager,
    event: ReceivedEvent<HisReport>,
    visitNumber?: string,
  ): Promise<ReportTimes | undefined> {
    const now = this.clock.now();
    const eventTime = instantOf(event.data.eventTime, this.config.hospitalZone);
    const { messageId, partner, recordKey, patient } = event.data;
    const erasedAt = await this.lastErasure(tx, patient);
    if (erasedAt && notAfter(eventTime, now) <= erasedAt) return undefined;
    const row = { id: event.id, subject: event.type, messageId, partner, recordKey, visitNumber: visitNumber ?? null };
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(HisReportRecord)
      .values({ ...row, eventTime, handledAt: now })
      .orIgnore()
      .returning('id')
      .execute();
    const isNew = (inserted.raw as unknown[]).length > 0;
    return isNew ? { at: notAfter(eventTime, now), now } : undefined;
  }

  /** Whether who had this number was erased after a report was made: the report does not bring the number back (PT-9). */
  async isErased(tx: EntityManager, { issuer, value }: PatientIdentifier, at: Date): Promise<boolean> {
    const { erasedAt } = await this.erasedIds.successor(tx, this.ids.person(issuer, value));
    return erasedAt !== null && at <= erasedAt;
  }

  /** Of anybody whom a number of the report names: a new number does not bring back who was erased under another. */
  private async lastErasure(tx: EntityManager, { primary, identifiers }: ReportedPatient): Promise<Date | undefined> {
    const ids = [primary, ...identifiers].map(({ issuer, value }) => this.ids.person(issuer, value));
    const erased = [...(await this.erasedIds.successors(tx, ids)).values()].flatMap(({ erasedAt }) => erasedAt ?? []);
    return erased.toSorted((a, b) => b.getTime() - a.getTime())[0];
  }

  /** Notes what of a report was not applied. */
  async remark(tx: EntityManager, event: ReceivedEvent<HisReport>, remarks: string[]): Promise<void> {
    if (remarks.length > 0) await tx.update(HisReportRecord, { id: event.id }, { remark: remarks.join('; ') });
  }
}
