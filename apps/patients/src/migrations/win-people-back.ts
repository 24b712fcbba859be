import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * ADR 55. Whatever writes a visit, or what somebody is and allows, makes the lifecycle of the person due, as for tags
 * (ADR 52). The row is locked also where it is due already: a step never passes a withdrawal that is being written.
 */
export class WinPeopleBack1766486400152 implements MigrationInterface {
  readonly name = 'WinPeopleBack1766486400152';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await runner.query(statement);
    await runner.query(`INSERT INTO tag (code, dimension, zh, en, rule)
      VALUES ('spending.churned', 'spending', '流失', 'Churned', '{"kind": "stage", "is": "churned"}')
      ON CONFLICT (code) DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['person', 'encounter']) {
      await runner.query(`DROP TRIGGER ${table}_lifecycle_due ON ${table}`);
      await runner.query(`DROP FUNCTION ${table}_lifecycle_due`);
    }
    await runner.query('DROP FUNCTION living_record');
    await runner.query('DROP TABLE win_back_step, win_back, person_lifecycle');
  }
}

const TABLES = [
  // Beside the record: a stage changes without the record's version. Who has no row never came and is a lead.
  `CREATE TABLE person_lifecycle (
    person_id uuid PRIMARY KEY REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    stage text NOT NULL DEFAULT 'lead'
      CHECK (stage IN ('lead', 'first-visit', 'active', 'revisit-due', 'churned', 'none')),
    due_at timestamptz
  )`,
  'CREATE INDEX person_lifecycle_due ON person_lifecycle (due_at, person_id) WHERE due_at IS NOT NULL',
  `CREATE TABLE win_back (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    started_at timestamptz NOT NULL,
    visit_id uuid NOT NULL,
    absent_since timestamptz NOT NULL,
    step int NOT NULL CHECK (step BETWEEN 1 AND 3),
    step_at timestamptz NOT NULL,
    next_at timestamptz,
    outcome text CHECK (outcome IN ('visited', 'answered', 'no-answer', 'consent-withdrawn', 'do-not-contact', 'cured',
      'deceased', 'merged', 'not-churned')),
    ended_at timestamptz,
    answer text CHECK (answer IN ('accepted', 'will-come', 'declined', 'no-interest')),
    answer_channel text,
    answer_note text,
    answered_by text,
    returned_at timestamptz,
    CHECK ((outcome IS NULL) = (ended_at IS NULL) AND (outcome IS NULL) = (next_at IS NOT NULL)),
    UNIQUE (person_id, visit_id)
  )`,
  // The rules keep it to one a person; this keeps it to one a record whatever the rules say.
  'CREATE UNIQUE INDEX win_back_open_once ON win_back (person_id) WHERE outcome IS NULL',
  'CREATE INDEX win_back_open_by_step ON win_back (step) WHERE outcome IS NULL',
  'CREATE INDEX win_back_next ON win_back (next_at, id) WHERE outcome IS NULL',
  'CREATE INDEX win_back_started ON win_back (started_at, id)',
  `CREATE TABLE win_back_step (
    win_back_id uuid NOT NULL REFERENCES win_back ON DELETE CASCADE,
    step int NOT NULL,
    offer text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (win_back_id, step)
  )`,
];

/** A visit is due under the record that answers for it: a settlement then needs no row but those it claimed. */
const TRIGGERS = [
  `CREATE FUNCTION living_record(record uuid) RETURNS uuid LANGUAGE plpgsql AS $$
  DECLARE survivor uuid;
  BEGIN
    LOOP
      SELECT merged_into INTO survivor FROM person WHERE id = record;
      IF survivor IS NULL THEN RETURN record; END IF;
      record := survivor;
    END LOOP;
  END $$`,
  `CREATE FUNCTION encounter_lifecycle_due() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO person_lifecycle AS l (person_id, due_at) VALUES (living_record(NEW.patient_id), NEW.updated_at)
    ON CONFLICT (person_id) DO UPDATE SET due_at = excluded.due_at
      WHERE l.due_at IS NULL OR l.due_at > excluded.due_at;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER encounter_lifecycle_due AFTER INSERT OR UPDATE OF status, class, began_at, discharged_at ON encounter
    FOR EACH ROW EXECUTE FUNCTION encounter_lifecycle_due()`,
  `CREATE FUNCTION person_lifecycle_due() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.merged_into IS DISTINCT FROM NEW.merged_into THEN
      INSERT INTO person_lifecycle AS l (person_id, due_at)
      SELECT DISTINCT id, NEW.updated_at
        FROM unnest(ARRAY[NEW.id, living_record(NEW.merged_into), living_record(OLD.merged_into)]) AS touched (id)
       WHERE id IS NOT NULL ORDER BY id
      ON CONFLICT (person_id) DO UPDATE SET due_at = least(l.due_at, excluded.due_at);
    ELSE
      UPDATE person_lifecycle SET due_at = least(due_at, NEW.updated_at) WHERE person_id = NEW.id;
    END IF;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER person_lifecycle_due AFTER UPDATE OF deceased, states, allowed_purposes, merged_into ON person
    FOR EACH ROW WHEN ((OLD.deceased, OLD.states, OLD.allowed_purposes, OLD.merged_into)
      IS DISTINCT FROM (NEW.deceased, NEW.states, NEW.allowed_purposes, NEW.merged_into))
    EXECUTE FUNCTION person_lifecycle_due()`,
];
