import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE person (
     id uuid PRIMARY KEY,
     survivor_id uuid
   )`,
  'CREATE INDEX person_survivor ON person (survivor_id) WHERE survivor_id IS NOT NULL',
  // A sequence and no counter: a counter's row would be locked until each opening commits. Numbers may be left out.
  'CREATE SEQUENCE ticket_number',
  `CREATE TABLE ticket (
     id uuid PRIMARY KEY,
     number text COLLATE "C" NOT NULL CONSTRAINT ticket_number_taken UNIQUE,
     once_key text CONSTRAINT ticket_once UNIQUE,
     kind text NOT NULL CHECK (kind IN ('complaint', 'suggestion', 'praise', 'consultation', 'emergency', 'appointment', 'other')),
     medical boolean,
     dispute boolean NOT NULL DEFAULT false,
     confidential boolean NOT NULL DEFAULT false,
     colour text NOT NULL CHECK (colour IN ('red', 'yellow', 'blue')),
     settlement text NOT NULL CHECK (settlement IN ('on-the-spot', 'investigation', 'several-departments')),
     channel text NOT NULL,
     patient_id uuid,
     reporter_name text,
     reporter_phone text,
     subject text NOT NULL,
     text text NOT NULL,
     department_code text,
     staff_member_id uuid,
     complainant_type text CHECK (complainant_type IN ('silent', 'voicing', 'angry', 'acting')),
     holder_id text,
     holder_name text,
     desk_department_code text,
     state text NOT NULL
       CHECK (state IN ('open', 'claimed', 'waiting-for-patient', 'solved', 'closed', 'merged', 'stopped')),
     received_at timestamptz NOT NULL,
     opened_at timestamptz NOT NULL,
     opened_by text,
     opened_by_name text,
     claimed_at timestamptz,
     replied_at timestamptz,
     waiting_since timestamptz,
     solved_at timestamptz,
     solution text,
     ended_at timestamptz,
     stop_reason text,
     reopened integer NOT NULL DEFAULT 0,
     merged_into uuid,
     merged_from text,
     version integer NOT NULL,
     CONSTRAINT ticket_dispute CHECK (NOT dispute OR medical IS NOT FALSE),
     CONSTRAINT ticket_merged CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
     CONSTRAINT ticket_ended CHECK ((state IN ('closed', 'merged', 'stopped')) = (ended_at IS NOT NULL))
   )`,
  'CREATE INDEX ticket_patient ON ticket (patient_id) WHERE patient_id IS NOT NULL',
  'CREATE INDEX ticket_list ON ticket (received_at DESC, id DESC)',
  `CREATE INDEX ticket_at_work ON ticket (colour, received_at, id)
    WHERE state IN ('open', 'claimed', 'waiting-for-patient', 'solved')`,
  `CREATE INDEX ticket_holder ON ticket (holder_id, received_at)
    WHERE holder_id IS NOT NULL AND state IN ('open', 'claimed', 'waiting-for-patient', 'solved')`,
  'CREATE INDEX ticket_merged_into ON ticket (merged_into) WHERE merged_into IS NOT NULL',
  `CREATE TABLE ticket_entry (
     seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     ticket_id uuid NOT NULL REFERENCES ticket (id),
     at timestamptz NOT NULL,
     what text NOT NULL,
     changed_from text,
     changed_to text,
     note text,
     actor_id text,
     actor_name text,
     cause text
   )`,
  'CREATE INDEX ticket_entry_ticket ON ticket_entry (ticket_id, seq)',
  // CP-4: what was entered is never edited. Only the erasure of a person (PT-9) says in its transaction that it may.
  `CREATE FUNCTION refuse_edit() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'DELETE' AND current_setting('complaints.erasing', true) = 'on' THEN RETURN OLD; END IF;
     RAISE EXCEPTION 'entries of a ticket are never edited (CP-4)' USING ERRCODE = 'integrity_constraint_violation';
   END $$`,
  `CREATE TRIGGER ticket_entry_kept BEFORE UPDATE OR DELETE ON ticket_entry
     FOR EACH ROW EXECUTE FUNCTION refuse_edit()`,
  `CREATE TRIGGER ticket_entry_not_emptied BEFORE TRUNCATE ON ticket_entry
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit()`,
];

export class CreateTickets1764010100000 implements MigrationInterface {
  readonly name = 'CreateTickets1764010100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket_entry, ticket, person');
    await runner.query('DROP FUNCTION refuse_edit');
    await runner.query('DROP SEQUENCE ticket_number');
  }
}
