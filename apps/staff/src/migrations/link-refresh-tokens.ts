import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which token a refresh token was given for, so that a lost answer can be told from a stolen token. */
export class LinkRefreshTokens1764000007000 implements MigrationInterface {
  readonly name = 'LinkRefreshTokens1764000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE refresh_token ADD given_for text');
    await runner.query('CREATE INDEX refresh_token_given_for ON refresh_token (given_for)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE refresh_token DROP given_for');
  }
}
