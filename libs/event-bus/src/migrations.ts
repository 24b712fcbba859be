import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `
      CREATE TABLE outbox (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL,
        subject text NOT NULL,
        partition_key text NOT NULL,
        event json NOT NULL,
        occurred_at timestamptz NOT NULL,
        published_at timestamptz
      )`,
  'CREATE INDEX outbox_unpublished ON outbox (seq) WHERE published_at IS NULL',
  'CREATE INDEX outbox_occurred ON outbox USING brin (occurred_at)',
  `
      CREATE TABLE inbox (
        event_id uuid NOT NULL,
        stream text NOT NULL,
        stream_seq bigint NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (event_id, stream)
      )`,
  'CREATE INDEX inbox_position ON inbox (stream, stream_seq)',
  `
      CREATE TABLE consumer_lease (
        stream text PRIMARY KEY,
        epoch int NOT NULL
      )`,
  `
      CREATE TABLE consumer_position (
        stream text PRIMARY KEY,
        stream_created text NOT NULL,
        position bigint NOT NULL,
        reset_requested boolean NOT NULL DEFAULT false
      )`,
  `
      CREATE TABLE parked_event (
        id uuid PRIMARY KEY,
        stream text NOT NULL,
        stream_seq bigint NOT NULL,
        event_id text NOT NULL,
        subject text NOT NULL,
        partition_key text NOT NULL,
        event text NOT NULL,
        repaired_event text,
        reason text NOT NULL,
        error text NOT NULL,
        attempts int NOT NULL,
        parked_at timestamptz NOT NULL,
        replay_requested_at timestamptz,
        resolved_at timestamptz,
        resolution text CHECK (resolution IN ('replayed', 'discarded')),
        resolved_by text,
        resolution_note text
      )`,
  'CREATE INDEX parked_event_waiting ON parked_event (stream, partition_key, stream_seq) WHERE resolved_at IS NULL',
];

/** The bus's own tables in every service's database. */
export class CreateEventBus1700000000000 implements MigrationInterface {
  readonly name = 'CreateEventBus1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['parked_event', 'consumer_position', 'consumer_lease', 'inbox', 'outbox']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

/** Order of arrival for parked events, whatever their stream's numbers; the newest event seen, to know a stream by. */
export class RememberArrival1700000000001 implements MigrationInterface {
  readonly name = 'RememberArrival1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consumer_position ADD newest_sequence bigint, ADD newest_time timestamptz');
    await runner.query('ALTER TABLE parked_event ADD arrival bigint GENERATED ALWAYS AS IDENTITY');
    await runner.query('DROP INDEX parked_event_waiting');
    await runner.query(
      'CREATE INDEX parked_event_waiting ON parked_event (stream, partition_key, arrival) WHERE resolved_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consumer_position DROP newest_sequence, DROP newest_time');
    await runner.query('ALTER TABLE parked_event DROP arrival');
    await runner.query(
      'CREATE INDEX parked_event_waiting ON parked_event (stream, partition_key, stream_seq) WHERE resolved_at IS NULL',
    );
  }
}

/** What the retention job finds the oldest rows by; the one of the outbox also serves `republish`. */
export class IndexAges1765000000002 implements MigrationInterface {
  readonly name = 'IndexAges1765000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outbox_occurred');
    await runner.query('CREATE INDEX outbox_published ON outbox (occurred_at) WHERE published_at IS NOT NULL');
    await runner.query('CREATE INDEX inbox_received ON inbox (received_at)');
    await runner.query(
      'CREATE INDEX parked_event_resolved ON parked_event (resolved_at) WHERE resolved_at IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outbox_published, inbox_received, parked_event_resolved');
    await runner.query('CREATE INDEX outbox_occurred ON outbox USING brin (occurred_at)');
  }
}

/**
 * By what a person's events are found when the person is erased (PT-9). Hashes cost each event the least; those that an
 * erasure emptied have no key and are left out, for their hashes would all be the same.
 */
export class IndexKeys1766880000003 implements MigrationInterface {
  readonly name = 'IndexKeys1766880000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX outbox_key ON outbox USING hash (partition_key) WHERE partition_key <> ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outbox_key');
  }
}

export const eventBusMigrations = [
  CreateEventBus1700000000000,
  RememberArrival1700000000001,
  IndexAges1765000000002,
  IndexKeys1766880000003,
];
