import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE survey_rule (
     id uuid PRIMARY KEY,
     name text NOT NULL,
     questionnaire_code text COLLATE "C" NOT NULL,
     trigger text NOT NULL CHECK (trigger IN ('discharge', 'outpatient-visit')),
     departments text[],
     share numeric(5, 2) NOT NULL CHECK (share BETWEEN 0 AND 100),
     mode text NOT NULL CHECK (mode IN ('call', 'form')),
     after_days integer NOT NULL,
     rest_days integer NOT NULL,
     active boolean NOT NULL,
     created_at timestamptz NOT NULL,
     version integer NOT NULL
   )`,
  `CREATE TABLE survey_draw (
     id uuid PRIMARY KEY,
     rule_id uuid NOT NULL REFERENCES survey_rule (id),
     encounter_id uuid NOT NULL,
     patient_id uuid NOT NULL,
     drawn_at timestamptz NOT NULL,
     left_out text,
     withdrawn boolean NOT NULL DEFAULT false,
     task_id uuid,
     CONSTRAINT survey_draw_once UNIQUE (rule_id, encounter_id)
   )`,
  'CREATE INDEX survey_draw_rule ON survey_draw (rule_id, drawn_at)',
  'CREATE INDEX survey_draw_patient ON survey_draw (patient_id, drawn_at)',
  'CREATE INDEX survey_draw_encounter ON survey_draw (encounter_id)',
];

/** Who is asked about a visit, by what rule (FU-10). */
export class DrawSurveys1764000500001 implements MigrationInterface {
  readonly name = 'DrawSurveys1764000500001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE survey_draw, survey_rule');
  }
}
