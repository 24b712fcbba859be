import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DEFAULT_TAGS } from '../tags/default-tags.js';

/**
 * ADR 52. Whatever writes a record or a visit — a report, an agent, an import, a merge, its undoing — makes the tags of
 * the person due: the triggers are here so that no writer can forget it.
 */
export class CreateTags1766400000052 implements MigrationInterface {
  readonly name = 'CreateTags1766400000052';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TRIGGERS]) await runner.query(statement);
    await runner.query(SEED, [JSON.stringify(DEFAULT_TAGS)]);
    await runner.query(`INSERT INTO person_tagging (person_id, due_at)
      SELECT id, CASE WHEN merged_into IS NULL THEN updated_at END FROM person`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['person', 'encounter']) {
      await runner.query(`DROP TRIGGER ${table}_tags_due ON ${table}`);
      await runner.query(`DROP FUNCTION ${table}_tags_due`);
    }
    await runner.query('DROP TABLE person_tag_word, person_tagging, tag');
  }
}

const TABLES = [
  `CREATE TABLE tag (
    code text PRIMARY KEY,
    dimension text NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    rule jsonb,
    version int NOT NULL DEFAULT 1,
    retired boolean NOT NULL DEFAULT false
  )`,
  `CREATE TABLE person_tag_word (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    tag text NOT NULL REFERENCES tag,
    says text NOT NULL CHECK (says IN ('applies', 'does-not-apply', 'by-rule')),
    origin text NOT NULL CHECK (origin IN ('hand', 'rule')),
    reason text,
    recorded_at timestamptz NOT NULL,
    recorded_by text
  )`,
  'CREATE INDEX person_tag_word_of ON person_tag_word (person_id, recorded_at, id)',
  // Beside the record, not in it: tags change without the record's version, and its search index is dear to rewrite.
  `CREATE TABLE person_tagging (
    person_id uuid PRIMARY KEY REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    tags text[] NOT NULL DEFAULT '{}',
    district text,
    due_at timestamptz
  )`,
  'CREATE INDEX person_tagging_due ON person_tagging (due_at) WHERE due_at IS NOT NULL',
  'CREATE INDEX person_tagging_tags ON person_tagging USING gin (tags)',
  'CREATE INDEX person_tagging_district ON person_tagging (district) WHERE district IS NOT NULL',
];

const SEED = `
  INSERT INTO tag (code, dimension, zh, en, rule)
  SELECT code, dimension, zh, en, nullif(rule, 'null')
    FROM jsonb_to_recordset($1::jsonb) AS t (code text, dimension text, zh text, en text, rule jsonb)`;

/**
 * The times are those of the rows, which are the service's clock. A row that is due already is locked and not written
 * again: the settling waits for the transaction and sees it, and ten thousand visits of one person leave no chain of
 * versions.
 */
const MAKE_DUE = `ON CONFLICT (person_id) DO UPDATE SET due_at = excluded.due_at
    WHERE t.due_at IS NULL OR t.due_at > excluded.due_at`;

const TRIGGERS = [
  `CREATE FUNCTION person_tags_due() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO person_tagging AS t (person_id, due_at)
    SELECT DISTINCT id, NEW.updated_at FROM unnest(ARRAY[NEW.id, NEW.merged_into]) AS touched (id) WHERE id IS NOT NULL
     ORDER BY id
    ${MAKE_DUE};
    IF TG_OP = 'UPDATE' AND OLD.merged_into IS NOT NULL THEN
      UPDATE person_tagging SET due_at = NEW.updated_at WHERE person_id = OLD.merged_into;
    END IF;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER person_tags_due AFTER INSERT OR UPDATE OF birth_date, deceased, address, merged_into ON person
    FOR EACH ROW EXECUTE FUNCTION person_tags_due()`,
  `CREATE FUNCTION encounter_tags_due() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO person_tagging AS t (person_id, due_at) VALUES (NEW.patient_id, NEW.updated_at)
    ${MAKE_DUE};
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER encounter_tags_due AFTER INSERT OR UPDATE OF status, diagnoses ON encounter
    FOR EACH ROW EXECUTE FUNCTION encounter_tags_due()`,
];
