import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotificationPreferences1764000008000 implements MigrationInterface {
  readonly name = 'CreateNotificationPreferences1764000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification_preference (
        person_id uuid PRIMARY KEY,
        normal jsonb NOT NULL,
        low jsonb NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(`ALTER TABLE notification_telling ADD channels text[] NOT NULL DEFAULT '{console,message}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification_preference');
    await runner.query('ALTER TABLE notification_telling DROP channels');
  }
}
