import type pg from 'pg';
import { Seeded } from '../harness/seeded.js';
import { connections } from '../harness/baseline.js';
import { dropIndexes, timed } from '../harness/bulk-load.js';
import { progress } from '../harness/statistics.js';
import { CopyIn, Json } from '../harness/copy-in.js';
import { keysOf, MadePeople, type MadePerson } from './made-people.js';
import { madeVisits, type MadeVisit } from './made-visits.js';
import { MadeTags } from './made-tags.js';

const TABLES = ['person', 'person_identifier', 'person_tagging', 'person_decision', 'encounter', 'contact'];
/** What a person adds to a table. */
type Rows = (copy: CopyIn, person: MadePerson, visits: MadeVisit[], index: number) => Promise<void>;

/** Fills an empty database of apps/patients. @param adminUrl a superuser's, of that database */
export async function loadPeople(adminUrl: string, people: number): Promise<void> {
  const all = await connections(adminUrl, TABLES.length);
  const [client] = all.clients as [pg.Client];
  try {
    const indexes = await dropIndexes(client, TABLES);
    const tags = await MadeTags.read(client);
    await timed('rows', () => copyAll(all.clients, people, rowsOf(tags)));
    await client.query(`SET max_parallel_maintenance_workers = 2`);
    for (const { name, definition } of indexes) await timed(`index ${name}`, () => client.query(definition));
    await timed('vacuum', () => client.query(`VACUUM (ANALYZE, FREEZE) ${TABLES.join(', ')}`));
  } finally {
    await all.end();
  }
}

function rowsOf(tags: MadeTags): [table: string, columns: string[], rows: Rows][] {
  return [
    ['person', PERSON, (copy, person) => copy.add(personRow(person))],
    [
      'person_identifier',
      ['issuer', 'value', 'type', 'person_id'],
      (copy, { id }, _, index) => copy.add({ issuer: 'DEMO-HIS', value: numberOf(index), type: 'MR', person_id: id }),
    ],
    [
      'person_tagging',
      ['person_id', 'tags', 'district', 'due_at'],
      (copy, person, visits) => copy.add(taggingRow(person, tags.of(person, visits))),
    ],
    ['person_decision', DECISION, copyDecision],
    ['encounter', ENCOUNTER, copyVisits],
    ['contact', CONTACT, copyContacts],
  ];
}

/** Each table by a connection of its own: a COPY has one to itself. */
async function copyAll(clients: pg.Client[], people: number, tables: [string, string[], Rows][]): Promise<void> {
  // Neither foreign keys nor triggers: nobody falls due for tags and duplicates.
  for (const client of clients) await client.query(`SET session_replication_role = replica`);
  const copies = tables.map(([table, columns, rows], nth) => {
    return { table, rows, copy: CopyIn.open(clients[nth] as pg.Client, table, columns) };
  });
  const made = new MadePeople(people);
  const random = new Seeded(7);
  for (let index = 0; index < people; index += 1) {
    const person = made.make(index);
    const visits = madeVisits(random, new Date(person.createdAt));
    for (const { rows, copy } of copies) await rows(copy, person, visits, index);
    if (index % 100_000 === 99_999) progress(`${index + 1} people`);
  }
  await Promise.all(copies.map(({ copy }) => copy.end()));
  for (const { table, copy } of copies) progress(`${copy.rows} rows of ${table}`);
}

export function numberOf(index: number): string {
  return `MR${String(index).padStart(8, '0')}`;
}

const PERSON =
  'id version merged_into name sex birth_date national_id phones address deceased told_at name_text name_grams name_readings phone_keys allowed_purposes states created_at updated_at'.split(
    ' ',
  );

