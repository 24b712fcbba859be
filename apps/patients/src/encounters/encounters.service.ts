import { Outbox, type Draft, type ReceivedEvent } from '#event-bus';
import { ServiceConfig } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LockedPeople } from '../people/locked-people.js';
import type { Person } from '../people/person.entity.js';
import { PeopleStore } from '../people/people.store.js';
import { ReportedIds } from '../people/reported-ids.js';
import { ReportedPeople } from '../people/reported-people.service.js';
import { Reports } from '../reports/reports.service.js';
import { keepEarly, withEarly } from './early-procedures.js';
import { encounterEvent, procedureEvent, withdrawalEvent } from './encounter-events.js';
import { Encounter } from './encounter.entity.js';
import { decideVisit, type EncounterEffect } from './encounter.rules.js';
import {
  ofFormerStay,
  recordProcedures,
  toldAgain,
  type ProcedureNews,
  type RecordedProcedure,
} from './procedures.rules.js';
import { traitsOf } from './traits.js';
import type { EncounterState, VisitReportKind } from './visit-details.rules.js';
import { visitReportOf, type VisitEvent } from './reported-visit.js';

interface Happened {
  encounter: Encounter;
  /** The record that answers for the visit's patient today. */
  patient: Person;
  effects: EncounterEffect[];
  news: Pick<ProcedureNews, 'told' | 'withdrawn'>;
  /** When the visit began that turned into a stay by this. */
  visitedSince: Date | null;
}

/** Takes reports about visits into the records: person first, then the visit, then the events about both. */
@Injectable()
export class Encounters {
  constructor(
    private readonly reports: Reports,
    private readonly reported: ReportedPeople,
    private readonly people: PeopleStore,
    private readonly ids: ReportedIds,
    private readonly outbox: Outbox,
    private readonly config: ServiceConfig,
  ) {}

  async receive(tx: EntityManager, event: ReceivedEvent<VisitEvent>, kind: VisitReportKind): Promise<void> {
    const { partner, visit } = event.data;
    const times = await this.reports.open(tx, event, visit.visitNumber);
    if (!times) return;
    const { person, originId, locked, drafts, remarks } = await this.reported.receive(tx, event.data, times);
    const current = await this.find(tx, partner, visit.visitNumber, locked);
    const said = visitReportOf(kind, visit, times.at, this.config.hospitalZone);
    const report = current || kind === 'described' ? said : await withEarly(tx, event, said);
    const { next, effects, outcome } = decideVisit(current, report);
    if (outcome === 'unknown') {
      await this.outbox.appendAll(tx, drafts);
      await keepEarly(tx, event.id, report);
      return this.reports.remark(tx, event, [...remarks, 'visit: unknown']);
    }
    const { visitNumber } = visit;
    const id = this.ids.encounter(partner, visitNumber);
    const born = { id, patientId: originId, partner, visitNumber, createdAt: times.now };
    const { recorded, ...news } = this.proceduresOf(current, next, isNewStay(current, effects), times.now);
    const visitedSince = beginningOfVisit(current);
    const encounter = await this.write(tx, current, born, { ...next, recordedProcedures: recorded }, times);
    const patient = locked.live(encounter.patientId) ?? person;
    const happened = { encounter, patient, effects, news, visitedSince };
    const events = await this.eventsOf(tx, happened, person.deceased, times.at);
    await this.outbox.appendAll(tx, [...drafts, ...events]);
    if (outcome !== 'applied' && outcome !== 'unchanged') remarks.push(`visit: ${outcome}`);
    if (current && locked.live(current.patientId)?.id !== person.id) remarks.push('visit: belongs to another patient');
    await this.reports.remark(tx, event, remarks);
  }

