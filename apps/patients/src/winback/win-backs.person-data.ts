import { PersonData, removeRows, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

/** What was offered to somebody who stayed away, and what was answered: no part of the medical record. */
@PersonData()
export class WinBacksPersonData implements PersonDataSource {
  readonly tables = ['person_lifecycle', 'win_back', 'win_back_step'];

  async collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    const stages: Record<string, unknown>[] = await tx.query(STAGE, [ids]);
    const rows: Record<string, unknown>[] = await tx.query(OFFERED, [ids]);
    return [
      { name: 'lifecycle', title: { 'zh-CN': '就诊阶段', en: 'Stage of the relation' }, rows: stages },
      { name: 'win-backs', title: { 'zh-CN': '回访挽留', en: 'Offers to come again' }, rows },
    ];
  }

  /** The steps go with what they belong to. */
  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    const [, removed]: [unknown, number] = await tx.query(
      'DELETE FROM win_back_step WHERE win_back_id IN (SELECT id FROM win_back WHERE person_id = ANY ($1::uuid[]))',
      [ids],
    );
    return [
      { table: 'win_back_step', removed, emptied: 0, kept: 0 },
      await removeRows(tx, 'win_back', 'person_id', ids),
      await removeRows(tx, 'person_lifecycle', 'person_id', ids),
    ];
  }
}

const STAGE = 'SELECT stage FROM person_lifecycle WHERE person_id = ANY ($1::uuid[])';

const OFFERED = `
  SELECT step.offer, step.at AS "offeredAt", ladder.outcome, ladder.ended_at AS "endedAt",
         CASE WHEN step.step = ladder.step THEN ladder.answer END AS answer,
         CASE WHEN step.step = ladder.step THEN ladder.answer_note END AS "answerNote"
    FROM win_back ladder JOIN win_back_step step ON step.win_back_id = ladder.id
   WHERE ladder.person_id = ANY ($1::uuid[]) ORDER BY step.at, step.step`;
