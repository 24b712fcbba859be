import type { HisReport, PatientIdentifier, ReportedPatient } from '#contracts';
import type { Draft } from '#event-bus';
import { ServiceConfig } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Decisions } from '../decisions/decisions.service.js';
import { Merges } from '../merges/merges.service.js';
import type { ReportTimes } from '../reports/reports.service.js';
import { ErasedIds } from '../erasures/erased-ids.js';
import { applyStatement, demographicsOf, NOBODY_YET, type Demographics, type Statement } from './demographics.rules.js';
import type { LockedPeople } from './locked-people.js';
import { newPerson, PeopleStore } from './people.store.js';
import { personEvents } from './person-events.js';
import type { PersonIdentifier } from './person-identifier.entity.js';
import type { Person } from './person.entity.js';
import { ownWords } from './own-words.rules.js';
import { recognise, type Absorbed } from './recognition.js';
import { ReportedIds } from './reported-ids.js';
import { statementOf } from './reported-statement.js';

export interface ReportedPerson {
  /** The live record the report is about, as it is after the report. */
  person: Person;
  /** The id the report came under: of the record that bears its number, merged or not. Children are born with it. */
  originId: string;
  locked: LockedPeople;
  /** Events about the person; appended by the caller, before those about a visit. */
  drafts: Draft[];
  /** What was not applied, and why. */
  remarks: string[];
}

/** Finds or makes the one record of the person a HIS speaks of and takes over what it says (PT-3). */
@Injectable()
export class ReportedPeople {
  constructor(
    private readonly people: PeopleStore,
    private readonly merges: Merges,
    private readonly decisions: Decisions,
    private readonly ids: ReportedIds,
    private readonly erasedIds: ErasedIds,
    private readonly config: ServiceConfig,
  ) {}

  /** @param retired a record number that becomes an alias of the person's record (A40). */
  async receive(
    tx: EntityManager,
    { patient }: HisReport,
    times: ReportTimes,
    retired?: PatientIdentifier,
  ): Promise<ReportedPerson> {
    if (!retired) return this.take(tx, patient, times);
    if (!isSameNumber(retired, patient.primary)) return this.take(tx, patient, times, retired);
    const taken = await this.take(tx, patient, times);
    return { ...taken, remarks: [...taken.remarks, 'merge: a record number cannot be retired into itself'] };
  }

  private async take(
    tx: EntityManager,
    patient: ReportedPatient,
    times: ReportTimes,
    retired?: PatientIdentifier,
  ): Promise<ReportedPerson> {
    const numbers = numbersOf(patient).filter((number) => !retired || !isSameNumber(number, retired));
    const said = statementOf(patient, this.config.hospitalZone);
    const marks = [...numbers, ...(retired ? [retired] : [])];
    const locked = await this.people.lock(tx, { identifiers: marks, nationalId: said.nationalId?.nationalId });
    const retiring = retired && locked.holderOf(retired);
    const found = await this.merges.obeyApart(tx, recognise(locked, numbers, said, retiring));
    const { target, absorbed, statement, remarks } = found;

    const before = target ? demographicsOf(target) : NOBODY_YET;
    const record = target ?? newPerson(await this.idFor(tx, patient.primary), NOBODY_YET, times.now);
    const joined = await this.absorb(tx, locked, { record, before, absorbed }, times.now);
    const { next: after, outdated } = applyStatement(joined.after, statement, times.at);
    const origin = locked.bearerOf(patient.primary) ?? record;
    const newIdentifiers = numbers
      .filter((number) => !locked.holderOf(number))
      .map((number) => ({ ...number, type: number.type ?? null, personId: origin.id }));
    await this.keepOwn(tx, origin, record, statement, times.at, !target);
    const person = await this.write(tx, record, !target, { before, after, newIdentifiers }, times.now);
    locked.put(person);
    if (retired && !retiring) joined.drafts.push(await this.addAlias(tx, locked, person, retired, times.now));

    if (absorbed.length > 0) {
      const merged = absorbed.map(({ record: each }) => each);
      joined.drafts.push(...(await this.decisions.settle(tx, person, times.now, merged)));
    }

    const gotIdentifiers = newIdentifiers.length > 0;
    const events = personEvents({ patientId: person.id, isNew: !target, before, after, gotIdentifiers });
    // A new record is announced before anything is merged into it.
    const announced = target ? 0 : 1;
    return {
      person,
      originId: origin.id,
      locked,
      drafts: [...events.slice(0, announced), ...joined.drafts, ...events.slice(announced)],
      remarks: [
        ...remarks,
        ...outdated.map((part) => `${part}: told by a newer report`),
        ...(retiring && retiring.id === target?.id
          ? ['merge: the retired number answers with this record already']
          : []),
      ],
    };
  }

