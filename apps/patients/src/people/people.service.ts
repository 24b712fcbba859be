import { Outbox } from '#event-bus';
import {
  Clock,
  isUniqueViolation,
  newId,
  Problem,
  requireVersion,
  ServiceConfig,
  stateChange,
  transact,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { applyStatement, demographicsOf, NOBODY_YET, type Demographics } from './demographics.rules.js';
import type { LockedPeople } from './locked-people.js';
import type { Patient } from './patient.dto.js';
import type { NewPatient, PatientChange, RecordNumber } from './people.dto.js';
import { PeopleQueries } from './people.queries.js';
import { ownWords } from './own-words.rules.js';
import { patientOf } from './patient.presenter.js';
import { inOrder, newPerson, PeopleStore } from './people.store.js';
import type { Person } from './person.entity.js';
import { personEvents } from './person-events.js';
import { numberIn, statedBy } from './stated-patient.js';
import { faultsIn } from './stated-patient.rules.js';

/** What the centre itself writes into the records. */
@Injectable()
export class People {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly queries: PeopleQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
  ) {}

  /** @throws Problem 409 when the national ID or a record number has a record already; it names that one. */
  create(body: NewPatient): Promise<Patient> {
    return this.again(async (tx) => {
      const identifiers = distinct(body.identifiers ?? []);
      const locked = await this.people.lock(tx, { identifiers, nationalId: numberIn(body.nationalId) });
      const now = this.clock.now();
      const after = this.revised(NOBODY_YET, body, now);
      refuseKnown(locked, identifiers, after.nationalId);
      const person = newPerson(newId(), after, now);
      const numbers = identifiers.map((number) => ({ ...number, type: number.type ?? null, personId: person.id }));
      await this.people.add(tx, person, numbers);
      stateChange('patient', person.id, null, { ...after, identifiers });
      const events = { patientId: person.id, isNew: true, before: NOBODY_YET, after, gotIdentifiers: false };
      await this.outbox.appendAll(tx, personEvents(events));
      return patientOf(person, { mergedFrom: [], identifiers: inOrder(numbers) });
    });
  }

  /** What a new record would say. @throws Problem 400 */
  describe(body: NewPatient): Demographics {
    return this.revised(NOBODY_YET, body, this.clock.now());
  }

  /** A former id changes the record that answers for it. @throws Problem 404, 409, 412 */
  change(id: string, body: PatientChange, expectedVersion: number): Promise<Patient> {
    return this.again(async (tx) => {
      const locked = await this.people.lock(tx, { identifiers: [], nationalId: numberIn(body.nationalId) }, [id]);
      const person = locked.live(id);
      if (!person) throw Problem.notFound('patient', id);
      requireVersion(person.version, expectedVersion);
      const now = this.clock.now();
      const before = demographicsOf(person);
      const after = this.revised(before, body, now);
      if (after.nationalId !== before.nationalId) refuseKnown(locked, [], after.nationalId);
      await this.people.revise(tx, person, { before, after, newIdentifiers: [] }, now);
      await this.keepOwn(tx, locked.get(id) ?? person, person, body, now);
      stateChange('patient', person.id, before, after);
      const events = { patientId: person.id, isNew: false, before, after, gotIdentifiers: false };
      await this.outbox.appendAll(tx, personEvents(events));
      return this.queries.read(person.id, tx);
    });
  }

  /** Of two that write the same number at once the second, tried again, finds the first one's record. */
  private async again(work: (tx: EntityManager) => Promise<Patient>): Promise<Patient> {
    try {
      return await transact(this.source, work);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return transact(this.source, work);
    }
  }

  /** What was said under an id that answers with others, or for others, is kept for itself too (PT-3). */
  private async keepOwn(
    tx: EntityManager,
    origin: Person,
    person: Person,
    body: PatientChange,
    now: Date,
  ): Promise<void> {
    if (origin.id === person.id && person.own === null) return;
    const { next } = applyStatement(ownWords(origin), statedBy(body, this.config.hospitalZone), now);
    await this.people.keepOwn(tx, origin, next);
  }

  private revised(before: Demographics, body: PatientChange, now: Date): Demographics {
    const { next, changed } = applyStatement(before, statedBy(body, this.config.hospitalZone), now);
    const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(this.config.hospitalZone);
    const faults = faultsIn(next, changed, today.toPlainDate().toString(), now);
    if (body.deceasedAt && body.deceased !== true) {
      faults.push({ field: 'deceasedAt', code: 'needs-deceased' });
    }
    if (faults.length > 0) throw Problem.invalid(faults);
    return next;
  }
}

function distinct(identifiers: RecordNumber[]): RecordNumber[] {
  return [...new Map(identifiers.map((number) => [JSON.stringify([number.issuer, number.value]), number])).values()];
}

function refuseKnown(locked: LockedPeople, identifiers: RecordNumber[], nationalId: string | null): void {
  const holder = locked.holderOfNationalId(nationalId ?? undefined);
  const numbered = identifiers.find((number) => locked.holderOf(number));
  const known = holder ?? (numbered && locked.holderOf(numbered));
  if (!known) return;
  const what = holder ? 'national-id' : 'record-number';
  throw Problem.conflict('patient-exists', { what }, { patientId: known.id });
}
