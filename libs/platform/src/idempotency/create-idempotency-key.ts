import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers kept for who asks again with the same key (ADR 27). */
export class CreateIdempotencyKey1700000004000 implements MigrationInterface {
  readonly name = 'CreateIdempotencyKey1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        actor_id text NOT NULL,
        key text NOT NULL,
        fingerprint text NOT NULL,
        status int,
        headers jsonb,
        answer text,
        request_id text NOT NULL,
        unmasked boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (actor_id, key)
      )`);
    await runner.query('CREATE INDEX idempotency_key_created ON idempotency_key (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key');
  }
}
