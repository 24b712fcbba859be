import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // What stands of a complaint; how it came to it is in the entries of its ticket, which are never edited.
  `CREATE TABLE complaint_case (
     ticket_id uuid PRIMARY KEY REFERENCES ticket (id),
     investigated_at timestamptz,
     cause text,
     concluded_at timestamptz,
     compensation text,
     compensation_fen integer CHECK (compensation_fen > 0),
     compensated_at timestamptz,
     soothed_at timestamptz,
     validity text CHECK (validity IN ('confirmed', 'overturned')),
     judged_at timestamptz
   )`,
  'CREATE INDEX complaint_case_cause ON complaint_case (cause) WHERE cause IS NOT NULL',
  // Names no patient, and outlives the ticket of a person who is erased: the award stays lost.
  `CREATE TABLE confirmed_against (
     ticket_id uuid NOT NULL,
     number text COLLATE "C" NOT NULL,
     against text NOT NULL CHECK (against IN ('department', 'person')),
     subject text COLLATE "C" NOT NULL,
     received_on date NOT NULL,
     PRIMARY KEY (ticket_id, against, subject)
   )`,
  'CREATE INDEX confirmed_against_day ON confirmed_against (received_on, against)',
  `CREATE TABLE rectification_measure (
     id uuid PRIMARY KEY,
     ticket_id uuid NOT NULL REFERENCES ticket (id),
     what text NOT NULL,
     department_code text,
     member_id uuid,
     due_at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('planned', 'done', 'verified', 'withdrawn')),
     planned_at timestamptz NOT NULL,
     planned_by_name text,
     done_at timestamptz,
     done_by text,
     done_by_name text,
     judged_at timestamptz,
     judged_by_name text,
     note text,
     overdue_at timestamptz,
     deadline_at timestamptz,
     round integer NOT NULL DEFAULT 1,
     version integer NOT NULL,
     CONSTRAINT measure_responsible CHECK (department_code IS NOT NULL OR member_id IS NOT NULL)
   )`,
  'CREATE INDEX rectification_measure_ticket ON rectification_measure (ticket_id)',
  'CREATE INDEX rectification_measure_list ON rectification_measure (due_at, id)',
  'CREATE INDEX rectification_measure_deadline ON rectification_measure (deadline_at) WHERE deadline_at IS NOT NULL',
  `CREATE TABLE return_call (
     id uuid PRIMARY KEY,
     ticket_id uuid NOT NULL REFERENCES ticket (id),
     patient_id uuid,
     requested_at timestamptz NOT NULL,
     outcome text CHECK (outcome IN ('satisfied', 'unsatisfied', 'unreachable', 'declined')),
     response_id uuid,
     ended_at timestamptz,
     ended_by_name text,
     withdrawn_at timestamptz,
     reopened_at timestamptz
   )`,
  'CREATE INDEX return_call_ticket ON return_call (ticket_id, requested_at)',
];

/** Complaints from reception to the call that asks whether they were settled well (CP-3, CP-4, CP-8). */
export class CreateCases1764010300000 implements MigrationInterface {
  readonly name = 'CreateCases1764010300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE return_call, rectification_measure, confirmed_against, complaint_case');
  }
}
