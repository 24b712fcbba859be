import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // Whether a board of those without further rights ever had the card: they hear that it went, and of no other.
  'ALTER TABLE board_card ADD COLUMN shown boolean NOT NULL DEFAULT true',
  'UPDATE board_card SET shown = false WHERE dispute OR confidential',
  'ALTER TABLE board_card ALTER COLUMN shown SET DEFAULT false',
];

/** Disputes, and what was told in confidence, are not even told of as gone (CP-3). */
export class KeepDisputesOffBoards1764020100000 implements MigrationInterface {
  readonly name = 'KeepDisputesOffBoards1764020100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE board_card DROP COLUMN shown');
  }
}
