import type { Draft } from '#event-bus';
import { Clock, newId, ServiceConfig } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ErasedIds } from '../erasures/erased-ids.js';
import { Decisions } from '../decisions/decisions.service.js';
import { Merges } from '../merges/merges.service.js';
import {
  applyStatement,
  demographicsOf,
  differences,
  foldIn,
  NOBODY_YET,
  type Demographics,
} from '../people/demographics.rules.js';
import type { LockedPeople } from '../people/locked-people.js';
import { ownWords } from '../people/own-words.rules.js';
import { PeopleBatches } from '../people/people.batches.js';
import { newPerson, PeopleStore } from '../people/people.store.js';
import type { Person } from '../people/person.entity.js';
import { recognise, type Absorbed, type Finding } from '../people/recognition.js';
import { ReportedIds } from '../people/reported-ids.js';
import { faultsIn } from '../people/stated-patient.rules.js';
import { isSomebodyElse } from './another-person.js';
import type { ImportLine, LineFault } from './import-line.js';
import type { Column } from './import-columns.rules.js';
import type { Counts, Rejection } from './imports.store.js';
import { PendingPeople } from './pending-people.js';

export interface Taken {
  counts: Counts;
  rejections: Rejection[];
  drafts: Draft[];
}

type Outcome = 'created' | 'updated' | 'unchanged';

/** A line that is about nobody, or about somebody else than it says. */
class RefusedLine extends Error {
  constructor(readonly faults: LineFault[]) {
    super('The line is refused');
  }
}

/** With the id that the line makes (ADR 45), if it makes one. */
type NamedLine = ImportLine & { madeId: string | undefined };

interface Work {
  tx: EntityManager;
  locked: LockedPeople;
  pending: PendingPeople;
  toldAt: Date;
  now: Date;
  today: string;
}

/** Takes lines of a file into the records, by the rules for who somebody is (PT-3): many lines, few statements. */
@Injectable()
export class ImportedPeople {
  constructor(
    private readonly people: PeopleStore,
    private readonly batches: PeopleBatches,
    private readonly merges: Merges,
    private readonly decisions: Decisions,
    private readonly ids: ReportedIds,
    private readonly erasedIds: ErasedIds,
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
  ) {}

  /** @param toldAt when what the file says was true: an older word does not overwrite a newer one */
  async take(tx: EntityManager, read: ImportLine[], toldAt: Date): Promise<Taken> {
    const lines = await this.withIds(tx, read, toldAt);
    const locked = await this.lock(tx, lines);
    const now = this.clock.now();
    const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(this.config.hospitalZone);
    const pending = new PendingPeople(locked, this.batches, now);
    const work = { tx, locked, pending, toldAt, now, today: today.toPlainDate().toString() };
    const counts: Counts = { read: lines.length, created: 0, updated: 0, unchanged: 0, rejected: 0 };
    const rejections: Rejection[] = [];
    for (const line of lines) {
      try {
        if (line.faults.length > 0) throw new RefusedLine(line.faults);
        counts[await this.takeLine(work, line)] += 1;
      } catch (error) {
        if (!(error instanceof RefusedLine)) throw error;
        counts.rejected += 1;
        rejections.push({ row: line.row, faults: error.faults });
      }
    }
    await pending.flush(tx);
    return { counts, rejections, drafts: pending.events() };
  }

  private lock(tx: EntityManager, lines: NamedLine[]): Promise<LockedPeople> {
    const good = lines.filter(({ faults }) => faults.length === 0);
    const marks = {
      identifiers: good.flatMap(({ numbers }) => numbers),
      nationalIds: good.flatMap(({ nationalId }) => nationalId ?? []),
    };
    return this.people.lock(
      tx,
      marks,
      good.flatMap((line) => line.patientId ?? line.madeId ?? []),
    );
  }

  /** Who was erased does not come back by a file that is older; by a younger one comes a new person (PT-9). */
  private async withIds(tx: EntityManager, lines: ImportLine[], toldAt: Date): Promise<NamedLine[]> {
    const made = lines.map((line) => ({ line, id: line.faults.length > 0 ? undefined : this.idFor(line) }));
    const successors = await this.erasedIds.successors(
      tx,
      made.flatMap(({ id }) => id ?? []),
    );
    return made.map(({ line, id }) => {
      const successor = id === undefined ? undefined : successors.get(id);
      if (!successor?.erasedAt || successor.erasedAt < toldAt) return { ...line, madeId: successor?.id };
      return { ...line, madeId: undefined, faults: [{ column: null, code: 'person-erased' }] };
    });
  }

  /** Made from what tells the person: whoever comes twice at the same time gets one id (ADR 45). */
  private idFor({ numbers: [first], nationalId, likeness }: ImportLine): string | undefined {
    if (first) return this.ids.person(first.issuer, first.value);
    if (nationalId !== undefined) return this.ids.holder(nationalId);
    return likeness === undefined ? undefined : this.ids.likeness(likeness);
  }

