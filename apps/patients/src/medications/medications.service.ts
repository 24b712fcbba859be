import { MedicationChangedV1 } from '#contracts';
import { Outbox, type Draft, type ReceivedEvent } from '#event-bus';
import { newId, ServiceConfig } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordsOf } from '../people/records-of.js';
import { ReportedIds } from '../people/reported-ids.js';
import { ReportedPeople } from '../people/reported-people.service.js';
import { Reports } from '../reports/reports.service.js';
import { MedicationRecord, MedicationVersion } from './medication.entity.js';
import { settleMedication, type MedicationState } from './medication.rules.js';
import { MedicationsStore, type OrderKey } from './medications.store.js';
import { toldOf, type MedicationEvent } from './reported-medication.js';

/** Takes orders for drugs into the records: person first, then the report, then what holds after it (PT-2). */
@Injectable()
export class Medications {
  constructor(
    private readonly reports: Reports,
    private readonly reported: ReportedPeople,
    private readonly ids: ReportedIds,
    private readonly store: MedicationsStore,
    private readonly outbox: Outbox,
    private readonly config: ServiceConfig,
  ) {}

  async receive(tx: EntityManager, event: ReceivedEvent<MedicationEvent>): Promise<void> {
    const { data } = event;
    const times = await this.reports.open(tx, event, data.visitNumber);
    if (!times) return;
    const { person, originId, drafts, remarks } = await this.reported.receive(tx, data, times);
    if (await tx.existsBy(MedicationVersion, { messageId: data.messageId, number: data.number })) {
      await this.outbox.appendAll(tx, drafts);
      return this.reports.remark(tx, event, [...remarks, 'medication: told before']);
    }
    const { orderNumber, drug, action, content } = toldOf(data, this.config.hospitalZone, times.now);
    const { partner, messageId, number } = data;
    const of = { id: newId(), patientId: originId, partner, orderNumber, drug, messageId, number };
    const told = { toldAt: times.at, handledAt: times.now, action, content };
    await tx.insert(MedicationVersion, Object.assign(new MedicationVersion(), of, told));
    const key = { partner, orderNumber, records: await recordsOf(tx, person.id) };
    const held = await this.store.ofOrder(tx, key);
    const isMeant = (each: MedicationRecord) =>
      drug === null || each.drug === drug || (action === 'stopped' && each.name === drug);
    const meant = held.filter(isMeant);
    const changed: MedicationRecord[] = [];
    for (const record of meant) if (await this.settle(tx, key, record, times.now)) changed.push(record);
    if (meant.length === 0 && drug !== null) {
      changed.push(...(await this.begin(tx, key, { drug, name: content.name }, originId, times.now)));
    }
    const announced: Draft[] = [];
    for (const record of changed) announced.push(await this.announce(tx, record));
    await this.outbox.appendAll(tx, [...drafts, ...announced]);
    if (changed.length === 0) remarks.push('medication: nothing changed by it');
    await this.reports.remark(tx, event, remarks);
  }

  /** Of a drug of which only a stop was heard nothing is kept but the stop. */
  private async begin(
    tx: EntityManager,
    key: OrderKey,
    { drug, name }: { drug: string; name: string | undefined },
    patientId: string,
    now: Date,
  ): Promise<MedicationRecord[]> {
    const state = settleMedication(await this.store.reports(tx, key, drug, name));
    if (!state) return [];
    const { partner, orderNumber } = key;
    const id = this.ids.medication(partner, orderNumber, drug, patientId);
    const born = { id, patientId, partner, orderNumber, drug, version: 1, createdAt: now, updatedAt: now };
    const record = Object.assign(new MedicationRecord(), born, columnsOf(state));
    await tx.insert(MedicationRecord, record);
    return [record];
  }

  private async settle(tx: EntityManager, key: OrderKey, record: MedicationRecord, now: Date): Promise<boolean> {
    const state = settleMedication(await this.store.reports(tx, key, record.drug, record.name));
    if (!state) return false;
    const { reportedAt, ...columns } = columnsOf(state);
    const changed = Object.entries(columns).some(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(record[field as keyof MedicationRecord]),
    );
    if (!changed) return false;
    const values = { ...columns, reportedAt, version: record.version + 1, updatedAt: now };
    await tx.update(MedicationRecord, { id: record.id }, values);
    Object.assign(record, values);
    return true;
  }

  private async announce(tx: EntityManager, record: MedicationRecord): Promise<Draft> {
    const {
      id: medicationId,
      patientId,
      code,
      name,
      use,
      startsAt,
      endsAt,
      dispensedAt,
      stoppedAt,
      stopReason,
    } = record;
    const sensitive = await this.store.isSensitive(tx, record);
    const data: MedicationChangedV1 = {
      ...{ medicationId, patientId, stopped: stoppedAt !== null, sensitive, startsAt: startsAt.toISOString() },
      ...(stopReason === null ? {} : { stopReason }),
      ...(code === null || sensitive ? {} : { code }),
      ...(name === null || sensitive ? {} : { name }),
      ...(use === null ? {} : { use }),
      ...(endsAt === null ? {} : { endsAt: endsAt.toISOString() }),
      ...(dispensedAt === null ? {} : { dispensedAt: dispensedAt.toISOString() }),
    };
    return { type: MedicationChangedV1, data };
  }
}

function columnsOf(state: MedicationState) {
  const { orderedBy, startsAt, reportedAt } = state;
  return {
    ...{ code: state.code ?? null, name: state.name ?? null, use: state.use ?? null, dose: state.dose ?? null },
    ...{ doseUnit: state.doseUnit ?? null, form: state.form ?? null, route: state.route ?? null },
    ...{ frequency: state.frequency ?? null, instructions: state.instructions ?? null },
    ...{ quantity: state.quantity ?? null, quantityUnit: state.quantityUnit ?? null, refills: state.refills ?? null },
    ...{ doctorCode: orderedBy?.code ?? null, doctorName: orderedBy?.name ?? null },
    ...{ visitNumber: state.visitNumber ?? null, stopReason: state.stopReason ?? null },
    ...{ stoppedAt: state.stoppedAt ?? null, startsAt, endsAt: state.endsAt ?? null },
    ...{ dispensedAt: state.dispensedAt ?? null, reportedAt },
  };
}
