import { BirthdayApproachedV1, BirthdayArrivedV1, type FamilyRecipient } from '#contracts';
import { Outbox, type Draft } from '#event-bus';
import { Clock, Job, newId, transact, type JobHandler, type JobRun, type NoPayload } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { familiesOf } from '../families/family-rows.js';
import { FamilySettlement } from '../families/family-settlement.js';
import { recipientsFor } from '../families/recipients.js';
import { ageOn, birthdaysFrom, type Birthday } from './birthday.rules.js';

/** Records of one transaction: well below a second. */
const BATCH = 500;

interface Kept {
  id: string;
  personId: string;
  /** Null where a merge has taken the date away: nobody says how old then. */
  birthDate: string | null;
}

/**
 * Once a day: makes the care for birthdays that come within the days ahead, tells of those that have come, and closes
 * what was not prepared in time (PT-6). Every row is made and told once a person and year, so it may stop anywhere, run
 * twice, or see the clock go back; a day it did not run is made up for while the birthday is not over.
 */
@Injectable()
@Job<NoPayload>({
  name: 'patients.birthdays',
  policy: 'exclusive',
  expireSeconds: 3_600,
  schedule: (config) => {
    const [hour, minute] = (config as PatientsConfig).birthdaysAt.split(':').map(Number);
    return `${minute} ${hour} * * *`;
  },
})
export class BirthdaysJob implements JobHandler<NoPayload> {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: PatientsConfig,
    private readonly families: FamilySettlement,
  ) {}

  async run(_payload: NoPayload, run: JobRun): Promise<Record<string, unknown>> {
    const today = Temporal.Instant.from(this.clock.now().toISOString()).toZonedDateTimeISO(this.config.hospitalZone);
    const day = today.toPlainDate().toString();
    let [made, told] = [0, 0];
    for (const birthday of birthdaysFrom(day, this.config.birthdayLeadDays)) made += await this.make(birthday, run);
    for (let batch = BATCH; batch === BATCH; told += batch)
      batch = await this.inBatch(run, (tx) => this.greet(tx, day));
    const missed = await this.inBatch(run, (tx) => this.close(tx, day));
    return { made, told, missed };
  }

  /** Walks the people born on a day of the year, in the order of ids. */
  private async make({ born, on }: Birthday, run: JobRun): Promise<number> {
    let made = 0;
    for (let after: string | undefined = FIRST; after !== undefined;) {
      const position: string = after;
      const rows: Candidate[] = await this.source.query(BORN_ON, [born, position, BATCH]);
      const due = rows.filter((row) => row.wanted);
      if (due.length > 0) made += await this.inBatch(run, (tx) => this.add(tx, due, on));
      after = rows.length === BATCH ? rows.at(-1)?.id : undefined;
    }
    return made;
  }

  private async add(tx: EntityManager, people: Candidate[], on: string): Promise<number> {
    const kept: Kept[] = await tx.query(ADD, [
      people.map(() => newId()),
      people.map(({ id }) => id),
      Number(on.slice(0, 4)),
      on,
      this.clock.now(),
    ]);
    return this.tell(tx, BirthdayApproachedV1, kept, on);
  }

  private async greet(tx: EntityManager, today: string): Promise<number> {
    const [kept]: [Kept[], number] = await tx.query(GREET, [today, this.clock.now(), BATCH]);
    return this.tell(tx, BirthdayArrivedV1, kept, today);
  }

  /** Names who gets the greeting now: of a child the guardians (PT-7). */
  private async tell(tx: EntityManager, type: BirthdayEvent, kept: Kept[], on: string): Promise<number> {
    const families =
      kept.length === 0
        ? []
        : await familiesOf(
            tx,
            kept.map(({ personId }) => personId),
          );
    const terms = this.families.terms(this.clock.now());
    const recipients = new Map(
      families.map((family) => [family.person.id, recipientsFor(family, 'birthday', terms)] as const),
    );
    await this.outbox.appendAll(
      tx,
      kept.map((care) => toldOf(type, care, on, recipients.get(care.personId) ?? [])),
    );
    return kept.length;
  }

  private async close(tx: EntityManager, today: string): Promise<number> {
    const [, missed]: [unknown, number] = await tx.query(CLOSE, [today]);
    return missed;
  }

  private inBatch(run: JobRun, work: (tx: EntityManager) => Promise<number>): Promise<number> {
    run.signal.throwIfAborted();
    return transact(this.source, async (tx) => {
      await run.hold(tx);
      return work(tx);
    });
  }
}

interface Candidate {
  id: string;
  wanted: boolean;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Nobody dead, and nobody who wants no contact (PT-11). */
const WANTED = `NOT person.deceased AND NOT 'do-not-contact' = ANY(person.states)`;

const BORN_ON = `
  SELECT id, (${WANTED}) AS wanted FROM person
   WHERE substr(birth_date, 6) = $1 AND merged_into IS NULL AND length(birth_date) = 10 AND id > $2
   ORDER BY substr(birth_date, 6), id LIMIT $3`;

/** Asked again under the transaction; a record merged since the last birthday may have brought this year's along. */
const ADD = `
  INSERT INTO birthday_care (id, version, person_id, year, kept_on, status, created_at)
  SELECT due.id, 1, person.id, $3, $4, 'open', $5
    FROM unnest($1::uuid[], $2::uuid[]) AS due (id, person_id)
    JOIN person ON person.id = due.person_id AND person.merged_into IS NULL AND ${WANTED}
   WHERE NOT EXISTS (
     SELECT 1 FROM birthday_care kept
      WHERE kept.year = $3 AND kept.person_id IN (SELECT id FROM (${descendantsOf('SELECT person.id')}) family))
   ORDER BY person.id
  ON CONFLICT (person_id, year) DO NOTHING
  RETURNING id, person_id AS "personId", (SELECT birth_date FROM person WHERE person.id = person_id) AS "birthDate"`;

/**
 * Of the cares that merged records brought along one is told, under the id that answers for the person today. What another
 * run has told meanwhile is seen again under the row's lock.
 */
const GREET = `
  UPDATE birthday_care care SET greeted_at = $2
    FROM (SELECT DISTINCT ON (person.id) due.id, person.id AS person_id, person.birth_date
            FROM birthday_care due
            JOIN person ON person.id IN (${survivorsOf('SELECT due.person_id AS id')}) AND ${WANTED}
           WHERE due.kept_on = $1 AND due.greeted_at IS NULL AND NOT EXISTS (
             SELECT 1 FROM birthday_care told
              WHERE told.year = due.year AND told.greeted_at IS NOT NULL
                AND told.person_id IN (SELECT id FROM (${descendantsOf('SELECT person.id')}) family))
           ORDER BY person.id, due.status = 'prepared' DESC, due.id LIMIT $3) AS due
   WHERE care.id = due.id AND care.greeted_at IS NULL
  RETURNING care.id, due.person_id AS "personId", due.birth_date AS "birthDate"`;

const CLOSE = `UPDATE birthday_care SET status = 'missed', version = version + 1 WHERE kept_on < $1 AND status = 'open'`;

type BirthdayEvent = typeof BirthdayApproachedV1 | typeof BirthdayArrivedV1;

function toldOf(
  type: BirthdayEvent,
  { id: careId, personId: patientId, birthDate }: Kept,
  on: string,
  recipients: FamilyRecipient[],
): Draft {
  return { type, data: { careId, patientId, on, ...(birthDate ? { age: ageOn(birthDate, on) } : {}), recipients } };
}
