import type { MigrationInterface, QueryRunner } from 'typeorm';
import { descendantsOf } from '../people/families.js';

/**
 * ADR 56. Who gets the messages about somebody follows from the records of a whole family. Whatever writes one of them
 * makes everybody concerned due: the triggers are here so that no writer can forget it.
 */
export class NameRelatives1766572800056 implements MigrationInterface {
  readonly name = 'NameRelatives1766572800056';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER person_family_made ON person');
    await runner.query('DROP TRIGGER person_family_changed ON person');
    await runner.query('DROP FUNCTION person_family_due');
    await runner.query('DROP FUNCTION maybe_a_child');
    await runner.query('DROP TABLE person_relative, person_gift, family_standing');
  }
}

const TABLES = [
  `CREATE TABLE person_relative (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    relative_id uuid REFERENCES person,
    name text,
    phone jsonb,
    relation text NOT NULL,
    guardian boolean NOT NULL,
    kinds text[] NOT NULL,
    consent_by text NOT NULL CHECK (consent_by IN ('patient', 'guardian')),
    from_at timestamptz NOT NULL,
    until_at timestamptz,
    ended_at timestamptz,
    recorded_at timestamptz NOT NULL,
    recorded_by text,
    words jsonb NOT NULL
  )`,
  'CREATE INDEX person_relative_of ON person_relative (person_id, recorded_at, id)',
  'CREATE INDEX person_relative_is ON person_relative (relative_id) WHERE relative_id IS NOT NULL',
  `CREATE TABLE person_gift (
    id uuid PRIMARY KEY,
    buyer_id uuid NOT NULL REFERENCES person,
    beneficiary_id uuid NOT NULL REFERENCES person,
    package_code text,
    package_name text NOT NULL,
    price numeric(10, 2) NOT NULL CHECK (price >= 0),
    price_hidden boolean NOT NULL,
    note text,
    recorded_at timestamptz NOT NULL,
    recorded_by text,
    cancelled_at timestamptz,
    cancelled_by text,
    cancel_reason text
  )`,
  'CREATE INDEX person_gift_given ON person_gift (buyer_id)',
  'CREATE INDEX person_gift_got ON person_gift (beneficiary_id)',
  // Of children and of everybody in a family: what others were told last, and when to look again.
  `CREATE TABLE family_standing (
    person_id uuid PRIMARY KEY REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    told text,
    unreached boolean NOT NULL DEFAULT false,
    due_at timestamptz
  )`,
  'CREATE INDEX family_standing_due ON family_standing (due_at) WHERE due_at IS NOT NULL',
  'CREATE INDEX family_standing_unreached ON family_standing (person_id) WHERE unreached',
];

const TRIGGERS = [
  // Generous: whether somebody is a child is the rules' to say. 21 is the highest age that can be set.
  `CREATE FUNCTION maybe_a_child(birth_date text, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(left(birth_date, 4) >= (extract(year FROM at)::int - 22)::text, false)
  $$`,
  // The times are those of the rows, which are the service's clock. A row that is due already is locked, not written.
  `CREATE FUNCTION person_family_due() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE touched uuid[] := ARRAY[NEW.id, NEW.merged_into];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      -- Nobody can have named it yet.
      IF maybe_a_child(NEW.birth_date, NEW.updated_at) THEN
        INSERT INTO family_standing (person_id, due_at) VALUES (NEW.id, NEW.updated_at);
      END IF;
      RETURN NULL;
    END IF;
    touched := touched || OLD.merged_into;
    IF NOT maybe_a_child(NEW.birth_date, NEW.updated_at)
      AND NOT EXISTS (SELECT FROM family_standing WHERE person_id = ANY (touched)) THEN RETURN NULL; END IF;
    INSERT INTO family_standing AS t (person_id, due_at)
    SELECT id, NEW.updated_at FROM (
      SELECT unnest(touched) AS id
      UNION SELECT person_id FROM person_relative
       WHERE relative_id = ANY (ARRAY(SELECT id FROM (${descendantsOf('SELECT unnest(touched) AS id')}) family))
    ) AS concerned WHERE id IS NOT NULL ORDER BY id
    ON CONFLICT (person_id) DO UPDATE SET due_at = excluded.due_at
      WHERE t.due_at IS NULL OR t.due_at > excluded.due_at;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER person_family_made AFTER INSERT ON person
    FOR EACH ROW WHEN (NEW.birth_date IS NOT NULL AND NEW.merged_into IS NULL) EXECUTE FUNCTION person_family_due()`,
  `CREATE TRIGGER person_family_changed AFTER UPDATE ON person FOR EACH ROW WHEN (
      (OLD.birth_date, OLD.deceased, OLD.states, OLD.allowed_purposes, OLD.merged_into, OLD.phones)
      IS DISTINCT FROM
      (NEW.birth_date, NEW.deceased, NEW.states, NEW.allowed_purposes, NEW.merged_into, NEW.phones))
    EXECUTE FUNCTION person_family_due()`,
];
