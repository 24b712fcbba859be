import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dischargeDefaultV1 } from '../protocols/discharge-default.v1.js';

export class SeedDischargeDefault1764000000001 implements MigrationInterface {
  readonly name = 'SeedDischargeDefault1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO protocol (code, version, name_zh, name_en, status, definition)
       VALUES ('discharge-default', 1, '出院默认随访方案', 'Default discharge protocol', 'active', $1)`,
      [JSON.stringify(dischargeDefaultV1)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM protocol WHERE code = 'discharge-default' AND version = 1`);
  }
}
