import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files a service keeps; their contents lie in the blob store. */
export class CreateFile1700000003000 implements MigrationInterface {
  readonly name = 'CreateFile1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of FILE) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE file');
  }
}

const FILE = [
  `CREATE TABLE file (
    id uuid PRIMARY KEY,
    use text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size bigint,
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    state text NOT NULL
      CHECK (state IN ('uploading', 'not-scanned', 'pending', 'clean', 'infected', 'deleted')),
    finding text,
    owner text,
    created_at timestamptz NOT NULL,
    created_by text,
    scanned_at timestamptz,
    CHECK (state IN ('uploading', 'deleted') OR (size IS NOT NULL AND sha256 IS NOT NULL))
  )`,
  // What waits for a scan, a removal or a person, in the order in which it is worked; files that are well are not in it.
  `CREATE INDEX file_waiting ON file (state, scanned_at NULLS FIRST, created_at, id) WHERE state <> 'clean'`,
  `CREATE INDEX file_owner ON file (owner) WHERE owner IS NOT NULL`,
];