  /** FU-3: only what was done in a visit that takes or took place is told. */
  private proceduresOf(
    current: Encounter | undefined,
    { status, procedures, admittedAt }: EncounterState,
    newStay: boolean,
    now: Date,
  ): ProcedureNews {
    const takesPlace = status === 'in-progress' || status === 'finished';
    const frame = { now, zone: this.config.hospitalZone, admittedAt };
    const known = current?.recordedProcedures ?? [];
    if (!current || !takesPlace) return recordProcedures(known, takesPlace ? procedures : [], frame);
    if (newStay) return recordProcedures(ofFormerStay(known), procedures, frame);
    if (current.status === 'cancelled') {
      const { recorded, withdrawn } = recordProcedures(toldAgain(known), procedures, frame);
      return { recorded, told: recorded.filter((each) => !each.withdrawn), withdrawn };
    }
    if (current.status !== 'finished') return recordProcedures(known, procedures, frame);
    const heard = { procedures: current.procedures, at: current.updatedAt };
    return recordProcedures(known, procedures, { ...frame, heard });
  }

  private async eventsOf(
    tx: EntityManager,
    { encounter, patient, effects, news: { told, withdrawn }, visitedSince }: Happened,
    deceased: boolean,
    at: Date,
  ): Promise<Draft[]> {
    if (effects.length + told.length + withdrawn.length === 0) return [];
    const known = { ...(await traitsOf(tx, patient)), deceased: deceased || patient.deceased, at };
    const about = { encounter, known, visitedSince, zone: this.config.hospitalZone };
    const idOf = ({ code, number }: RecordedProcedure) =>
      this.ids.procedure(encounter.partner, encounter.visitNumber, code, number);
    const procedures = [
      ...withdrawn.map(({ procedure, by }) => withdrawalEvent(encounter, procedure, idOf(procedure), idOf(by))),
      ...told.map((procedure) => procedureEvent(about, procedure, idOf(procedure))),
    ];
    const moves = effects.map((effect) => encounterEvent(effect, about));
    // A stay begins before its operation is told, and the discharge that brings one ends it after.
    const begins = effects.some((effect) => effect === 'admitted' || effect === 'registered');
    return begins ? [...moves, ...procedures] : [...procedures, ...moves];
  }

  /** The visit's own record is locked too, where it is not one of the reported person's: its events carry that key. */
  private async find(
    tx: EntityManager,
    partner: string,
    visitNumber: string,
    locked: LockedPeople,
  ): Promise<Encounter | undefined> {
    const where = { partner, visitNumber };
    const found = await tx.findOneBy(Encounter, where);
    if (!found || locked.has(found.patientId)) return found ?? undefined;
    const others = await this.people.lock(tx, { identifiers: [] }, [found.patientId]);
    locked.add(others);
    return (await tx.findOneBy(Encounter, where)) ?? undefined;
  }

  private async write(
    tx: EntityManager,
    current: Encounter | undefined,
    born: Pick<Encounter, 'id' | 'patientId' | 'partner' | 'visitNumber' | 'createdAt'>,
    next: EncounterState & Pick<Encounter, 'recordedProcedures'>,
    { at, now }: { at: Date; now: Date },
  ): Promise<Encounter> {
    const beganAt = next.admittedAt ?? current?.beganAt ?? next.dischargedAt ?? at;
    if (!current) {
      const encounter = Object.assign(new Encounter(), born, next, { version: 1, beganAt, updatedAt: now });
      await tx.insert(Encounter, encounter);
      return encounter;
    }
    const changed = Object.fromEntries(
      Object.entries({ ...next, beganAt }).filter(
        ([field, value]) => !isSame(value, current[field as keyof Encounter]),
      ),
    );
    if (Object.keys(changed).length === 0) return current;
    const values = { ...changed, version: current.version + 1, updatedAt: now };
    await tx.update(Encounter, { id: current.id }, values);
    return Object.assign(current, values);
  }
}

/** The number of a finished visit is used for the next one. */
function isNewStay(current: Encounter | undefined, effects: EncounterEffect[]): boolean {
  return current?.status === 'finished' && effects.some((effect) => effect === 'admitted' || effect === 'registered');
}

/** Of an outpatient or emergency visit that goes on. Noted before the row is written: a stay has its own beginning. */
function beginningOfVisit(current: Encounter | undefined): Date | null {
  return current?.status === 'in-progress' && current.begunAs === 'registered' ? current.beganAt : null;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
