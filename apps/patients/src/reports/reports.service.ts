import type { HisReport } from '#contracts';
import type { ReceivedEvent } from '#event-bus';
import { Clock, ServiceConfig } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
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
  ) {}

  /** @returns undefined when this report was dealt with before (a stream that is read again from the start). */
  async open(
    tx: EntityManager,
    event: ReceivedEvent<HisReport>,
    visitNumber?: string,
  ): Promise<ReportTimes | undefined> {
    const now = this.clock.now();
    const eventTime = instantOf(event.data.eventTime, this.config.hospitalZone);
    const { messageId, partner, recordKey } = event.data;
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

  /** Notes what of a report was not applied. */
  async remark(tx: EntityManager, event: ReceivedEvent<HisReport>, remarks: string[]): Promise<void> {
    if (remarks.length > 0) await tx.update(HisReportRecord, { id: event.id }, { remark: remarks.join('; ') });
  }
}
