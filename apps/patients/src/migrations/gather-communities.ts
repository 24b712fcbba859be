import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Communities of patients (PT-10, ADR 57), with the copy of staff that owners and doctors are checked against. */
export class GatherCommunities1766659200000 implements MigrationInterface {
  readonly name = 'GatherCommunities1766659200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STAFF, ...COMMUNITIES, ...MEMBERS, ...CHECKS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER person_community_check ON person');
    await runner.query('DROP FUNCTION person_community_check');
    const tables = ['check', 'activity', 'member', 'hour'].map((name) => `community_${name}`);
    for (const table of [...tables, 'community', 'known_department', 'known_account', 'known_member'])
      await runner.query(`DROP TABLE ${table}`);
  }
}

const STAFF = [
  `CREATE TABLE known_member (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    active boolean NOT NULL,
    version int NOT NULL
  )`,
  `CREATE TABLE known_account (
    id uuid PRIMARY KEY,
    member_id uuid,
    roles text[] NOT NULL,
    active boolean NOT NULL,
    version int NOT NULL
  )`,
  'CREATE INDEX known_account_of ON known_account (member_id)',
  `CREATE TABLE known_department (
    id uuid PRIMARY KEY,
    name_zh text NOT NULL,
    active boolean NOT NULL
  )`,
];

const COMMUNITIES = [
  // Whatever the code believes, there are never more members than places.
  `CREATE TABLE community (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    tags text[] NOT NULL,
    icd10 text[] NOT NULL,
    segment_id uuid,
    channel text NOT NULL,
    external_id text,
    owner_id uuid NOT NULL,
    capacity int NOT NULL CHECK (capacity > 0),
    member_count int NOT NULL,
    hour jsonb,
    hour_at timestamptz,
    hour_due_at timestamptz,
    created_at timestamptz NOT NULL,
    created_by text,
    updated_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_by text,
    close_reason text,
    CONSTRAINT community_places CHECK (member_count BETWEEN 0 AND capacity),
    CHECK (cardinality(tags) + cardinality(icd10) > 0 OR segment_id IS NOT NULL)
  )`,
  `CREATE UNIQUE INDEX community_group ON community (channel, external_id)
    WHERE external_id IS NOT NULL AND closed_at IS NULL`,
  'CREATE INDEX community_hour_due ON community (hour_due_at) WHERE hour_due_at IS NOT NULL',
  // What was told of an hour: each notice is claimed here, so none goes out twice, whatever the clock does.
  `CREATE TABLE community_hour (
    community_id uuid NOT NULL REFERENCES community,
    at timestamptz NOT NULL,
    approach_told_at timestamptz,
    begin_told_at timestamptz,
    PRIMARY KEY (community_id, at)
  )`,
  'CREATE INDEX community_hour_age ON community_hour (at)',
];

const MEMBERS = [
  `CREATE TABLE community_member (
    id uuid PRIMARY KEY,
    community_id uuid NOT NULL REFERENCES community,
    person_id uuid NOT NULL REFERENCES person,
    external_user_id text,
    joined_at timestamptz NOT NULL,
    joined_how text NOT NULL,
    joined_by text,
    left_at timestamptz,
    left_reason text,
    left_by text,
    left_note text,
    doubles_id uuid REFERENCES community_member,
    heard_at timestamptz NOT NULL,
    silence_due_at timestamptz,
    silent_since timestamptz,
    CHECK ((left_at IS NULL) = (left_reason IS NULL)),
    CHECK (left_at >= joined_at)
  )`,
  `CREATE UNIQUE INDEX community_member_once ON community_member (community_id, person_id) WHERE left_at IS NULL`,
  `CREATE UNIQUE INDEX community_member_external ON community_member (community_id, external_user_id)
    WHERE left_at IS NULL AND external_user_id IS NOT NULL`,
  'CREATE INDEX community_member_of ON community_member (community_id, joined_at) INCLUDE (person_id, left_at)',
  'CREATE INDEX community_member_person ON community_member (person_id)',
  'CREATE INDEX community_member_silence ON community_member (silence_due_at) WHERE silence_due_at IS NOT NULL',
  'CREATE INDEX community_member_silent ON community_member (silent_since) WHERE silent_since IS NOT NULL',
  `CREATE TABLE community_activity (
    id uuid PRIMARY KEY,
    community_id uuid NOT NULL REFERENCES community,
    member_id uuid NOT NULL REFERENCES community_member,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    external_id text,
    recorded_at timestamptz NOT NULL,
    recorded_by text
  )`,
  `CREATE UNIQUE INDEX community_activity_once ON community_activity (community_id, external_id)
    WHERE external_id IS NOT NULL`,
  'CREATE INDEX community_activity_of ON community_activity (member_id, at)',
  'CREATE INDEX community_activity_age ON community_activity (at)',
];

const CHECKS = [
  `CREATE TABLE community_check (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id uuid NOT NULL,
    due_at timestamptz NOT NULL
  )`,
  'CREATE INDEX community_check_due ON community_check (due_at, id)',
  // Rows are only added: whoever writes a record waits for no check. The time is the row's own, the service's clock.
  `CREATE FUNCTION person_community_check() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO community_check (person_id, due_at)
    SELECT DISTINCT id, NEW.updated_at FROM unnest(ARRAY[NEW.id, OLD.merged_into]) AS touched (id) WHERE id IS NOT NULL;
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER person_community_check AFTER UPDATE OF deceased, states, allowed_purposes, merged_into ON person
    FOR EACH ROW WHEN ((OLD.deceased, OLD.states, OLD.allowed_purposes, OLD.merged_into)
      IS DISTINCT FROM (NEW.deceased, NEW.states, NEW.allowed_purposes, NEW.merged_into))
    EXECUTE FUNCTION person_community_check()`,
];
