import { Clock, currentContext, Problem, stateChange, transact, type FieldFault } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { leavesAnHour, minutesOf, type DeclaredTime } from '../calls/call-times.rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import type { ContactTimes, NotAtTime } from './contact-times.dto.js';

interface Noted {
  declared: DeclaredTime[];
  notedAt: Date;
  notedBy: string | null;
  notedByName: string | null;
}

/** When patients do not want to be called (FU-7), as they told whoever called them. */
@Injectable()
export class ContactTimesService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** Noted under any id of the person, the newest first. */
  read(patientId: string): Promise<ContactTimes> {
    return this.noted(this.source.manager, patientId);
  }

  /** Replaces what was noted, under whichever id. @throws Problem 400 when no hour of the week is left */
  note(patientId: string, notAt: NotAtTime[]): Promise<ContactTimes> {
    const declared = notAt.map(declaredOf);
    this.refuse(declared);
    return transact(this.source, async (tx) => {
      const { ids } = await this.people.lock(tx, patientId);
      const before = await this.noted(tx, patientId);
      const actor = currentContext()?.actor;
      await tx.query('DELETE FROM contact_times WHERE patient_id = ANY ($1::uuid[])', [ids]);
      await tx.query(
        `INSERT INTO contact_times (patient_id, declared, noted_at, noted_by, noted_by_name) VALUES ($1, $2, $3, $4, $5)`,
        [patientId, JSON.stringify(declared), this.clock.now(), actor?.id ?? null, actor?.name || null],
      );
      const after = await this.noted(tx, patientId);
      stateChange('contact-times', patientId, { notAt: before.notAt }, { notAt: after.notAt });
      return after;
    });
  }

  private refuse(declared: DeclaredTime[]): void {
    const faults: FieldFault[] = declared.flatMap(({ from, until }, index) =>
      from < until ? [] : [{ field: `notAt.${index}.until`, code: 'not-after-from' }],
    );
    const quiet = { from: minutesOf(this.config.callQuietFrom), until: minutesOf(this.config.callQuietUntil) };
    if (faults.length === 0 && !leavesAnHour(declared, quiet)) faults.push({ field: 'notAt', code: 'no-hour-left' });
    if (faults.length > 0) throw Problem.invalid(faults);
  }

  private async noted(tx: EntityManager, patientId: string): Promise<ContactTimes> {
    const ids = await this.people.idsOf(patientId, tx);
    const rows: Noted[] = await tx.query(
      `SELECT declared, noted_at AS "notedAt", noted_by AS "notedBy", noted_by_name AS "notedByName"
         FROM contact_times WHERE patient_id = ANY ($1::uuid[]) ORDER BY noted_at DESC`,
      [ids],
    );
    const [newest] = rows;
    return {
      patientId,
      notAt: rows.flatMap(({ declared }) => declared.map(shown)),
      notedAt: newest?.notedAt.toISOString() ?? null,
      notedBy: newest?.notedBy ?? null,
      notedByName: newest?.notedByName ?? null,
    };
  }
}

function declaredOf({ weekdays, from, until }: NotAtTime): DeclaredTime {
  return { weekdays: weekdays.toSorted(), from: minutesOf(from), until: minutesOf(until) };
}

function shown({ weekdays, from, until }: DeclaredTime): NotAtTime {
  return { weekdays, from: timeOf(from), until: timeOf(until) };
}

function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