function personRow({ id, name, sex, phone, address, deceased, mergedInto, createdAt, ...person }: MadePerson) {
  const { text, grams, readings } = keysOf(name);
  const parts = ['name', 'sex', 'birthDate', 'phones', 'address', ...(person.nationalId ? ['nationalId'] : [])];
  return {
    ...{ id, version: 1, merged_into: mergedInto, name, sex, birth_date: person.birthDate },
    ...{ national_id: person.nationalId, phones: new Json([{ raw: phone.slice(3), e164: phone }]), address, deceased },
    told_at: new Json(Object.fromEntries(parts.map((part) => [part, createdAt]))),
    ...{ name_text: text, name_grams: grams, name_readings: readings, phone_keys: [phone] },
    ...{ allowed_purposes: person.purposes, states: [] },
    ...{ created_at: createdAt, updated_at: createdAt },
  };
}

/** Settled; a birthday within the run would only disturb it. */
function taggingRow({ id, district, mergedInto }: MadePerson, tags: string[]) {
  return { person_id: id, tags: mergedInto ? [] : tags, district, due_at: mergedInto ? null : '2099-01-01T00:00:00Z' };
}

const DECISION = ['id', 'person_id', 'topic', 'holds', 'decided_at', 'recorded_at', 'channel', 'legal_basis'];

async function copyDecision(copy: CopyIn, { id, purposes, createdAt }: MadePerson): Promise<void> {
  for (const [nth, topic] of purposes.slice(2).entries()) {
    const said = { topic, holds: true, decided_at: createdAt, recorded_at: createdAt, channel: 'phone' };
    await copy.add({ id: childId(id, 'd', nth), person_id: id, ...said, legal_basis: 'consent' });
  }
}

const ENCOUNTER =
  'id patient_id partner visit_number version class status begun_as department_code department_name doctor_code doctor_name diagnoses procedures admitted_at discharged_at discharge_number began_at created_at updated_at'.split(
    ' ',
  );

async function copyVisits(copy: CopyIn, { id }: MadePerson, visits: MadeVisit[], index: number): Promise<void> {
  for (const [nth, { class: kind, department, diagnoses, beganAt, endedAt }] of visits.entries()) {
    const isStay = kind === 'inpatient';
    await copy.add({
      ...{ id: childId(id, 'e', nth), patient_id: id, partner: 'demo-his', visit_number: `V${numberOf(index)}-${nth}` },
      ...{ version: 2, class: kind, status: 'finished', begun_as: isStay ? 'admitted' : 'registered' },
      ...{ department_code: department[0], department_name: department[1], doctor_code: `D${(index * 7 + nth) % 400}` },
      ...{
        doctor_name: '王医生',
        diagnoses: new Json(diagnoses),
        procedures: new Json([]),
        admitted_at: beganAt,
        discharged_at: endedAt,
      },
      ...{ discharge_number: isStay ? 1 : 0, began_at: beganAt, created_at: beganAt, updated_at: endedAt },
    });
  }
}

const CONTACT = [
  'event_id',
  'person_id',
  'kind',
  'what',
  'at',
  'step',
  'outcome',
  'subject_id',
  'parent_id',
  'encounter_id',
];

/** A task of a plan for each stay, opened and done. */
async function copyContacts(copy: CopyIn, { id }: MadePerson, visits: MadeVisit[]): Promise<void> {
  for (const [nth, { class: kind, endedAt }] of visits.entries()) {
    if (kind !== 'inpatient') continue;
    const task = {
      subject_id: childId(id, 'a', nth),
      parent_id: childId(id, 'b', nth),
      encounter_id: childId(id, 'e', nth),
    };
    const said = { person_id: id, kind: 'follow-up', step: 'visit-1', ...task };
    const opened = { what: 'follow-up.task.opened', at: endedAt, outcome: null };
    await copy.add({ event_id: childId(id, 'c', nth), ...said, ...opened });
    const done = {
      what: 'follow-up.task.completed',
      at: new Date(endedAt.getTime() + 400_000_000),
      outcome: 'reached',
    };
    await copy.add({ event_id: childId(id, 'f', nth), ...said, ...done });
  }
}

/** The last digits of a made person's id are zeros: room for those of what belongs to the person. */
function childId(personId: string, kind: string, nth: number): string {
  return `${personId.slice(0, -3)}${kind}${nth.toString(16).padStart(2, '0')}`;
}
