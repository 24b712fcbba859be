import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePatients1764000000000 implements MigrationInterface {
  readonly name = 'CreatePatients1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PEOPLE, ...ENCOUNTERS, ...REPORTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['his_report', 'encounter', 'person_merge', 'person_identifier', 'person']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const PEOPLE = [
  // The survivor of a merge may be made later in the same transaction than the record that is retired into it.
  `CREATE TABLE person (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    merged_into uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED CHECK (merged_into <> id),
    name text,
    sex text CHECK (sex IN ('male', 'female', 'other', 'unknown')),
    birth_date text CHECK (birth_date ~ '^\\d{4}(-\\d{2}){0,2}$'),
    national_id text,
    document_type text,
    document_number text,
    phones jsonb NOT NULL,
    address text,
    deceased boolean NOT NULL,
    deceased_at timestamptz,
    told_at jsonb NOT NULL,
    name_text text NOT NULL,
    name_grams text[] NOT NULL,
    name_readings text[] NOT NULL,
    phone_keys text[] NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
  // One living record a national ID, also when two messages about a newcomer are handled at once.
  `CREATE UNIQUE INDEX person_national_id_once ON person (national_id)
    WHERE merged_into IS NULL AND national_id IS NOT NULL`,
  `CREATE INDEX person_national_id ON person (national_id) WHERE national_id IS NOT NULL`,
  `CREATE INDEX person_document ON person (document_number) WHERE document_number IS NOT NULL`,
  `CREATE INDEX person_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL`,
  // Without fastupdate no search has to read through, and no report to clear away, a list of pending entries.
  `CREATE INDEX person_search ON person USING gin (name_grams, name_readings, phone_keys) WITH (fastupdate = off)`,
  `CREATE TABLE person_identifier (
    issuer text NOT NULL,
    value text NOT NULL,
    type text,
    person_id uuid NOT NULL REFERENCES person,
    PRIMARY KEY (issuer, value)
  )`,
  `CREATE INDEX person_identifier_value ON person_identifier (value)`,
  `CREATE INDEX person_identifier_person ON person_identifier (person_id)`,
  `CREATE TABLE person_merge (
    id uuid PRIMARY KEY,
    survivor_id uuid NOT NULL,
    retired_id uuid NOT NULL,
    cause text NOT NULL,
    survivor_before jsonb NOT NULL,
    merged_at timestamptz NOT NULL
  )`,
  `CREATE INDEX person_merge_retired ON person_merge (retired_id)`,
];

const ENCOUNTERS = [
  `CREATE TABLE encounter (
    id uuid PRIMARY KEY,
    patient_id uuid NOT NULL REFERENCES person,
    partner text NOT NULL,
    visit_number text NOT NULL,
    version int NOT NULL,
    class text NOT NULL,
    status text NOT NULL CHECK (status IN ('planned', 'in-progress', 'finished', 'cancelled')),
    begun_as text CHECK (begun_as IN ('admitted', 'registered')),
    department_code text,
    department_name text,
    ward text,
    bed text,
    doctor_code text,
    doctor_name text,
    disposition text,
    diagnoses jsonb NOT NULL,
    procedures jsonb NOT NULL,
    admitted_at timestamptz,
    discharged_at timestamptz,
    discharge_number int NOT NULL,
    moved_at timestamptz,
    discharge_reported_at timestamptz,
    undone_at timestamptz,
    described_at timestamptz,
    began_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (partner, visit_number)
  )`,
  `CREATE INDEX encounter_timeline ON encounter (patient_id, began_at, id)`,
];

const REPORTS = [
  `CREATE TABLE his_report (
    id uuid PRIMARY KEY,
    subject text NOT NULL,
    message_id uuid NOT NULL,
    partner text NOT NULL,
    record_key text NOT NULL,
    visit_number text,
    event_time timestamptz NOT NULL,
    handled_at timestamptz NOT NULL,
    remark text
  )`,
  `CREATE INDEX his_report_record ON his_report (record_key, event_time)`,
  `CREATE INDEX his_report_handled ON his_report USING brin (handled_at)`,
];
