import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANNELS = (values: string) => [
  'ALTER TABLE questionnaire_response DROP CONSTRAINT questionnaire_response_channel_check',
  `ALTER TABLE questionnaire_response
     ADD CONSTRAINT questionnaire_response_channel_check CHECK (channel IN (${values}))`,
];

/** Answers may come by the link printed on the settlement sheet, and the surveys of a stay are found (FU-10). */
export class PrintSurveyLinks1767351000090 implements MigrationInterface {
  readonly name = 'PrintSurveyLinks1767351000090';

  async up(runner: QueryRunner): Promise<void> {
    const statements = CHANNELS(`'phone', 'link', 'on-site', 'letter', 'settlement-sheet'`);
    for (const statement of statements) await runner.query(statement);
    await runner.query(`CREATE INDEX task_survey_of_stay ON task (encounter_id) WHERE kind = 'survey'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX task_survey_of_stay');
    await runner.query(`UPDATE questionnaire_response SET channel = 'link' WHERE channel = 'settlement-sheet'`);
    for (const statement of CHANNELS(`'phone', 'link', 'on-site', 'letter'`)) await runner.query(statement);
  }
}
