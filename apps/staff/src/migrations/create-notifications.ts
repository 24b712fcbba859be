import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotifications1764000006000 implements MigrationInterface {
  readonly name = 'CreateNotifications1764000006000';

  async up(runner: QueryRunner): Promise<void> {
    await createNotification(runner);
    await createInbox(runner);
    await createTelling(runner);
    await createChangeAndTrail(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE notification_trail, notification_change, notification_telling, notification_inbox, notification',
    );
  }
}

async function createNotification(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        purpose text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        occasion text NOT NULL,
        urgency text NOT NULL CHECK (urgency IN ('red', 'normal', 'low')),
        title_zh text NOT NULL,
        title_en text NOT NULL,
        text_zh text NOT NULL,
        text_en text NOT NULL,
        link text,
        recipients jsonb NOT NULL,
        next jsonb NOT NULL,
        acknowledge_within_seconds integer,
        step integer NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'acknowledged', 'unanswered', 'unreached')),
        due_at timestamptz,
        requested_by text NOT NULL,
        requested_at timestamptz NOT NULL,
        acknowledged_by uuid,
        acknowledged_at timestamptz,
        CONSTRAINT notification_request UNIQUE (purpose, subject_type, subject_id, occasion)
      )`);
  await runner.query('CREATE INDEX notification_due ON notification (due_at) WHERE due_at IS NOT NULL');
  await runner.query('CREATE INDEX notification_settled ON notification (requested_at) WHERE due_at IS NULL');
}

async function createInbox(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE notification_inbox (
        person_id uuid PRIMARY KEY,
        last_seq bigint NOT NULL,
        due_at timestamptz,
        collecting boolean NOT NULL
      )`);
  await runner.query('CREATE INDEX notification_inbox_due ON notification_inbox (due_at) WHERE due_at IS NOT NULL');
}

async function createTelling(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE notification_telling (
        id uuid PRIMARY KEY,
        notification_id uuid NOT NULL REFERENCES notification (id) ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES notification_inbox (person_id),
        step integer NOT NULL,
        via text NOT NULL,
        urgency text NOT NULL,
        owed_at timestamptz NOT NULL,
        told_at timestamptz,
        digest_id uuid,
        withdrawn_at timestamptz,
        read_at timestamptz,
        UNIQUE (notification_id, step, person_id)
      )`);
  await runner.query('CREATE INDEX notification_telling_list ON notification_telling (person_id, id)');
  await runner.query('CREATE INDEX notification_telling_lately ON notification_telling (person_id, told_at)');
  await runner.query(`CREATE INDEX notification_telling_waiting ON notification_telling (person_id)
      WHERE told_at IS NULL AND withdrawn_at IS NULL`);
}

async function createChangeAndTrail(runner: QueryRunner): Promise<void> {
  await runner.query(`
      CREATE TABLE notification_change (
        person_id uuid NOT NULL REFERENCES notification_inbox (person_id),
        seq bigint NOT NULL,
        kind text NOT NULL,
        notification_ids uuid[] NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (person_id, seq)
      )`);
  await runner.query('CREATE INDEX notification_change_at ON notification_change (at)');
  await runner.query(`
      CREATE TABLE notification_trail (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        notification_id uuid NOT NULL REFERENCES notification (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        what text NOT NULL,
        step integer NOT NULL,
        person_id uuid,
        note text
      )`);
  await runner.query('CREATE INDEX notification_trail_of ON notification_trail (notification_id, id)');
}
