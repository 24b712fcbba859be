import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  'CREATE SEQUENCE board_change',
  // One row a ticket at work, so that a board of a million tickets is read from the front of an index.
  `CREATE TABLE board_card (
     ticket_id uuid PRIMARY KEY REFERENCES ticket (id),
     colour text NOT NULL,
     kind text NOT NULL,
     state text NOT NULL,
     department_code text,
     desk_department_code text,
     holder_id text,
     dispute boolean NOT NULL,
     confidential boolean NOT NULL,
     received_at timestamptz NOT NULL,
     due_at timestamptz,
     at_work boolean NOT NULL,
     change bigint NOT NULL,
     changed_at timestamptz NOT NULL
   )`,
  'CREATE INDEX board_card_due ON board_card (colour, due_at, ticket_id) WHERE at_work',
  'CREATE INDEX board_card_department ON board_card (department_code, colour, due_at, ticket_id) WHERE at_work',
  'CREATE INDEX board_card_holder ON board_card (holder_id, colour, due_at, ticket_id) WHERE at_work AND holder_id IS NOT NULL',
  'CREATE INDEX board_card_change ON board_card (change)',
  'CREATE INDEX board_card_over ON board_card (changed_at) WHERE NOT at_work',
  // Clocks are moved by tickets, deadlines and calendars alike: the board follows the rows, whoever writes them.
  `CREATE FUNCTION board_follows_clock() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE board_card
        SET due_at = CASE WHEN NEW.stopped_at IS NULL THEN NEW.due_at END, change = nextval('board_change')
      WHERE ticket_id = NEW.subject_id
        AND due_at IS DISTINCT FROM CASE WHEN NEW.stopped_at IS NULL THEN NEW.due_at END;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER clock_on_board AFTER INSERT OR UPDATE OF due_at, stopped_at ON clock FOR EACH ROW
     WHEN (NEW.subject_type = 'ticket' AND NEW.kind = 'solution') EXECUTE FUNCTION board_follows_clock()`,
];

/** The board by colour and time left (CP-10). */
export class CreateBoard1764010502000 implements MigrationInterface {
  readonly name = 'CreateBoard1764010502000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER clock_on_board ON clock');
    await runner.query('DROP FUNCTION board_follows_clock');
    await runner.query('DROP TABLE board_card');
    await runner.query('DROP SEQUENCE board_change');
  }
}
