import type { MigrationInterface, QueryRunner } from 'typeorm';
import { consultationV1 } from '../protocols/shipped/consultation.v1.js';
import { diabetesV1, hypertensionV1 } from '../protocols/shipped/chronic.v1.js';
import { childbirthV1, dischargeDefaultV2 } from '../protocols/shipped/discharge.v1.js';
import { outpatientKeyPatientV1, outpatientV1 } from '../protocols/shipped/outpatient.v1.js';
import { surgicalV1 } from '../protocols/shipped/surgical.v1.js';

const SHIPPED = [
  surgicalV1,
  outpatientV1,
  outpatientKeyPatientV1,
  consultationV1,
  hypertensionV1,
  diabetesV1,
  childbirthV1,
];

const ADD = `
  INSERT INTO protocol (code, version, name_zh, name_en, status, definition)
  VALUES ($1, $2, $3, $4, 'published', $5) ON CONFLICT DO NOTHING RETURNING code`;

/** A hospital that wrote its own second version of the discharge protocol keeps it. */
export class SeedProtocols1764000100003 implements MigrationInterface {
  readonly name = 'SeedProtocols1764000100003';

  async up(runner: QueryRunner): Promise<void> {
    for (const { code, nameZh, nameEn, definition } of SHIPPED) {
      await runner.query(ADD, [code, 1, nameZh, nameEn, JSON.stringify(definition)]);
    }
    const { code, nameZh, nameEn, definition } = dischargeDefaultV2;
    const added = (await runner.query(ADD, [code, 2, nameZh, nameEn, JSON.stringify(definition)])) as unknown[];
    if (added.length > 0) {
      await runner.query(`UPDATE protocol SET status = 'retired' WHERE code = $1 AND version = 1`, [code]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM protocol WHERE code = 'discharge-default' AND version = 2`);
    await runner.query(`UPDATE protocol SET status = 'published' WHERE code = 'discharge-default' AND version = 1`);
    await runner.query('DELETE FROM protocol WHERE code = ANY($1::text[]) AND version = 1', [
      SHIPPED.map(({ code }) => code),
    ]);
  }
}
