import { newId } from '#platform';
import type { QueryRunner } from 'typeorm';
import type { QuestionnaireDefinition } from '../questionnaires/questionnaire.rules.js';

/** Publishes the first version of a questionnaire that the product brings along. */
export async function seedQuestionnaire(
  runner: QueryRunner,
  code: string,
  definition: QuestionnaireDefinition,
): Promise<void> {
  await runner.query(
    `INSERT INTO questionnaire (id, code, version, title_zh, title_en, status, definition, created_at, published_at, revision)
     VALUES ($1, $2, 1, $3, $4, 'published', $5, $6, $6, 1)`,
    [newId(), code, definition.titleZh, definition.titleEn, JSON.stringify(definition), SEEDED_AT],
  );
}

export async function removeQuestionnaires(runner: QueryRunner, codes: readonly string[]): Promise<void> {
  await runner.query('DELETE FROM questionnaire WHERE version = 1 AND code = ANY ($1)', [codes]);
}

/** The day they were written. */
const SEEDED_AT = '2026-11-22T00:00:00Z';
