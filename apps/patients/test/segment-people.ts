import { CHANNELS, CONSENT_PURPOSES, ENCOUNTER_CLASSES, LIFECYCLE_STAGES, PERSON_STATES, SEXES } from '#contracts';
import { newId } from '#platform';
import type { TestService } from '#testing';
import { Temporal } from 'temporal-polyfill';
import type {
  SegmentContacts,
  SegmentFact,
  SegmentFilter,
  SegmentOccasions,
  SegmentVisits,
} from '../src/segments/segment-filter.js';
import { ageOn } from '../src/tags/tag.rules.js';

interface SomeVisit {
  id: string;
  patientId: string;
  class: string;
  status: string;
  department: string | null;
  codes: string[];
  began: string;
}
interface SomeContact {
  id: string;
  patientId: string;
  what: string;
  channel: string | null;
  outcome: string | null;
  at: string;
}
interface SomePerson {
  id: string;
  mergedInto: string | null;
  sex: string | null;
  birthDate: string | null;
  deceased: boolean;
  purposes: string[];
  states: string[];
  tags: string[];
  district: string | null;
  /** Null: has no row, as who never came. */
  stage: string | null;
}
export interface Everybody {
  people: SomePerson[];
  visits: SomeVisit[];
  contacts: SomeContact[];
  today: Temporal.PlainDate;
  now: Date;
}

const DAY_MS = 86_400_000;

/**
 * The same people each time, with birth dates around today's day, some merged into others. What happened, happened half a
 * day from this hour: the service asks a moment later than the test.
 */
export function somePeople(now: Date): Everybody {
  let state = 7;
  const upTo = (count: number) => (state = (state * 48_271) % 2_147_483_647) % count;
  const one = <T>(of: readonly T[]): T => of[upTo(of.length)] as T;
  const some = <T>(of: readonly T[]): T[] => of.filter(() => upTo(2) === 0);
  const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
  const born = () =>
    today
      .subtract({ years: upTo(90) })
      .add({ days: upTo(3) - 1 })
      .toString()
      .slice(0, one([4, 7, 10, 10]));
  const people: SomePerson[] = [];
  for (let count = 0; count < 200; count += 1) {
    people.push({
      id: newId(),
      mergedInto: upTo(5) === 0 ? (people.at(-1)?.id ?? null) : null,
      sex: one([...SEXES, null]),
      birthDate: upTo(6) === 0 ? null : born(),
      deceased: upTo(8) === 0,
      purposes: some(CONSENT_PURPOSES),
      states: some(PERSON_STATES),
      tags: some(['age.60-69', 'emotion.calm', 'disease.gout']),
      district: one(['南山区', '福田区', null]),
      stage: one([...LIFECYCLE_STAGES, 'none', null]),
    });
  }
  const visits = Array.from({ length: 500 }, () => ({
    id: newId(),
    patientId: one(people).id,
    class: one(ENCOUNTER_CLASSES),
    status: one(['planned', 'in-progress', 'finished', 'cancelled']),
    department: one(['03', '04', null]),
    codes: some(['I10.x00', 'E11.9', 'e10', 'J45']),
    began: new Date(Date.UTC(2025, upTo(12), 1 + upTo(28)) + ((now.getTime() + DAY_MS / 2) % DAY_MS)).toISOString(),
  }));
  const contacts = Array.from({ length: 400 }, () => ({
    id: newId(),
    patientId: one(people).id,
    what: one(['follow-up.task.opened', 'follow-up.task.completed']),
    channel: one([...CHANNELS.slice(0, 3), null]),
    outcome: one(['reached', 'no-answer', null]),
    at: new Date(now.getTime() - (upTo(400) + 0.5) * DAY_MS).toISOString(),
  }));
  return { people, visits, contacts, today, now };
}

