import type { EntityManager } from 'typeorm';

/** Whether what a task asks was answered, by whomever and however. */
export async function hasAnswers(tx: EntityManager, taskId: string): Promise<boolean> {
  const answers: unknown[] = await tx.query('SELECT 1 FROM questionnaire_response WHERE task_id = $1 LIMIT 1', [
    taskId,
  ]);
  return answers.length > 0;
}
