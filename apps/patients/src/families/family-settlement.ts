import { PatientFamilyChangedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { survivorsOf } from '../people/families.js';
import { comesOfAgeAt } from './child.rules.js';
import { familiesOf, type Family } from './family-rows.js';
import { isPlain, toldOf } from './recipients.js';
import type { Terms } from './recipients.rules.js';

/** What was told of a record before it was merged may be old by the time it answers for itself again. */
const STALE = 'stale';

interface Standing {
  id: string;
  told: string | null;
}

/** Tells the other services who gets the messages about somebody, whenever that is not what they were told (PT-7). */
@Injectable()
export class FamilySettlement {
  constructor(
    private readonly outbox: Outbox,
    private readonly config: PatientsConfig,
  ) {}

  terms(now: Date): Terms {
    return { now, zone: this.config.hospitalZone, childAge: this.config.familyChildAge };
  }

  /**
   * Of the living records that answer for these ids. The rows are locked, so each change is told once, whoever comes
   * first, and again only when it is another one.
   */
  async settle(tx: EntityManager, ids: string[], now: Date): Promise<void> {
    await tx.query(MERGED, [ids, STALE]);
    await tx.query(INVOLVE, [ids]);
    const standings: Standing[] = await tx.query(LOCK, [ids]);
    const told = new Map(standings.map((standing) => [standing.id, standing.told]));
    const families = await familiesOf(tx, ids);
    const terms = this.terms(now);
    const after = families.map((family) => ({ family, data: toldOf(family, terms) }));
    const news = after.filter(({ data }) => isNews(data, told.get(data.patientId) ?? null));
    await this.outbox.appendAll(
      tx,
      news.map(({ data }) => ({ type: PatientFamilyChangedV1, data })),
    );
    await tx.query(WRITE, [
      after.map(({ data }) => data.patientId),
      after.map(({ data }) => (isPlain(data) && !told.get(data.patientId) ? null : digestOf(data))),
      after.map(({ data }) => data.nobody !== undefined),
      after.map(({ family }) => this.nextChange(family, terms)),
    ]);
  }

  /** Makes a change of these records, whoever makes it, be noticed from now on. */
  async involve(tx: EntityManager, ids: string[]): Promise<void> {
    await tx.query(INVOLVE, [ids]);
  }

  /** When time alone may change who gets what: somebody comes of age, an entry begins or ends. */
  private nextChange({ person, entries }: Family, { now, zone, childAge }: Terms): Date | null {
    const birthdays = [person, ...entries.map(({ record }) => record)].map((each) =>
      comesOfAgeAt(each?.birthDate ?? null, childAge, zone),
    );
    const live = entries.filter(({ endedAt }) => endedAt === null);
    const times = [...birthdays, ...live.flatMap(({ from, until }) => [from, until])];
    const ahead = times.filter((time) => time !== null && time > now) as Date[];
    return ahead.length === 0 ? null : new Date(Math.min(...ahead.map((time) => time.getTime())));
  }
}

function isNews(data: PatientFamilyChangedV1, told: string | null): boolean {
  return told === null ? !isPlain(data) : told !== digestOf(data);
}

/** What was said is not kept, only whether it was the same: it names people. */
function digestOf(data: PatientFamilyChangedV1): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('base64');
}

const ROOTS = survivorsOf('SELECT unnest($1::uuid[]) AS id');

const MERGED = `
  UPDATE family_standing SET due_at = NULL, unreached = false, told = CASE WHEN told IS NULL THEN NULL ELSE $2 END
   WHERE person_id = ANY ($1::uuid[])
     AND EXISTS (SELECT FROM person WHERE id = person_id AND merged_into IS NOT NULL)`;

const INVOLVE = `
  INSERT INTO family_standing (person_id) SELECT id FROM (${ROOTS}) roots ORDER BY id
  ON CONFLICT (person_id) DO NOTHING`;

const LOCK = `
  SELECT person_id AS id, told FROM family_standing WHERE person_id = ANY (ARRAY(${ROOTS})) ORDER BY person_id FOR UPDATE`;

const WRITE = `
  UPDATE family_standing standing SET told = row.told, unreached = row.unreached, due_at = row.due_at
    FROM unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[]) AS row (person_id, told, unreached, due_at)
   WHERE standing.person_id = row.person_id`;