/** Writes them as they are, with tags that no rule gives. */
export async function settleAs(hospital: TestService, { people, visits, contacts }: Everybody): Promise<void> {
  await hospital.source.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO person (id, version, merged_into, name, sex, birth_date, phones, deceased, allowed_purposes, states,
                           told_at, name_text, name_grams, name_readings, phone_keys, created_at, updated_at)
       SELECT id, 1, "mergedInto", '王伟', sex, "birthDate", '[]', deceased, purposes, states, '{}', '', '{}', '{}', '{}', $2, $2
         FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, "mergedInto" uuid, sex text, "birthDate" text,
              deceased boolean, purposes text[], states text[])`,
      [JSON.stringify(people), hospital.clock.now()],
    );
    await tx.query(
      `INSERT INTO encounter (id, patient_id, partner, visit_number, version, class, status, department_code, diagnoses,
                              procedures, discharge_number, began_at, created_at, updated_at)
       SELECT id, "patientId", 'demo', id::text, 1, class, status, department,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('code', c)), '[]') FROM unnest(codes) c), '[]', 0, began, $2, $2
         FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, "patientId" uuid, class text, status text, department text,
              codes text[], began timestamptz)`,
      [JSON.stringify(visits), hospital.clock.now()],
    );
    await tx.query(
      `INSERT INTO contact (event_id, person_id, kind, what, channel, outcome, at, subject_id)
       SELECT id, "patientId", 'follow-up', what, channel, outcome, at, id
         FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, "patientId" uuid, what text, channel text, outcome text,
              at timestamptz)`,
      [JSON.stringify(contacts)],
    );
    // A stage that is settled later would have the tags given anew.
    await tx.query('DELETE FROM person_lifecycle');
    await tx.query(
      `INSERT INTO person_lifecycle (person_id, stage) SELECT id, stage FROM jsonb_to_recordset($1::jsonb)
         AS p (id uuid, stage text) WHERE stage IS NOT NULL`,
      [JSON.stringify(people)],
    );
    await tx.query(
      `UPDATE person_tagging t SET due_at = NULL, tags = p.tags, district = p.district
         FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, tags text[], district text) WHERE p.id = t.person_id`,
      [JSON.stringify(people)],
    );
  });
}

/** What a filter means, said once more and without SQL. */
export function isIn(filter: SegmentFilter, person: SomePerson, all: Everybody): boolean {
  if (filter.kind === 'not') return !isIn(filter.part, person, all);
  if (filter.kind === 'visits') return hasVisits(filter.visits, person, all);
  if (filter.kind === 'contacts') return hasContacts(filter.contacts, person, all);
  if (filter.kind === 'fact') return hasFact(filter, person, all.today);
  const holds = filter.parts.map((part) => isIn(part, person, all));
  return filter.kind === 'and' ? holds.every(Boolean) : holds.some(Boolean);
}

function hasFact(filter: SegmentFact, person: SomePerson, today: Temporal.PlainDate): boolean {
  const age = ageOn(person.birthDate, today);
  switch (filter.fact) {
    case 'tag':
      return filter.values.every((value) => person.tags.includes(value));
    case 'purpose':
      return filter.values.every((value) => person.purposes.includes(value));
    case 'state':
      return filter.values.every((value) => person.states.includes(value));
    case 'sex':
      return person.sex !== null && filter.values.includes(person.sex);
    case 'district':
      return person.district !== null && filter.values.includes(person.district);
    case 'stage':
      return !person.deceased && filter.values.includes(person.stage ?? 'lead');
    case 'deceased':
      return person.deceased === filter.holds;
    case 'age':
      return age !== null && (filter.op === 'ge' ? age >= filter.years : age <= filter.years);
  }
}

function hasVisits(asked: SegmentVisits, person: SomePerson, all: Everybody): boolean {
  const mine = all.visits.filter(
    (visit) =>
      answering(visit.patientId, all) === person.id &&
      visit.status !== 'cancelled' &&
      (asked.class === undefined || visit.class === asked.class) &&
      (asked.department === undefined || visit.department === asked.department) &&
      (asked.diagnosis === undefined || visit.codes.some((c) => c.toUpperCase().startsWith(asked.diagnosis ?? ''))) &&
      isWhen(new Date(visit.began), asked, all),
  );
  return isOften(mine.length, asked);
}

function hasContacts(asked: SegmentContacts, person: SomePerson, all: Everybody): boolean {
  const mine = all.contacts.filter(
    (contact) =>
      answering(contact.patientId, all) === person.id &&
      (asked.kind === undefined || asked.kind === 'follow-up') &&
      (asked.what === undefined || contact.what === asked.what) &&
      (asked.channel === undefined || contact.channel === asked.channel) &&
      (asked.outcome === undefined || contact.outcome === asked.outcome) &&
      isWhen(new Date(contact.at), asked, all),
  );
  return isOften(mine.length, asked);
}

function answering(id: string, all: Everybody): string {
  const into = all.people.find((each) => each.id === id)?.mergedInto;
  return into ? answering(into, all) : id;
}

function isWhen(at: Date, { from, before, days }: SegmentOccasions, { now }: Everybody): boolean {
  const since = days === undefined ? undefined : new Date(now.getTime() - days * DAY_MS);
  return (from === undefined || at >= from) && (before === undefined || at < before) && (!since || at >= since);
}

function isOften(count: number, { atLeast, atMost }: SegmentOccasions): boolean {
  return count >= atLeast && (atMost === null || count <= atMost);
}
