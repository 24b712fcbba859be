import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE questionnaire (
     id uuid NOT NULL UNIQUE,
     code text COLLATE "C" NOT NULL,
     version integer NOT NULL,
     title_zh text NOT NULL,
     title_en text NOT NULL,
     status text NOT NULL CHECK (status IN ('draft', 'published', 'retired')),
     definition jsonb NOT NULL,
     created_at timestamptz NOT NULL,
     published_at timestamptz,
     retired_at timestamptz,
     revision integer NOT NULL,
     PRIMARY KEY (code, version)
   )`,
  // No foreign keys: every answer would share-lock its questionnaire, and versions are never deleted.
  `CREATE TABLE questionnaire_response (
     id uuid PRIMARY KEY,
     questionnaire_code text COLLATE "C" NOT NULL,
     questionnaire_version integer NOT NULL,
     patient_id uuid NOT NULL,
     encounter_id uuid,
     plan_id uuid,
     task_id uuid,
     sample_id uuid,
     channel text NOT NULL CHECK (channel IN ('phone', 'link', 'on-site', 'letter')),
     status text NOT NULL CHECK (status IN ('completed', 'amended')),
     amends uuid UNIQUE,
     root_id uuid NOT NULL,
     items jsonb NOT NULL,
     score numeric,
     department_code text,
     staff_member_id uuid,
     recorded_by text,
     recorded_by_name text,
     recorded_at timestamptz NOT NULL
   )`,
  `CREATE TABLE response_score (
     response_id uuid NOT NULL REFERENCES questionnaire_response (id),
     link_id text COLLATE "C" NOT NULL,
     kind text NOT NULL CHECK (kind IN ('question', 'group', 'nps')),
     score numeric NOT NULL,
     PRIMARY KEY (response_id, link_id)
   )`,
  `CREATE TABLE response_flag (
     id uuid PRIMARY KEY,
     response_id uuid NOT NULL REFERENCES questionnaire_response (id),
     root_id uuid NOT NULL,
     flag text COLLATE "C" NOT NULL,
     kind text NOT NULL CHECK (kind IN ('red-flag', 'dissatisfaction', 'wish-to-return', 'gift')),
     link_ids text[] NOT NULL,
     raised_at timestamptz NOT NULL,
     CONSTRAINT response_flag_once UNIQUE (root_id, flag)
   )`,
];

const INDEXES = [
  `CREATE UNIQUE INDEX questionnaire_published ON questionnaire (code) WHERE status = 'published'`,
  `CREATE UNIQUE INDEX questionnaire_draft ON questionnaire (code) WHERE status = 'draft'`,
  'CREATE INDEX response_patient ON questionnaire_response (patient_id)',
  'CREATE INDEX response_list ON questionnaire_response (recorded_at DESC, id DESC)',
  'CREATE INDEX response_asked ON questionnaire_response (questionnaire_code, recorded_at DESC, id DESC)',
  `CREATE UNIQUE INDEX response_of_task ON questionnaire_response (task_id, questionnaire_code)
    WHERE task_id IS NOT NULL AND status = 'completed'`,
  'CREATE INDEX response_flag_response ON response_flag (response_id)',
];

export class CreateQuestionnaires1764000300000 implements MigrationInterface {
  readonly name = 'CreateQuestionnaires1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE response_flag, response_score, questionnaire_response, questionnaire');
  }
}
