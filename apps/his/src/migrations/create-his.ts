import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateHis1764000000000 implements MigrationInterface {
  readonly name = 'CreateHis1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createPartner(runner);
    await runner.query(`
      CREATE TABLE hl7_message (
        id uuid PRIMARY KEY,
        partner text COLLATE "C" NOT NULL,
        received_at timestamptz NOT NULL,
        claimed_time text,
        sending_application text NOT NULL,
        sending_facility text NOT NULL,
        control_id text COLLATE "C" NOT NULL,
        message_type text NOT NULL,
        event text NOT NULL,
        record_numbers text[] NOT NULL,
        visit_number text COLLATE "C",
        charset text NOT NULL,
        raw bytea NOT NULL,
        body_hash bytea NOT NULL,
        status text NOT NULL CHECK (status IN ('accepted', 'rejected', 'repaired')),
        code text NOT NULL CHECK (code IN ('AA', 'AE', 'AR')),
        problems jsonb NOT NULL,
        commit_answer bytea,
        application_answer bytea,
        repaired_from uuid,
        repaired_by text
      )`);
    // The body holds MSH, so the same body is the same sender and control id too.
    await runner.query('CREATE UNIQUE INDEX hl7_message_repeat ON hl7_message (body_hash) WHERE repaired_from IS NULL');
    await runner.query(
      'CREATE UNIQUE INDEX hl7_message_repair ON hl7_message (repaired_from) WHERE repaired_from IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX hl7_message_control ON hl7_message (control_id, sending_application, sending_facility)',
    );
    await runner.query('CREATE INDEX hl7_message_received ON hl7_message (received_at, id)');
    await runner.query(`CREATE INDEX hl7_message_rejected ON hl7_message (received_at, id) WHERE status = 'rejected'`);
    await runner.query('CREATE INDEX hl7_message_visit ON hl7_message (visit_number) WHERE visit_number IS NOT NULL');
    await runner.query('CREATE INDEX hl7_message_record ON hl7_message USING gin (record_numbers)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hl7_message, partner');
  }
}

async function createPartner(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE partner (
      code text COLLATE "C" PRIMARY KEY,
      definition jsonb NOT NULL,
      version integer NOT NULL,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL
    )`);
  // Two partners that match the same sender would be read by chance.
  await runner.query(`
    CREATE UNIQUE INDEX partner_sender ON partner
      (coalesce(definition ->> 'sendingApplication', ''), coalesce(definition ->> 'sendingFacility', ''))`);
  // Matches every sender that no other partner names.
  await runner.query(
    `INSERT INTO partner (code, definition, version, created_at, updated_at)
     VALUES ('default', '{}', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')`,
  );
}
