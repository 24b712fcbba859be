import { ResultRecordedV1, type HisResultReportedV1, type HisResultWithdrawnV1 } from '#contracts';
import { Outbox, type Draft, type ReceivedEvent } from '#event-bus';
import { newId, ServiceConfig } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReportedIds } from '../people/reported-ids.js';
import { ReportedPeople } from '../people/reported-people.service.js';
import { Reports } from '../reports/reports.service.js';
import { toldByReport, toldByWithdrawal, type ToldResult } from './reported-result.js';
import { ResultRecord, ResultVersion } from './result.entity.js';
import { marksOf, settleResult, type ResultReport, type ResultState } from './result.rules.js';
import { ResultsMetrics } from './results.metrics.js';
import { ResultsStore } from './results.store.js';

type Event = ReceivedEvent<HisResultReportedV1 | HisResultWithdrawnV1>;

/** Takes results into the records: person first, then the report, then what holds after it (PT-2). */
@Injectable()
export class Results {
  constructor(
    private readonly reports: Reports,
    private readonly reported: ReportedPeople,
    private readonly ids: ReportedIds,
    private readonly store: ResultsStore,
    private readonly outbox: Outbox,
    private readonly config: ServiceConfig,
    private readonly metrics: ResultsMetrics,
  ) {}

  async receive(tx: EntityManager, event: Event): Promise<void> {
    const { data } = event;
    const times = await this.reports.open(tx, event, data.visitNumber);
    if (!times) return;
    const { person, originId, drafts, remarks } = await this.reported.receive(tx, data, times);
    if (await tx.existsBy(ResultVersion, { messageId: data.messageId, number: data.number })) {
      await this.outbox.appendAll(tx, drafts);
      return this.reports.remark(tx, event, [...remarks, 'result: told before']);
    }
    const isReport = 'result' in data;
    const told = isReport ? toldByReport(data, this.config.hospitalZone, times.now) : toldByWithdrawal(data);
    const { orderNumber } = isReport ? data.result : data.order;
    const key = { partner: data.partner, orderNumber, service: told.service };
    const found = await this.store.find(tx, key, person.id, originId);
    const before = found?.status ?? 'withdrawn';
    const record = found ?? (await this.begin(tx, key, originId, told, times));
    const version = versionOf(record, data, told, times);
    await tx.insert(ResultVersion, version);
    const { changed, outranked } = await this.settle(tx, record, !found, times.now);
    // That something nobody heard of does not hold, nobody needs to hear.
    const isNews = changed && !(before === 'withdrawn' && record.status === 'withdrawn');
    const announced = isNews ? [await this.announce(tx, record)] : [];
    await this.outbox.appendAll(tx, [...drafts, ...announced]);
    if (outranked.includes(version.id)) remarks.push('result: less sure than what holds');
    this.metrics.took(record.kind, !changed ? 'unchanged' : told.status === 'withdrawn' ? 'withdrawn' : 'recorded');
    await this.reports.remark(tx, event, remarks);
  }

  /** A row to hang the first report on; what it says is settled right after. */
  private async begin(
    tx: EntityManager,
    key: { partner: string; orderNumber: string; service: string },
    patientId: string,
    told: ToldResult,
    { at, now }: { at: Date; now: Date },
  ): Promise<ResultRecord> {
    const id = this.ids.result(key.partner, key.orderNumber, key.service, patientId);
    const report = reportOf(id, told, at);
    const columns = { ...columnsOf({ ...settleResult([report]).state, textVersion: undefined }), ...marksOf([report]) };
    const born = { id, patientId, ...key, version: 1, createdAt: now, updatedAt: now };
    const record = Object.assign(new ResultRecord(), born, columns);
    await tx.insert(ResultRecord, record);
    return record;
  }

  private async settle(
    tx: EntityManager,
    record: ResultRecord,
    isNew: boolean,
    now: Date,
  ): Promise<{ changed: boolean; outranked: readonly string[] }> {
    const [first, ...others] = await this.store.reports(tx, record.id);
    if (!first) throw new Error(`The result ${record.id} has no report`);
    const { state, outranked } = settleResult([first, ...others]);
    const columns = { ...columnsOf(state), ...marksOf([first, ...others]) };
    const changed = Object.entries(columns).some(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(record[field as keyof ResultRecord]),
    );
    if (changed) {
      const values = { ...columns, version: isNew ? 1 : record.version + 1, updatedAt: now };
      await tx.update(ResultRecord, { id: record.id }, values);
      Object.assign(record, values);
    }
    return { changed: changed || isNew, outranked };
  }

  private async announce(tx: EntityManager, record: ResultRecord): Promise<Draft> {
    const { id: resultId, patientId, kind, status, abnormality, orderNumber, code, observedAt, reportedAt } = record;
    const sensitive = await this.store.isSensitive(tx, record);
    const data: ResultRecordedV1 = {
      ...{ resultId, patientId, kind, status, sensitive, orderNumber },
      abnormality: sensitive ? 'normal' : abnormality,
      ...(code === null || sensitive ? {} : { code }),
      ...{ observedAt: observedAt.toISOString(), reportedAt: reportedAt.toISOString() },
    };
    return { type: ResultRecordedV1, data };
  }
}

function reportOf(id: string, { status, content, textParts }: ToldResult, toldAt: Date): ResultReport {
  return { id, toldAt, arrival: 0, status, content, hasText: textParts > 0 };
}

function versionOf(
  record: ResultRecord,
  { messageId, number }: Event['data'],
  { status, content, text, textParts }: ToldResult,
  { at, now }: { at: Date; now: Date },
): ResultVersion {
  const { id: resultId, patientId } = record;
  const of = { id: newId(), resultId, patientId, messageId, number, toldAt: at, handledAt: now };
  return Object.assign(new ResultVersion(), of, { status, content, text, textParts });
}

function columnsOf(state: ResultState) {
  const { kind, status, abnormality, observedAt, reportedAt, code, name } = state;
  return {
    ...{ kind, status, abnormality, observedAt, reportedAt, code: code ?? null, name: name ?? null },
    observations: [...state.observations],
    ...{ placerNumber: state.placerNumber ?? null, section: state.section ?? null },
    ...{ visitNumber: state.visitNumber ?? null, impression: state.impression ?? null },
    textVersion: state.textVersion ?? null,
  };
}
