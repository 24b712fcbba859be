import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The running plans of a protocol, to let them follow another version (FU-5). */
export class FindRunningPlans1764000100004 implements MigrationInterface {
  readonly name = 'FindRunningPlans1764000100004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX plan_running ON plan (protocol_code, protocol_version) WHERE status <> 'ended'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX plan_running');
  }
}
