import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SENSITIVE_TERMS } from '../results/default-sensitive-terms.js';

/** Results and drugs with every report that was made of them (ADR 61). Each row has the person's id: erasure finds it. */
export class KeepResults1767091200061 implements MigrationInterface {
  readonly name = 'KeepResults1767091200061';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...RESULTS, ...MEDICATIONS, ...SENSITIVE]) await runner.query(statement);
    const columns = ['kind', 'term', 'meaning_zh', 'meaning_en'] as const;
    await runner.query(
      `INSERT INTO sensitive_term (${columns.join(', ')})
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
      columns.map((_, index) => SENSITIVE_TERMS.map((row) => row[index])),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION is_sensitive');
    await runner.query(
      'DROP TABLE result_text, result_version, result, medication_version, medication, sensitive_term',
    );
  }
}

const RESULTS = [
  `CREATE TABLE result (
    id uuid PRIMARY KEY,
    patient_id uuid NOT NULL,
    partner text NOT NULL,
    order_number text NOT NULL,
    service text NOT NULL,
    placer_number text,
    code text,
    name text,
    kind text NOT NULL,
    status text NOT NULL CHECK (status IN ('preliminary', 'final', 'corrected', 'withdrawn')),
    abnormality text NOT NULL CHECK (abnormality IN ('normal', 'abnormal', 'critical')),
    section text,
    visit_number text,
    observed_at timestamptz NOT NULL,
    reported_at timestamptz NOT NULL,
    observations jsonb NOT NULL,
    impression text,
    text_version uuid,
    codes text[] NOT NULL,
    words text NOT NULL,
    version int NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
  // One number of a laboratory may stand for two people, where it was reported for the wrong one first.
  `CREATE UNIQUE INDEX result_once ON result (partner, order_number, service, patient_id)`,
  `CREATE INDEX result_of ON result (patient_id, observed_at, id)`,
  `CREATE TABLE result_version (
    id uuid PRIMARY KEY,
    result_id uuid NOT NULL REFERENCES result ON DELETE CASCADE,
    patient_id uuid NOT NULL,
    message_id uuid NOT NULL,
    number int NOT NULL,
    arrival bigint GENERATED ALWAYS AS IDENTITY,
    told_at timestamptz NOT NULL,
    handled_at timestamptz NOT NULL,
    status text NOT NULL,
    content jsonb NOT NULL,
    text text,
    text_parts int NOT NULL,
    UNIQUE (message_id, number)
  )`,
  `CREATE INDEX result_version_of ON result_version (result_id)`,
  `CREATE INDEX result_version_patient ON result_version (patient_id)`,
  `CREATE TABLE result_text (
    version_id uuid NOT NULL REFERENCES result_version ON DELETE CASCADE,
    part int NOT NULL,
    patient_id uuid NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (version_id, part)
  )`,
  `CREATE INDEX result_text_patient ON result_text (patient_id)`,
];

const MEDICATIONS = [
  `CREATE TABLE medication (
    id uuid PRIMARY KEY,
    patient_id uuid NOT NULL,
    partner text NOT NULL,
    order_number text NOT NULL,
    drug text NOT NULL,
    code text,
    name text,
    "use" text,
    dose text,
    dose_unit text,
    form text,
    route text,
    frequency text,
    instructions text,
    quantity text,
    quantity_unit text,
    refills int,
    doctor_code text,
    doctor_name text,
    visit_number text,
    stop_reason text,
    stopped_at timestamptz,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz,
    dispensed_at timestamptz,
    reported_at timestamptz NOT NULL,
    version int NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
  `CREATE UNIQUE INDEX medication_once ON medication (partner, order_number, drug, patient_id)`,
  `CREATE INDEX medication_of ON medication (patient_id, starts_at, id)`,
  // By order and not by medication: a stop may come before its order, and may be of all drugs of it.
  `CREATE TABLE medication_version (
    id uuid PRIMARY KEY,
    patient_id uuid NOT NULL,
    partner text NOT NULL,
    order_number text NOT NULL,
    drug text,
    message_id uuid NOT NULL,
    number int NOT NULL,
    arrival bigint GENERATED ALWAYS AS IDENTITY,
    told_at timestamptz NOT NULL,
    handled_at timestamptz NOT NULL,
    action text NOT NULL CHECK (action IN ('ordered', 'dispensed', 'stopped')),
    content jsonb NOT NULL,
    UNIQUE (message_id, number)
  )`,
  `CREATE INDEX medication_version_of ON medication_version (partner, order_number)`,
  `CREATE INDEX medication_version_patient ON medication_version (patient_id)`,
];

const SENSITIVE = [
  `CREATE TABLE sensitive_term (
    kind text NOT NULL CHECK (kind IN ('code', 'word', 'department')),
    term text NOT NULL CHECK (term <> ''),
    meaning_zh text NOT NULL,
    meaning_en text NOT NULL,
    PRIMARY KEY (kind, term)
  )`,
  `CREATE FUNCTION is_sensitive(codes text[], words text, department text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM sensitive_term WHERE
         kind = 'word' AND strpos(lower(words), lower(term)) > 0
      OR kind = 'department' AND starts_with(department, term)
      OR kind = 'code' AND EXISTS (SELECT FROM unnest(codes) AS code WHERE starts_with(upper(code), upper(term))))
  $$`,
];