  /**
   * Keeps what was said under one id alone, once more than one id has spoken for the person: a merge can be taken back.
   * A new record is written with it.
   */
  private async keepOwn(
    tx: EntityManager,
    origin: Person,
    record: Person,
    statement: Statement,
    at: Date,
    isNew: boolean,
  ): Promise<void> {
    if (origin === record && record.own === null) return;
    const { next } = applyStatement(ownWords(origin), statement, at);
    if (isNew && origin === record) record.own = next;
    else await this.people.keepOwn(tx, origin, next);
  }

  private async absorb(
    tx: EntityManager,
    locked: LockedPeople,
    { record: survivor, before, absorbed }: { record: Person; before: Demographics; absorbed: Absorbed[] },
    now: Date,
  ): Promise<{ after: Demographics; drafts: Draft[] }> {
    let after = before;
    const drafts: Draft[] = [];
    for (const { record, cause } of absorbed) {
      if (cause === 'his') await this.merges.forgetApart(tx, survivor.id, record.id);
      const pair = { retired: record, survivor, said: after, cause };
      const retirement = await this.merges.retire(tx, locked, pair, now);
      after = retirement.survivorAfter;
      drafts.push(retirement.draft);
    }
    return { after, drafts };
  }

  private async write(
    tx: EntityManager,
    person: Person,
    isNew: boolean,
    change: { before: Demographics; after: Demographics; newIdentifiers: PersonIdentifier[] },
    now: Date,
  ): Promise<Person> {
    if (!isNew) return this.people.revise(tx, person, change, now);
    const added = Object.assign(person, change.after);
    await this.people.add(tx, added, change.newIdentifiers);
    return added;
  }

  /** A person who was erased comes back as a new one. */
  private async idFor(tx: EntityManager, { issuer, value }: PatientIdentifier): Promise<string> {
    return (await this.erasedIds.successor(tx, this.ids.person(issuer, value))).id;
  }

  /** A number retired before anything else was heard of it: an empty record that answers with the survivor. */
  private async addAlias(
    tx: EntityManager,
    locked: LockedPeople,
    survivor: Person,
    { issuer, value, type }: PatientIdentifier,
    now: Date,
  ): Promise<Draft> {
    const alias = newPerson(await this.idFor(tx, { issuer, value }), NOBODY_YET, now);
    await this.people.add(tx, alias, [{ issuer, value, type: type ?? null, personId: alias.id }]);
    const pair = { retired: alias, survivor, said: demographicsOf(survivor), cause: 'his' } as const;
    const { draft } = await this.merges.retire(tx, locked, pair, now);
    return draft;
  }
}

function numbersOf({ primary, identifiers }: ReportedPatient): PatientIdentifier[] {
  const all = [primary, ...identifiers].map(({ issuer, value, type }) => ({
    issuer,
    value,
    ...(type ? { type } : {}),
  }));
  return [...new Map(all.map((number) => [JSON.stringify([number.issuer, number.value]), number])).values()];
}

function isSameNumber(a: PatientIdentifier, b: PatientIdentifier): boolean {
  return a.issuer === b.issuer && a.value === b.value;
}
