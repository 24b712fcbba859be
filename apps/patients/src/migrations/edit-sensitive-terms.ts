import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ADR 69: what is sensitive is edited over REST, and retired instead of deleted. */
export class EditSensitiveTerms1767264000169 implements MigrationInterface {
  readonly name = 'EditSensitiveTerms1767264000169';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE sensitive_term
      ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
      ADD COLUMN version int NOT NULL DEFAULT 1,
      ADD COLUMN retired boolean NOT NULL DEFAULT false`);
    await runner.query(isSensitive('NOT retired AND'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM sensitive_term WHERE retired');
    await runner.query(isSensitive(''));
    await runner.query('ALTER TABLE sensitive_term DROP COLUMN id, DROP COLUMN version, DROP COLUMN retired');
  }
}

function isSensitive(which: string): string {
  return `CREATE OR REPLACE FUNCTION is_sensitive(codes text[], words text, department text) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM sensitive_term WHERE ${which} (
         kind = 'word' AND strpos(lower(words), lower(term)) > 0
      OR kind = 'department' AND starts_with(lower(department), lower(term))
      OR kind = 'code' AND EXISTS (SELECT FROM unnest(codes) AS code WHERE starts_with(upper(code), upper(term)))))
  $$`;
}
