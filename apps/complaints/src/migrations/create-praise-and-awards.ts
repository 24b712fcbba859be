import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE praise (
     id uuid PRIMARY KEY,
     kind text NOT NULL CHECK (kind IN ('letter', 'banner')),
     received_at timestamptz NOT NULL,
     from_name text,
     patient_id uuid,
     department_code text,
     staff_member_ids uuid[] NOT NULL,
     text text NOT NULL,
     photo_file_id uuid,
     state text NOT NULL CHECK (state IN ('recorded', 'approved', 'declined')),
     amount_fen integer CHECK (amount_fen >= 0),
     recorded_at timestamptz NOT NULL,
     recorded_by_name text,
     decided_at timestamptz,
     decided_by text,
     decided_by_name text,
     decision_note text,
     version integer NOT NULL,
     CONSTRAINT praise_reward CHECK ((state = 'approved') = (amount_fen IS NOT NULL)),
     CONSTRAINT praise_for_somebody CHECK (department_code IS NOT NULL OR cardinality(staff_member_ids) > 0)
   )`,
  'CREATE INDEX praise_list ON praise (received_at DESC, id DESC)',
  `CREATE INDEX praise_rewards ON praise (decided_at DESC, id DESC) WHERE state = 'approved'`,
  'CREATE INDEX praise_patient ON praise (patient_id) WHERE patient_id IS NOT NULL',
  `CREATE TABLE award (
     period text COLLATE "C" PRIMARY KEY,
     state text NOT NULL CHECK (state IN ('proposed', 'approved')),
     department_ids uuid[] NOT NULL,
     member_ids uuid[] NOT NULL,
     note text,
     proposed_at timestamptz NOT NULL,
     proposed_by_name text,
     approved_at timestamptz,
     approved_by text,
     approved_by_name text,
     version integer NOT NULL
   )`,
];

/** Letters of praise, banners and what they are rewarded with; satisfied departments and persons (CP-7, CP-8). */
export class CreatePraiseAndAwards1764010300001 implements MigrationInterface {
  readonly name = 'CreatePraiseAndAwards1764010300001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE award, praise');
  }
}