  private async takeLine(work: Work, line: NamedLine): Promise<Outcome> {
    const { target, absorbed } = this.identify(work.locked, line, await this.recognised(work, line));
    const person = target ?? newPerson(this.freeId(work.locked, line), NOBODY_YET, work.now);
    const known = target ? demographicsOf(target) : NOBODY_YET;
    const joined = absorbed.reduce((all, { record }) => foldIn(all, demographicsOf(record)).next, known);
    const after = this.revised(work, line, joined, target === undefined);
    await this.absorb(work, person.id, absorbed);
    const origin = this.originOf(work.locked, line) ?? person;
    await this.keepOwn(work, origin, work.locked.live(person.id) ?? person, line);
    const numbers = line.numbers
      .filter((number) => !work.locked.holderOf(number))
      .map((number) => ({ ...number, personId: origin.id }));
    const changed = differences(known, after).length + numbers.length + absorbed.length > 0;
    if (target && !changed) return 'unchanged';
    work.pending.put(absorbed.length > 0 ? (work.locked.live(person.id) ?? person) : person, !target, after, numbers);
    return target ? 'updated' : 'created';
  }

  private recognised({ tx, locked }: Work, line: ImportLine): Promise<Finding> {
    return this.merges.obeyApart(tx, recognise(locked, line.numbers, line.statement, undefined));
  }

  /** @throws RefusedLine when the line is of nobody we can tell, or points at people who are not the same */
  private identify(
    locked: LockedPeople,
    line: NamedLine,
    found: Finding,
  ): { target: Person | undefined; absorbed: Absorbed[] } {
    const named = line.patientId === undefined ? undefined : locked.live(line.patientId);
    if (line.patientId !== undefined && !named) refuse('id', 'patient-unknown');
    const target = named ?? found.target ?? this.alike(locked, line);
    if (!target && line.numbers.length === 0 && line.nationalId === undefined && line.likeness === undefined) {
      refuse(null, 'too-little-to-tell');
    }
    const others = (named ? [...found.absorbed, ...found.strangers] : found.strangers).map(({ record }) => record);
    const [stranger] = [...(named && found.target ? [found.target] : []), ...others].filter(
      ({ id }) => id !== named?.id,
    );
    if (stranger) {
      const column =
        stranger.nationalId !== null && stranger.nationalId === line.nationalId ? 'nationalId' : 'recordNumbers';
      refuse(column, 'belongs-to-another', { patientId: stranger.id });
    }
    if (target && !named && isSomebodyElse(target, line.statement)) {
      refuse('name', 'another-person', { patientId: target.id });
    }
    return { target, absorbed: named ? [] : found.absorbed };
  }

  /** Of a line without numbers: the record that the same line made before. */
  private alike(locked: LockedPeople, { numbers, nationalId, madeId }: NamedLine): Person | undefined {
    if (numbers.length > 0 || nationalId !== undefined || madeId === undefined) return undefined;
    return locked.live(madeId);
  }

  /** The id under which a line speaks: it bears the number, merged or not. */
  private originOf(locked: LockedPeople, { numbers: [first], patientId }: ImportLine): Person | undefined {
    return (first && locked.bearerOf(first)) ?? (patientId === undefined ? undefined : locked.get(patientId));
  }

  /** Once several ids speak for a person, each keeps what was said under it alone (ADR 13). */
  private async keepOwn({ tx, toldAt }: Work, origin: Person, person: Person, line: ImportLine): Promise<void> {
    if (origin.id === person.id && person.own === null) return;
    const { next, changed } = applyStatement(ownWords(origin), line.statement, lineTime(toldAt, line.row));
    if (changed.length > 0) await this.people.keepOwn(tx, origin, next);
  }

  /** A record that had this number once keeps its id: the newcomer gets another. */
  private freeId(locked: LockedPeople, line: NamedLine): string {
    const id = line.madeId ?? newId();
    return locked.has(id) ? newId() : id;
  }

  private revised(work: Work, line: ImportLine, known: Demographics, isNew: boolean): Demographics {
    const { next, changed } = applyStatement(known, line.statement, lineTime(work.toldAt, line.row));
    const faults: LineFault[] = faultsIn(next, changed, work.today, work.now).map(({ field, code, params }) => ({
      column: field as Column,
      code,
      ...(params ? { params } : {}),
    }));
    if (isNew && next.name === null) faults.push({ column: 'name', code: 'blank' });
    if (faults.length > 0) throw new RefusedLine(faults);
    return next;
  }

  /** Joins records that the line shows to be one. */
  private async absorb(work: Work, survivorId: string, absorbed: Absorbed[]): Promise<void> {
    if (absorbed.length === 0) return;
    // The rows must be as we know them before one of them is retired.
    await work.pending.flush(work.tx);
    const survivor = work.locked.live(survivorId) as Person;
    let said = demographicsOf(survivor);
    for (const { record, cause } of absorbed) {
      const retired = work.locked.live(record.id) as Person;
      const merged = await this.merges.retire(work.tx, work.locked, { retired, survivor, said, cause }, work.now);
      said = merged.survivorAfter;
      work.pending.announce(merged.draft);
    }
    const person = work.locked.live(survivorId) as Person;
    const told = await this.decisions.settle(
      work.tx,
      person,
      work.now,
      absorbed.map(({ record }) => record),
    );
    told.forEach((draft) => work.pending.announce(draft));
  }
}

/** Lines of one file follow each other, all of them before whatever is said in the next millisecond. */
function lineTime(toldAt: Date, row: number): string {
  return `${toldAt.toISOString().slice(0, -1)}${String(row).padStart(8, '0')}Z`;
}

function refuse(column: Column | null, code: string, params?: LineFault['params']): never {
  throw new RefusedLine([{ column, code, ...(params ? { params } : {}) }]);
}
