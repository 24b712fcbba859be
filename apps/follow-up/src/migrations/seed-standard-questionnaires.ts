import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STANDARD_QUESTIONNAIRES } from '../questionnaires/standard/standard-questionnaires.js';
import { removeQuestionnaires, seedQuestionnaire } from './seed-questionnaires.js';

export class SeedStandardQuestionnaires1764000300002 implements MigrationInterface {
  readonly name = 'SeedStandardQuestionnaires1764000300002';

  async up(runner: QueryRunner): Promise<void> {
    for (const [code, definition] of Object.entries(STANDARD_QUESTIONNAIRES))
      await seedQuestionnaire(runner, code, definition);
    await runner.query('CREATE INDEX response_flag_raised ON response_flag (raised_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX response_flag_raised');
    await removeQuestionnaires(runner, Object.keys(STANDARD_QUESTIONNAIRES));
  }
}
