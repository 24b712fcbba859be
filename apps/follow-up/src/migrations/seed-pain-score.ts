import type { MigrationInterface, QueryRunner } from 'typeorm';
import { painScoreV1 } from '../questionnaires/standard/pain-score.v1.js';
import { removeQuestionnaires, seedQuestionnaire } from './seed-questionnaires.js';

export class SeedPainScore1764000300001 implements MigrationInterface {
  readonly name = 'SeedPainScore1764000300001';

  async up(runner: QueryRunner): Promise<void> {
    await seedQuestionnaire(runner, 'pain-score', painScoreV1);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeQuestionnaires(runner, ['pain-score']);
  }
}
