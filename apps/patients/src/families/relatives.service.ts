import { Clock, currentContext, newId, Problem, requireVersion, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { PeopleStore } from '../people/people.store.js';
import type { Person } from '../people/person.entity.js';
import { readPhone } from '../people/phone-number.js';
import { FamilySettlement } from './family-settlement.js';
import { familiesOf, type Family, type FamilyRecord } from './family-rows.js';
import { isBelow } from './child.rules.js';
import { closesCircle, holdDescent } from './descent.js';
import { PersonRelative, type RelativeWord } from './person-relative.entity.js';
import { faultsInRelative, type StatedRelative } from './relative-faults.rules.js';
import { isParent } from './relations.rules.js';
import type { NewRelative, RelativeChange, RelativeEnd, RelativeView } from './relatives.dto.js';
import { counts, RelativeQueries } from './relatives.queries.js';

/** Whom a patient names, and what goes to them (PT-7). */
@Injectable()
export class Relatives {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly queries: RelativeQueries,
    private readonly settlement: FamilySettlement,
    private readonly config: PatientsConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 404; 409 of the dead, a merged record, one named already, a circle, and one too many */
  name(id: string, body: NewRelative): Promise<RelativeView> {
    return transact(this.source, async (tx) => {
      if (body.relativePatientId !== undefined) await holdDescent(tx, body.relation);
      const now = this.clock.now();
      const { person, relative } = await this.lock(tx, id, body);
      const [family] = await familiesOf(tx, [person.id]);
      if (!family) throw Problem.notFound('patient', id);
      if (person.deceased) throw Problem.conflict('patient-deceased');
      const record = relative && (await familiesOf(tx, [relative.id]))[0]?.person;
      const row = this.rowOf(id, body, family, now);
      this.refuseFaults(statedIn(row, body.consent.saidAt, now), family.person, record ?? null, now);
      await this.refuseKnown(tx, row, family, now);
      await tx.insert(PersonRelative, row);
      if (relative) await this.settlement.involve(tx, [relative.id]);
      stateChange('patient', person.id, { relative: null }, { relative: row.id, ...agreed(row) });
      await this.settlement.settle(tx, [person.id], now);
      return this.queries.read(id, row.id, tx);
    });
  }

  /** @throws Problem 400, 404, 412; 409 when it was ended */
  change(id: string, relativeId: string, body: RelativeChange, version: number): Promise<RelativeView> {
    return this.revise(id, relativeId, version, (row, family, now) => {
      const until = body.until === undefined ? row.untilAt : body.until === null ? null : new Date(body.until);
      const { kinds = row.kinds, consent } = body;
      const guardian = body.guardian ?? (row.guardian && this.isChild(family, now));
      Object.assign(row, { kinds, guardian, untilAt: until, consentBy: consent.by });
      const entry = family.entries.find(({ id: each }) => each === relativeId);
      this.refuseFaults(statedIn(row, consent.saidAt, now), family.person, entry?.record ?? null, now);
      return { what: 'changed', saidBy: consent.by, said: consent };
    });
  }

  /** @throws Problem 404, 412; 409 when it was ended */
  end(id: string, relativeId: string, body: RelativeEnd, version: number): Promise<RelativeView> {
    return this.revise(id, relativeId, version, (row, _family, now) => {
      if (body.saidAt && new Date(body.saidAt) > now)
        throw Problem.invalid([{ field: 'saidAt', code: 'in-the-future' }]);
      row.endedAt = now;
      return { what: 'ended', saidBy: body.by, said: body };
    });
  }

  private revise(
    id: string,
    relativeId: string,
    version: number,
    change: (row: PersonRelative, family: Family, now: Date) => Revision,
  ): Promise<RelativeView> {
    return transact(this.source, async (tx) => {
      const now = this.clock.now();
      const person = (await this.people.lock(tx, { identifiers: [] }, [id])).live(id);
      const [family] = person ? await familiesOf(tx, [person.id]) : [];
      if (!person || !family) throw Problem.notFound('patient', id);
      const row = await tx.findOneBy(PersonRelative, { id: relativeId });
      if (!row || !family.entries.some((entry) => entry.id === relativeId)) {
        throw Problem.notFound('relative', relativeId);
      }
      requireVersion(row.version, version);
      if (row.endedAt) throw Problem.conflict('relative-ended', {}, { endedAt: row.endedAt.toISOString() });
      const before = agreed(row);
      const revision = change(row, family, now);
      const words = [...row.words, wordOf(row, revision, now)];
      const { kinds, guardian, untilAt, consentBy, endedAt } = row;
      const values = { kinds, guardian, untilAt, consentBy, endedAt, words, version: version + 1 };
      await tx.update(PersonRelative, { id: relativeId }, values);
      stateChange('patient', person.id, { relative: relativeId, ...before }, { relative: relativeId, ...agreed(row) });
      await this.settlement.settle(tx, [person.id], now);
      return this.queries.read(id, relativeId, tx);
    });
  }

  /** Both records, in the order of ids. */
  private async lock(
    tx: EntityManager,
    id: string,
    { relativePatientId, name, phone }: NewRelative,
  ): Promise<{ person: Person; relative: Person | null }> {
    const isRecord = relativePatientId !== undefined;
    const isComplete = isRecord ? name === undefined && phone === undefined : name && phone;
    if (!isComplete) throw Problem.invalid([{ field: 'relativePatientId', code: 'record-or-name-and-phone' }]);
    const ids = relativePatientId === undefined ? [id] : [id, relativePatientId];
    const locked = await this.people.lock(tx, { identifiers: [] }, ids);
    const person = locked.live(id);
    if (!person) throw Problem.notFound('patient', id);
    if (relativePatientId === undefined) return { person, relative: null };
    const relative = locked.get(relativePatientId);
    const field = 'relativePatientId';
    if (!relative) throw Problem.invalid([{ field, code: 'patient-unknown' }]);
    const living = locked.live(relativePatientId);
    if (living?.id === person.id) throw Problem.invalid([{ field, code: 'refers-oneself' }]);
    if (living && living.id !== relative.id) {
      throw Problem.conflict('relative-merged', { patientId: living.id }, { patientId: living.id });
    }
    return { person, relative };
  }

  private isChild({ person }: Family, at: Date): boolean {
    const { now, zone, childAge } = this.settlement.terms(at);
    return isBelow(person.birthDate, childAge, now, zone);
  }

  private rowOf(id: string, body: NewRelative, family: Family, now: Date): PersonRelative {
    const phone = body.phone === undefined ? null : readPhone(body.phone);
    if (phone?.e164 === null) throw Problem.invalid([{ field: 'phone', code: 'phone-unreadable' }]);
    const row = Object.assign(new PersonRelative(), {
      ...{ id: newId(), version: 1, personId: id, relativeId: body.relativePatientId ?? null },
      ...{ name: body.name ?? null, phone, relation: body.relation, kinds: body.kinds ?? [] },
      guardian: body.guardian ?? (this.isChild(family, now) && isParent(body.relation)),
      ...{ consentBy: body.consent.by, fromAt: body.from ? new Date(body.from) : now, endedAt: null },
      ...{ untilAt: body.until ? new Date(body.until) : null, recordedAt: now, words: [] as RelativeWord[] },
      recordedBy: currentContext()?.actor?.id ?? null,
    });
    row.words = [wordOf(row, { what: 'named', saidBy: body.consent.by, said: body.consent }, now)];
    return row;
  }

  private refuseFaults(stated: StatedRelative, person: FamilyRecord, relative: FamilyRecord | null, now: Date): void {
    const terms = { ...this.settlement.terms(now), ownConsentAge: this.config.familyOwnConsentAge };
    const faults = faultsInRelative(stated, person, relative, terms);
    if (faults.length > 0) throw Problem.invalid(faults);
  }

  private async refuseKnown(tx: EntityManager, row: PersonRelative, family: Family, now: Date): Promise<void> {
    const named = family.entries.filter((entry) => counts(entry, now));
    const same = named.find(({ record, phone }) =>
      row.relativeId ? record?.id === row.relativeId : !record && phone === row.phone?.e164,
    );
    if (same) throw Problem.conflict('relative-exists', {}, { relativeId: same.id });
    const most = this.config.familyMostRelatives;
    if (named.length >= most) throw Problem.conflict('too-many-relatives', { most: String(most) }, { most });
    if (await closesCircle(tx, family.person.id, row)) throw Problem.conflict('relatives-circle');
  }
}

interface Revision {
  what: RelativeWord['what'];
  saidBy: RelativeWord['saidBy'];
  said: Pick<RelativeEnd, 'channel' | 'note'>;
}

function wordOf(row: PersonRelative, { what, saidBy, said }: Revision, now: Date): RelativeWord {
  return {
    ...{ at: now.toISOString(), what, by: currentContext()?.actor?.id ?? null, saidBy, channel: said.channel },
    ...{ note: said.note ?? null, kinds: row.kinds, guardian: row.guardian, until: row.untilAt?.toISOString() ?? null },
  };
}

function statedIn(row: PersonRelative, saidAt: string | undefined, now: Date): StatedRelative {
  const { guardian, kinds, consentBy, fromAt: from, untilAt: until } = row;
  return { guardian, kinds, consentBy, from, until, saidAt: saidAt ? new Date(saidAt) : now };
}

/** What the audit entry says of an entry; who it is stands in the record. */
function agreed({ relation, guardian, kinds, untilAt, endedAt }: PersonRelative) {
  const [until, ended] = [untilAt?.toISOString() ?? null, endedAt?.toISOString() ?? null];
  return { relation, guardian, kinds, until, ended };
}
